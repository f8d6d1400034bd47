import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type CellValue, type MergeRange, type WriteSheet, writeXlsx } from 'hucre/xlsx';

/** Makes fixtures/workbooks from fixtures/demo. Needs LibreOffice (`soffice`). See fixtures/workbooks/README.md. */

const OUT = 'fixtures/workbooks';
const WIDE_HEADER_ROWS = 8;
const PERSONS = 40;
const DOSES = 60;

function tableOf(path: string, rows: number): string[][] {
  return parse(readFileSync(path), { bom: true, relax_column_count: true, to: rows });
}

/** Groups of the upper header row span the empty cells to their right; plain headers span both rows. */
function headerMerges(upper: readonly string[], lower: readonly string[], row: number): MergeRange[] {
  const merges: MergeRange[] = [];
  for (let column = 0; column < upper.length; column++) {
    if (upper[column] === '') continue;
    let end = column;
    if (lower[column] === '')
      merges.push({ startRow: row, startCol: column, endRow: row + 1, endCol: column });
    else while (end + 1 < upper.length && upper[end + 1] === '' && lower[end + 1] !== '') end++;
    if (end > column) merges.push({ startRow: row, startCol: column, endRow: row, endCol: end });
  }
  return merges;
}

function sheet(
  name: string,
  rows: readonly (readonly CellValue[])[],
  more: Partial<WriteSheet> = {},
): WriteSheet {
  return { name, rows: rows.map((cells) => cells.map((value) => (value === '' ? null : value))), ...more };
}

function platformSheets(wide: readonly string[][]): WriteSheet[] {
  const [upper = [], lower = []] = wide.slice(WIDE_HEADER_ROWS - 2);
  return [
    sheet('Hướng dẫn', [['Cách nhập danh sách'], ['Nhập vào sheet PL1, không đổi tên cột']]),
    sheet('PL1_Danh sach doi tuong tiem', wide, { merges: headerMerges(upper, lower, WIDE_HEADER_ROWS - 2) }),
    sheet('PL2', [
      ['Mã nhóm', 'Tên nhóm'],
      ['1', 'Người làm việc trong các cơ sở y tế'],
    ]),
    sheet(
      'PL5',
      [
        ['Mã', 'Tên vắc xin'],
        ['1', 'AstraZeneca'],
      ],
      { hidden: true },
    ),
  ];
}

/** A hand-made list: title, typed cells, a sub-total, a signature, merged cells below the header. */
function handMadeSheet(long: readonly string[][]): WriteSheet {
  const [header = [], ...doses] = long;
  const isNumber = new Set(['CMND/CCCD/HC', 'Mũi tiêm'].map((name) => header.indexOf(name)));
  const typed = doses.map((cells) =>
    cells.map((text, column) => (isNumber.has(column) && /^[0-9]{1,15}$/.test(text) ? Number(text) : text)),
  );
  const rows = [
    ['DANH SÁCH TIÊM CHỦNG'],
    [],
    header,
    ...typed,
    ['Tổng cộng', typed.length],
    [],
    ['Người lập biểu'],
  ];
  const last = rows.length - 1;
  return sheet('Danh sách', rows, {
    merges: [
      { startRow: 0, startCol: 0, endRow: 0, endCol: header.length - 1 },
      { startRow: last, startCol: 0, endRow: last, endCol: 3 },
    ],
  });
}

/** Has LibreOffice write a file anew; `filter` is how it reads the input. */
function convert(folder: string, from: string, to: string, type: string, filter?: string): void {
  const args = [
    '--headless',
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    '--convert-to',
    type,
  ];
  if (filter !== undefined) args.push(`--infilter=${filter}`);
  const { status } = spawnSync('soffice', [...args, '--outdir', folder, from], { stdio: 'ignore' });
  if (status !== 0) throw new Error(`soffice could not convert ${from}`);
  const made = from.replace(/^.*\//, '').replace(/\.[^.]+$/, `.${type}`);
  renameSync(join(folder, made), join(OUT, to));
}

const folder = mkdtempSync(join(tmpdir(), 'workbook-fixtures-'));
mkdirSync(OUT, { recursive: true });
const wide = tableOf('fixtures/demo/doses-wide.csv', WIDE_HEADER_ROWS + PERSONS);
const long = tableOf('fixtures/demo/doses-long.csv', 1 + DOSES);
const write = async (name: string, sheets: WriteSheet[], more = {}) =>
  writeFileSync(join(OUT, name), await writeXlsx({ sheets, ...more }));

await write('platform.hucre.xlsx', platformSheets(wide));
await write('hand-made.hucre.xlsx', [handMadeSheet(long)]);
await write('password.xlsx', [handMadeSheet(long.slice(0, 3))], {
  encryption: { password: 'doisoat', spinCount: 1000 },
});
await write(
  'two-lists.xlsx',
  ['Tháng 1', 'Tháng 2'].map((name) => ({ ...handMadeSheet(long.slice(0, 5)), name })),
);
convert(folder, join(OUT, 'platform.hucre.xlsx'), 'platform.libreoffice.xlsx', 'xlsx');
// Comma, quotes, UTF-8, from the first line, English (United Kingdom), all fields not as text, special numbers detected:
// dates become serials and IDs become numbers, as when a person opens a CSV file and saves it as a workbook.
writeFileSync(join(folder, 'opened.csv'), long.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n')); // biome-ignore format: one line a step
convert(
  folder,
  join(folder, 'opened.csv'),
  'opened-csv.libreoffice.xlsx',
  'xlsx',
  'CSV:44,34,76,1,,2057,false,true',
);
convert(folder, join(OUT, 'two-lists.xlsx'), 'old.xls', 'xls');
convert(folder, join(OUT, 'two-lists.xlsx'), 'open-document.ods', 'ods');
rmSync(folder, { recursive: true, force: true });
