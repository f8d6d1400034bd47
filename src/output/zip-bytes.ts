import { constants, deflateRawSync } from 'node:zlib';
import { crc32 } from '../domain/crc32.js';

/** A file of an archive; its content comes in pieces. */
export interface ZipEntry {
  /** ASCII. */
  readonly name: string;
  readonly pieces: Iterable<Uint8Array>;
}

/** Midnight of 1 January 1980, the first date that an archive can hold: the same content gives the same bytes. */
const DOS_DATE = 0x21;
const VERSION = 20;
/** The sizes stand behind the content, for they are not known before it. */
const SIZES_FOLLOW = 8;
const DEFLATED = 8;
/** XML shrinks to a tenth at the fastest levels; more effort gains little. */
const LEVEL = 4;
const MOST_BYTES = 0xffff_ffff;

/** A block of a deflate stream that ends on a whole byte, so that others can follow it. */
const MORE_FOLLOWS = { level: LEVEL, finishFlush: constants.Z_SYNC_FLUSH };
/** The empty last block of a deflate stream. */
const LAST_BLOCK = Buffer.from([0x03, 0x00]);

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/**
 * The bytes of a zip archive, made as they are asked for, so that memory does not grow with it. Pieces are packed one by
 * one: some 100 kB each are best. @throws RangeError beyond 4 GB.
 */
export function* zipBytes(entries: Iterable<ZipEntry>): Generator<Uint8Array> {
  const written: Written[] = [];
  let at = 0;
  for (const { name: text, pieces } of entries) {
    const name = Buffer.from(text, 'ascii');
    const header = localHeader(name);
    yield header;
    let crc = 0;
    let size = 0;
    let packed = LAST_BLOCK.length;
    for (const piece of pieces) {
      if (piece.length === 0) continue;
      crc = crc32(piece, crc);
      size += piece.length;
      const bytes = deflateRawSync(piece, MORE_FOLLOWS);
      packed += bytes.length;
      yield bytes;
    }
    yield LAST_BLOCK;
    yield dataDescriptor(crc, packed, size);
    written.push({ name, crc, packed, size, at });
    at += header.length + packed + 16;
    if (at > MOST_BYTES || size > MOST_BYTES) throw new RangeError('a zip archive holds no more than 4 GB');
  }
  yield directory(written, at);
}

function localHeader(name: Buffer): Buffer {
  const bytes = Buffer.alloc(30 + name.length);
  bytes.writeUInt32LE(0x04034b50, 0);
  bytes.writeUInt16LE(VERSION, 4);
  bytes.writeUInt16LE(SIZES_FOLLOW, 6);
  bytes.writeUInt16LE(DEFLATED, 8);
  bytes.writeUInt16LE(DOS_DATE, 12);
  bytes.writeUInt16LE(name.length, 26);
  name.copy(bytes, 30);
  return bytes;
}

function dataDescriptor(crc: number, packed: number, size: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(packed, 8);
  bytes.writeUInt32LE(size, 12);
  return bytes;
}

function directory(written: readonly Written[], start: number): Buffer {
  const entries = written.map(({ name, crc, packed, size, at }) => {
    const bytes = Buffer.alloc(46 + name.length);
    bytes.writeUInt32LE(0x02014b50, 0);
    bytes.writeUInt16LE(VERSION, 4);
    bytes.writeUInt16LE(VERSION, 6);
    bytes.writeUInt16LE(SIZES_FOLLOW, 8);
    bytes.writeUInt16LE(DEFLATED, 10);
    bytes.writeUInt16LE(DOS_DATE, 14);
    bytes.writeUInt32LE(crc, 16);
    bytes.writeUInt32LE(packed, 20);
    bytes.writeUInt32LE(size, 24);
    bytes.writeUInt16LE(name.length, 28);
    bytes.writeUInt32LE(at, 42);
    name.copy(bytes, 46);
    return bytes;
  });
  const size = entries.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([...entries, end]);
}
