import { cpSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { expectFault } from './faults.js';
import { doisoat, useSharedFolder, useTempFolder } from './program.js';
import { readRows, readRun } from './results.js';
import { buildSmallRegistry, DOSE_HEADER, dose, PEOPLE } from './small-data.js';

const shared = useSharedFolder();
const temp = useTempFolder();
const registry = shared('registry.db');
const [AN, NGOC, QUAN, HANG, KHOI, DUYEN] = PEOPLE;

function run(name: string, files: Readonly<Record<string, readonly string[]>>, ...flags: string[]): string {
  const paths = Object.entries(files).map(([file, rows]) => {
    const path = shared(`${name}-${file}`);
    writeFileSync(path, [DOSE_HEADER, ...rows, ''].join('\n'));
    return path;
  });
  const base = shared(name);
  const { code, stderr } = doisoat([
    ...[
      'run',
      '--doses',
      ...paths,
      '--registry',
      registry,
      '--out',
      base,
      '--jobs',
      '1',
      '--config',
      gates(),
    ],
    ...flags,
  ]);
  if (code !== 0) throw new Error(stderr);
  // Both runs have read files of the same names.
  for (const file of ['manifest.json', 'verified.csv', 'mismatch.csv', 'needs-review.csv', 'rejected.csv']) {
    const path = `${base}/${file}`;
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(`${name}-`, ''));
  }
  return base;
}

function gates(): string {
  const path = shared('config.json');
  writeFileSync(path, JSON.stringify({ gates: { maxRejectedShare: 1, maxReviewShare: 1 } }));
  return path;
}

const OLD_A = [dose(1, AN), dose(2, NGOC), dose(3, QUAN), dose(4, HANG), 'broken'];
const NEW_A = [
  dose(1, AN),
  dose(2, NGOC).replace(NGOC.name, '"TRAN THI BICH NGOC"'),
  dose(3, KHOI),
  dose(4, HANG).replace(HANG.id, ''),
  dose(5, DUYEN),
  dose(6, DUYEN),
];
const B = [dose(7, AN, '"a note, with ""quotes"""')];

let before = '';
let after = '';
beforeAll(() => {
  buildSmallRegistry(shared('snapshot.csv'), registry);
  before = run('old', { 'a.csv': OLD_A, 'b.csv': B, 'c.csv': [dose(8, QUAN)] });
  after = run('new', { 'a.csv': NEW_A, 'b.csv': B, 'd.csv': [dose(9, QUAN)] }, '--verify-probability', '0.9');
});

const diff = (...flags: string[]) => doisoat(['diff', '--old', before, '--new', after, ...flags]);

test('what the comparison says is what a comparison by hand finds', () => {
  const key = (row: Readonly<Record<string, string>>) => `${row.ds_source_file}:${row.ds_source_row}`;
  const state = (row: Readonly<Record<string, string>>) =>
    [row.ds_outcome, row.ds_reason, row.ds_person_id, row.ds_corrections].join('|');
  const old = new Map(readRun(before).map((row) => [key(row), row]));
  const now = new Map(readRun(after).map((row) => [key(row), row]));
  const both = [...old.keys()].filter((at) => now.has(at));
  const changed = both.filter((at) => state(old.get(at)!) !== state(now.get(at)!));
  const { code, stdout } = diff('--json', '--out', temp('changed.csv'), '--lang', 'en');
  expect(code).toBe(0);
  const told = JSON.parse(stdout);
  expect(told.rows).toMatchObject({ in_both: both.length, changed: changed.length });
  expect(changed.length).toBeGreaterThan(2);
  const only = (rows: Record<string, number>) => Object.values(rows).reduce((sum, n) => sum + n, 0);
  expect(only(told.rows.only_old)).toBe(old.size - both.length);
  expect(only(told.rows.only_new)).toBe(now.size - both.length);
  const list = readRows(temp('changed.csv'));
  expect(list.map((row) => `${row.source_file}:${row.source_row}`)).toEqual(changed.sort());
  for (const row of list) {
    const at = `${row.source_file}:${row.source_row}`;
    expect(row).toMatchObject({
      old_outcome: old.get(at)!.ds_outcome,
      old_person_id: old.get(at)!.ds_person_id,
      new_reason: now.get(at)!.ds_reason,
      new_person_id: now.get(at)!.ds_person_id,
    });
    expect(row.what_changed).toMatch(/^[A-Z].*\.$/);
  }
});

