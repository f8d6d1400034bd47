import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The checkout; jest starts there. */
const HOME = resolve('.');
export const PROGRAM = join(HOME, 'bin', 'doisoat.js');
export const DEMO = join(HOME, 'fixtures', 'demo');

/** How the program ended and what it printed. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** User to run as; only root can. */
  readonly uid?: number;
}

/** Nothing of the caller's environment but PATH reaches the program. */
export function bareEnv(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { PATH: process.env.PATH ?? '', NO_COLOR: '1', ...more };
}

/** Runs the built program to its end. */
export function doisoat(args: readonly string[], { env, cwd, uid }: RunOptions = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    env: bareEnv(env),
    cwd: cwd ?? tmpdir(),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  return { code: status, stdout, stderr };
}

/** A running program; `ended` resolves when it has ended. */
export interface Running {
  readonly child: ChildProcess;
  readonly stderr: () => string;
  readonly ended: Promise<Ran & { readonly signal: NodeJS.Signals | null }>;
}

export function start(args: readonly string[], { env, cwd }: Omit<RunOptions, 'uid'> = {}): Running {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: bareEnv(env), cwd: cwd ?? tmpdir() });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ran & { signal: NodeJS.Signals | null }>((done) => {
    child.on('close', (code, signal) => done({ code, signal, stdout, stderr }));
  });
  return { child, stderr: () => stderr, ended };
}

/** Writes synthetic data with `scripts/generate`; the same numbers give the same bytes. */
export function generate(out: string, persons: number, doses: number, seed: number): void {
  const script = join(HOME, 'dist', 'scripts', 'generate.js');
  const numbers = ['--persons', String(persons), '--doses', String(doses), '--seed', String(seed)];
  const { status, stderr } = spawnSync(process.execPath, [script, ...numbers, '--out', out], {
    env: bareEnv(),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`generate failed: ${stderr}`);
}

function makeTempFolder(): string {
  return mkdtempSync(join(tmpdir(), 'doisoat-test-'));
}

/** A fresh folder for each test of the file, removed after it. */
export function useTempFolder(): (...names: string[]) => string {
  let folder = '';
  beforeEach(() => {
    folder = makeTempFolder();
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return (...names) => join(folder, ...names);
}

/** One folder for all tests of the file, removed after the last. */
export function useSharedFolder(): (...names: string[]) => string {
  const folder = makeTempFolder();
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return (...names) => join(folder, ...names);
}

/** Everything below a folder, hidden files too, folders with a `/`, sorted. */
export function listing(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => (statSync(join(folder, name)).isDirectory() ? `${name}/` : name))
    .sort();
}

/** Waits until `condition` holds. */
export async function until(condition: () => boolean, what: string, milliseconds = 20_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((done) => setTimeout(done, 2));
  }
}
