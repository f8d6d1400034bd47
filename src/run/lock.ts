import {
  closeSync,
  fstatSync,
  linkSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import { outputFailure, systemCode } from './output-failure.js';

/** Holds the right to publish at one place until released. */
export interface Lock {
  /** Shows machines that cannot see this process that it is alive; to be called every BEAT_MS. */
  readonly beat: () => void;
  /** False when somebody took this process for dead and took the lock over. */
  readonly isHeld: () => boolean;
  readonly release: () => void;
}

export const BEAT_MS = 10_000;
/** A lock of another machine or container without a sign of life for this long is taken over. */
export const SILENCE_MS = 120_000;

/** Who holds a lock. `beats`: it shows signs of life. */
interface Holder {
  readonly pid: number;
  /** Processes are numbered anew in each of these. */
  readonly machine: string;
  /** When the process began, for numbers are used again; empty where the system does not say. */
  readonly started: string;
  readonly beats: boolean;
}

/** Locks of this process; two runs within one process must not take each other for dead. */
const held = new Set<string>();

/**
 * Takes the lock file `path`. A lock whose process no longer runs is taken over; whether a process of another machine
 * or container runs is told by its beats alone.
 * @throws Failure exit 75 when a living process holds it, exit 5 when it cannot be written.
 */
export function takeLock(path: string, options: { beats?: boolean } = {}): Lock {
  const own = textOf(ownHolder(options.beats === true));
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      createWhole(path, own);
      held.add(path);
      return lockAt(path, own);
    } catch (cause) {
      if (systemCode(cause) !== 'EEXIST') throw outputFailure(path, cause);
    }
    const text = readLock(path);
    const holder = holderOf(text);
    if (holder !== null && isAlive(path, holder)) throw lockedFailure(path, holder);
    removeDead(path, text);
  }
  throw new Failure({
    code: 'locked',
    exitCode: EXIT.locked,
    what: `Another process took the lock file ${path} at the same moment.`,
    expected: 'one run at a time for one output',
    next: 'Run again.',
  });
}

/** Makes a file with its content in one step, so that nobody sees it empty. Throws EEXIST where it is there. */
function createWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}`;
  try {
    const file = openSync(draft, 'w', 0o600);
    try {
      writeSync(file, text);
    } finally {
      closeSync(file);
    }
    try {
      linkSync(draft, path);
    } catch (cause) {
      // Not every file system knows links: there the file is empty for a moment.
      if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(systemCode(cause))) throw cause;
      writeFileSync(path, text, { flag: 'wx', mode: 0o600 });
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function lockAt(path: string, own: string): Lock {
  const isHeld = () => held.has(path) && readLock(path) === own;
  return {
    beat: () => {
      try {
        const now = new Date();
        if (isHeld()) utimesSync(path, now, now);
      } catch {
        // The next beat may get through; a lost lock is noticed before publishing.
      }
    },
    isHeld,
    release: () => {
      const mine = isHeld();
      held.delete(path);
      try {
        if (mine) rmSync(path, { force: true });
      } catch {
        // The next one sees that this process no longer holds it.
      }
    },
  };
}

function lockedFailure(path: string, { pid, machine, beats }: Holder): Failure {
  const here = machine === machineName();
  const next = beats
    ? `Wait for it to end, or choose another output. If that machine is gone, try again in ${SILENCE_MS / 60_000} minutes.`
    : 'Wait for it to end, or choose another output. If that machine is gone, remove the lock file.';
  return new Failure({
    code: 'locked',
    exitCode: EXIT.locked,
    what: `Process ${pid}${here ? '' : ' of another machine or container'} is already writing there (lock file ${path}).`,
    expected: 'one run at a time for one output',
    next: here ? 'Wait for it to end, or choose another output.' : next,
  });
}

/** Removes the lock of a dead process, but not one that somebody else has put in its place meanwhile. */
function removeDead(path: string, text: string | null): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return;
    throw outputFailure(path, cause);
  }
  try {
    if (readLock(aside) !== text) linkSync(aside, path);
  } catch (cause) {
    if (systemCode(cause) !== 'EEXIST') throw outputFailure(path, cause);
  } finally {
    rmSync(aside, { force: true });
  }
}

function readLock(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** The number of the process alone in the first line, for people and scripts. */
function textOf({ pid, machine, started, beats }: Holder): string {
  return `${pid}\n${machine}\n${started}\n${beats ? 'beats' : ''}\n`;
}

/** Null: nobody's. The number alone is the process of a lock made by hand. */
function holderOf(text: string | null): Holder | null {
  const [pid = '', machine = machineName(), started = '', beats = ''] = text?.trimEnd().split('\n') ?? [];
  if (!/^[1-9]\d*$/.test(pid)) return null;
  return { pid: Number(pid), machine, started, beats: beats === 'beats' };
}

function isAlive(path: string, holder: Holder): boolean {
  if (holder.machine !== machineName()) return !holder.beats || silenceOf(path) < SILENCE_MS;
  if (holder.pid === process.pid) return held.has(path);
  const found = processOf(holder.pid);
  // A number is used again for another process.
  if (found !== null) return !found.hasEnded && (holder.started === '' || holder.started === found.started);
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (cause) {
    // The process is there but belongs to somebody else.
    return systemCode(cause) === 'EPERM';
  }
}

/** Milliseconds since the last beat by the clock of the file system, which all machines share. */
function silenceOf(path: string): number {
  const probe = `${path}.${process.pid}`;
  try {
    const file = openSync(probe, 'w', 0o600);
    const now = fstatSync(file).mtimeMs;
    closeSync(file);
    return now - statSync(path).mtimeMs;
  } catch {
    return 0;
  } finally {
    rmSync(probe, { force: true });
  }
}

function ownHolder(beats: boolean): Holder {
  return { pid: process.pid, machine: machineName(), started: processOf(process.pid)?.started ?? '', beats };
}

/** The name of the machine, its start, and on Linux the container: processes are numbered anew in each. */
function machineName(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${hostname()} ${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** A process as Linux shows it; null where it does not run, or on another system. */
function processOf(pid: number): { readonly started: string; readonly hasEnded: boolean } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name of the program, in brackets, may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    // A killed process stays in the list as `Z` until its parent asks for it, which may be never.
    return { started: fields[19] ?? '', hasEnded: fields[0] === 'Z' || fields[0] === 'X' };
  } catch {
    return null;
  }
}
