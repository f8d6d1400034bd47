import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, sep } from 'node:path';
import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import { openSource } from '../input/open-source.js';

/** What the manifest and the reports say of the bytes of an input. */
export interface ReadFact {
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: string;
}

/** An input that is read once from front to back, hashed on the way. */
export interface InputStream {
  /** Decoded UTF-8 bytes. */
  readonly pieces: AsyncIterable<Buffer>;
  /** Stored bytes read so far. */
  readonly bytesRead: () => number;
  /** After the end. @throws Failure exit 3 when the file changed while it was read. */
  readonly finish: () => ReadFact;
}

export function openInput(path: string): InputStream {
  const hash = createHash('sha256');
  let bytes = 0;
  const before = fingerprint(path);
  let encoding = 'utf-8';
  const pieces = openSource(path, {
    onStored: (stored) => {
      hash.update(stored);
      bytes += stored.length;
    },
    onEncoding: (found) => {
      encoding = found;
    },
  });
  return {
    pieces,
    bytesRead: () => bytes,
    finish: () => {
      if (fingerprint(path) !== before) {
        throw new Failure({
          code: 'input_changed',
          exitCode: EXIT.inputUnusable,
          what: `${path} changed while it was read.`,
          expected: 'a file that nobody writes to during the run',
          next: 'Wait until the export is complete, then run again; nothing was published.',
        });
      }
      return { bytes, sha256: hash.digest('hex'), encoding };
    },
  };
}

function fingerprint(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? 'missing' : `${stats.size} ${stats.mtimeMs}`;
}

/**
 * Base names where they are all different, else the paths below the folder that all share, with `/`: a row must lead
 * back to one file, and the names must not depend on where the files lie. `paths` are absolute.
 */
export function sourceNames(paths: readonly string[]): string[] {
  const names = paths.map((path) => basename(path));
  if (new Set(names).size === names.length) return names;
  const parts = paths.map((path) => path.split(sep));
  const [first = []] = parts;
  let shared = 0;
  while (parts.every((folders) => shared < folders.length - 1 && folders[shared] === first[shared])) shared++;
  return parts.map((folders) => folders.slice(shared).join('/'));
}
