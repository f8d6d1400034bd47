import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readdirSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { expectFault } from './faults.js';
import { doisoat, generate, start, until, useSharedFolder, useTempFolder } from './program.js';
import { differentFiles } from './results.js';
import { stagingOf } from './unfinished.js';

const shared = useSharedFolder();
const temp = useTempFolder();

beforeAll(() => {
  generate(shared(), 8000, 16_000, 5);
  const snapshots = [shared('snapshot-1.csv'), shared('snapshot-2.csv')];
  expect(doisoat(['registry', 'build', '--snapshot', ...snapshots, '--db', shared('registry.db')]).code).toBe(
    0,
  );
  const args = ['run', '--doses', shared('doses-long.csv'), '--registry', shared('registry.db')];
  expect(doisoat([...args, '--out', shared('whole'), '--quiet']).code).toBe(0);
});

const args = (out: string) => [
  'run',
  '--doses',
  temp('doses-long.csv'),
  '--registry',
  temp('registry.db'),
  '--out',
  out,
];

/** Starts a run of copies, and does something to them once results are written. */
async function runMeanwhile(change: () => void) {
  copyFileSync(shared('doses-long.csv'), temp('doses-long.csv'));
  copyFileSync(shared('registry.db'), temp('registry.db'));
  const running = start([...args(temp('out')), '--jobs', '1', '--quiet'], {
    env: { DOISOAT_CHECKPOINT_SECONDS: '0' },
  });
  await until(() => existsSync(`${stagingOf(temp('out'))}/checkpoint.json`), 'a checkpoint');
  change();
  return running.ended;
}

describe('what a run reads is not to change meanwhile: exit code 3, nothing is published, nothing is kept', () => {
  test.each([
    [
      'an input grows',
      'input_changed',
      /doses-long\.csv changed while/,
      () => appendFileSync(temp('doses-long.csv'), 'x\n'),
    ],
    [
      'an input shrinks',
      'input_changed',
      /doses-long\.csv changed while/,
      () => truncateSync(temp('doses-long.csv'), 2_000_000),
    ],
    [
      'an input is replaced',
      'input_changed',
      /doses-long\.csv changed while/,
      () => replace('doses-long.csv'),
    ],
    [
      'the registry is replaced',
      'registry_changed',
      /registry\.db was replaced/,
      () => replace('registry.db'),
    ],
  ])('%s', async (_, code, what, change) => {
    const { signal, ...ran } = await runMeanwhile(change);
    expect(signal).toBeNull();
    expectFault(ran, { exit: 3, code, what, next: /nothing was published/ });
    expect(readdirSync(temp()).sort()).toEqual(['doses-long.csv', 'registry.db']);
  });

  function replace(name: string): void {
    copyFileSync(shared(name), temp('new'));
    renameSync(temp('new'), temp(name));
  }
});

test('several runs at once over a lock that a dead process left: one publishes, the others are refused', async () => {
  copyFileSync(shared('doses-long.csv'), temp('doses-long.csv'));
  copyFileSync(shared('registry.db'), temp('registry.db'));
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  writeFileSync(temp('.out.lock'), `${dead}\n`);
  const all = Array.from({ length: 4 }, () => start([...args(temp('out')), '--jobs', '1', '--quiet']));
  const codes = (await Promise.all(all.map(({ ended }) => ended))).map(({ code }) => code).sort();
  // One that comes very late finds the results there.
  expect(codes.filter((code) => code === 0)).toHaveLength(1);
  expect(codes.filter((code) => code !== 0 && code !== 75 && code !== 5)).toEqual([]);
  expect(differentFiles(shared('whole'), temp('out'))).toEqual([]);
  expect(readdirSync(temp()).sort()).toEqual(['doses-long.csv', 'out', 'registry.db']);
});
