import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { read } from './make-workbook.js';

const FIXTURES = 'fixtures/workbooks';
const HEADER_ROWS = 8;
const fixture = (name: string) => readFileSync(join(FIXTURES, name));

function demo(name: string, rows: number): string[][] {
  return parse(readFileSync(join('fixtures/demo', name)), { bom: true, relax_column_count: true, to: rows });
}

describe('the platform workbook, with merged headers, a guide, code lists and a hidden sheet', () => {
  test.each(['platform.hucre.xlsx', 'platform.libreoffice.xlsx'])('%s is the CSV export', async (name) => {
    const { csv, notes } = await read(fixture(name));
    expect(csv).toBe(stringify(demo('doses-wide.csv', HEADER_ROWS + 40)));
    expect(notes.skipped.map(({ name: sheet, why }) => `${sheet}: ${why}`)).toEqual([
      'Hướng dẫn: no_header',
      'PL2: no_header',
      'PL5: hidden',
    ]);
  });
});

test('a hand-made list: the texts of the CSV file, but IDs typed as numbers without their zeros', async () => {
  const { csv, notes } = await read(fixture('hand-made.hucre.xlsx'));
  const records: string[][] = parse(csv, { relax_column_count: true });
  const [header = [], ...doses] = demo('doses-long.csv', 61);
  const id = header.indexOf('CMND/CCCD/HC');
  const expected = doses.map((cells) =>
    cells.map((text, i) => (i === id && /^[0-9]+$/.test(text) ? String(Number(text)) : text)),
  );
  expect(records.slice(2, 63)).toEqual([header, ...expected]);
  expect(records.slice(63).map(([first]) => first)).toEqual(['Tổng cộng', '', 'Người lập biểu']);
  expect(notes).toMatchObject({ rows: 62, mergedRanges: 1 });
});

test('a CSV file opened and saved as a workbook: numbers and dates are typed, dates come back as they were', async () => {
  const { csv } = await read(fixture('opened-csv.libreoffice.xlsx'));
  const records: string[][] = parse(csv);
  const [header = [], ...doses] = demo('doses-long.csv', 61);
  expect(records[0]).toEqual(header);
  const plain = (text: string) => text.replace(/^0+(?=[0-9]+$)/, '');
  for (const name of ['Họ và tên', 'CMND/CCCD/HC', 'Số điện thoại', 'Mã Xã/Phường', 'Ngày tiêm']) {
    const column = header.indexOf(name);
    expect(records.slice(1).map((cells) => cells[column])).toEqual(
      doses.map((cells) => plain(cells[column] ?? '')),
    );
  }
});

test.each([
  ['password.xlsx', 'workbook_truncated'],
  ['two-lists.xlsx', 'workbook_several_lists'],
])('%s is refused', async (name, code) => {
  await expect(read(fixture(name))).rejects.toMatchObject({ detail: { code, exitCode: 3 } });
});
