import { openSync } from 'node:fs';
import { join } from 'node:path';
import type { FileLayout } from '../domain/dose-record.js';
import { OUTCOMES } from '../domain/outcome.js';
import { OUTCOME_FILES } from '../domain/output-files.js';
import { RecordScanner } from '../input/record-scanner.js';
import type { RecordSource } from '../input/split-chunk.js';
import { EarlierBlock, type EarlierFiles } from './earlier-block.js';
import { BLOCK_PLACE, type EarlierRun, PLACE_NUMBERS } from './earlier-run.js';
import { HashIndex } from './hash-index.js';
import { REUSE_FILE } from './reuse-block.js';
import { isAnchor, rowHash } from './row-hash.js';

/**
 * Blocks that are looked through for the rows of a chunk: those that share most rows with it. A chunk's rows mostly stood in
 * two; where they stood all over the file (it was sorted anew), reading that many would cost more than it saves.
 */
const MOST_BLOCKS = 4;
/** Loaded blocks that are kept for the next chunk. */
const KEPT_BLOCKS = 6;

const NOT_FOUND = 0xff;

/** A worker's view of an earlier run: finds the rows of a chunk that stood in it. */
export class EarlierRows {
  readonly #contexts: readonly string[];
  readonly #places: Float64Array;
  readonly #anchors: HashIndex;
  readonly #files: EarlierFiles;
  /** Last used first. */
  readonly #loaded: EarlierBlock[] = [];

  constructor({ folder, contexts, blocks, anchorHashes, anchorBlocks }: EarlierRun) {
    this.#contexts = contexts;
    this.#places = blocks;
    this.#anchors = new HashIndex(anchorHashes, anchorBlocks);
    this.#files = {
      blocks: openSync(join(folder, REUSE_FILE), 'r'),
      results: OUTCOMES.map((outcome) => openSync(join(folder, OUTCOME_FILES[outcome]), 'r')),
    };
  }

  /** The rows of a chunk that are the same, byte for byte, as rows of the earlier run that were read in the same way. */
  recall(bytes: Buffer, firstRecord: number, layout: FileLayout, context: string): RecalledRows {
    const rows = new RecalledRows(bytes, firstRecord, layout);
    const blocks = this.#blocksOf(rows, this.#contexts.indexOf(context)).map((number) => this.#load(number));
    if (blocks.length > 0) rows.match(blocks, layout.delimiter.charCodeAt(0));
    return rows;
  }

  /** The blocks that share most rows with a chunk, in their order. */
  #blocksOf(rows: RecalledRows, context: number): number[] {
    const votes = new Map<number, number>();
    for (const hash of rows.anchors()) {
      for (let slot = this.#anchors.find(hash); slot >= 0; slot = this.#anchors.find(hash, slot)) {
        const block = this.#anchors.at(slot);
        votes.set(block, (votes.get(block) ?? 0) + 1);
      }
    }
    const count = this.#places.length / PLACE_NUMBERS;
    // A small run may have no anchor at all.
    if (count <= MOST_BLOCKS) for (let block = 0; block < count; block++) votes.set(block, 1);
    return [...votes]
      .filter(([block]) => this.#places[block * PLACE_NUMBERS + BLOCK_PLACE.context] === context)
      .sort(([a, votesA], [b, votesB]) => votesB - votesA || a - b)
      .slice(0, MOST_BLOCKS)
      .map(([block]) => block)
      .sort((a, b) => a - b);
  }

  #load(number: number): EarlierBlock {
    let at = this.#loaded.findIndex((block) => block.number === number);
    if (at < 0) {
      if (this.#loaded.length < KEPT_BLOCKS) this.#loaded.push(new EarlierBlock());
      at = this.#loaded.length - 1;
      this.#loaded[at]!.load(number, this.#places, this.#files);
    }
    const [block] = this.#loaded.splice(at, 1);
    this.#loaded.unshift(block!);
    return block!;
  }
}

const HAS_QUOTE = 1;
const QUOTED = 2;
const BROKEN = 4;

