import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { bareEnv, doisoat, generate, listing, useSharedFolder } from './program.js';
import { type Row, readRows, readRun, readTable } from './results.js';

const at = useSharedFolder();
const GROUPINGS = ['facility', 'commune', 'province'] as const;
const NO_WORK = ['exact', 'empty_row', 'not_a_record'];

interface Manifest {
  readonly outputs: readonly { name: string; bytes: number; sha256: string; rows: number }[];
  readonly lists: number;
  readonly rows: { readonly listed: number; readonly by_reason: Record<string, number> };
}
const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

/** The sheets of a list as texts, by name. */
async function sheetsOf(path: string): Promise<Map<string, string[][]>> {
  const { sheets } = await readXlsx(readFileSync(path));
  return new Map(
    sheets.map(({ name, rows }) => [name, rows.map((row) => row.map((cell) => String(cell ?? '')))]),
  );
}

/** The data rows of a detail sheet by header. */
function rowsOf(sheet: readonly string[][]): Row[] {
  const [header = []] = sheet.slice(2);
  return sheet.slice(3).map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
}

interface ListedRow extends Row {
  readonly list: string;
  readonly sheet: string;
}

/** All lines of all lists of a folder. */
async function linesOf(folder: string): Promise<ListedRow[]> {
  const found: ListedRow[] = [];
  for (const name of listing(folder)) {
    if (!name.endsWith('.xlsx') || name.includes('nhập lại') || name === 'index.xlsx') continue;
    for (const [sheet, rows] of await sheetsOf(join(folder, name))) {
      if (sheet !== 'Tóm tắt') found.push(...rowsOf(rows).map((row) => ({ ...row, list: name, sheet })));
    }
  }
  return found;
}

/** `file:row` of every source row of a line. */
function sourcesOf(line: Row): string[] {
  const files = line['Tệp nguồn']!.split('\n');
  const rows = line.Dòng!.split('\n');
  return files.flatMap((file, i) => rows[i]!.split(', ').map((row) => `${file}:${row}`));
}

beforeAll(() => {
  generate(at('data'), 1500, 2000, 11);
  const snapshots = [at('data', 'snapshot-1.csv'), at('data', 'snapshot-2.csv')];
  doisoat(['registry', 'build', '--snapshot', ...snapshots, '--db', at('r.db')]);
  const broken =
    'M1,Nguyễn Văn An,thừa,quá\n,,,,,,,,,,,,,,,,,,,\nM2,,Nam,01/01/1980,,,,,,,,,,,,,,01J08,TYT Hạ Mỗ,\n';
  const doses = readFileSync(at('data', 'doses-long.csv'), 'utf8');
  writeFileSync(at('data', 'doses-long.csv'), doses + broken);
  for (const name of ['long', 'wide']) {
    const { code, stderr } = doisoat([
      'run',
      '--doses',
      at('data', `doses-${name}.csv`),
      '--registry',
      at('r.db'),
      '--out',
      at(name),
    ]);
    if (code !== 0 && code !== 1) throw new Error(stderr);
    for (const by of GROUPINGS) {
      const made = doisoat(['worklist', '--run', at(name), '--by', by, '--out', at(`${name}-${by}`)]);
      if (made.code !== 0) throw new Error(made.stderr);
    }
  }
}, 120_000);

const ALL = [...GROUPINGS.map((by) => ['long', by] as const), ['wide', 'facility'] as const];

