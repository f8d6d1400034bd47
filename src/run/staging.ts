import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { takeLock } from './lock.js';
import { isSystemError, outputExistsFailure, outputFailure } from './output-failure.js';

/** A private folder beside the final place: written in full, then renamed in one step, or thrown away. */
export interface Staging {
  /** The folder to write into; it exists, with mode 0700. */
  readonly folder: string;
  /** Makes everything durable and renames `from` (the folder itself, or a file in it) to the final place. */
  readonly publish: (from?: string) => void;
  /** Removes the folder and the lock; harmless after `publish`. */
  readonly discard: () => void;
}

/**
 * Prepares to publish at `target`, which must not exist unless `replace` is set (a file that may be replaced).
 * What an interrupted earlier attempt left behind is swept away.
 * @throws Failure exit 5 when the place is taken or cannot be written, exit 75 when another process is at it.
 */
export function openStaging(target: string, options: { replace?: boolean } = {}): Staging {
  const place = resolve(target);
  const parent = dirname(place);
  if (isTaken(place, options.replace))
    throw outputExistsFailure(target, isReplaceable(place, options.replace));
  const folder = join(parent, `.${basename(place)}.staging`);
  try {
    mkdirSync(parent, { recursive: true });
  } catch (cause) {
    throw outputFailure(parent, cause);
  }
  const lock = takeLock(join(parent, `.${basename(place)}.lock`));
  try {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { mode: 0o700 });
  } catch (cause) {
    lock.release();
    throw outputFailure(folder, cause);
  }
  let isOpen = true;
  const discard = () => {
    // After `publish` the folder and the lock may already be another process's.
    if (!isOpen) return;
    isOpen = false;
    rmSync(folder, { recursive: true, force: true });
    lock.release();
  };
  const publish = (from = folder) => {
    try {
      // A rename would silently replace an empty folder that appeared meanwhile.
      if (isTaken(place, options.replace))
        throw outputExistsFailure(target, isReplaceable(place, options.replace));
      if (from === folder) for (const name of readdirSync(folder)) syncPath(join(folder, name));
      syncPath(from);
      renameSync(from, place);
      syncPath(parent);
    } catch (cause) {
      throw isSystemError(cause) ? outputFailure(target, cause) : cause;
    }
    discard();
  };
  return { folder, publish, discard };
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

function syncPath(path: string): void {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    // Windows cannot open a folder; there the rename alone has to do.
    if (process.platform === 'win32') return;
    throw cause;
  }
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