/** The records of a chunk, told apart by whether their results are there already. */
export class RecalledRows {
  readonly #bytes: Buffer;
  readonly #firstRecord: number;
  #count = 0;
  #starts = new Uint32Array(4096);
  #ends = new Uint32Array(4096);
  #indexes = new Uint32Array(4096);
  #hashes = new Uint32Array(4096);
  #flags = new Uint8Array(4096);
  /** By row: the block among `#blocks`, and the row in it. */
  #found = new Uint8Array(0);
  #foundRow = new Uint32Array(0);
  #blocks: readonly EarlierBlock[] = [];
  /** Rows whose results are there. */
  recalled = 0;

  constructor(bytes: Buffer, firstRecord: number, { delimiter, firstDataRow }: FileLayout) {
    this.#bytes = bytes;
    this.#firstRecord = firstRecord;
    const scanner = new RecordScanner(bytes, delimiter, true);
    while (scanner.advance()) {
      const { start, end } = scanner;
      if (start === end || firstRecord + scanner.index < firstDataRow) continue;
      if (this.#count === this.#starts.length) this.#grow();
      const at = this.#count++;
      this.#starts[at] = start;
      this.#ends[at] = end;
      this.#indexes[at] = scanner.index;
      this.#flags[at] =
        (scanner.hasQuote ? HAS_QUOTE : 0) | (scanner.quoted ? QUOTED : 0) | (scanner.broken ? BROKEN : 0);
      this.#hashes[at] = rowHash(bytes, start, end);
    }
    this.#found = new Uint8Array(this.#count).fill(NOT_FOUND);
    this.#foundRow = new Uint32Array(this.#count);
  }

  *anchors(): Generator<number> {
    for (let i = 0; i < this.#count; i++) if (isAnchor(this.#hashes[i]!)) yield this.#hashes[i]!;
  }

  /** Looks for every row in the blocks, first behind the last that was found. */
  match(blocks: readonly EarlierBlock[], delimiter: number): void {
    this.#blocks = blocks;
    for (const block of blocks) block.cellNumbers.fill(-1);
    let current = 0;
    let expected = 0;
    for (let i = 0; i < this.#count; i++) {
      if ((this.#flags[i]! & BROKEN) !== 0) continue;
      for (let turn = 0; turn < blocks.length; turn++) {
        const at = (current + turn) % blocks.length;
        const row = blocks[at]!.find(
          this.#bytes,
          this.#starts[i]!,
          this.#ends[i]!,
          this.#hashes[i]!,
          delimiter,
          turn === 0 ? expected : 0,
        );
        if (row < 0) continue;
        this.#found[i] = at;
        this.#foundRow[i] = row;
        this.recalled++;
        current = at;
        expected = row + 1;
        break;
      }
    }
  }

  /** Rows of the chunk, recalled or not. */
  get count(): number {
    return this.#count;
  }

  /** The block with the result of a row; null: it is to be worked on. */
  blockOf(row: number): EarlierBlock | null {
    const at = this.#found[row]!;
    return at === NOT_FOUND ? null : this.#blocks[at]!;
  }

  rowIn(row: number): number {
    return this.#foundRow[row]!;
  }

  /** Record number in the file, from 1. */
  recordOf(row: number): number {
    return this.#firstRecord + this.#indexes[row]!;
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
        do at++;
        while (at < this.#count && this.#found[at] !== NOT_FOUND);
        if (at >= this.#count) return false;
        const flags = this.#flags[at]!;
        source.start = this.#starts[at]!;
        source.end = this.#ends[at]!;
        source.index = this.#indexes[at]!;
        source.hasQuote = (flags & HAS_QUOTE) !== 0;
        source.quoted = (flags & QUOTED) !== 0;
        source.broken = (flags & BROKEN) !== 0;
        return true;
      },
    };
    return source;
  }

  #grow(): void {
    const longer = (column: Uint32Array) => {
      const grown = new Uint32Array(column.length * 2);
      grown.set(column);
      return grown;
    };
    this.#starts = longer(this.#starts);
    this.#ends = longer(this.#ends);
    this.#indexes = longer(this.#indexes);
    this.#hashes = longer(this.#hashes);
    const flags = new Uint8Array(this.#flags.length * 2);
    flags.set(this.#flags);
    this.#flags = flags;
  }
}