describe.each(ALL)('lists of the %s layout by %s', (name, by) => {
  let lines: ListedRow[] = [];
  let wanted: Row[] = [];
  beforeAll(async () => {
    lines = await linesOf(at(`${name}-${by}`));
    wanted = readRun(at(name)).filter((row) => !NO_WORK.includes(row.ds_reason!));
  });

  test('every row that needs work is in exactly one list, no other row is in any', () => {
    const lists = new Map<string, Set<string>>();
    for (const line of lines) {
      for (const source of sourcesOf(line)) {
        lists.set(source, (lists.get(source) ?? new Set()).add(`${line.list} ${line.sheet}`));
      }
    }
    const expected = wanted.map((row) => `${row.ds_source_file}:${row.ds_source_row}`);
    expect([...lists.keys()].sort()).toEqual(expected.sort());
    expect([...lists.values()].filter(({ size }) => size !== 1)).toEqual([]);
  });

  test('the counts are those of the run', () => {
    const { rows } = JSON.parse(readFileSync(at(name, 'manifest.json'), 'utf8')) as Manifest;
    const { lists, rows: listed } = manifestOf(at(`${name}-${by}`));
    for (const [reason, count] of Object.entries(listed.by_reason))
      expect(rows.by_reason[reason]).toBe(count);
    expect(listed.listed).toBe(wanted.length);
    expect(lists).toBe(new Set(lines.map(({ list }) => list)).size);
  });

  test('nothing of another person is told: all texts of sheets 2 to 4 are the row’s own or the program’s', () => {
    const people = ['snapshot-1.csv', 'snapshot-2.csv']
      .flatMap((file) => readRows(at('data', file)))
      .map((person) => person.HoVaTen ?? `${person.Ho} ${person.ChuDem} ${person.Ten}`.replace(/\s+/g, ' '));
    const own = new Map(wanted.map((row) => [`${row.ds_source_file}:${row.ds_source_row}`, row]));
    const unsure = lines.filter(({ sheet }) => sheet !== '1 Sửa ngay');
    expect(unsure.length).toBeGreaterThan(20);
    expect(people.length).toBeGreaterThan(1000);
    expect(people[0]).toMatch(/^\p{Lu}\p{L}* /u);
    for (const { list, sheet, ...line } of unsure) {
      const rows = sourcesOf(line).map((source) => own.get(source)!);
      const sent = rows.flatMap((row) =>
        Object.entries(row)
          .filter(([column]) => !column.startsWith('ds_') || column === 'ds_source_text')
          .map(([, text]) => text),
      );
      const all = sent.join('\n');
      const told = Object.values(line).join('\n');
      expect(line['Đề xuất'] ?? '').toBe('');
      // A number may be shown as it was looked up: its own digits, with the zeros that were lost in front.
      const digits = sent.map((text) => text.replace(/\D/g, '')).join('\n');
      for (const [number] of told.matchAll(/\d{8,12}/g)) expect(digits).toContain(number.replace(/^0+/, ''));
      const names = people.filter((person) => told.includes(person) && !all.includes(person));
      expect(names).toEqual([]);
      for (const [date] of told.matchAll(/\d{2}\/\d{2}\/\d{4}/g)) expect(all).toContain(date);
      for (const row of rows) {
        const candidates = row.ds_candidates === '' ? [] : JSON.parse(row.ds_candidates!);
        for (const { person_id, differences } of candidates) {
          if (!all.includes(person_id)) expect(told).not.toContain(person_id);
          for (const [, value] of Object.values(differences as Record<string, [string, string]>)) {
            // `Nam` is a word of many places; a sex tells nobody's name.
            if (value.length > 3 && !all.includes(value)) expect(told).not.toContain(value);
          }
        }
      }
    }
  });

  test('what is certain comes first; reviews by probability; proposals are the run’s corrections', () => {
    const rank = new Map(wanted.map((row) => [`${row.ds_source_file}:${row.ds_source_row}`, row]));
    for (const list of new Set(lines.map((line) => line.list))) {
      const own = lines.filter((line) => line.list === list);
      const sheets = own.map(({ sheet }) => sheet);
      expect(sheets).toEqual([...sheets].sort());
      const probabilities = own
        .filter(({ sheet }) => sheet.startsWith('3'))
        .map((line) => Number(rank.get(sourcesOf(line)[0]!)!.ds_match_probability));
      expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
    }
    for (const line of lines.filter(({ sheet }) => sheet.startsWith('1'))) {
      const row = rank.get(sourcesOf(line)[0]!)!;
      const proposals = Object.values(JSON.parse(row.ds_corrections!) as Record<string, string[]>);
      expect(proposals.map(([, to]) => to)).toContain(line['Đề xuất']);
    }
  });

  test('the manifest names every file, and its checksum', () => {
    const folder = at(`${name}-${by}`);
    const files = listing(folder).filter((file) => !file.endsWith('/') && file !== 'manifest.json');
    const { outputs } = manifestOf(folder);
    expect(outputs.map((output) => output.name).sort()).toEqual(files);
    for (const { name: file, bytes, sha256 } of outputs) {
      const content = readFileSync(join(folder, file));
      expect(content).toHaveLength(bytes);
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    }
  });
});

test('the index has all lists, most work first', async () => {
  const rows = (await sheetsOf(at('long-facility', 'index.xlsx'))).get('Mục lục')!.slice(2);
  const points = rows.map((row) => Number(row[4]));
  expect(points).toEqual([...points].sort((a, b) => b - a));
  expect(rows).toHaveLength(manifestOf(at('long-facility')).lists);
});

