import type { Readable, Transform } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { crc32 } from '../domain/crc32.js';
import { Failure } from '../domain/failure.js';
import { errorCode, fileSystemFailure } from './input-failures.js';
import { sourceLabel } from './input-source.js';
import {
  memberDamaged,
  memberMissing,
  zipDamaged,
  zipEmpty,
  zipEncrypted,
  zipLimit,
  zipMethod,
  zipNested,
  zipSameName,
} from './zip-failures.js';
import { entryKind, entryName } from './zip-member-names.js';

const PIECE_BYTES = 1024 * 1024;
/** An archive of exports has a few hundred files at most; the list is read anew for each member. */
export const MAX_ENTRIES = 2000;
/** All members together: several times the exports of the whole country. */
export const MAX_UNPACKED_BYTES = 256 * 1024 ** 3;
/** Lists of doses shrink to a tenth, workbooks to a fiftieth; a file made to fill a disk, to a thousandth. */
export const MAX_RATIO = 250;
/** A small file of equal rows may well be smaller still. */
const RATIO_FROM_BYTES = 64 * 1024 ** 2;
const STORED = 0;
const DEFLATED = 8;

/** What is in a zip file: an office document is one thing, an archive has members. */
export type ZipContent =
  | { readonly kind: 'document' }
  | { readonly kind: 'archive'; readonly members: readonly string[] };

/**
 * The data files of an archive in byte order of their names, which are labels and never used as paths.
 * Throws a Failure with exit code 3: damaged, over a limit, or a data file that is locked, nested, packed in an unusual way,
 * or not the only one of its name. An archive is taken whole or not at all.
 */
export async function listMembers(path: string): Promise<ZipContent> {
  const members = new Set<string>();
  return withZip(path, async (zip) => {
    if (zip.entryCount > MAX_ENTRIES)
      throw zipLimit(path, `it has ${zip.entryCount} entries`, `at most ${MAX_ENTRIES} entries`);
    let unpacked = 0;
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry);
      // Every office document has one of these; what kind it is, is for the reader of workbooks to say.
      if (name === '[Content_Types].xml' || name === 'META-INF/manifest.xml') return { kind: 'document' };
      const kind = entryKind(entry, name);
      if (kind === 'left_out') continue;
      if (kind === 'nested') throw zipNested(path, name);
      refuseUnreadable(path, name, entry, zip.fileSize);
      unpacked += entry.uncompressedSize;
      if (members.has(name)) throw zipSameName(path, name);
      members.add(name);
    }
    // Members may share packed bytes, so that none of them alone is over the limit.
    refuseRatio(path, 'it', unpacked, zip.fileSize);
    if (unpacked > MAX_UNPACKED_BYTES)
      throw zipLimit(path, `it unpacks to ${unpacked} bytes`, `at most ${MAX_UNPACKED_BYTES} bytes`);
    if (members.size === 0) throw zipEmpty(path);
    const sorted = [...members].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    return { kind: 'archive', members: sorted };
  });
}

/** Unpacked length of a member as the archive states it; reading checks it. Throws a Failure with exit code 3. */
export function memberBytes(path: string, member: string): Promise<number> {
  return withZip(path, async (zip) => {
    const entry = await findEntry(zip, member);
    if (entry === null) throw memberMissing(sourceLabel({ path, member }));
    return entry.uncompressedSize;
  });
}

/**
 * The unpacked bytes of a member; its length and checksum are checked. Throws a Failure with exit code 3.
 */
export async function* openMember(path: string, member: string): AsyncGenerator<Buffer> {
  const label = sourceLabel({ path, member });
  const zip = await openZip(path);
  try {
    const entry = await findEntry(zip, member);
    if (entry === null) throw memberMissing(label);
    let bytes = 0;
    let sum = 0;
    for await (const piece of unpacked(zip, entry)) {
      bytes += piece.length;
      if (bytes > entry.uncompressedSize) break;
      sum = crc32(piece, sum);
      yield piece;
    }
    if (bytes !== entry.uncompressedSize || sum !== entry.crc32) throw memberDamaged(label, undefined);
  } catch (cause) {
    throw cause instanceof Failure ? cause : memberDamaged(label, cause);
  } finally {
    zip.close();
  }
}

async function* unpacked(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const raw: Readable = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  const whole: Transform | null =
    entry.compressionMethod === DEFLATED ? createInflateRaw({ chunkSize: PIECE_BYTES }) : null;
  try {
    if (whole !== null) raw.on('error', (cause) => whole.destroy(cause));
    for await (const piece of whole === null ? raw : raw.pipe(whole)) yield piece as Buffer;
  } finally {
    raw.destroy();
    whole?.destroy();
  }
}

async function findEntry(zip: ZipFile, member: string): Promise<Entry | null> {
  for await (const entry of zip.eachEntry()) {
    const name = entryName(entry);
    if (name === member && entryKind(entry, name) === 'data') return entry;
  }
  return null;
}

function refuseUnreadable(path: string, name: string, entry: Entry, fileSize: number): void {
  if (entry.isEncrypted()) throw zipEncrypted(path, name);
  const method = entry.compressionMethod;
  if (method !== STORED && method !== DEFLATED) throw zipMethod(path, name, method);
  refuseRatio(path, `an entry`, entry.uncompressedSize, Math.min(entry.compressedSize, fileSize));
}

function refuseRatio(path: string, what: string, unpacked: number, packed: number): void {
  if (unpacked < RATIO_FROM_BYTES || unpacked <= packed * MAX_RATIO) return;
  throw zipLimit(
    path,
    `${what} unpacks to ${unpacked} bytes from ${packed}, as no list of doses does`,
    `at most ${MAX_RATIO} times the packed size`,
  );
}

async function withZip<T>(path: string, work: (zip: ZipFile) => Promise<T>): Promise<T> {
  const zip = await openZip(path);
  try {
    return await work(zip);
  } catch (cause) {
    throw cause instanceof Failure ? cause : zipDamaged(path, cause);
  } finally {
    zip.close();
  }
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false, decodeStrings: false });
  } catch (cause) {
    const code = errorCode(cause);
    throw /^E[A-Z]+$/.test(code) ? fileSystemFailure(path, cause) : zipDamaged(path, cause);
  }
}
