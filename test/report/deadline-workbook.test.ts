import { readXlsx } from 'hucre/xlsx';
import { COLUMN_SUM, TABLE_COLUMNS, TABLE_ROWS } from '../../src/domain/balanced-table.js';
import type { DeadlineReport } from '../../src/domain/deadline-report.js';
import type { Language } from '../../src/domain/run-facts.js';
import { officeBytes } from '../../src/output/office-bytes.js';
import { deadlineWorkbook } from '../../src/report/deadline-office/compose.js';
import { dayNumber } from '../../src/report/deadline-office/day-number.js';
import { EXAMPLE_REPORT } from './deadline-report-example.js';
import { unzip } from './office-parts.js';

async function readBack(report: DeadlineReport, lang: Language = 'vi') {
  const { sheets } = await readXlsx(Buffer.from(await officeBytes(deadlineWorkbook(report, lang))));
  return new Map(sheets.map(({ name, rows }) => [name, rows]));
}

type Rows = NonNullable<ReturnType<Awaited<ReturnType<typeof readBack>>['get']>>;

/** Rows below the one that begins with this text. */
function below(rows: Rows, first: string): Rows {
  return rows.slice(rows.findIndex(([cell]) => cell === first) + 1);
}

const SUMMED = [
  ['Theo tỉnh - đối tượng', 3],
  ['Theo tỉnh - mũi tiêm', 3],
  ['Kết quả đối soát', 3],
] as const;

describe('the workbook read back', () => {
  let sheets: Awaited<ReturnType<typeof readBack>>;
  beforeAll(async () => {
    sheets = await readBack(EXAMPLE_REPORT);
  });

  test('has a sheet for each appendix', () => {
    expect([...sheets.keys()]).toEqual([
      'Cân đối - đối tượng',
      'Cân đối - mũi tiêm',
      'Theo tỉnh - đối tượng',
      'Theo tỉnh - mũi tiêm',
      'Kết quả đối soát',
      'Tiến độ theo tỉnh',
      'Tiến độ theo ngày',
      'Lỗi theo tỉnh',
      'Cơ sở nhiều việc nhất',
      'Nội dung khác',
      'Cán bộ đầu mối',
      'Số liệu cần kiểm tra',
      'Cảnh báo',
      'Lần đối soát',
      'Tệp đầu vào',
    ]);
  });

  test.each(['đối tượng', 'mũi tiêm'])('the balanced table adds up: %s', (unit) => {
    const rows = below(sheets.get(`Cân đối - ${unit}`)!, 'Hồ sơ như đã gửi');
    expect(rows).toHaveLength(TABLE_ROWS.length);
    const key = unit === 'đối tượng' ? 'persons' : 'doses';
    const { table } = EXAMPLE_REPORT.total;
    for (const [i, row] of TABLE_ROWS.entries()) {
      const numbers = rows[i]!.slice(1).map(Number);
      expect(numbers).toEqual(TABLE_COLUMNS.map((column) => table[row][column][key]));
      expect(numbers[0]).toBe(COLUMN_SUM.parts.reduce((sum, _, j) => sum + numbers[j + 1]!, 0));
    }
  });

  test.each(SUMMED)('numbers are numbers and the totals are their sums: %s', (name, first) => {
    const rows = below(sheets.get(name)!, 'STT');
    const total = rows.at(-1)!;
    const lines = rows.slice(0, -1);
    expect(total[2]).toBe('Tổng cộng');
    expect(lines).toHaveLength(64);
    for (let column = first; column < total.length; column++) {
      const cells = lines.map((line) => line[column]);
      expect(cells.filter((cell) => typeof cell !== 'number')).toEqual(['…']);
      const sum = cells.reduce<number>((all, cell) => all + (typeof cell === 'number' ? cell : 0), 0);
      expect(total[column]).toBe(sum);
    }
  });

  test('codes are texts, with their zeros', () => {
    const codes = below(sheets.get('Theo tỉnh - đối tượng')!, 'STT').map(([, code]) => code);
    expect(codes.slice(0, 2)).toEqual(['01', '02']);
    const [first] = below(sheets.get('Cơ sở nhiều việc nhất')!, 'STT');
    expect(first!.slice(0, 7)).toEqual([
      1,
      '01_D017',
      'Trạm Y tế phường Mẫu Một',
      '01',
      'Hà Nội',
      120_000,
      103_200,
    ]);
  });

  test('every day of every province is a line', () => {
    const rows = below(sheets.get('Tiến độ theo ngày')!, 'Mã tỉnh');
    const { provinces, total } = EXAMPLE_REPORT;
    const days = [total, ...provinces].reduce((sum, { progress }) => sum + (progress?.days.length ?? 0), 0);
    expect(rows).toHaveLength(days);
    expect(rows[6]!.slice(3)).toEqual([62, 81_050_500, 72_945_000, 72_945_000 / 81_050_500]);
  });

  test('each kind of error has a column, and the work adds up', () => {
    const sheet = sheets.get('Lỗi theo tỉnh')!;
    const head = sheet[sheet.findIndex(([cell]) => cell === 'STT')]!;
    const { total } = EXAMPLE_REPORT.errors;
    expect(head).toHaveLength(10 + Object.keys(total.kinds).length);
    const last = sheet.at(-1)!;
    expect(last[head.indexOf('đảo ngày và tháng sinh')]).toBe(total.kinds.birth_swapped);
    for (const line of below(sheet, 'STT')) {
      const [work, ...parts] = line.slice(4, 9).map(Number);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(work);
    }
  });
});

test('what is suppressed is marked', async () => {
  const [first, ...others] = EXAMPLE_REPORT.provinces;
  const wrong = { ...first!.table!.wrong_id, all: { persons: null, doses: null } };
  const sheets = await readBack({
    ...EXAMPLE_REPORT,
    minCell: 10,
    provinces: [{ ...first!, table: { ...first!.table!, wrong_id: wrong }, progress: null }, ...others],
  });
  expect(below(sheets.get('Theo tỉnh - đối tượng')!, 'STT')[0]![8]).toBe('*');
  expect(below(sheets.get('Tiến độ theo tỉnh')!, 'STT')[0]!.slice(5)).toEqual(Array(9).fill('*'));
});

test('sheets are frozen, to be filtered, and printed on landscape A4 with their head on each page', async () => {
  const parts = unzip(await officeBytes(deadlineWorkbook(EXAMPLE_REPORT, 'vi')));
  const pages = [...parts].filter(([name]) => name.startsWith('xl/worksheets/')).map(([, text]) => text);
  expect(pages).toHaveLength(15);
  for (const [i, page] of pages.entries()) {
    expect(page).toContain('state="frozen"');
    expect(page).toContain('paperSize="9" orientation="landscape"');
    expect(page.includes('<autoFilter')).toBe(i > 1);
  }
  expect(parts.get('xl/workbook.xml')!.match(/_xlnm.Print_Titles/g)).toHaveLength(15);
});

test('English sheets have names of at most 31 characters', () => {
  const { sheets } = deadlineWorkbook(EXAMPLE_REPORT, 'en');
  for (const { layout } of sheets) expect(layout.name).toMatch(/^[A-Z][\w -]{0,30}$/);
});

test.each([
  ['1900-03-01', 61],
  ['2000-02-29', 36_585],
  ['2022-05-05', 44_686],
  ['2024-12-31', 45_657],
  ['…', null],
])('the number of the day %s is %s', (iso, expected) => {
  expect(dayNumber(iso)).toBe(expected);
});
