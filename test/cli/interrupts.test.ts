import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import {
  bareEnv,
  doisoat,
  listing,
  PROGRAM,
  start,
  until,
  useSharedFolder,
  useTempFolder,
} from './program.js';
import { outcomes } from './results.js';
import {
  buildSmallRegistry,
  DOSE_HEADER,
  DOSES,
  DOSES_OUTCOMES,
  dose,
  PEOPLE,
  SNAPSHOT,
} from './small-data.js';

const shared = useSharedFolder();
const temp = useTempFolder();
const registry = shared('registry.db');

beforeAll(() => {
  buildSmallRegistry(shared('snapshot.csv'), registry);
  writeFileSync(shared('small.csv'), DOSES);
  // Far more than is processed before the signal comes; every row is another identity.
  const rows = Array.from({ length: 120_000 }, (_, i) =>
    dose(i, PEOPLE[i % 6]!).replace(/1985|19[79]\d/, String(1930 + (i % 80))),
  );
  writeFileSync(shared('large.csv'), `${DOSE_HEADER}\n${rows.join('\n')}\n`);
  const persons = Array.from(
    { length: 100_000 },
    (_, i) => `${String(79_085_100_000 + i).padStart(12, '0')},Nguyễn Văn An,Nam,1985-03-14,79`,
  );
  writeFileSync(shared('large-snapshot.csv'), `${SNAPSHOT}${persons.join('\n')}\n`);
});

function startRun() {
  return start(['run', '--doses', shared('large.csv'), '--registry', registry, '--out', temp('out')]);
}

/** In the middle: the first results have been written into the staging folder. */
async function untilMiddle(): Promise<void> {
  const file = temp('.out.staging', 'results', 'mismatch.csv');
  const verified = temp('.out.staging', 'results', 'verified.csv');
  const large = (path: string) => existsSync(path) && statSync(path).size > 10_000;
  await until(() => large(file) || large(verified), 'results in the staging folder');
}

describe('a signal in the middle of a run: nothing is published, and what was done is kept', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends with %d', async (signal, code) => {
    const running = startRun();
    await untilMiddle();
    running.child.kill(signal);
    const { stderr, stdout, ...end } = await running.ended;
    expect(end).toEqual({ code, signal: null });
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toEqual([
      `${signal}: stopping; nothing will be published. Press Ctrl-C again to stop at once.`,
      `note: what was done so far is kept in ${temp('.out.staging')}; add --resume to go on, or --restart to begin anew.`,
    ]);
    expect(readdirSync(temp())).toEqual(['.out.staging']);
  });

  test('a second Ctrl-C stops at once; the next run with --restart sweeps up and publishes', async () => {
    const running = startRun();
    await untilMiddle();
    running.child.kill('SIGINT');
    await until(() => running.stderr() !== '', 'the first message');
    const asked = Date.now();
    running.child.kill('SIGINT');
    expect(await running.ended).toMatchObject({ code: 130, signal: null });
    expect(Date.now() - asked).toBeLessThan(2000);
    expect(existsSync(temp('out'))).toBe(false);
    const args = ['run', '--doses', shared('small.csv'), '--registry', registry, '--out', temp('out')];
    expect(doisoat([...args, '--restart']).code).toBe(0);
    expect(outcomes(temp('out'))).toEqual(DOSES_OUTCOMES);
    expect(readdirSync(temp())).toEqual(['out']);
  });

  test('killed without warning before the first checkpoint: nothing is published, the next run sweeps up', async () => {
    const running = startRun();
    await untilMiddle();
    running.child.kill('SIGKILL');
    expect(await running.ended).toMatchObject({ code: null, signal: 'SIGKILL' });
    expect(existsSync(temp('out'))).toBe(false);
    const args = ['run', '--doses', shared('small.csv'), '--registry', registry, '--out', temp('out')];
    expect(doisoat(args).code).toBe(0);
    expect(readdirSync(temp())).toEqual(['out']);
  });

  test('a second run into the same folder meanwhile: 75, and the first is not disturbed', async () => {
    const running = startRun();
    await untilMiddle();
    // Held where it is: on a busy machine it would be done before the second one looks.
    running.child.kill('SIGSTOP');
    const args = ['run', '--doses', shared('small.csv'), '--registry', registry, '--out', temp('out')];
    const second = doisoat(args);
    running.child.kill('SIGCONT');
    expect(second).toMatchObject({ code: 75, stdout: '' });
    expect(existsSync(temp('.out.staging', 'results', 'verified.csv'))).toBe(true);
    running.child.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ code: 143 });
    expect(readdirSync(temp())).toEqual(['.out.staging']);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s before the end of a registry build', async (signal) => {
    const running = start([
      'registry',
      'build',
      '--snapshot',
      shared('large-snapshot.csv'),
      '--db',
      temp('r.db'),
    ]);
    await until(() => existsSync(temp('.r.db.staging', 'sort')), 'the staging folder');
    running.child.kill(signal);
    expect(await running.ended).toMatchObject({
      code: signal === 'SIGINT' ? 130 : 143,
      signal: null,
      stdout: '',
    });
    expect(listing(temp())).toEqual([]);
  });

  test('SIGINT while the registry is being sorted', async () => {
    const running = start([
      'registry',
      'build',
      '--snapshot',
      shared('large-snapshot.csv'),
      '--db',
      temp('r.db'),
    ]);
    const db = temp('.r.db.staging', 'r.db');
    const all = statSync(shared('large-snapshot.csv')).size * 0.9;
    await until(() => existsSync(db) && statSync(db).size > all, 'all persons in the file');
    running.child.kill('SIGINT');
    expect(await running.ended).toMatchObject({ code: 130, signal: null, stdout: '' });
    expect(listing(temp())).toEqual([]);
  });
});

describe('a reader of stdout that stops early is no fault', () => {
  test.each([
    ['run --json', ['run', '--json']],
    ['run', ['run']],
  ])('%s | head -1', (_, command) => {
    const args = [...command, '--doses', shared('small.csv'), '--registry', registry, '--out', temp('out')];
    // biome-ignore lint/suspicious/noTemplateCurlyInString: of the shell
    const script = '"$@" | head -1 >/dev/null; exit ${PIPESTATUS[0]}';
    const ran = spawnSync('bash', ['--norc', '-c', script, 'bash', process.execPath, PROGRAM, ...args], {
      env: bareEnv(),
      encoding: 'utf8',
    });
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(outcomes(temp('out'))).toEqual(DOSES_OUTCOMES);
  });

  test('no reader at all', () => {
    const args = [
      'run',
      '--json',
      '--doses',
      shared('small.csv'),
      '--registry',
      registry,
      '--out',
      temp('out'),
    ];
    // biome-ignore lint/suspicious/noTemplateCurlyInString: of the shell
    const script = '"$@" | true; exit ${PIPESTATUS[0]}';
    const ran = spawnSync('bash', ['--norc', '-c', script, 'bash', process.execPath, PROGRAM, ...args], {
      env: bareEnv(),
      encoding: 'utf8',
    });
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(temp('out', 'manifest.json'), 'utf8')).not.toBe('');
  });
});
