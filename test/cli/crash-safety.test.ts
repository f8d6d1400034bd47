import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { bareEnv } from './program.js';

/** Runs a compiled script to its end. */
function script(name: string, ...args: string[]) {
  const path = resolve('dist', 'scripts', name);
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], {
    env: bareEnv(),
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

// `npm run kill-test` and `npm run fault-test` do the same at length.
test('killed at random moments, runs and registry builds get to the same bytes; nothing half is ever visible', () => {
  const { code, stdout, stderr } = script('kill-test.js', '--times', '5', '--doses', '9000', '--seed', '3');
  expect(stderr).toBe('');
  expect(stdout.split('\n').slice(-2)).toEqual(['0 faults', '']);
  expect(stdout).toMatch(/^run --resume: killed 5 times, finished \d+ times$/m);
  expect(stdout).toMatch(/^registry build: killed 5 times, finished \d+ times$/m);
  expect(code).toBe(0);
});

test('whichever change to the disk fails, or is the last before a power cut, what is published is whole or not there', () => {
  const { code, stdout, stderr } = script('fault-test.js', '--step', '17');
  expect(stderr).toBe('');
  expect(stdout.split('\n').slice(-2)).toEqual(['0 faults', '']);
  expect(code).toBe(0);
});
