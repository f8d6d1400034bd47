import type { FileLayout } from '../domain/dose-record.js';
import { type BlockSource, ChunkBlocks } from './chunk-blocks.js';
import { EarlierBlock } from './earlier-block.js';
import { DamagedPlace, EarlierFiles } from './earlier-files.js';
import { BLOCK_PLACE, type EarlierRun, PLACE_NUMBERS } from './earlier-index.js';
import { CHECKSUM_BYTES } from './fast-checksum.js';
import { HashIndex } from './hash-index.js';
import { RecalledRows } from './recalled-rows.js';

/** Loaded blocks that are kept for the next chunk. */
const KEPT_BLOCKS = 6;

/** A worker's view of an earlier run: finds the rows of a chunk that stood in it. */
export class EarlierRows implements BlockSource {
  readonly #contexts: readonly string[];
  readonly #places: Float64Array;
  readonly #checksums: Uint8Array;
  readonly #anchors: HashIndex;
  readonly #files: EarlierFiles;
  /** Last used first. */
  readonly #loaded: EarlierBlock[] = [];
  readonly #damaged = new Map<number, string>();

  constructor({ folder, contexts, blocks, checksums, anchorHashes, anchorBlocks }: EarlierRun) {
    this.#contexts = contexts;
    this.#places = blocks;
    this.#checksums = checksums;
    this.#anchors = new HashIndex(anchorHashes, anchorBlocks);
    this.#files = new EarlierFiles(folder);
  }

  /** Names of the files in which a place was found that is not as it was written; no row of it is used. */
  get damagedFiles(): readonly string[] {
    return [...new Set(this.#damaged.values())];
  }

  /** The rows of a chunk that are the same, byte for byte, as rows of the earlier run that were read in the same way. */
  recall(bytes: Buffer, firstRecord: number, layout: FileLayout, context: string): RecalledRows {
    return new RecalledRows(
      bytes,
      firstRecord,
      layout,
      new ChunkBlocks(this, this.#contexts.indexOf(context)),
    );
  }

  get blocks(): number {
    return this.#places.length / PLACE_NUMBERS;
  }

  contextOf(block: number): number {
    return this.#places[block * PLACE_NUMBERS + BLOCK_PLACE.context]!;
  }

  blocksOf(hash: number): number[] {
    const found: number[] = [];
    for (let slot = this.#anchors.find(hash); slot >= 0; slot = this.#anchors.find(hash, slot))
      found.push(this.#anchors.at(slot));
    return found;
  }

  load(number: number): EarlierBlock | null {
    if (this.#damaged.has(number)) return null;
    let at = this.#loaded.findIndex((block) => block.number === number);
    if (at < 0) {
      if (this.#loaded.length < KEPT_BLOCKS) this.#loaded.push(new EarlierBlock());
      at = this.#loaded.length - 1;
      const checksum = this.#checksums.subarray(number * CHECKSUM_BYTES, (number + 1) * CHECKSUM_BYTES);
      try {
        this.#loaded[at]!.load(number, this.#places, checksum, this.#files);
      } catch (cause) {
        if (!(cause instanceof DamagedPlace)) throw cause;
        this.#damaged.set(number, cause.file);
        return null;
      }
    }
    const [block] = this.#loaded.splice(at, 1);
    this.#loaded.unshift(block!);
    return block!;
  }
}
