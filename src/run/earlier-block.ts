import { createHash } from 'node:crypto';
import { OUTCOMES } from '../domain/outcome.js';
import { OUTCOME_FILES } from '../domain/output-files.js';
import { MAX_RECORD_BYTES } from '../input/record-scanner.js';
import { csvField } from '../output/csv.js';
import type { EarlierFiles } from './earlier-files.js';
import { BLOCK_PLACE, PLACE_NUMBERS } from './earlier-index.js';
import { HashIndex, indexSlots } from './hash-index.js';
import {
  type BlockColumns,
  type BlockHead,
  DIGEST_BYTES,
  decodeBlock,
  type EarlierIdentities,
  NO_CELL,
  REUSE_FILE,
  ROW_BYTES,
  type RowBytes,
} from './reuse-block.js';

const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The name of an input as it stands in a row, between its commas. */
export function placeColumn(file: string): Buffer {
  return Buffer.from(`,${csvField(file)},`);
}

/** The first bytes of the SHA-256 of a row as it came. */
export function rowDigest(bytes: Uint8Array, start: number, end: number): Uint8Array {
  return createHash('sha256').update(bytes.subarray(start, end)).digest().subarray(0, DIGEST_BYTES);
}

/** True when `written` is the row with commas for its delimiter, and the row has no comma of its own. */
export function isWithCommas(
  row: Uint8Array,
  start: number,
  end: number,
  delimiter: number,
  written: Uint8Array,
  at: number,
): boolean {
  for (let i = start, j = at; i < end; i++, j++) {
    const byte = row[i]!;
    if (byte === COMMA || (byte === delimiter ? COMMA : byte) !== written[j]) return false;
  }
  return true;
}

/** A block of an earlier run with the rows that it tells of. The memory is used for one block after the other. */
export class EarlierBlock implements EarlierIdentities {
  number = -1;
  head!: BlockHead;
  columns!: BlockColumns;
  place: Buffer = Buffer.alloc(0);
  notComparedAt: Uint32Array = new Uint32Array(0);
  hitsAt: Uint32Array = new Uint32Array(0);
  /** The rows as they stand in each result file, in the order of OUTCOMES. */
  readonly parts: Buffer[] = OUTCOMES.map(() => Buffer.alloc(0));
  /** By cell, numbers in the order of OUTCOMES. */
  outcomeOfCell = new Uint8Array(0);
  /** By outcome: where each row begins in its part, or the next row of it; and where the last ends. */
  readonly offsets: Uint32Array[] = OUTCOMES.map(() => new Uint32Array(0));
  /** By cell: its number in the chunk that is worked on; -1: none yet. */
  cellNumbers = new Int32Array(0);
  /** The same by distinct record. */
  identityNumbers = new Int32Array(0);
  #bytes: Buffer = Buffer.alloc(0);
  #digestAt = new Uint32Array(0);
  /** Rows by hash; null: nobody asked yet. */
  #index: HashIndex | null = null;

  get rows(): number {
    return this.columns.hash.length;
  }

