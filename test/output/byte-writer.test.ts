import fc from 'fast-check';
import { ByteWriter } from '../../src/output/byte-writer.js';

test('what is written comes back, however it was written and however long', () => {
  const piece = fc.oneof(
    fc.record({ kind: fc.constant('text'), value: fc.string({ unit: 'grapheme', maxLength: 40 }) }),
    fc.record({ kind: fc.constant('copy'), value: fc.string({ unit: 'grapheme', maxLength: 40 }) }),
    fc.record({ kind: fc.constant('number'), value: fc.nat().map(String) }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 50 }), fc.integer({ min: 1, max: 300 }), (pieces, times) => {
      const writer = new ByteWriter();
      let expected = '';
      for (let i = 0; i < times; i++) {
        for (const { kind, value } of pieces) {
          if (kind === 'text') writer.text(value);
          else if (kind === 'number') writer.number(Number(value));
          else writer.copy(Buffer.from(`<${value}>`), 1, Buffer.byteLength(value) + 1);
          expected += value;
        }
      }
      expect(Buffer.from(writer.finish()).toString('utf8')).toBe(expected);
    }),
    { numRuns: 60 },
  );
});

test('nothing written is nothing', () => {
  expect(new ByteWriter().finish()).toHaveLength(0);
});

test.each([
  [1, 9, '1;9'],
  [10, 99, '10;99'],
  [999_999, 100_000, '999999;100000'],
  [3_000_000_000, 8_999_999_999, '3000000000;8999999999'],
])('a number is written over another of as many digits: %d by %d', (before, after, expected) => {
  const writer = new ByteWriter();
  writer.number(before);
  writer.text(';');
  writer.number(before);
  writer.renumber(writer.length, after);
  expect(Buffer.from(writer.finish()).toString('utf8')).toBe(expected);
});
