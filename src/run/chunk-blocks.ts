import type { EarlierBlock } from './earlier-block.js';

/**
 * Blocks that are looked through for the rows of a chunk. A chunk's rows mostly stood in two; where they stood all over the
 * file (it was sorted anew), reading that many would cost more than it saves.
 */
const MOST_BLOCKS = 4;
/** Rows that must lead to a further block before it is read: for fewer, working on them costs less. */
const ENOUGH_ANCHORS = 3;

/** Gives blocks of an earlier run. */
export interface BlockSource {
  /** How many there are. */
  readonly blocks: number;
  /** Number of the context in which the rows of a block were read. */
  contextOf(block: number): number;
  /** Blocks in which a row with this hash stood, if it is an anchor. */
  blocksOf(hash: number): readonly number[];
  /** Null: a place of it is damaged. */
  load(block: number): EarlierBlock | null;
}

/** The blocks that are looked through for the rows of one chunk. */
export class ChunkBlocks {
  /** In the order in which they were opened. */
  readonly opened: EarlierBlock[] = [];
  readonly #source: BlockSource;
  readonly #context: number;
  readonly #tried = new Set<number>();
  /** Anchors of the chunk that stood in a block which is not open. */
  readonly #votes = new Map<number, number>();

  constructor(source: BlockSource, context: number) {
    this.#source = source;
    this.#context = context;
    // A small run may have no anchor at all.
    if (source.blocks <= MOST_BLOCKS) for (let block = 0; block < source.blocks; block++) this.open(block);
  }

  /** Null: there is none, it was read otherwise, or these are enough. */
  open(number: number): EarlierBlock | null {
    const known = this.opened.find((block) => block.number === number);
    if (known !== undefined) return known;
    if (number < 0 || number >= this.#source.blocks || this.#source.contextOf(number) !== this.#context)
      return null;
    if (this.#tried.has(number) || this.#tried.size === MOST_BLOCKS) return null;
    this.#tried.add(number);
    const block = this.#source.load(number);
    if (block === null) return null;
    block.beginChunk();
    this.opened.push(block);
    return block;
  }

  /** As `open`; null also when it is open already. */
  openNew(number: number): EarlierBlock | null {
    return this.opened.some((block) => block.number === number) ? null : this.open(number);
  }

  /** A block in which rows like this one stood, opened now; null: none is worth it yet. */
  openFor(hash: number): EarlierBlock | null {
    if (this.#tried.size === MOST_BLOCKS) return null;
    const enough = this.opened.length === 0 ? 1 : ENOUGH_ANCHORS;
    for (const block of this.#source.blocksOf(hash)) {
      const votes = (this.#votes.get(block) ?? 0) + 1;
      this.#votes.set(block, votes);
      const opened = votes >= enough && !this.#tried.has(block) ? this.open(block) : null;
      if (opened !== null) return opened;
    }
    return null;
  }
}