  /**
   * Reads a block and its rows. `checksum`: what the block had when the run began. @throws DamagedPlace when anything is not
   * as it was written.
   */
  load(number: number, places: Float64Array, checksum: Uint8Array, files: EarlierFiles): void {
    // Until it is whole.
    this.number = -1;
    const place = places.subarray(number * PLACE_NUMBERS, (number + 1) * PLACE_NUMBERS);
    const length = place[BLOCK_PLACE.bytes]!;
    this.#bytes = roomFor(this.#bytes, length);
    files.read(REUSE_FILE, this.#bytes, length, place[BLOCK_PLACE.offset]!, checksum);
    const { head, columns } = decodeBlock(this.#bytes.subarray(0, length));
    this.head = head;
    this.columns = columns;
    this.place = placeColumn(head.file);
    OUTCOMES.forEach((outcome, i) => {
      const bytes = head.bytes[outcome];
      this.parts[i] = roomFor(this.parts[i]!, bytes);
      const at = place[BLOCK_PLACE.parts + i]!;
      const written = Buffer.from(head.checksums[outcome], 'hex');
      files.read(OUTCOME_FILES[outcome], this.parts[i]!, bytes, at, written);
    });
    this.outcomeOfCell = Uint8Array.from(head.cells, ({ outcome }) => OUTCOMES.indexOf(outcome));
    this.notComparedAt = sumsBefore(columns.notComparedCount);
    this.hitsAt = sumsBefore(columns.hitCount);
    this.#layOut();
    this.#index = null;
    this.number = number;
  }

  /** Before a chunk is worked on. */
  beginChunk(): void {
    this.cellNumbers = new Int32Array(this.head.cells.length).fill(-1);
    this.identityNumbers = new Int32Array(this.columns.keyLow.length).fill(-1);
  }

  /** The row with these bytes; -1: none. */
  find(bytes: Buffer, start: number, end: number, hash: number, delimiter: number): number {
    this.#index ??= this.#indexed();
    for (let slot = this.#index.find(hash); slot >= 0; slot = this.#index.find(hash, slot)) {
      const row = this.#index.at(slot);
      if (this.isSame(row, bytes, start, end, delimiter)) return row;
    }
    return -1;
  }

  /**
   * Where the record ends whose bytes, from `start`, are those of a row and a line ending: after the line ending; -1: they
   * are not, or cannot be told so easily. A good record ends where its own bytes say (see `RecordScanner`).
   */
  endOfSame(row: number, bytes: Buffer, start: number, delimiter: number): number {
    if (this.columns.rowBytes[row]! > ROW_BYTES.commas) return -1;
    const end = start + this.columns.sourceBytes[row]!;
    if (end > bytes.length) return -1;
    let stop = end;
    while (bytes[stop] === CARRIAGE_RETURN) stop++;
    if (stop < bytes.length && bytes[stop] !== LINE_FEED) return -1;
    if (stop - start >= MAX_RECORD_BYTES || !this.isSame(row, bytes, start, end, delimiter)) return -1;
    return Math.min(stop + 1, bytes.length);
  }

  /** True when the numbers of all rows that are written have so many digits. */
  haveDigits(from: number, to: number, digits: number): boolean {
    const { cell, digits: known } = this.columns;
    for (let row = from; row < to; row++) if (known[row] !== digits && cell[row] !== NO_CELL) return false;
    return true;
  }

  /** Its digest, of a row that has one. */
  digest(row: number): Uint8Array {
    const at = this.#digestAt[row]!;
    return this.columns.digests.subarray(at, at + DIGEST_BYTES);
  }

  /** True when a row has these bytes. */
  isSame(row: number, bytes: Buffer, start: number, end: number, delimiter: number): boolean {
    const { columns } = this;
    const kind = columns.rowBytes[row] as RowBytes;
    if (kind === ROW_BYTES.never) return false;
    if (kind === ROW_BYTES.digest)
      return Buffer.compare(this.digest(row), rowDigest(bytes, start, end)) === 0;
    const length = end - start;
    if (columns.sourceBytes[row] !== length) return false;
    const outcome = this.outcomeOfCell[columns.cell[row]!]!;
    const part = this.parts[outcome]!;
    const at = this.offsets[outcome]![row]!;
    if (kind === ROW_BYTES.commas) return isWithCommas(bytes, start, end, delimiter, part, at);
    return bytes.compare(part, at, at + length, start, end) === 0;
  }

  /** Finds where each row stands. */
  #layOut(): void {
    const { cell, sourceBytes, resultBytes, digits, rowBytes } = this.columns;
    const { rows, outcomeOfCell, offsets } = this;
    if (this.#digestAt.length < rows) {
      this.#digestAt = new Uint32Array(rows * 2);
      for (const i of offsets.keys()) offsets[i] = new Uint32Array(rows * 2 + 1);
    }
    const placeBytes = this.place.length;
    const ends = new Uint32Array(OUTCOMES.length);
    let digestAt = 0;
    for (let row = 0; row < rows; row++) {
      this.#digestAt[row] = digestAt;
      if (rowBytes[row] === ROW_BYTES.digest) digestAt += DIGEST_BYTES;
      for (let i = 0; i < ends.length; i++) offsets[i]![row] = ends[i]!;
      const cellNumber = cell[row]!;
      if (cellNumber === NO_CELL) continue;
      ends[outcomeOfCell[cellNumber]!]! += sourceBytes[row]! + placeBytes + digits[row]! + resultBytes[row]!;
    }
    OUTCOMES.forEach((outcome, i) => {
      offsets[i]![rows] = ends[i]!;
      if (ends[i] !== this.head.bytes[outcome]) throw new Error('a block does not add up to its rows');
    });
  }

  #indexed(): HashIndex {
    const { hash, rowBytes } = this.columns;
    const slots = indexSlots(hash.length);
    const index = new HashIndex(new Uint32Array(slots), new Uint32Array(slots));
    for (let row = 0; row < hash.length; row++)
      if (rowBytes[row] !== ROW_BYTES.never) index.add(hash[row]!, row);
    return index;
  }
}

function roomFor(buffer: Buffer, bytes: number): Buffer {
  return buffer.length >= bytes ? buffer : Buffer.allocUnsafeSlow(Math.ceil((bytes * 5) / 4 / 8) * 8);
}

function sumsBefore(counts: Uint16Array | Uint8Array): Uint32Array {
  const sums = new Uint32Array(counts.length);
  for (let i = 1; i < counts.length; i++) sums[i] = sums[i - 1]! + counts[i - 1]!;
  return sums;
}
