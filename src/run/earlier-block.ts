import { createHash } from 'node:crypto';
import { readSync } from 'node:fs';
import { OUTCOMES } from '../domain/outcome.js';
import { csvField } from '../output/csv.js';
import { BLOCK_PLACE, PLACE_NUMBERS } from './earlier-run.js';
import { HashIndex, indexSlots } from './hash-index.js';
import {
  type BlockColumns,
  type BlockHead,
  DIGEST_BYTES,
  decodeBlock,
  type EarlierIdentities,
  NO_CELL,
  ROW_BYTES,
  type RowBytes,
} from './reuse-block.js';

const COMMA = 0x2c;

/** Open files of an earlier run: its blocks, and its result files in the order of OUTCOMES. */
export interface EarlierFiles {
  readonly blocks: number;
  readonly results: readonly number[];
}

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
  /** By row: where it begins in its part. */
  offset = new Uint32Array(0);
  /** By cell: its number in the chunk that is worked on; -1: none yet. */
  cellNumbers = new Int32Array(0);
  #bytes: Buffer = Buffer.alloc(0);
  #digestAt = new Uint32Array(0);
  #index = new HashIndex(new Uint32Array(1), new Uint32Array(1));

  load(number: number, places: Float64Array, files: EarlierFiles): void {
    // Until it is whole.
    this.number = -1;
    const place = places.subarray(number * PLACE_NUMBERS, (number + 1) * PLACE_NUMBERS);
    const length = place[BLOCK_PLACE.bytes]!;
    this.#bytes = roomFor(this.#bytes, length);
    readFully(files.blocks, this.#bytes, length, place[BLOCK_PLACE.offset]!);
    const { head, columns } = decodeBlock(this.#bytes.subarray(0, length));
    this.head = head;
    this.columns = columns;
    this.place = placeColumn(head.file);
    OUTCOMES.forEach((outcome, i) => {
      const bytes = head.bytes[outcome];
      this.parts[i] = roomFor(this.parts[i]!, bytes);
      readFully(files.results[i]!, this.parts[i]!, bytes, place[BLOCK_PLACE.parts + i]!);
    });
    this.outcomeOfCell = Uint8Array.from(head.cells, ({ outcome }) => OUTCOMES.indexOf(outcome));
    this.cellNumbers = new Int32Array(head.cells.length);
    this.notComparedAt = sumsBefore(columns.notComparedCount);
    this.hitsAt = sumsBefore(columns.hitCount);
    this.#layOut();
    this.number = number;
  }

  /** The row with these bytes; -1: none. `expected`: where it may stand. */
  find(bytes: Buffer, start: number, end: number, hash: number, delimiter: number, expected: number): number {
    const { columns } = this;
    if (
      expected < columns.hash.length &&
      columns.hash[expected] === hash &&
      this.#isSame(expected, bytes, start, end, delimiter)
    )
      return expected;
    for (let slot = this.#index.find(hash); slot >= 0; slot = this.#index.find(hash, slot)) {
      const row = this.#index.at(slot);
      if (this.#isSame(row, bytes, start, end, delimiter)) return row;
    }
    return -1;
  }

  /** Its digest, of a row that has one. */
  digest(row: number): Uint8Array {
    const at = this.#digestAt[row]!;
    return this.columns.digests.subarray(at, at + DIGEST_BYTES);
  }

  #isSame(row: number, bytes: Buffer, start: number, end: number, delimiter: number): boolean {
    const { columns } = this;
    const kind = columns.rowBytes[row] as RowBytes;
    if (kind === ROW_BYTES.never) return false;
    if (kind === ROW_BYTES.digest)
      return Buffer.compare(this.digest(row), rowDigest(bytes, start, end)) === 0;
    const length = end - start;
    if (columns.sourceBytes[row] !== length) return false;
    const part = this.parts[this.outcomeOfCell[columns.cell[row]!]!]!;
    const at = this.offset[row]!;
    if (kind === ROW_BYTES.commas) return isWithCommas(bytes, start, end, delimiter, part, at);
    return bytes.compare(part, at, at + length, start, end) === 0;
  }

  /** Finds where each row stands. */
  #layOut(): void {
    const { cell, sourceBytes, resultBytes, digits, rowBytes, hash } = this.columns;
    const rows = hash.length;
    if (this.offset.length < rows) {
      this.offset = new Uint32Array(rows * 2);
      this.#digestAt = new Uint32Array(rows * 2);
    }
    const slots = indexSlots(rows);
    this.#index = new HashIndex(new Uint32Array(slots), new Uint32Array(slots));
    const ends = OUTCOMES.map(() => 0);
    let digestAt = 0;
    for (let row = 0; row < rows; row++) {
      const kind = rowBytes[row]!;
      this.#digestAt[row] = digestAt;
      if (kind === ROW_BYTES.digest) digestAt += DIGEST_BYTES;
      if (kind !== ROW_BYTES.never) this.#index.add(hash[row]!, row);
      const cellNumber = cell[row]!;
      if (cellNumber === NO_CELL) continue;
      const outcome = this.outcomeOfCell[cellNumber]!;
      this.offset[row] = ends[outcome]!;
      ends[outcome]! += sourceBytes[row]! + this.place.length + digits[row]! + resultBytes[row]!;
    }
    OUTCOMES.forEach((outcome, i) => {
      if (ends[i] !== this.head.bytes[outcome]) throw new Error('a block does not add up to its rows');
    });
  }
}

function roomFor(buffer: Buffer, bytes: number): Buffer {
  return buffer.length >= bytes ? buffer : Buffer.allocUnsafeSlow(Math.ceil((bytes * 5) / 4 / 8) * 8);
}

function readFully(file: number, buffer: Buffer, bytes: number, position: number): void {
  for (let done = 0; done < bytes; ) {
    const count = readSync(file, buffer, done, bytes - done, position + done);
    if (count === 0) throw new Error('a file of the earlier run became shorter');
    done += count;
  }
}

function sumsBefore(counts: Uint16Array | Uint8Array): Uint32Array {
  const sums = new Uint32Array(counts.length);
  for (let i = 1; i < counts.length; i++) sums[i] = sums[i - 1]! + counts[i - 1]!;
  return sums;
}
