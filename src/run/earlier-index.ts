import { OUTCOMES } from '../domain/outcome.js';

/** Numbers that the index has for a block: where it begins, its length, where its rows begin in each result file, context. */
export const BLOCK_PLACE = { offset: 0, bytes: 1, parts: 2, context: 2 + OUTCOMES.length } as const;
export const PLACE_NUMBERS = 3 + OUTCOMES.length;

/** Where the results of an earlier run stand, as every worker sees it; can be sent to a thread. */
export interface EarlierRun {
  readonly folder: string;
  /** By number, see `rowContexts`. */
  readonly contexts: readonly string[];
  /** PLACE_NUMBERS for each block. */
  readonly blocks: Float64Array;
  /** `fastChecksum` of each block. */
  readonly checksums: Uint8Array;
  /** A `HashIndex` of the blocks by the hashes of their anchor rows, in shared memory. */
  readonly anchorHashes: Uint32Array;
  readonly anchorBlocks: Uint32Array;
}
