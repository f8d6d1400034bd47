import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { expectFault } from './faults.js';
import { doisoat, listing, useSharedFolder, useTempFolder } from './program.js';
import { outcomes, readRows, readRun } from './results.js';
import { buildSmallRegistry, DOSES, DOSES_OUTCOMES, PEOPLE } from './small-data.js';

const shared = useSharedFolder();
const temp = useTempFolder();
const registry = shared('registry.db');
const doses = shared('doses.csv');

beforeAll(() => {
  buildSmallRegistry(shared('snapshot.csv'), registry);
  writeFileSync(doses, DOSES);
});

function run(...flags: string[]) {
  const args = [
    'run',
    '--doses',
    doses,
    '--registry',
    registry,
    '--out',
    temp('out'),
    '--jobs',
    '1',
    ...flags,
  ];
  return doisoat(args, { env: { TMPDIR: temp() } });
}

test('--json: stdout is the summary and nothing else', () => {
  const ran = run('--json');
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toBe(readFileSync(temp('out', 'summary.json'), 'utf8'));
  expect(() => JSON.parse(ran.stdout)).not.toThrow();
});

test('--json with a fault: the fault as JSON on stdout, as text on stderr', () => {
  const args = ['run', '--doses', temp('none.csv'), '--registry', registry, '--out', temp('out'), '--json'];
  const ran = doisoat(args);
  expect(JSON.parse(ran.stdout)).toMatchObject({ errors: [{ code: 'input_missing', exit_code: 3 }] });
  expect(ran.stderr).toMatch(/input_missing/);
  expect(ran.code).toBe(3);
});

test('--quiet: stdout and stderr are empty, the results are there', () => {
  expect(run('--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(outcomes(temp('out'))).toEqual(DOSES_OUTCOMES);
});

test('without a terminal there is no progress and no colour', () => {
  const { stdout, stderr } = run();
  expect(stderr).toBe('');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are looked for
  expect(stdout).not.toMatch(/[\u001b\r]/);
});

describe('--log', () => {
  const log = () =>
    readFileSync(temp('run.log'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  test('JSON lines for their owner only, appended from run to run, without personal data', () => {
    expect(run('--log', temp('run.log'), '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
    const lines = log().length;
    expect(run('--log', temp('run.log')).code).toBe(5);
    expect(log().length).toBeGreaterThan(lines);
    expect(log().at(-1)).toMatchObject({ code: 'output_exists' });
    expect(statSync(temp('run.log')).mode & 0o777).toBe(0o600);
    const text = readFileSync(temp('run.log'), 'utf8');
    for (const { id, name } of PEOPLE)
      expect([text.includes(id), text.includes(name)]).toEqual([false, false]);
    expect(text).not.toContain(temp());
  });

  test('a place that cannot be written: exit code 5, nothing is done', () => {
    writeFileSync(temp('file'), 'x');
    expectFault(run('--log', temp('file', 'run.log')), {
      exit: 5,
      code: 'output_unwritable',
      what: /run\.log/,
    });
    expect(listing(temp())).toEqual(['file']);
  });
});

describe('--dry-run', () => {
  test('says what a run would give and writes nothing, not even a temporary file', () => {
    const dry = run('--dry-run');
    expect(dry.code).toBe(0);
    expect(dry.stderr).toBe('Chạy thử: không ghi tệp nào.\n');
    expect(listing(temp())).toEqual([]);
    expect(dry.stdout).toContain('Đã xác minh');
    expect(dry.stdout).not.toMatch(/report\.html|manifest/);
  });

  test('--json gives the same summary as the run', () => {
    const dry = run('--dry-run', '--json');
    expect(existsSync(temp('out'))).toBe(false);
    expect(run('--json').stdout).toBe(dry.stdout);
  });
});

describe('--limit', () => {
  test.each([1, 6])('%d: exactly the first rows', (limit) => {
    expect(run('--limit', String(limit)).code).toBe(0);
    expect(outcomes(temp('out'))).toEqual(DOSES_OUTCOMES.slice(0, limit));
    const { rows } = JSON.parse(readFileSync(temp('out', 'manifest.json'), 'utf8'));
    expect(rows).toMatchObject({ in: 6, out: limit, over_limit: 6 - limit });
  });

  test('more than there are rows: all', () => {
    expect(run('--limit', '7').code).toBe(0);
    expect(outcomes(temp('out'))).toEqual(DOSES_OUTCOMES);
  });

  test('over several files, broken rows counted', () => {
    writeFileSync(temp('1.csv'), `${DOSES}x\n`);
    writeFileSync(temp('2.csv'), DOSES);
    const flags = ['--registry', registry, '--out', temp('out'), '--limit', '9'];
    expect(doisoat(['run', '--doses', temp('1.csv'), temp('2.csv'), ...flags]).code).toBe(1);
    expect(
      readRun(temp('out'))
        .map((row) => `${row.ds_source_file} ${row.ds_source_row}`)
        .sort(),
    ).toEqual(
      ['2', '3', '4', '5', '6', '7', '8'].map((row) => `1.csv ${row}`).concat(['2.csv 2', '2.csv 3']),
    );
  });

  test('together with --province: the first rows of those provinces', () => {
    expect(run('--limit', '1', '--province', '52').code).toBe(0);
    expect(outcomes(temp('out'))).toEqual(DOSES_OUTCOMES.slice(4, 5));
  });
});

describe('--province', () => {
  test.each([
    ['79,01', [0, 4]],
    ['52', [4, 6]],
  ] as const)('%s: just those rows, by the province of the facility', (codes, [from, to]) => {
    expect(run('--province', codes).code).toBe(0);
    expect(outcomes(temp('out'))).toEqual(DOSES_OUTCOMES.slice(from, to));
    const { rows } = JSON.parse(readFileSync(temp('out', 'manifest.json'), 'utf8'));
    expect(rows).toMatchObject({ in: 6, out: to - from, other_provinces: 6 - (to - from) });
    const summary = readRows(temp('out', 'summary-by-province.csv'));
    expect(summary.at(-1)).toMatchObject({ province_code: 'total', rows: String(to - from) });
  });
});

test('--province without a row of it: published, a note, exit code 1', () => {
  const ran = run('--province', '96');
  expect(ran.code).toBe(1);
  expect(ran.stderr).toMatch(/^Lưu ý: không có dòng nào thuộc tỉnh 96 \(Cà Mau\), cả 6 dòng/);
  expect(outcomes(temp('out'))).toEqual([]);
});

test('relative paths are taken from the working folder, and none of them gets into the results', () => {
  const home = temp();
  writeFileSync(`${home}/doses.csv`, DOSES);
  const args = ['run', '--doses', './doses.csv', '--registry', registry, '--out', 'results/out'];
  expect(doisoat(args, { cwd: home }).code).toBe(0);
  for (const name of listing(`${home}/results/out`)) {
    expect(readFileSync(`${home}/results/out/${name}`, 'utf8')).not.toContain(home);
  }
});

test('the demo: exit code 0, and again over itself', () => {
  for (const _ of [1, 2]) {
    const ran = doisoat(['demo', '--out', temp('demo')]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(listing(temp())).toContain('demo/run/report.html');
    expect(listing(temp()).filter((name) => /staging|lock/.test(name))).toEqual([]);
  }
});
