import fc from 'fast-check';
import { type CellRanges, CellsMemo } from '../../../src/run/cells-memo.js';

const CELLS = 3;

/** The cells of all rows behind each other, as they stand in a chunk. */
function rangesOf(rows: readonly (readonly string[])[]): CellRanges {
  const cells = rows.flat().map((text) => Buffer.from(text));
  let at = 0;
  const starts = Int32Array.from(cells, ({ length }) => {
    at += length;
    return at - length;
  });
  return { bytes: Buffer.concat(cells), starts, ends: starts.map((start, i) => start + cells[i]!.length) };
}

test('the same cells have the same number, in the order in which they were first seen', () => {
  const rows = [
    ['Lan', '', '1985'],
    ['Lan', '1985', ''],
    ['Lan', '', '1985'],
    ['', 'Lan', '1985'],
    ['La', 'n', '1985'],
  ];
  const memo = new CellsMemo(CELLS);
  const ranges = rangesOf(rows);
  expect(rows.map((_, i) => memo.number(ranges, i * CELLS))).toEqual([0, 1, 0, 2, 3]);
  expect(memo.count).toBe(4);
});

test('any rows are numbered as a Map of their texts would', () => {
  const cell = fc.oneof(
    fc.constantFrom('', 'a', 'b', 'ab', 'á'),
    fc.string({ unit: 'grapheme', maxLength: 5 }),
  );
  const row = fc.tuple(cell, cell, cell);
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), fc.nat(60), (rows, clearAt) => {
      const memo = new CellsMemo(CELLS);
      const known = new Map<string, number>();
      const ranges = rangesOf(rows);
      rows.forEach((texts, i) => {
        if (i === clearAt) {
          memo.clear();
          known.clear();
        }
        const key = JSON.stringify(texts);
        const expected = known.get(key) ?? known.size;
        known.set(key, expected);
        expect(memo.number(ranges, i * CELLS)).toBe(expected);
      });
    }),
  );
});

test('many cells, long and short, are told apart, also by their hashes', () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => [`Nguyễn ${i}`, 'x'.repeat(i % 50), '']);
  const memo = new CellsMemo(CELLS);
  const ranges = rangesOf(rows);
  rows.forEach((_, i) => {
    expect(memo.number(ranges, i * CELLS)).toBe(i);
  });
  rows.forEach((_, i) => {
    expect(memo.number(ranges, i * CELLS)).toBe(i);
  });
  expect(new Set(rows.map((_, i) => `${memo.highOf(i)} ${memo.lowOf(i)}`)).size).toBe(rows.length);
});
