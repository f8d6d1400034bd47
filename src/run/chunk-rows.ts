import { type SplitRecord, splitChunk } from '../input/split-chunk.js';
import type { ChunkContext } from './chunk-context.js';
import { ChunkIdentities } from './chunk-identities.js';
import type { EarlierBlock } from './earlier-block.js';
import { IdentityReader } from './identity-reader.js';
import { type ChunkRow, provinceInCharge, readRow } from './read-row.js';
import type { RowRun } from './recalled-rows.js';
import { NO_CELL } from './reuse-block.js';
import { cellsToRead } from './row-columns.js';
import type { ChunkTask, InputSetup } from './worker-setup.js';

/** In place of the number of a distinct record: the row has none. */
export const NO_IDENTITY = -1;

/** The rows of a chunk before they are matched: which an earlier run has results of, and what the others are. */
export class ChunkRows {
  /** Rows of the chunk. */
  readonly count: number;
  /** All of them in order: which an earlier run has results of, and what the others are. */
  readonly runs: readonly RowRun[];
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
  /** By number in the reader: the number of the distinct record in the chunk. */
  readonly #numbers: number[] = [];
  #seen = 0;
  #taken = 0;

  constructor(context: ChunkContext, task: ChunkTask, bytes: Buffer) {
    this.#context = context;
    this.#input = context.setup.inputs[task.input]!;
    const { layout } = this.#input;
    const recalled = context.earlier?.recall(bytes, task.firstRecord, layout, this.#input.context) ?? null;
    const split = splitChunk(bytes, task.firstRecord, layout, recalled?.others(), cellsToRead(bytes, layout));
    this.runs = recalled?.runs ?? [{ block: null, from: 0, record: 0, count: split.length }];
    this.count = recalled?.count ?? split.length;
    this.reader = new IdentityReader(context, this.#input);
    this.identities = new ChunkIdentities(this.count);
    this.identityOf = new Int32Array(this.count);
    for (const run of this.runs) if (!this.#take(run, split, task.mostRows)) break;
  }

  /** Rows before the one at which enough had been taken. */
  get seen(): number {
    return this.#seen;
  }

  /** Rows of the provinces that were asked for. */
  get taken(): number {
    return this.#taken;
  }

  /** False: enough rows were taken. */
  #take({ block, from, count }: RowRun, split: readonly SplitRecord[], most: number | null): boolean {
    for (let row = from; row < from + count; row++, this.#seen++) {
      if (most !== null && this.#taken >= most) return false;
      const isInScope =
        block === null
          ? this.#readFresh(
              readRow(split[this.fresh.length]!, this.#input, this.reader, this.#context.memory.facilities),
            )
          : this.#recall(block, row);
      if (isInScope) this.#taken++;
    }
    return true;
  }

  /** True for a row of a province that was asked for. */
  #readFresh(row: ChunkRow): boolean {
    const province = provinceInCharge(row, this.reader);
    let identity = NO_IDENTITY;
    if (row.kind === 'identity') {
      identity = this.#numbers[row.identity] ?? this.#numberOf(row.identity);
    }
    this.identityOf[this.#seen] = identity;
    const { provinces } = this.#context.setup;
    const isInScope = provinces === null || provinces.includes(province);
    this.fresh.push(row);
    this.provinces.push(isInScope ? province : null);
    return isInScope;
  }

  #numberOf(identity: number): number {
    const [high, low] = this.reader.keyOf(identity);
    const number = this.identities.add(high, low, null, identity);
    this.#numbers[identity] = number;
    return number;
  }

  /** The same, of a row of an earlier run. */
  #recall(block: EarlierBlock, row: number): boolean {
    const { columns, identityNumbers } = block;
    const known = columns.identity[row]!;
    let identity = identityNumbers[known]!;
    if (identity < 0) {
      identity = this.identities.add(columns.keyHigh[known]!, columns.keyLow[known]!, block, known);
      identityNumbers[known] = identity;
    }
    this.identityOf[this.#seen] = identity;
    return columns.cell[row] !== NO_CELL;
  }
}
