import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { crc32 } from '../../src/domain/crc32.js';
import type { SheetLayout } from '../../src/domain/sheet.js';
import { linesIn } from '../../src/output/row-height.js';
import { columnLetters } from '../../src/output/sheet-xml.js';
import { type Sheet, workbookBytes } from '../../src/output/workbook.js';

const LAYOUT: SheetLayout = {
  name: 'Sửa & xem',
  columns: [
    { width: 20, style: 'wrap' },
    { width: 16, style: 'text' },
    { width: 8, style: 'number' },
  ],
  head: [{ cells: ['Họ và tên', 'Số', 'STT'].map((value) => ({ value, style: 'header' })) }],
  merges: [],
  freezeColumns: 1,
  filter: true,
  choices: [{ column: 1, values: ['Đúng như đề xuất', 'Không liên hệ được'] }],
  dataRows: 1,
  repeatHead: true,
  printColumns: 2,
  landscape: true,
  footer: 'TYT A & B',
};

function bytesOf(rows: readonly (readonly (string | number)[])[], more: Partial<SheetLayout> = {}): Buffer {
  const sheets: Sheet[] = [{ layout: { ...LAYOUT, dataRows: rows.length, ...more }, rows }];
  return Buffer.concat([...workbookBytes('Danh sách', sheets)]);
}

async function readBack(bytes: Buffer) {
  const { sheets } = await readXlsx(bytes);
  return sheets[0]!.rows.slice(1);
}

describe('texts survive', () => {
  test.each([
    ['leading zeros of an ID', '001185000011'],
    ['a phone number', '0912345678'],
    ['a phone number that looks like a formula', '+84912345678'],
    ['a formula', '=1+1'],
    ['the name of an error value', '#N/A'],
    ['a date', '05/04/1985'],
    ['a number with an E', '7.9095E+10'],
    ['spaces at the ends', '  Nguyễn Văn An '],
    ['line breaks', 'Mũi 1\nMũi 2'],
    ['XML signs', '<b>&amp;"\'</b>'],
    ['a text like an escape of the format', '_x0041_'],
    ['letters beyond the first plane', '𠀋 và 😀'],
  ])('%s', async (_, text) => {
    const [row] = await readBack(bytesOf([[text, 'x', 1]]));
    // The reader used here does not undo the escape that Excel undoes.
    expect(String(row![0]).replaceAll('_x005F_', '_')).toBe(text);
    expect(typeof row![0]).toBe('string');
  });

  test('what XML cannot hold is replaced', async () => {
    const [row] = await readBack(bytesOf([['a\u0000b\u001fc\ud800d\ufffe', 'x', 1]]));
    expect(row![0]).toBe('a\ufffdb\ufffdc\ufffdd\ufffd');
  });

  test('a text that is too long for a cell is cut', async () => {
    const [row] = await readBack(bytesOf([['A'.repeat(40_000), 'x', 1]]));
    expect(String(row![0])).toHaveLength(32_767);
  });

  test('any texts, any number of rows', async () => {
    const cell = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(rows, async (texts) => {
        const clean = texts.map((row) => row.map((text) => text.replace(/[\p{C}_\r]/gu, 'x')));
        const back = await readBack(bytesOf(clean.map((row) => [...row, 1])));
        expect(back.map((row) => row.slice(0, 2))).toEqual(clean);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the workbook', () => {
  test('is the same bytes each time', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => [`Nguyễn Thị ${i}`, '001185000011', i]);
    expect(bytesOf(rows).equals(bytesOf(rows))).toBe(true);
  });

  test('spans many pieces', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [`Trần Văn ${i}`, '0', i]);
    const back = await readBack(bytesOf(rows));
    expect(back).toHaveLength(20_000);
    expect(back[19_999]).toEqual(['Trần Văn 19999', '0', 19_999]);
  });

  test('has filter, choices, frozen head, printed columns and page numbers', async () => {
    const { sheets } = await readXlsx(bytesOf([['a', 'b', 1]]), { readStyles: true });
    const [sheet] = sheets;
    expect(sheet!.name).toBe('Sửa & xem');
    expect(sheet!.autoFilter?.range).toBe('A1:C2');
    expect(sheet!.freezePane).toEqual({ rows: 1, columns: 1 });
    expect(sheet!.dataValidations?.[0]).toMatchObject({ type: 'list', range: 'B2:B2' });
    expect(sheet!.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1 });
  });
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [34, 'AI'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});

test('the checksum is that of zip archives', () => {
  const bytes = Buffer.from('123456789');
  expect(crc32(bytes)).toBe(0xcbf43926);
  expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4)))).toBe(0xcbf43926);
});

test.each([
  ['a short text', 'Sửa', 10, 1],
  ['a line for each paragraph', 'Mũi 1\nMũi 2\nMũi 3', 20, 3],
  ['words that do not fit go to the next line', 'Xã Bàu Cạn, Huyện Long Thành', 18, 2],
  ['a word that is too long is cut', 'A'.repeat(40), 11, 5],
])('%s', (_, text, width, lines) => {
  expect(linesIn(text, width)).toBe(lines);
});
