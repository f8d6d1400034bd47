import { splitChunk } from '../input/split-chunk.js';
import type { ChunkContext } from './chunk-context.js';
import { ChunkIdentities } from './chunk-identities.js';
import type { EarlierBlock } from './earlier-block.js';
import type { RecalledRows } from './earlier-rows.js';
import { IdentityReader } from './identity-reader.js';
import { type ChunkRow, provinceInCharge, readRow } from './read-row.js';
import { NO_CELL } from './reuse-block.js';
import { cellsToRead } from './row-columns.js';
import type { ChunkTask, InputSetup } from './worker-setup.js';

/** In place of the number of a distinct record: the row has none. */
export const NO_IDENTITY = -1;

/** The rows of a chunk before they are matched: which an earlier run has results of, and what the others are. */
export class ChunkRows {
  /** Rows of the chunk. */
  readonly count: number;
  readonly recalled: RecalledRows | null;
  readonly reader: IdentityReader;
  readonly identities: ChunkIdentities;
  /** By row: the number of its distinct record in the chunk, or NO_IDENTITY. */
  readonly identityOf: Int32Array;
  /** The rows that are worked on, in order. */
  readonly fresh: ChunkRow[] = [];
  /** By fresh row: its province; null: none that was asked for. */
  readonly provinces: (string | null)[] = [];
  readonly #context: ChunkContext;
  readonly #input: InputSetup;
  #seen = 0;
  #taken = 0;

  constructor(context: ChunkContext, task: ChunkTask, bytes: Buffer) {
    this.#context = context;
    this.#input = context.setup.inputs[task.input]!;
    const { layout } = this.#input;
    this.recalled = context.earlier?.recall(bytes, task.firstRecord, layout, this.#input.context) ?? null;
    const split = splitChunk(
      bytes,
      task.firstRecord,
      layout,
      this.recalled?.others(),
      cellsToRead(bytes, layout),
    );
    this.count = this.recalled?.count ?? split.length;
    this.reader = new IdentityReader(context, this.#input);
    this.identities = new ChunkIdentities(this.count);
    this.identityOf = new Int32Array(this.count);
    for (; this.#seen < this.count; this.#seen++) {
      if (task.mostRows !== null && this.#taken >= task.mostRows) break;
      const block = this.recalled?.blockOf(this.#seen) ?? null;
      const isInScope =
        block === null
          ? this.#readFresh(
              readRow(split[this.fresh.length]!, this.#input, this.reader, context.memory.facilities),
            )
          : this.#recall(block);
      if (isInScope) this.#taken++;
    }
  }

  /** Rows before the one at which enough had been taken. */
  get seen(): number {
    return this.#seen;
  }

  /** Rows of the provinces that were asked for. */
  get taken(): number {
    return this.#taken;
  }

  /** True for a row of a province that was asked for. */
  #readFresh(row: ChunkRow): boolean {
    const province = provinceInCharge(row, this.reader);
    let identity = NO_IDENTITY;
    if (row.kind === 'identity') {
      const [high, low] = this.reader.keyOf(row.identity);
      identity = this.identities.add(high, low, null, row.identity);
    }
    this.identityOf[this.#seen] = identity;
    const { provinces } = this.#context.setup;
    const isInScope = provinces === null || provinces.includes(province);
    this.fresh.push(row);
    this.provinces.push(isInScope ? province : null);
    return isInScope;
  }

  /** The same, of a row of an earlier run. */
  #recall(block: EarlierBlock): boolean {
    const { identity, cell, keyHigh, keyLow } = block.columns;
    const row = this.recalled!.rowIn(this.#seen);
    const number = identity[row]!;
    this.identityOf[this.#seen] = this.identities.add(keyHigh[number]!, keyLow[number]!, block, number);
    return cell[row] !== NO_CELL;
  }
}
