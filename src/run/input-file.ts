import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, sep } from 'node:path';
import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import type { TextEncoding } from '../domain/text-encoding.js';
import { type InputSource, sourceLabel } from '../input/input-source.js';
import { openSource, openStored, storedBytes } from '../input/open-source.js';
import type { WorkbookNotes } from '../input/workbook/notes.js';
import { storedPath } from '../input/workbook/sheet-path.js';
import { readingOf } from './decide-encoding.js';
import { resumeRefused } from './resume-failures.js';

/**
 * What the manifest and the reports say of the bytes of an input. Those of a member of an archive are its own, unpacked:
 * two members of one archive differ, and the same file is the same packed or not.
 */
export interface ReadFact {
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: TextEncoding;
}

/** The first stored bytes of an input, as a count and their checksum. */
export interface ReadPrefix {
  readonly bytes: number;
  readonly sha256: string;
}

export interface OpenInputOptions {
  /** As `decideEncoding` decided. */
  readonly encoding?: TextEncoding;
  /** `fingerprintOf` the file when it was first looked at; now, if not given. */
  readonly fingerprint?: string;
  /** What an earlier attempt read: reading fails where the file begins otherwise. */
  readonly prefix?: ReadPrefix | null;
  /** Read the stored bytes from here only; then there is no `finish`, for nothing is known of what comes before. */
  readonly start?: number | null;
  /** What was found in a workbook when it was first looked at. */
  readonly workbook?: WorkbookNotes | null;
}

/** An input that is read once from front to back, hashed on the way. */
export interface InputStream {
  /** Decoded UTF-8 bytes. @throws Failure exit 2 when the file does not begin with the given prefix. */
  readonly pieces: AsyncIterable<Buffer>;
  /** Stored bytes read so far. */
  readonly bytesRead: () => number;
  /** What has been read so far; null as long as the given prefix has not been passed. */
  readonly prefix: () => ReadPrefix | null;
  /** @throws Failure exit 3 when the file is not as it was first seen. */
  readonly checkUnchanged: () => void;
  /** After the end; checks the same. */
  readonly finish: () => ReadFact;
}

export function openInput(source: InputSource, options: OpenInputOptions = {}): InputStream {
  const { path } = source;
  const label = sourceLabel(source);
  const hash = createHash('sha256');
  let bytes = 0;
  let expected = options.prefix ?? null;
  const before = options.fingerprint ?? fingerprintOf(path);
  let encoding: TextEncoding = 'utf-8';
  const checkUnchanged = () => {
    if (fingerprintOf(path) !== before) throw changedFailure(label);
    if (expected !== null) throw otherContentFailure(label);
  };
  const observer = {
    onStored: (stored: Buffer) => {
      if (expected === null || bytes + stored.length < expected.bytes) hash.update(stored);
      else {
        const border = expected.bytes - bytes;
        hash.update(stored.subarray(0, border));
        if (hash.copy().digest('hex') !== expected.sha256) throw otherContentFailure(label);
        hash.update(stored.subarray(border));
        expected = null;
      }
      bytes += stored.length;
    },
    onEncoding: (found: TextEncoding) => {
      encoding = found;
    },
    workbook: options.workbook ?? null,
  };
  const start = options.start ?? null;
  const reading = options.encoding === undefined ? null : readingOf(options.encoding);
  const pieces = start === null ? openSource(source, reading, observer) : openStored(path, start);
  return {
    pieces,
    bytesRead: () => bytes,
    prefix: () => (expected === null ? { bytes, sha256: hash.copy().digest('hex') } : null),
    checkUnchanged,
    finish: () => {
      checkUnchanged();
      return { bytes, sha256: hash.digest('hex'), encoding };
    },
  };
}

/** Tells whether a file was written to or replaced. Not the inode: network file systems number anew as they like. */
export function fingerprintOf(path: string): string {
  const stats = statSync(storedPath(path), { throwIfNoEntry: false });
  return stats === undefined ? 'missing' : `${stats.size} ${stats.mtimeMs}`;
}

function changedFailure(path: string): Failure {
  return new Failure({
    code: 'input_changed',
    exitCode: EXIT.inputUnusable,
    what: `${path} changed while it was read.`,
    expected: 'a file that nobody writes to during the run',
    next: 'Wait until the export is complete, then run again; nothing was published.',
  });
}

function otherContentFailure(path: string): Failure {
  return resumeRefused([`the content of ${path}`]);
}

/** The hash of a whole source as stored. @throws Failure exit 2 when it is not what an earlier attempt read. */
export async function checkContent(source: InputSource, fact: ReadFact, signal: AbortSignal): Promise<void> {
  const hash = createHash('sha256');
  for await (const piece of storedBytes(source)) {
    signal.throwIfAborted();
    hash.update(piece);
  }
  if (hash.digest('hex') !== fact.sha256) throw otherContentFailure(sourceLabel(source));
}

/**
 * Base names where they are all different, else the paths below the folder that all share, with `/`: a row must lead
 * back to one file, and the names must not depend on where the files lie. The paths are absolute. A member of an
 * archive has the name of its archive in front: `archive.zip/member.csv`.
 */
export function sourceNames(sources: readonly InputSource[]): string[] {
  const paths = [...new Set(sources.map(({ path }) => path))];
  const names = namesOf(paths);
  return sources.map(({ path, member }) => sourceLabel({ path: names[paths.indexOf(path)]!, member }));
}

function namesOf(paths: readonly string[]): string[] {
  const names = paths.map((path) => basename(path));
  if (new Set(names).size === names.length) return names;
  const parts = paths.map((path) => path.split(sep));
  const [first = []] = parts;
  let shared = 0;
  while (parts.every((folders) => shared < folders.length - 1 && folders[shared] === first[shared])) shared++;
  return parts.map((folders) => folders.slice(shared).join('/'));
}
