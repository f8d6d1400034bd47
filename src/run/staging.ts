import { lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { BEAT_MS, takeLock } from './lock.js';
import { isSystemError, lostLockFailure, outputExistsFailure, outputFailure } from './output-failure.js';
import { syncPath } from './staged-file.js';

/** A private folder beside the final place: written in full, then renamed in one step, or thrown away. */
export interface Staging {
  /** The folder to write into; it exists, with mode 0700. */
  readonly folder: string;
  /** Makes everything durable and renames `from` (the folder itself, or what is in it) to the final place. */
  readonly publish: (from?: string) => void;
  /** Throws away what is in the folder. */
  readonly empty: () => void;
  /** Removes the folder and the lock; harmless after `publish`. */
  readonly discard: () => void;
  /** Removes the lock alone, so that the work can be taken up again; harmless after `publish`. */
  readonly leave: () => void;
}

export interface StagingOptions {
  /** The target is a file that may be replaced. */
  readonly replace?: boolean;
  /** Keep what an earlier attempt left in the folder. */
  readonly resumable?: boolean;
  /** The lock shows signs of life to other machines; not where the main thread is busy for minutes. */
  readonly beats?: boolean;
}

/**
 * Prepares to publish at `target`, which must not exist unless `replace` is set.
 * What an interrupted earlier attempt left behind is swept away unless `resumable` is set.
 * @throws Failure exit 5 when the place is taken or cannot be written, exit 75 when another process is at it.
 */
export function openStaging(target: string, options: StagingOptions = {}): Staging {
  const { replace, resumable = false, beats = false } = options;
  const place = resolve(target);
  const parent = dirname(place);
  const checkFree = () => {
    if (isTaken(place, replace)) throw outputExistsFailure(target, isReplaceable(place, replace));
  };
  checkFree();
  const folder = stagingFolder(place);
  try {
    mkdirSync(parent, { recursive: true });
  } catch (cause) {
    throw outputFailure(parent, cause);
  }
  const lock = takeLock(join(parent, `.${basename(place)}.lock`), { beats });
  try {
    // It may have been published between the first look and the lock.
    checkFree();
    if (!resumable || !isFolder(folder)) rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { mode: 0o700, recursive: true });
  } catch (cause) {
    lock.release();
    throw isSystemError(cause) ? outputFailure(folder, cause) : cause;
  }
  const pulse = beats ? setInterval(lock.beat, BEAT_MS).unref() : undefined;
  let isOpen = true;
  const close = (removes: boolean) => {
    // After `publish` the folder and the lock may already be another process's.
    if (!isOpen) return;
    isOpen = false;
    clearInterval(pulse);
    try {
      if (removes && lock.isHeld()) rmSync(folder, { recursive: true, force: true });
    } catch {
      // What stays is swept away by the next attempt; it must not hide why this one ends.
    }
    lock.release();
  };
  const publish = (from = folder) => {
    try {
      // A rename would silently replace an empty folder that appeared meanwhile.
      checkFree();
      if (statSync(from).isDirectory()) for (const name of readdirSync(from)) syncPath(join(from, name));
      syncPath(from);
      if (!lock.isHeld()) throw lostLockFailure(target);
      moveInto(place, from, replace === true);
    } catch (cause) {
      throw isSystemError(cause) ? outputFailure(target, cause) : cause;
    }
    close(true);
  };
  const empty = () => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
  };
  return { folder, publish, empty, discard: () => close(true), leave: () => close(false) };
}

/** Where the work for `place` is done until it is published. */
export function stagingFolder(place: string): string {
  return join(dirname(place), `.${basename(place)}.staging`);
}

/** The one step by which results become visible. A rename that the disk does not confirm is taken back. */
function moveInto(place: string, from: string, replaces: boolean): void {
  renameSync(from, place);
  try {
    syncPath(dirname(place));
  } catch (cause) {
    // What was replaced is gone: the new one stays, for it is whole.
    if (replaces) return;
    renameSync(place, from);
    throw cause;
  }
}

/** A command that can replace was not told to, and a file stands there. */
function isReplaceable(place: string, replace: boolean | undefined): boolean {
  return replace === false && lstatSync(place, { throwIfNoEntry: false })?.isFile() === true;
}

/** Only a file can be replaced; a link that leads nowhere takes the place too. */
function isTaken(place: string, replace = false): boolean {
  try {
    return !(lstatSync(place).isFile() && replace);
  } catch {
    // Not there, or below a file: making the folder will tell.
    return false;
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