test('rows that name no facility have a list of their own', () => {
  const names = listing(at('long-facility'));
  expect(names).toContain('Không rõ tỉnh/Không rõ cơ sở.xlsx');
});

test('the same run gives the same bytes', () => {
  doisoat(['worklist', '--run', at('long'), '--out', at('again'), '--quiet']);
  expect(manifestOf(at('again'))).toEqual(manifestOf(at('long-facility')));
});

describe('imports', () => {
  test('hold the persons without an ID or with one in a wrong format, once, with their registry ID', async () => {
    const wanted = readRun(at('long')).filter(
      (row) => row.ds_reason === 'corrected' && row.ds_official_class === 'no_or_bad_id',
    );
    const folder = at('long-province');
    const found: string[] = [];
    for (const name of listing(folder).filter((file) => file.includes('nhập lại'))) {
      const [rows] = [...(await sheetsOf(join(folder, name))).values()];
      for (const row of rows!.slice(8)) {
        expect(row[32]).toMatch(/^(Không có số định danh|Số định danh sai định dạng)/);
        expect(row[17]).toMatch(/^(\d{2}\/\d{2}\/\d{4})?/);
        found.push(`${name} ${row[7]}`);
      }
    }
    expect(new Set(found).size).toBe(found.length);
    const ids = new Set(found.map((text) => text.slice(-12)));
    expect([...ids].sort()).toEqual([...new Set(wanted.map((row) => row.ds_person_id))].sort());
  });
});

test('CSV for people: byte order mark, apostrophe before what could be a formula', () => {
  const run = at('long');
  const { code } = doisoat(['worklist', '--run', run, '--format', 'csv', '--out', at('csv')]);
  expect(code).toBe(0);
  const lists = listing(at('csv')).filter((name) => name.endsWith('.csv') && name !== 'index.csv');
  expect(lists).toHaveLength(manifestOf(at('csv')).lists);
  const all = lists.map((name) => readFileSync(at('csv', name), 'utf8'));
  for (const text of all) expect(text.charCodeAt(0)).toBe(0xfeff);
  const cells = lists.flatMap((name) => readTable(at('csv', name)).flat());
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(cells.some((cell) => cell.startsWith("'+84"))).toBe(true);
});

test('in English where asked for', async () => {
  doisoat(['worklist', '--run', at('wide'), '--by', 'province', '--out', at('en'), '--lang', 'en']);
  const [name] = listing(at('en')).filter((file) => /^79.*chí minh\.xlsx$/i.test(file));
  const sheets = await sheetsOf(at('en', name!));
  expect([...sheets.keys()].slice(0, 2)).toEqual(['Summary', '1 Correct']);
  expect(sheets.get('1 Correct')![3]!.join(' ')).toContain('Exactly one person is identified');
});

describe('refusals', () => {
  const NOWHERE = { env: bareEnv() };
  test('a place that is taken', () => {
    mkdirSync(at('taken'));
    const { code, stderr } = doisoat(['worklist', '--run', at('long'), '--out', at('taken')], NOWHERE);
    expect([code, stderr.includes('output_exists')]).toEqual([5, true]);
    expect(listing(at('taken'))).toEqual([]);
  });

  test('a folder that is no run', () => {
    const { code, stderr } = doisoat(['worklist', '--run', at('data'), '--out', at('none')]);
    expect([code, stderr.includes('run_missing')]).toEqual([3, true]);
  });

  test('a run that lost rows: nothing is published', () => {
    mkdirSync(at('lost'));
    for (const file of listing(at('long'))) writeFileSync(at('lost', file), readFileSync(at('long', file)));
    const path = at('lost', 'mismatch.csv');
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    writeFileSync(path, `${lines.slice(0, -1).join('\n')}\n`);
    const { code, stderr } = doisoat(['worklist', '--run', at('lost'), '--out', at('of-lost')]);
    expect([code, stderr.includes('run_incomplete')]).toEqual([3, true]);
    expect(listing(at()).filter((name) => name.includes('of-lost'))).toEqual([]);
    rmSync(at('lost'), { recursive: true });
  });

  test('an unknown unit', () => {
    expect(doisoat(['worklist', '--run', at('long'), '--out', at('x'), '--by', 'village']).code).toBe(2);
  });
});
