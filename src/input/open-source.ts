import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Failure } from '../domain/failure.js';
import type { TextEncoding } from '../domain/text-encoding.js';
import { decodeText, type TextReading } from './decode-text.js';
import { isGzip, isOldWorkbook, isZip } from './file-signature.js';
import { HEAD_BYTES } from './header-rows.js';
import { emptyFailure, fileSystemFailure, gzipFailure, workbookFailure } from './input-failures.js';
import { type InputSource, sourceLabel } from './input-source.js';
import type { WorkbookNotes } from './workbook/notes.js';
import { readWorkbook } from './workbook/read-workbook.js';
import { isWorkbook, refuseCompound } from './workbook/recognise.js';
import { splitSheetPath, storedPath } from './workbook/sheet-path.js';
import { openMember } from './zip-archive.js';

/** Largest piece that `openSource` gives. */
export const PIECE_BYTES = 1024 * 1024;
const UTF8_MARK = Buffer.from('\ufeff');

/** Is told what is seen while a source is read. */
export interface SourceObserver {
  /** The bytes as they are stored, in order, before they are unpacked and decoded; of a member, as its archive gives it. */
  readonly onStored?: (bytes: Buffer) => void;
  readonly onEncoding?: (encoding: TextEncoding) => void;
  /** Told what was found in a workbook. */
  readonly onWorkbook?: (notes: WorkbookNotes) => void;
  /** What was found in the same workbook before: it is not looked for again. */
  readonly workbook?: WorkbookNotes | null;
  /** The sheet of a workbook to read where the path names none. */
  readonly sheet?: string | null;
}

/**
 * The content of a source as UTF-8 bytes without a byte order mark, in pieces of up to PIECE_BYTES; gzip is recognised
 * by its first bytes, whatever the name. Old Mac line endings (`\r` alone) become `\n`. `reading`: see `decodeText`.
 * Throws a Failure with exit code 3: missing, folder, no permission, empty, workbook, truncated or damaged gzip or zip.
 */
export async function* openSource(
  source: InputSource,
  reading: TextReading | null = null,
  observer: SourceObserver = {},
): AsyncGenerator<Buffer> {
  let some = false;
  const bytes = unpacked(source, observer);
  for await (const piece of decodeText(bytes, reading, observer.onEncoding)) {
    for (let from = 0; from < piece.length; from += PIECE_BYTES) {
      some = true;
      yield piece.subarray(from, from + PIECE_BYTES);
    }
  }
  if (!some) throw emptyFailure(sourceLabel(source));
}

/**
 * The stored bytes of a file from a position, for a file whose stored bytes are what `openSource` gives.
 * Throws as `openSource`.
 */
export function openStored(path: string, start: number): AsyncGenerator<Buffer> {
  return fileBytes(path, start);
}

/** The bytes of a source as they are stored: the file, or the member as its archive gives it. Throws as `openSource`. */
export function storedBytes({ path, member }: InputSource): AsyncGenerator<Buffer> {
  return member === null ? fileBytes(path) : openMember(path, member);
}

/** The first `bytes` bytes of what `openSource` gives; shorter only when the source is. */
export async function readHead(
  source: InputSource,
  reading: TextReading | null = null,
  observer: SourceObserver = {},
  bytes: number = HEAD_BYTES,
): Promise<Buffer> {
  return firstBytes(openSource(source, reading, observer), bytes);
}

/** The first bytes of a source before they are decoded; shorter than HEAD_BYTES only when the source is. */
export async function readUndecoded(source: InputSource, observer: SourceObserver = {}): Promise<Buffer> {
  return firstBytes(unpacked(source, observer), HEAD_BYTES);
}

async function firstBytes(source: AsyncIterable<Buffer>, bytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of source) {
    pieces.push(piece);
    size += piece.length;
    if (size >= bytes) break;
  }
  return Buffer.concat(pieces, size).subarray(0, bytes);
}

async function* unpacked(source: InputSource, observer: SourceObserver): AsyncGenerator<Buffer> {
  const label = sourceLabel(source);
  const stored = observed(storedBytes(source), observer);
  try {
    const { first, all } = await peek(stored);
    if (source.member === null) refuseCompound(first, storedPath(source.path));
    if (isWorkbook(first, label)) yield* workbook(source, all, observer);
    else if (isGzip(first)) yield* notWorkbook(label, gunzipped(label, all));
    else yield* notWorkbook(label, all);
  } finally {
    await stored.return(undefined);
  }
}

/**
 * The parts of a workbook are read at random, so that its stored bytes are told all at once, before; that of an archive is
 * held in memory.
 */
async function* workbook(
  { path, member }: InputSource,
  stored: AsyncGenerator<Buffer>,
  { onWorkbook, workbook: known, sheet: stated = null }: SourceObserver,
): AsyncGenerator<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stored) if (member !== null) pieces.push(piece);
  // The mark wins over an encoding that is stated for all inputs: what comes is UTF-8.
  yield UTF8_MARK;
  const { file, sheet } = splitSheetPath(path);
  const content = member === null ? file : Buffer.concat(pieces);
  yield* readWorkbook(content, {
    path: sourceLabel({ path: file, member }),
    sheet: sheet ?? stated,
    known,
    onNotes: onWorkbook,
  });
}

/** What still opens like a zip file here is another office document. */
async function* notWorkbook(label: string, source: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let first = true;
  for await (const piece of source) {
    if (first && (isZip(piece) || isOldWorkbook(piece))) throw workbookFailure(label);
    first = false;
    yield piece;
  }
}

async function* observed(
  source: AsyncGenerator<Buffer>,
  { onStored }: SourceObserver,
): AsyncGenerator<Buffer> {
  for await (const piece of source) {
    onStored?.(piece);
    yield piece;
  }
}

async function* fileBytes(input: string, start = 0): AsyncGenerator<Buffer> {
  const path = storedPath(input);
  try {
    // On some systems a folder can be opened like a file.
    if ((await stat(path)).isDirectory()) throw fileSystemFailure(path, { code: 'EISDIR' });
    for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES, start })) {
      yield piece as Buffer;
    }
  } catch (cause) {
    throw cause instanceof Failure ? cause : fileSystemFailure(path, cause);
  }
}

async function* gunzipped(path: string, packed: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const raw = Readable.from(packed, { objectMode: true, highWaterMark: 1 });
  const gunzip = createGunzip({ chunkSize: PIECE_BYTES });
  raw.on('error', (cause) => gunzip.destroy(cause));
  try {
    for await (const piece of raw.pipe(gunzip)) yield piece as Buffer;
  } catch (cause) {
    throw cause instanceof Failure ? cause : gzipFailure(path, cause);
  } finally {
    raw.destroy();
    gunzip.destroy();
  }
}

/** The first piece, and an iterator that still gives everything. */
async function peek(source: AsyncGenerator<Buffer>): Promise<{ first: Buffer; all: AsyncGenerator<Buffer> }> {
  const step = await source.next();
  const first = step.done === true ? Buffer.alloc(0) : step.value;
  async function* all(): AsyncGenerator<Buffer> {
    if (first.length > 0) yield first;
    yield* source;
  }
  return { first, all: all() };
}
