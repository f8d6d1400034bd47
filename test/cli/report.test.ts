import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bareEnv, doisoat, listing, useSharedFolder } from './program.js';
import { buildSmallRegistry, DOSE_HEADER, dose, PEOPLE } from './small-data.js';

const shared = useSharedFolder();
const [an, ngoc, quan, hang, khoi, duyen] = PEOPLE;

/** The six persons with errors, a dose entered twice, and a broken row. */
const DOSES = [
  DOSE_HEADER,
  dose(1, an!),
  dose(2, an!),
  dose(3, { ...ngoc!, name: 'TRAN THI BICH NGOC' } as never),
  dose(4, { ...quan!, birth: '' } as never),
  dose(5, hang!),
  dose(6, { ...khoi!, id: '' } as never),
  dose(7, { ...duyen!, name: 'Hoàng Văn Tám', id: '052170000777', birth: '01/02/1950' } as never),
  'hỏng,dòng',
];

function makeRun(name: string, ...more: string[]): void {
  const { code, stderr } = doisoat([
    'run',
    ...['--quiet', '--doses', shared('doses.csv'), '--registry', shared('r.db'), '--out', shared(name)],
    ...more,
  ]);
  if (code !== 0 && code !== 1) throw new Error(stderr);
}

beforeAll(() => {
  buildSmallRegistry(shared('snapshot.csv'), shared('r.db'));
  writeFileSync(shared('doses.csv'), `${DOSES.join('\n')}\n`);
  makeRun('run-2022-04-28');
  makeRun('alone', '--province', '79', '--data-date', '2022-04-29');
  makeRun('limited-20220428', '--limit', '2');
  makeRun('nameless');
});

const report = (out: string, runs: readonly string[], ...more: string[]) =>
  doisoat([
    'report',
    '--lang',
    'en',
    '--out',
    shared(out),
    '--runs',
    ...runs.map((name) => shared(name)),
    ...more,
  ]);
const json = (out: string) => JSON.parse(readFileSync(shared(out, 'summary.json'), 'utf8'));

describe('doisoat report', () => {
  test('writes the figures, and the same bytes once more', () => {
    const { code, stdout } = report('a', ['run-2022-04-28']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Report as of 28\/04\/2022/);
    expect(listing(shared('a'))).toEqual(
      expect.arrayContaining(['manifest.json', 'summary.csv', 'summary.json']),
    );
    expect(report('b', ['run-2022-04-28']).code).toBe(0);
    for (const name of listing(shared('a')))
      expect(readFileSync(shared('a', name)).equals(readFileSync(shared('b', name)))).toBe(true);
  });

  test('counts who makes which errors', () => {
    report('errors', ['run-2022-04-28']);
    const { errors } = json('errors');
    const province = (code: string) => errors.provinces.find((one: { code: string }) => one.code === code);
    expect(province('79')).toMatchObject({
      rows: 3,
      work: 1,
      kinds: { name_no_accents: 1, duplicate_dose: 2 },
    });
    expect(province('01').kinds).toEqual({ birth_missing: 1 });
    expect(province('52').kinds).toMatchObject({ id_missing: 1, person_not_told: 1, id_unknown: 1 });
    expect(province('')).toMatchObject({ work: 1, unreadable: 1, kinds: { row_unreadable: 1 } });
    expect(errors.facilities[0]).toMatchObject({ code: '52_D001', province: '52', work: 2 });
  });

  test('a province run again alone counts with the newer run, and makes the others stale', () => {
    expect(report('alone-report', ['run-2022-04-28', 'alone']).code).toBe(0);
    const { stale, runs, as_of: asOf } = json('alone-report');
    expect([asOf, stale]).toEqual(['2022-04-29', ['01', '52']]);
    expect(runs[1]).toMatchObject({ day: '2022-04-29', day_from: 'setting', newest_of: ['79'] });
  });

  test('takes a folder of run folders, by name', () => {
    for (const name of ['run-2022-04-28', 'alone'])
      cpSync(shared(name), shared('runs', name), { recursive: true });
    expect(report('folder', ['runs']).code).toBe(0);
    const { runs } = json('folder');
    expect(runs.map(({ name }: { name: string }) => name)).toEqual(['alone', 'run-2022-04-28']);
  });

  test('takes further figures and warns of bad rows', () => {
    writeFileSync(shared('figures.csv'), 'Tỉnh,Số đối tượng đã ký số\nHồ Chí Minh,1\nAtlantis,2\n');
    const { code, stderr } = report('figures', ['run-2022-04-28'], '--figures', shared('figures.csv'));
    expect(code).toBe(0);
    expect(stderr).toMatch(/figures\.csv, row 3, column “Tỉnh”: none of the 63 provinces/);
    expect(json('figures').total.figures.persons_signed).toBe(1);
    expect(json('figures').total.figures.complaints_received).toBeNull();
  });

  test('for publication nothing small is left', () => {
    expect(report('public', ['run-2022-04-28'], '--min-cell', '5').code).toBe(0);
    const { total, provinces } = json('public');
    const persons = [...provinces, total].flatMap(({ table }) =>
      table === null ? [] : Object.values(table).flatMap((row) => Object.values(row as object)),
    );
    expect(persons.filter(({ persons: count }) => count > 0 && count < 5)).toEqual([]);
  });
});

