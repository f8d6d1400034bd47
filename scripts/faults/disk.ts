import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * `fails`: one call fails, as on a full disk; the program goes on. `power_cut`: that call and all later ones fail, and
 * what was written but not made durable is lost: the most that a killed process or a power cut can do.
 */
export type FaultKind = 'fails' | 'power_cut';

/** Calls by which a program changes the disk. */
const CALLS = [
  'openSync',
  'writeSync',
  'writeFileSync',
  'fsyncSync',
  'fsync',
  'ftruncateSync',
  'closeSync',
  'renameSync',
  'linkSync',
  'copyFileSync',
  'mkdirSync',
  'rmSync',
  'utimesSync',
] as const;
type Call = (typeof CALLS)[number];

interface Written {
  readonly path: string;
  readonly durableBytes: number;
}

type AnyCall = (...args: never[]) => unknown;

/** Stands between the program and the file system of this thread, counts the calls, and lets one of them fail. */
export class FaultyDisk {
  readonly #real = new Map<Call, AnyCall>();
  readonly #open = new Map<number, string>();
  readonly #written = new Map<string, Written>();
  #kind: FaultKind = 'fails';
  #at = Number.POSITIVE_INFINITY;
  #calls = 0;
  #failed = '';

  constructor() {
    for (const name of CALLS) {
      const real = fs[name] as AnyCall;
      this.#real.set(name, real);
      (fs as unknown as Record<Call, AnyCall>)[name] = (...args) => this.#call(name, real, args);
    }
    syncBuiltinESMExports();
  }

  /** The `at`th call from now (from 1) fails. */
  arm(kind: FaultKind, at: number): void {
    this.#kind = kind;
    this.#at = at;
    this.#calls = 0;
    this.#failed = '';
    this.#open.clear();
    this.#written.clear();
  }

  /** Calls since `arm`, and the one that failed. The disk is sound again; what was not durable is lost. */
  disarm(): { readonly calls: number; readonly failed: string } {
    this.#at = Number.POSITIVE_INFINITY;
    if (this.#kind === 'power_cut' && this.#failed !== '') {
      for (const { path, durableBytes } of this.#written.values())
        if (fs.existsSync(path)) fs.truncateSync(path, Math.min(durableBytes, fs.statSync(path).size));
    }
    return { calls: this.#calls, failed: this.#failed };
  }

  #call(name: Call, real: AnyCall, args: never[]): unknown {
    this.#calls++;
    const isLater = this.#kind === 'power_cut' && this.#calls > this.#at;
    if (this.#calls === this.#at || isLater) {
      if (!isLater) this.#failed = `${name} ${String(args[0])}`;
      const error = Object.assign(new Error(`no space: ${name}`), { code: 'ENOSPC' });
      const callback = args.at(-1) as unknown;
      if (name !== 'fsync') throw error;
      process.nextTick(callback as (cause: Error) => void, error);
      return undefined;
    }
    const result = real(...args);
    this.#follow(name, args as unknown[], result);
    return result;
  }

  /** Remembers which bytes of which file a power cut would leave. */
  #follow(name: Call, args: readonly unknown[], result: unknown): void {
    const [first, second] = args;
    const pathOf = (file: unknown) => this.#open.get(file as number) ?? '';
    const remember = (path: string, durableBytes: number) => this.#written.set(path, { path, durableBytes });
    if (name === 'openSync') {
      this.#open.set(result as number, String(first));
      if (second === 'wx' || second === 'w' || second === 'w+') remember(String(first), 0);
    } else if (name === 'closeSync') this.#open.delete(first as number);
    else if (name === 'writeFileSync' || name === 'copyFileSync')
      remember(String(name === 'writeFileSync' ? first : second), 0);
    else if (name === 'writeSync' && !this.#written.has(pathOf(first)))
      remember(pathOf(first), fs.statSync(pathOf(first)).size - Number(result));
    else if (name === 'fsyncSync' || name === 'fsync') {
      const path = pathOf(first);
      if (this.#written.has(path)) remember(path, fs.statSync(path).size);
    } else if (name === 'renameSync') this.#renamed(String(first), String(second));
    else if (name === 'linkSync') this.#written.delete(String(second));
  }

  /** Files keep what they are under another name, and in another folder. */
  #renamed(from: string, to: string): void {
    for (const [path, { durableBytes }] of [...this.#written]) {
      if (path !== from && !path.startsWith(`${from}/`)) continue;
      const moved = to + path.slice(from.length);
      this.#written.delete(path);
      this.#written.set(moved, { path: moved, durableBytes });
    }
    for (const [file, path] of this.#open)
      if (path === from || path.startsWith(`${from}/`)) this.#open.set(file, to + path.slice(from.length));
  }
}
