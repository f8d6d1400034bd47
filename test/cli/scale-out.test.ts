import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bareEnv, doisoat, generate, PROGRAM, until, useSharedFolder, useTempFolder } from './program.js';
import { differentFiles } from './results.js';

const EXAMPLES = resolve('docs', 'examples');
const shared = useSharedFolder();
const temp = useTempFolder();
const onUnix = process.platform === 'win32' ? describe.skip : describe;

/** `doisoat` and a `scontrol` that notes what it is asked for, as commands. */
function environment(more: Readonly<Record<string, string>>): Record<string, string> {
  const bin = shared('bin');
  const env = bareEnv({ DOISOAT_CHECKPOINT_SECONDS: '0', ...more });
  return { ...env, PATH: `${bin}:${env.PATH}` };
}

function command(name: string, script: string): void {
  writeFileSync(shared('bin', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

beforeAll(() => {
  mkdirSync(shared('bin'));
  command('doisoat', `exec '${process.execPath}' '${PROGRAM}' "$@"`);
  command('scontrol', `echo "$@" >> '${shared('requeued')}'`);
  generate(shared('data'), 4000, 8000, 5);
  mkdirSync(shared('exports'));
  for (const name of ['doses-long.csv', 'doses-wide.csv'])
    writeFileSync(shared('exports', name), readFileSync(shared('data', name)));
  const snapshots = [1, 2].map((i) => shared('data', `snapshot-${i}.csv`));
  expect(doisoat(['registry', 'build', '--snapshot', ...snapshots, '--db', shared('registry.db')]).code).toBe(
    0,
  );
  const run = ['run', '--doses', shared('exports'), '--registry', shared('registry.db')];
  expect(doisoat([...run, '--out', shared('whole'), '--quiet']).code).toBe(0);
});

onUnix('Slurm: docs/examples/slurm/shard.sbatch, its tasks run as processes', () => {
  const start = (task: number): ChildProcess =>
    spawn('bash', [join(EXAMPLES, 'slurm', 'shard.sbatch')], {
      stdio: 'ignore',
      env: environment({
        RECONCILE_DOSES: shared('exports'),
        RECONCILE_REGISTRY: shared('registry.db'),
        RECONCILE_OUT: temp('out'),
        RECONCILE_SHARDS: '2',
        RECONCILE_PAUSE: '0',
        SLURM_ARRAY_JOB_ID: '7',
        SLURM_ARRAY_TASK_ID: String(task),
        SLURM_CPUS_PER_TASK: '1',
      }),
    });
  const ended = (task: ChildProcess) => new Promise<number | null>((done) => task.on('exit', done));

  test('a task that is stopped puts itself back; one whose node dies goes on; the merge is the run', async () => {
    mkdirSync(temp('out.shards'));
    const checkpoint = temp('out.shards', '.1.staging', 'checkpoint.json');
    const stopped = start(1);
    await until(() => existsSync(checkpoint), 'a checkpoint');
    stopped.kill('SIGTERM');
    expect(await ended(stopped)).toBe(143);
    expect(readFileSync(shared('requeued'), 'utf8')).toBe('requeue 7_1\n');
    const before = readFileSync(checkpoint, 'utf8');
    const killed = start(1);
    await until(() => existsSync(temp('out.shards', '.1.lock')), 'the shard at work');
    // What dies with a node: the script and the program.
    process.kill(Number(readFileSync(temp('out.shards', '.1.lock'), 'utf8').split('\n')[0]), 'SIGKILL');
    killed.kill('SIGKILL');
    await ended(killed);
    expect(readFileSync(checkpoint, 'utf8').length).toBeGreaterThanOrEqual(before.length / 2);
    expect(await Promise.all([1, 2].map((task) => ended(start(task))))).toEqual([0, 0]);
    // Submitted again, tasks that are done end at once.
    expect(await ended(start(1))).toBe(0);
    expect(doisoat(['merge', '--shards', temp('out.shards'), '--out', temp('out'), '--quiet']).code).toBe(0);
    expect(differentFiles(shared('whole'), temp('out'))).toEqual([]);
  });
});

onUnix('Kubernetes: the commands of docs/examples/kubernetes', () => {
  /** The shell text of a manifest's container, with the folder of this test for the volume. */
  function script(manifest: string): string {
    const text = readFileSync(join(EXAMPLES, 'kubernetes', manifest), 'utf8');
    const [, block = ''] = /args:\n +- \|\n((?: {14}.*\n)+)/.exec(text) ?? [];
    expect(block).toContain('doisoat');
    return block.replaceAll('/data/', `${temp('data')}/`);
  }

  test('all indexes, then the merge: the run', () => {
    mkdirSync(temp('data', 'runs'), { recursive: true });
    spawnSync('cp', ['-r', shared('exports'), shared('registry.db'), temp('data')]);
    for (let index = 0; index < 3; index++) {
      const env = environment({ JOB_COMPLETION_INDEX: String(index), SHARDS: '3' });
      expect(spawnSync('/bin/sh', ['-c', script('shards.yaml')], { env, encoding: 'utf8' })).toMatchObject({
        status: 0,
        stderr: '',
      });
    }
    const merged = spawnSync('/bin/sh', ['-c', script('merge.yaml')], {
      env: environment({}),
      encoding: 'utf8',
    });
    expect(merged).toMatchObject({ status: 0, stderr: '' });
    expect(differentFiles(shared('whole'), temp('data', 'runs', '2022-05-01'))).toEqual([]);
  });
});