describe('what cannot be used is refused', () => {
  test.each([
    ['a run with --limit', ['limited-20220428'], [], 3, 'run_not_whole'],
    ['a run of an unknown day', ['nameless'], [], 3, 'run_day_unknown'],
    ['no run', ['snapshot.csv'], [], 3, 'run_missing'],
    ['runs after the day of the report', ['run-2022-04-28'], ['--as-of', '2022-04-01'], 3, 'runs_all_later'],
    ['a day that is none', ['run-2022-04-28'], ['--as-of', '2022-02-30'], 2, 'day_invalid'],
    ['a figures file without columns', ['run-2022-04-28'], ['--figures', 'FIGURES'], 3, 'figures_unusable'],
  ] as const)('%s', (_, runs, more, exitCode, failure) => {
    writeFileSync(shared('nothing.csv'), 'a,b\n1,2\n');
    const args = more.map((text) => (text === 'FIGURES' ? shared('nothing.csv') : text));
    const { code, stderr } = report('refused', runs, ...args);
    expect(stderr).toMatch(new RegExp(`\\(${failure}, exit code ${exitCode}\\)`));
    expect(code).toBe(exitCode);
    expect(listing(shared('.'))).not.toContain('refused/');
  });

  test.each([
    ['a file of another size', () => appendFileSync(shared('copy-2022-04-28', 'mismatch.csv'), 'x')],
    ['a file that is gone', () => rmSync(shared('copy-2022-04-28', 'verified.csv'))],
    [
      'a file with other content',
      () => {
        const path = shared('copy-2022-04-28', 'verified.csv');
        writeFileSync(path, readFileSync(path, 'utf8').replace('01_D001', '02_D001'));
      },
    ],
    [
      'a manifest whose figures were changed',
      () => {
        const path = shared('copy-2022-04-28', 'manifest.json');
        writeFileSync(path, readFileSync(path, 'utf8').replace(/"persons": 1\b/, '"persons": 9'));
      },
    ],
  ])('a folder that is not as it was published: %s', (_, spoil) => {
    rmSync(shared('copy-2022-04-28'), { recursive: true, force: true });
    cpSync(shared('run-2022-04-28'), shared('copy-2022-04-28'), { recursive: true });
    spoil();
    const { code, stderr } = report('damaged', ['copy-2022-04-28']);
    expect(stderr).toMatch(/\(run_damaged, exit code 3\)/);
    expect(code).toBe(3);
  });

  test('after a rename the day is known', () => {
    renameSync(shared('nameless'), shared('tinh 79 20220427 (2)'));
    expect(report('renamed', ['tinh 79 20220427 (2)']).code).toBe(0);
    expect(json('renamed').runs[0]).toMatchObject({ day: '2022-04-27', day_from: 'folder_name' });
  });
});

test('scripts/check-report tells a figure that is not what the result files come to', () => {
  report('tampered', ['run-2022-04-28']);
  const path = shared('tampered', 'summary.json');
  const changed = json('tampered');
  changed.total.table.sent.mismatch.persons += 1;
  writeFileSync(path, JSON.stringify(changed));
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      resolve('dist/scripts/check-report.js'),
      ...['--report', shared('tampered'), '--runs', shared('run-2022-04-28')],
    ],
    { env: bareEnv(), encoding: 'utf8' },
  );
  expect(stdout).toMatch(/DISAGREES total persons sent mismatch: recomputed 1, the report says 2/);
  expect(status).toBe(1);
});

test('nights of runs over all provinces: recomputed from the result files, every figure agrees', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('dist/scripts/report-check.js'), ...['--persons', '1500', '--doses', '2500', '--nights', '3']],
    { env: bareEnv(), encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(stdout).toMatch(
    /AGREES to the unit: \d{4,} figures agree, 0 do not\nThe same runs give the same bytes\./,
  );
  expect(status).toBe(0);
}, 120_000);
