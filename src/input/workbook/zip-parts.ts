import type { Readable } from 'node:stream';
import * as zlib from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { crc32 } from '../../domain/crc32.js';
import { Failure } from '../../domain/failure.js';
import { errorCode, fileSystemFailure } from '../input-failures.js';
import { damagedFailure, tooLargeFailure, truncatedFailure } from './workbook-failures.js';

/** A workbook on disk, or in memory (a member of an archive). */
export type WorkbookSource = string | Buffer;

/** Pieces of 128 KiB; four may wait, so that the thread that unpacks does not wait for the one that reads. */
const INFLATE = { chunkSize: 128 * 1024, readableHighWaterMark: 512 * 1024 };
/** A workbook has some ten parts, with pictures and comments some hundreds. */
const MAX_PARTS = 20_000;
/** The largest sheet that the format allows (1,048,576 rows) with 40 columns is about this large. */
export const MAX_PART_BYTES = 4 * 1024 ** 3;
/** Rows that are formatted and empty reach 60:1; deflate can reach 1032:1. */
const MAX_RATIO = 250;
/** Below this size a part may be compressed as well as it likes. */
const RATIO_FREE_BYTES = 64 * 1024 ** 2;

/** The parts of a workbook's zip archive, read at random. Names are compared without regard to case. */
export class ZipParts {
  readonly #path: string;
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(path: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#path = path;
    this.#zip = zip;
    this.#entries = entries;
  }

  /** `path` is what failures name. @throws Failure exit 3: cut off, damaged, too many parts. */
  static async open(source: WorkbookSource, path: string): Promise<ZipParts> {
    const options = { lazyEntries: true, autoClose: false };
    let zip: ZipFile;
    try {
      zip =
        typeof source === 'string'
          ? await openPromise(source, options)
          : await fromBufferPromise(source, options);
    } catch (cause) {
      throw errorCode(cause) === 'unknown' ? truncatedFailure(path, cause) : fileSystemFailure(path, cause);
    }
    const entries = new Map<string, Entry>();
    try {
      for await (const entry of zip.eachEntry()) {
        const name = entry.fileName.toLowerCase();
        if (entries.has(name)) throw damagedFailure(path, 'it holds two parts of one name');
        if (entries.size >= MAX_PARTS) throw tooLargeFailure(path, `it has more than ${MAX_PARTS} parts`);
        entries.set(name, entry);
      }
    } catch (cause) {
      zip.close();
      throw cause instanceof Failure
        ? cause
        : damagedFailure(path, 'its list of parts cannot be read', cause);
    }
    return new ZipParts(path, zip, entries);
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  close(): void {
    this.#zip.close();
  }

  /** The content of a part, unpacked and checked. @throws Failure exit 3: missing, damaged, beyond the limits. */
  async *read(name: string, maxBytes: number = MAX_PART_BYTES): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) throw damagedFailure(this.#path, `its part ${name} is missing`);
    if (entry.isEncrypted()) throw damagedFailure(this.#path, 'its parts are encrypted');
    const limit = Math.min(maxBytes, Math.max(RATIO_FREE_BYTES, entry.compressedSize * MAX_RATIO));
    let size = 0;
    let crc = 0;
    let raw: Readable | null = null;
    let inflate: zlib.InflateRaw | null = null;
    try {
      raw = await this.#zip.openReadStreamPromise(entry, { decodeFileData: false });
      const source = raw;
      let pieces: AsyncIterable<unknown> = source;
      if (entry.compressionMethod === 8) {
        const inflating = zlib.createInflateRaw(INFLATE);
        inflate = inflating;
        source.on('error', (cause) => inflating.destroy(cause));
        pieces = source.pipe(inflating);
      } else if (entry.compressionMethod !== 0) {
        throw damagedFailure(this.#path, 'its parts are compressed in a way that workbooks do not use');
      }
      for await (const piece of pieces) {
        const bytes = piece as Buffer;
        size += bytes.length;
        if (size > limit) throw tooLargeFailure(this.#path, `its part ${name} is too large or a zip bomb`);
        crc = checksum(bytes, crc);
        yield bytes;
      }
    } catch (cause) {
      if (cause instanceof Failure) throw cause;
      throw damagedFailure(this.#path, `its part ${name} cannot be unpacked (${errorCode(cause)})`, cause);
    } finally {
      raw?.destroy();
      inflate?.destroy();
    }
    if (size !== entry.uncompressedSize || crc !== entry.crc32) {
      throw damagedFailure(this.#path, `its part ${name} is not as it was written (checksum)`);
    }
  }
}

/** Node has its own since 20.15, which is faster. */
const checksum = 'crc32' in zlib ? zlib.crc32 : crc32;
