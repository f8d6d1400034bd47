import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A file for each rule that breaks it, and nothing else that the rule is about. */
const BREACHES: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['domain-imports', 'src/domain/a.ts', "export { x } from '../match/x.js';"],
  ['input-imports', 'src/input/a.ts', "export { x } from '../normalize/x.js';"],
  ['normalize-imports', 'src/normalize/a.ts', "export { x } from '../match/x.js';"],
  ['match-imports', 'src/match/a.ts', "export type { X } from '../normalize/x.js';"],
  ['output-imports', 'src/output/a.ts', "export { x } from '../match/x.js';"],
  ['report-imports', 'src/report/a.ts', "export { x } from '../run/x.js';"],
  ['registry-imports', 'src/registry/a.ts', "export { x } from '../input/x.js';"],
  ['run-imports', 'src/run/a.ts', "export { x } from '../cli/main.js';"],
  ['cli-imports', 'src/cli/a.ts', "export { x } from '../elsewhere/x.js';"],
  ['pure-folders', 'src/normalize/fs.ts', "export { readFileSync } from 'node:fs';"],
  ['pure-folders', 'src/normalize/path.ts', "export { join } from 'path';"],
  ['pure-folders', 'src/match/process.ts', "export { argv } from 'node:process';"],
  ['pure-folders', 'src/match/child.ts', "export { spawn } from 'node:child_process';"],
  ['pure-folders', 'src/match/thread.ts', "export { Worker } from 'node:worker_threads';"],
  ['pure-folders', 'src/report/stream.ts', "export type { Readable } from 'node:stream';"],
  ['pure-folders', 'src/report/files.ts', "export { readFile } from 'node:fs/promises';"],
  ['pure-folders', 'src/report/clock.ts', "export { performance } from 'node:perf_hooks';"],
  ['pure-folders', 'src/domain/db.ts', "import Database from 'better-sqlite3'; export const d = Database;"],
  ['pure-folders', 'src/normalize/log.ts', "import pino from 'pino'; export const p = pino;"],
  ['bin-imports-only-cli', 'bin/a.js', "import '../src/run/x.js';"],
  ['source-never-imports-tests-or-scripts', 'src/run/b.ts', "export { x } from '../../test/x.js';"],
  ['source-never-imports-tests-or-scripts', 'src/run/c.ts', "export { x } from '../../scripts/x.js';"],
  ['scripts-never-import-tests', 'scripts/b.ts', "export { x } from '../test/x.js';"],
  ['no-dev-dependencies-in-source', 'src/run/d.ts', "export { default as fc } from 'fast-check';"],
  ['no-undeclared-packages', 'src/run/e.ts', "export { default as x } from 'semver';"],
  ['no-unresolvable', 'src/run/f.ts', "export { x } from './not-there.js';"],
  ['no-cycles', 'src/run/g.ts', "import type { H } from './h.js'; export type G = H | 1;"],
  ['no-orphans', 'src/run/alone.ts', 'export const alone = 1;'],
  ['no-unreachable-source', 'src/run/unused.ts', "export { x } from './x.js';"],
];

/** What the breaches import, and what keeps them from being orphans; these break no rule. */
const SOUND: readonly (readonly [file: string, text: string])[] = [
  ['package.json', '{"dependencies":{"better-sqlite3":"*","pino":"*"},"devDependencies":{"fast-check":"*"}}'],
  ['src/cli/main.ts', "export { x } from '../run/x.js';"],
  ['src/run/worker.ts', "export { x } from './x.js';"],
  ['src/run/x.ts', "import { y } from '../match/x.js'; export const x = y;"],
  ['src/run/h.ts', "import type { G } from './g.js'; export type H = G | 2;"],
  ['src/match/x.ts', "import type { D } from '../domain/d.js'; export const y: D = 1; export type X = D;"],
  ['src/match/hash.ts', "import { Buffer } from 'node:buffer'; export const b = Buffer;"],
  [
    'src/normalize/x.ts',
    "import type { D } from '../domain/d.js'; export const x: D = 1; export type X = D;",
  ],
  ['src/input/x.ts', "import type { D } from '../domain/d.js'; export const x: D = 1;"],
  ['src/domain/d.ts', 'export type D = 1;'],
  ['src/elsewhere/x.ts', "export { y as x } from '../match/x.js';"],
  ['bin/doisoat.js', "import '../src/cli/main.js';"],
  ['scripts/x.ts', 'export const x = 1;'],
  ['scripts/keep.ts', "export * from './x.js'; export * from '../src/match/hash.js';"],
  ['test/x.ts', 'export const x = 1;'],
];

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

let folder = '';
let violations: readonly Violation[] = [];
let ruleNames: readonly string[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doisoat-rules-'));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${text}\n`);
  };
  for (const [file, text] of SOUND) write(file, text);
  for (const [, file, text] of BREACHES) write(file, text);
  write('tsconfig.json', readFileSync(join(ROOT, 'tsconfig.json'), 'utf8'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(ROOT, '.dependency-cruiser.mjs');
  const args = [program, 'src', 'bin', 'scripts', '--config', config, '--output-type', 'json'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  const { summary } = JSON.parse(stdout);
  violations = summary.violations;
  ruleNames = summary.ruleSetUsed.forbidden.map(({ name }: { name: string }) => name);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('.dependency-cruiser.mjs', () => {
  test.each(BREACHES)('%s: %s', (rule, file) => {
    expect(violations.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(
      rule,
    );
  });

  test('every rule has a breach above', () => {
    expect([...new Set(BREACHES.map(([rule]) => rule))].sort()).toEqual([...ruleNames].sort());
  });

  test('files that keep the rules are left alone', () => {
    // One half of the cycle, and two that only breaches use.
    const expected = new Set(['src/run/h.ts', 'src/elsewhere/x.ts', 'src/input/x.ts', 'src/normalize/x.ts']);
    const sound = new Set(SOUND.map(([file]) => file).filter((file) => !expected.has(file)));
    expect(violations.filter(({ from }) => sound.has(from))).toEqual([]);
  });
});
