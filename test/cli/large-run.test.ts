import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO, doisoat, generate, useSharedFolder } from './program.js';
import { differentFiles, FILES, RUN_FILES, readFiles, readRows, readRun } from './results.js';

// 12,000 doses are more than 3 MB, so that every run has several chunks.
const shared = useSharedFolder();
const registry = shared('registry.db');
const doses = shared('doses-long.csv');

function run(out: string, ...flags: string[]) {
  const ran = doisoat([
    'run',
    '--doses',
    doses,
    '--registry',
    registry,
    '--out',
    shared(out),
    '--quiet',
    ...flags,
  ]);
  expect(ran).toEqual({ code: 0, stdout: '', stderr: '' });
}

beforeAll(() => {
  generate(shared(), 6000, 12_000, 5);
  const snapshots = [shared('snapshot-1.csv'), shared('snapshot-2.csv')];
  expect(doisoat(['registry', 'build', '--snapshot', ...snapshots, '--db', registry]).code).toBe(0);
  run('full', '--jobs', '2');
});

describe('the same inputs give the same bytes, in every file', () => {
  test.each([
    ['again', '2'],
    ['one worker', '1'],
  ])('%s', (out, jobs) => {
    run(out, '--jobs', jobs);
    expect(differentFiles(shared('full'), shared(out))).toEqual([]);
    expect([...readFiles(shared(out)).keys()]).toEqual(RUN_FILES);
  });

  test('the registry, built again', () => {
    const snapshots = [shared('snapshot-1.csv'), shared('snapshot-2.csv')];
    const args = ['registry', 'build', '--snapshot', ...snapshots, '--db', shared('again.db')];
    expect(doisoat(args).code).toBe(0);
    expect(readFileSync(shared('again.db')).equals(readFileSync(registry))).toBe(true);
    const lists = ['again.db.remarks.csv', 'registry.db.remarks.csv'].map((name) =>
      readFileSync(shared(name)),
    );
    expect(lists[0]?.equals(lists[1]!)).toBe(true);
  });

  test('the demo set: long and wide, one and two workers, and in another folder under another name', () => {
    for (const [name, jobs] of [
      ['demo-1', '1'],
      ['demo-2', '2'],
    ] as const) {
      const out = name === 'demo-1' ? shared(name) : shared('elsewhere', 'results');
      const inputs = ['doses-long.csv', 'doses-wide.csv'].map((file) => join(DEMO, file));
      const args = [
        'run',
        '--doses',
        ...inputs,
        '--registry',
        registry,
        '--out',
        out,
        '--jobs',
        jobs,
        '--quiet',
      ];
      expect(doisoat(args).code).toBe(0);
      if (name === 'demo-2') expect(differentFiles(shared('demo-1'), out)).toEqual([]);
    }
  });
});

describe('--limit over several chunks', () => {
  test.each([5000, 11_999])('%d: exactly the first rows, with the same results', (limit) => {
    run(`limit-${limit}`, '--limit', String(limit));
    const rows = readRun(shared(`limit-${limit}`));
    expect(rows.map((row) => Number(row.ds_source_row)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: limit }, (_, i) => i + 2),
    );
    for (const name of Object.values(FILES)) {
      const part = readFileSync(shared(`limit-${limit}`, name), 'utf8');
      expect(readFileSync(shared('full', name), 'utf8').startsWith(part)).toBe(true);
    }
  });
});

test('--province: just the rows of those provinces, with the same bytes, in the same order', () => {
  run('provinces', '--province', '79,01');
  let kept = 0;
  for (const name of Object.values(FILES)) {
    const wanted = new Set(provinceRows(name));
    const header = readFileSync(shared('full', name), 'utf8').split('\n', 1)[0];
    const records = recordsOf(shared('full', name)).filter(({ row }) => wanted.has(row));
    const expected = [header, ...records.map(({ text }) => text), ''].join('\n');
    expect(readFileSync(shared('provinces', name), 'utf8') === expected).toBe(true);
    kept += records.length;
  }
  expect(kept).toBeGreaterThan(500);
  const full = readRows(shared('full', 'summary-by-province.csv'));
  const part = readRows(shared('provinces', 'summary-by-province.csv'));
  expect(part.map((row) => row.province_code)).toEqual(['01', '79', 'total']);
  expect(part.slice(0, 2)).toEqual(
    full.filter((row) => row.province_code === '01' || row.province_code === '79'),
  );
});

/** Source rows whose facility lies in Hà Nội or Hồ Chí Minh, by the facility's own province column. */
function provinceRows(name: string): string[] {
  return readRows(shared('full', name))
    .filter((row) => /^Thành phố (Hà Nội|Hồ Chí Minh)$/.test(row['Tỉnh cơ sở tiêm'] ?? ''))
    .map((row) => row.ds_source_row ?? '');
}

/** The records of a result file as text; no record of the generated long file has a line break. */
function recordsOf(path: string): { row: string; text: string }[] {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n').slice(1);
  return lines.map((text) => ({ text, row: /,doses-long\.csv,(\d+),/.exec(text)?.[1] ?? '' }));
}