test('the list has no name and no birth date, and only its owner may read it', () => {
  diff('--out', temp('changed.csv'));
  const text = readFileSync(temp('changed.csv'), 'utf8');
  for (const { name, birth } of PEOPLE) {
    expect(text).not.toContain(name);
    expect(text).not.toContain(birth);
  }
  expect(statSync(temp('changed.csv')).mode & 0o777).toBe(0o600);
  expectFault(diff('--out', temp('changed.csv')), { exit: 5, code: 'output_exists', what: /changed\.csv/ });
});

test('what went in differently is told', () => {
  const { differences } = JSON.parse(diff('--json').stdout);
  expect(differences.inputs).toEqual({
    only_old: ['c.csv'],
    only_new: ['d.csv'],
    changed: ['a.csv'],
    read_otherwise: [],
  });
  expect(differences.settings).toEqual([{ name: 'match.verifyProbability', old: '0.999', new: '0.9' }]);
  expect(differences).toMatchObject({ model: null, registry_persons: null });
  expect(diff('--lang', 'en').stdout).toMatch(/setting match\.verifyProbability: 0\.999 → 0\.9/);
  expect(diff().stdout).toMatch(/tệp chỉ có ở lần cũ: c\.csv/);
});

test('a run and itself: nothing changed', () => {
  const { code, stdout } = doisoat(['diff', '--old', before, '--new', before, '--lang', 'en']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^0 of the 7 rows/);
  expect(stdout).toMatch(/nothing: the same files/);
});

test('runs that read the same files in another order', () => {
  cpSync(before, temp('reordered'), { recursive: true });
  const path = temp('reordered', 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, inputs: manifest.inputs.toReversed() }));
  for (const name of ['verified.csv', 'rejected.csv']) {
    const [header, ...rows] = readFileSync(temp('reordered', name), 'utf8').trimEnd().split('\n');
    const fileOf = (row: string) => /,([abc]\.csv),\d+,/.exec(row)![1]!;
    rows.sort((x, y) => (fileOf(x) < fileOf(y) ? 1 : fileOf(x) > fileOf(y) ? -1 : 0));
    writeFileSync(temp('reordered', name), `${[header, ...rows].join('\n')}\n`);
  }
  for (const [one, other] of [
    [before, temp('reordered')],
    [temp('reordered'), before],
  ] as const) {
    const told = JSON.parse(doisoat(['diff', '--old', one, '--new', other, '--json']).stdout);
    expect(told.rows).toMatchObject({ in_both: 7, changed: 0 });
  }
});

describe('faults: exit code 3', () => {
  test('a folder that is no run', () => {
    expectFault(doisoat(['diff', '--old', before, '--new', temp()]), {
      exit: 3,
      code: 'run_missing',
      what: /no result folder/,
    });
  });

  test.each([
    ['rows that were sorted', (rows: string[]) => rows.reverse(), 'run_disordered'],
    ['rows that were deleted', (rows: string[]) => rows.slice(1), 'run_incomplete'],
  ] as const)('%s', (_, edit, code) => {
    cpSync(before, temp('edited'), { recursive: true });
    const path = temp('edited', 'verified.csv');
    const [header = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
    writeFileSync(path, `${[header, ...edit(rows)].join('\n')}\n`);
    expectFault(doisoat(['diff', '--old', temp('edited'), '--new', after]), { exit: 3, code, what: /./ });
  });

  test('a file saved by a spreadsheet', () => {
    cpSync(before, temp('edited'), { recursive: true });
    writeFileSync(temp('edited', 'verified.csv'), 'a;b\n1;2\n');
    const ran = doisoat(['diff', '--old', temp('edited'), '--new', after]);
    expectFault(ran, { exit: 3, code: 'run_columns', what: /verified\.csv/ });
  });
});
