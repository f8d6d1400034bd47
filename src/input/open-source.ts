import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Failure } from '../domain/failure.js';
import { decodeText, type TextEncodingName } from './decode-text.js';
import { HEAD_BYTES } from './header-rows.js';
import { emptyFailure, fileSystemFailure, gzipFailure, workbookFailure } from './input-failures.js';
import type { WorkbookNotes } from './workbook/notes.js';
import { readWorkbook } from './workbook/read-workbook.js';
import { isWorkbook, refuseCompound } from './workbook/recognise.js';
import { splitSheetPath, storedPath } from './workbook/sheet-path.js';

/** Largest piece that `openSource` gives. */
export const PIECE_BYTES = 1024 * 1024;

/** Is told what is seen while a source is read. */
export interface SourceObserver {
  /** The bytes as they are stored on disk, in order, before they are unpacked and decoded. */
  readonly onStored?: (bytes: Buffer) => void;
  readonly onEncoding?: (encoding: TextEncodingName) => void;
  /** Told what was found in a workbook. */
  readonly onWorkbook?: (notes: WorkbookNotes) => void;
  /** What was found in the same workbook before: it is not looked for again. */
  readonly workbook?: WorkbookNotes | null;
}

/**
 * The content of a file as UTF-8 bytes without a byte order mark, in pieces of up to PIECE_BYTES; gzip is recognised
 * by its first bytes, whatever the name. Old Mac line endings (`\r` alone) become `\n`.
 * Throws a Failure with exit code 3: missing, folder, no permission, empty, a workbook without a list or in another format,
 * truncated or damaged gzip.
 */
export async function* openSource(path: string, observer: SourceObserver = {}): AsyncGenerator<Buffer> {
  let some = false;
  for await (const piece of decodeText(unpacked(path, observer), observer.onEncoding)) {
    for (let from = 0; from < piece.length; from += PIECE_BYTES) {
      some = true;
      yield piece.subarray(from, from + PIECE_BYTES);
    }
  }
  if (!some) throw emptyFailure(path);
}

/**
 * The stored bytes of a file from a position, for a file whose stored bytes are what `openSource` gives.
 * Throws as `openSource`.
 */
export function openStored(path: string, start: number): AsyncGenerator<Buffer> {
  return fileBytes(path, {}, start);
}

/** The first `bytes` bytes of what `openSource` gives; shorter only when the file is. */
export async function readHead(
  path: string,
  bytes: number = HEAD_BYTES,
  observer: SourceObserver = {},
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of openSource(path, observer)) {
    pieces.push(piece);
    size += piece.length;
    if (size >= bytes) break;
  }
  return Buffer.concat(pieces, size).subarray(0, bytes);
}

async function* unpacked(path: string, observer: SourceObserver): AsyncGenerator<Buffer> {
  const file = fileBytes(path, observer);
  try {
    const { first, all } = await peek(file);
    refuseCompound(first, storedPath(path));
    if (isWorkbook(first, path)) yield* workbook(path, all, observer);
    else if (first[0] === 0x1f && first[1] === 0x8b) yield* notWorkbook(path, gunzipped(path, all));
    else yield* notWorkbook(path, all);
  } finally {
    await file.return(undefined);
  }
}

/** The parts of a workbook are read at random, so that its stored bytes are told all at once, before. */
async function* workbook(
  path: string,
  stored: AsyncGenerator<Buffer>,
  { onWorkbook, workbook: known }: SourceObserver,
): AsyncGenerator<Buffer> {
  for await (const _ of stored);
  const { file, sheet } = splitSheetPath(path);
  yield* readWorkbook(file, { path: file, sheet, known, onNotes: onWorkbook });
}

async function* notWorkbook(path: string, source: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let first = true;
  for await (const piece of source) {
    if (first) refuseWorkbook(path, piece);
    first = false;
    yield piece;
  }
}

async function* fileBytes(input: string, observer: SourceObserver, start = 0): AsyncGenerator<Buffer> {
  const path = storedPath(input);
  try {
    // On some systems a folder can be opened like a file.
    if ((await stat(path)).isDirectory()) throw fileSystemFailure(path, { code: 'EISDIR' });
    for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES, start })) {
      observer.onStored?.(piece as Buffer);
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

/** `PK` opens .xlsx and .zip, D0 CF 11 E0 the old .xls. */
function refuseWorkbook(path: string, first: Buffer): void {
  const isZip = first[0] === 0x50 && first[1] === 0x4b && (first[2] === 0x03 || first[2] === 0x05);
  const isOldWorkbook = first.length >= 4 && first.readUInt32BE(0) === 0xd0cf11e0;
  if (isZip || isOldWorkbook) throw workbookFailure(path);
}
