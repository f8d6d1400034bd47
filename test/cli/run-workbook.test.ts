import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { escapeXml, inlineRows, makeWorkbook } from '../input/workbook/make-workbook.js';
import { expectFault } from './faults.js';
import { DEMO, doisoat, useSharedFolder, useTempFolder } from './program.js';
import { buildSmallRegistry, DOSE_HEADER, DOSES, SNAPSHOT } from './small-data.js';

const FIXTURES = resolve('fixtures/workbooks');
const PERSONS = 300;
const HEADER_ROWS = 8;
const ROWS = DOSES.trim().split('\n').slice(1);
const shared = useSharedFolder();
const temp = useTempFolder();
const small = shared('small.db');

beforeAll(() => buildSmallRegistry(shared('snapshot.csv'), small));

const run = (registry: string, out: string, ...doses: string[]) =>
  doisoat(['run', '--doses', ...doses, '--registry', registry, '--out', out, '--jobs', '1']);
const results = (out: string) =>
  ['verified.csv', 'mismatch.csv', 'needs-review.csv', 'rejected.csv'].map((name) =>
    readFileSync(join(out, name), 'utf8'),
  );

/** `sheetData` with shared strings, as Excel writes it. */
function sharedRows(table: readonly (readonly string[])[]): { rows: string; strings: string } {
  const ids = new Map<string, number>();
  const id = (text: string) => ids.get(text) ?? ids.set(text, ids.size).size - 1;
  const column = (i: number) => (i < 26 ? '' : 'A') + String.fromCharCode(65 + (i % 26));
  const cell = (text: string, i: number, row: number) =>
    text === '' ? '' : `<c r="${column(i)}${row}" s="0" t="s"><v>${id(text)}</v></c>`;
  const rows = table.map(
    (cells, i) => `<row r="${i + 1}">${cells.map((text, j) => cell(text, j, i + 1)).join('')}</row>`,
  );
  const strings = [...ids.keys()].map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`);
  return { rows: rows.join(''), strings: strings.join('') };
}

test(`${PERSONS} persons as CSV and as a workbook give the same results`, async () => {
  const registry = temp('registry.db');
  const snapshots = [1, 2].map((n) => join(DEMO, `snapshot-${n}.csv`));
  expect(doisoat(['registry', 'build', '--snapshot', ...snapshots, '--db', registry]).code).toBe(0);
  const table: string[][] = parse(readFileSync(join(DEMO, 'doses-wide.csv')), { bom: true, relax_column_count: true, to: HEADER_ROWS + PERSONS });
  const { rows, strings } = sharedRows(table);
  const sheets = [{ name: 'Hướng dẫn', rows: inlineRows([['Cách nhập']]) }, { name: 'PL1_Danh sach doi tuong tiem', rows }];
  writeFileSync(temp('list.xlsx'), await makeWorkbook({ sheets, strings }));
  const quoted = table.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
  writeFileSync(temp('list.csv'), `\ufeff${quoted.join('\r\n')}\r\n`);

  const fromCsv = run(registry, temp('from-csv'), temp('list.csv'));
  const fromWorkbook = run(registry, temp('from-workbook'), temp('list.xlsx'));
  expect([fromCsv.code, fromWorkbook.code]).toEqual([0, 0]);
  expect(fromWorkbook.stderr).toContain('sheet "PL1_Danh sach doi tuong tiem" is read; sheets not read: "Hướng dẫn" (no usable header)');
  const renamed = results(temp('from-csv')).map((text) => text.replaceAll('list.csv', 'list.xlsx'));
  expect(results(temp('from-workbook'))).toEqual(renamed);
  expect(renamed.join('').split('list.xlsx')).toHaveLength(PERSONS + 1);

  const manifest = JSON.parse(readFileSync(join(temp('from-workbook'), 'manifest.json'), 'utf8'));
  expect(manifest.inputs[0].workbook).toMatchObject({ sheet: 'PL1_Danh sach doi tuong tiem', rows: PERSONS, hidden_rows: 0 });
  expect(manifest.inputs[0].bytes).toBe(readFileSync(temp('list.xlsx')).length);
}); // biome-ignore format: readable

test('sheets named one by one are inputs of their own; together they have the rows of both', async () => {
  const table = (rows: readonly string[]) => [DOSE_HEADER, ...rows].map((line) => line.split(','));
  const sheets = [
    { name: 'Tháng 1', rows: inlineRows(table(ROWS.slice(0, 2))) },
    { name: 'Tháng 2', rows: inlineRows(table(ROWS.slice(2))) },
  ];
  writeFileSync(temp('list.xlsx'), await makeWorkbook({ sheets }));
  expectFault(run(small, temp('out'), temp('list.xlsx')), {
    exit: 3, code: 'workbook_several_lists', what: /"Tháng 1", "Tháng 2"/, next: /list\.xlsx#Tháng 1" ".*list\.xlsx#Tháng 2"/,
  }); // biome-ignore format: one line
  expect(run(small, temp('out'), temp('list.xlsx#Tháng 1'), temp('list.xlsx#Tháng 2')).code).toBeLessThan(2);
  const rows = results(temp('out')).join('');
  expect(rows.split('list.xlsx#Tháng 1')).toHaveLength(3);
  expect(rows.split('list.xlsx#Tháng 2')).toHaveLength(ROWS.length - 1);
});

test('a folder of workbooks; hidden rows are read and reported', async () => {
  const rows = inlineRows([DOSE_HEADER, ...ROWS].map((line) => line.split(','))).replaceAll(
    '<row>',
    '<row hidden="1">',
  );
  writeFileSync(temp('a.xlsx'), await makeWorkbook({ sheets: [{ name: 'a', rows }] }));
  const ran = run(small, temp('out'), temp());
  expect(ran.stderr).toContain(`${ROWS.length} hidden rows are read like the others`);
  expect(results(temp('out')).join('').split('a.xlsx')).toHaveLength(ROWS.length + 1);
});

test.each([
  ['password.xlsx', 'workbook_encrypted'],
  ['old.xls', 'workbook_old_format'],
  ['open-document.ods', 'workbook_opendocument'],
])('%s ends with exit code 3 and says what to do', (name, code) => {
  copyFileSync(join(FIXTURES, name), temp(name));
  expectFault(run(small, temp('out'), temp(name)), {
    exit: 3,
    code,
    what: name,
    next: /\(\.xlsx\)|password/,
  });
});

describe('a registry snapshot as a workbook', () => {
  const sheet = (name: string, state?: 'hidden') => ({
    name,
    rows: inlineRows(SNAPSHOT.trim().split('\n').map((line) => line.split(','))),
    ...(state !== undefined && { state }),
  }); // biome-ignore format: short
  const build = (path: string) =>
    doisoat(['registry', 'build', '--snapshot', path, '--db', temp('built.db')]);

  test('gives the same registry', async () => {
    writeFileSync(temp('snapshot.xlsx'), await makeWorkbook({ sheets: [sheet('dân cư')] }));
    expect(build(temp('snapshot.xlsx')).code).toBe(0);
    writeFileSync(temp('doses.csv'), DOSES);
    const out = (registry: string, name: string) => {
      expect(run(registry, temp(name), temp('doses.csv')).code).toBe(0);
      return results(temp(name));
    };
    expect(out(temp('built.db'), 'a')).toEqual(out(small, 'b'));
  });

  test('is refused where a sheet with persons would be left out', async () => {
    const sheets = [sheet('dân cư'), sheet('bổ sung', 'hidden')];
    writeFileSync(temp('snapshot.xlsx'), await makeWorkbook({ sheets }));
    expectFault(build(temp('snapshot.xlsx')), {
      exit: 3,
      code: 'workbook_several_lists',
      what: /"dân cư", "bổ sung"/,
    });
  });
});
