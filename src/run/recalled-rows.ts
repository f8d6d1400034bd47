import type { FileLayout } from '../domain/dose-record.js';
import { RecordScanner } from '../input/record-scanner.js';
import type { RecordSource } from '../input/split-chunk.js';
import type { ChunkBlocks } from './chunk-blocks.js';
import type { EarlierBlock } from './earlier-block.js';
import { isAnchor, rowHash } from './row-hash.js';

/** Rows of a chunk that follow each other. */
export interface RowRun {
  /** The block in which they stood, one behind the other; null: they are worked on. */
  readonly block: EarlierBlock | null;
  /** The first of them in the block. */
  readonly from: number;
  /** Record number of the first in the file, from 1; those of recalled rows follow each other. */
  readonly record: number;
  count: number;
}

const HAS_QUOTE = 1;
const QUOTED = 2;
const BROKEN = 4;

/** A row that is worked on. */
interface KeptRow {
  readonly start: number;
  readonly end: number;
  readonly index: number;
  readonly flags: number;
  readonly hash: number;
}

/**
 * The rows of a chunk, told apart by whether their results are there already. A row is compared with the one that followed
 * the last in the earlier run; only where they differ it is looked for by its hash. What is found decides no result, for
 * working on a row comes to the same.
 */
export class RecalledRows {
  /** All rows of the chunk. */
  readonly runs: RowRun[] = [];
  /** Rows of the chunk, recalled or not. */
  count = 0;
  readonly #bytes: Buffer;
  readonly #firstRecord: number;
  readonly #delimiter: number;
  readonly #blocks: ChunkBlocks;
  readonly #scanner: RecordScanner;
  /** Rows that are worked on. */
  readonly #kept: KeptRow[] = [];
  /** Where the next row is expected; null: nowhere. */
  #block: EarlierBlock | null = null;
  #expected = 0;

  constructor(
    bytes: Buffer,
    firstRecord: number,
    { delimiter, firstDataRow }: FileLayout,
    blocks: ChunkBlocks,
  ) {
    this.#bytes = bytes;
    this.#firstRecord = firstRecord;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#blocks = blocks;
    this.#scanner = new RecordScanner(bytes, delimiter, true);
    const scanner = this.#scanner;
    for (;;) {
      this.#follow();
      if (!scanner.advance()) break;
      const { start, end, index } = scanner;
      if (start === end || firstRecord + index < firstDataRow) continue;
      this.#lookFor(this.#keepScanned());
    }
  }

  /** The rows that are to be worked on. */
  others(): RecordSource {
    let at = -1;
    const source = {
      start: 0,
      end: 0,
      index: -1,
      hasQuote: false,
      quoted: false,
      broken: false,
      advance: () => {
        const row = this.#kept[++at];
        if (row === undefined) return false;
        source.start = row.start;
        source.end = row.end;
        source.index = row.index;
        source.hasQuote = (row.flags & HAS_QUOTE) !== 0;
        source.quoted = (row.flags & QUOTED) !== 0;
        source.broken = (row.flags & BROKEN) !== 0;
        return true;
      },
    };
    return source;
  }

  /** Steps over the rows that stand as they stood, behind the last that was found. */
  #follow(): void {
    const scanner = this.#scanner;
    const bytes = this.#bytes;
    while (this.#block !== null) {
      const block = this.#block;
      const from = this.#expected;
      const { rows } = block;
      let row = from;
      let next = scanner.next;
      while (row < rows && next < bytes.length) {
        const after = block.endOfSame(row, bytes, next, this.#delimiter);
        if (after < 0) break;
        next = after;
        row++;
      }
      if (row > from) {
        this.#append(block, from, row - from, this.#firstRecord + scanner.index + 1);
        this.count += row - from;
        scanner.index += row - from;
        scanner.next = next;
        this.#expected = row;
      }
      if (row < rows || next >= bytes.length) return;
      this.#block = this.#blocks.open(block.number + 1);
      this.#expected = 0;
    }
  }

  /** Takes the row at which the scanner stands as one to be worked on, until it is found. */
  #keepScanned(): KeptRow {
    const { start, end, index, hasQuote, quoted, broken } = this.#scanner;
    const flags = (hasQuote ? HAS_QUOTE : 0) | (quoted ? QUOTED : 0) | (broken ? BROKEN : 0);
    const row = { start, end, index, flags, hash: broken ? 0 : rowHash(this.#bytes, start, end) };
    this.#keep(row);
    this.count++;
    return row;
  }

  #keep(row: KeptRow): void {
    this.#kept.push(row);
    const last = this.runs.at(-1);
    if (last !== undefined && last.block === null) last.count++;
    else this.runs.push({ block: null, from: 0, record: this.#firstRecord + row.index, count: 1 });
  }

  /** Looks for the row that was kept last in the open blocks, then in those to which it leads. */
  #lookFor(kept: KeptRow): void {
    if ((kept.flags & BROKEN) !== 0) return;
    for (const block of this.#blocks.opened) {
      const row = this.#find(block, kept);
      if (row < 0) continue;
      this.#recall(block, row, this.#takeBack(1)[0]!);
      return;
    }
    // The last row of a block may have changed: the next may stand in the one behind it.
    const isAtEnd = this.#block !== null && this.#expected + 1 >= this.#block.rows;
    const behind = isAtEnd ? this.#blocks.openNew(this.#block!.number + 1) : null;
    if (behind !== null && this.#lookAgain(behind)) return;
    const block = isAnchor(kept.hash) ? this.#blocks.openFor(kept.hash) : null;
    if (block !== null) this.#lookAgain(block);
  }

  /** Looks for the rows that were kept last in a block that is new, and in the one before it; true when the last is found. */
  #lookAgain(block: EarlierBlock): boolean {
    const rows = this.#takeBack(this.runs.at(-1)!.count);
    const found = rows.map((kept) => ({ block, row: this.#find(block, kept) }));
    const ahead = found.findIndex(({ row }) => row >= 0);
    // So few rows stand before it in its block: those ahead of it may be the last of the block before.
    const isNearBegin = ahead > 0 && found[ahead]!.row < ahead;
    const before = isNearBegin ? this.#blocks.openNew(block.number - 1) : null;
    if (before !== null)
      for (let i = 0; i < ahead; i++) found[i] = { block: before, row: this.#find(before, rows[i]!) };
    rows.forEach((kept, i) => {
      const place = found[i]!;
      if (place.row >= 0) this.#recall(place.block, place.row, kept);
      else this.#keep(kept);
    });
    return found.at(-1)!.row >= 0;
  }

  #find(block: EarlierBlock, { start, end, flags, hash }: KeptRow): number {
    return (flags & BROKEN) !== 0 ? -1 : block.find(this.#bytes, start, end, hash, this.#delimiter);
  }

  /** Takes the rows that were kept last out again, not more than the last run has. */
  #takeBack(count: number): KeptRow[] {
    const run = this.runs.at(-1)!;
    run.count -= count;
    if (run.count === 0) this.runs.pop();
    return this.#kept.splice(-count);
  }

  #recall(block: EarlierBlock, row: number, { index }: KeptRow): void {
    this.#append(block, row, 1, this.#firstRecord + index);
    this.#block = block;
    this.#expected = row + 1;
  }

  #append(block: EarlierBlock, from: number, count: number, record: number): void {
    const last = this.runs.at(-1);
    const goesOn =
      last?.block === block && last.from + last.count === from && last.record + last.count === record;
    if (goesOn) last.count += count;
    else this.runs.push({ block, from, record, count });
  }
}
