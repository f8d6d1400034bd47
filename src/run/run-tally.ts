import type { DecoyCounts } from '../domain/decoys.js';
import type { NotComparedCounts } from '../domain/not-compared.js';
import type { OutcomeName } from '../domain/outcome.js';
import { VERIFY_STEPS } from '../domain/verify-steps.js';
import { BLOCKING_PLAN } from './blocking-plan.js';
import { CellTally } from './cell-tally.js';
import { DecoyTally } from './decoy-tally.js';
import { NotComparedTally } from './not-compared-tally.js';
import type { CellCount, ChunkResult } from './worker-setup.js';

/** What the results of any number of chunks add up to, as plain data; how many persons there are takes all of them. */
export interface TallyState {
  /** In the order of their first row. */
  readonly cells: readonly CellCount[];
  readonly rowsByInput: readonly number[];
  /** Rows with the reason `invalid_encoding`. */
  readonly undecodedByInput: readonly number[];
  readonly outcomeRows: Readonly<Record<OutcomeName, number>>;
  readonly rowsOtherProvinces: number;
  readonly rowsOverLimit: number;
  /** Rows that would be verified at each of VERIFY_STEPS. */
  readonly verifiedAt: readonly number[];
  readonly notCompared: NotComparedCounts;
  readonly decoys: readonly DecoyCounts[];
}

function addTo(sums: number[], numbers: readonly number[]): void {
  numbers.forEach((number, i) => {
    sums[i]! += number;
  });
}

/** Adds up chunks, or what others added up, in source order. */
export class RunTally {
  readonly #cells = new CellTally();
  readonly #rowsByInput: number[];
  readonly #undecodedByInput: number[];
  readonly #outcomeRows: Record<OutcomeName, number> = {
    verified: 0,
    mismatch: 0,
    needs_review: 0,
    rejected: 0,
  };
  #rowsOtherProvinces = 0;
  #rowsOverLimit = 0;
  readonly #verifiedAt: number[] = VERIFY_STEPS.map(() => 0);
  readonly #decoys = new DecoyTally();
  readonly #notCompared = new NotComparedTally(BLOCKING_PLAN.ruleNames);

  constructor(inputs: number) {
    this.#rowsByInput = new Array<number>(inputs).fill(0);
    this.#undecodedByInput = new Array<number>(inputs).fill(0);
  }

  /** Returns the number of each of the chunk's cells. */
  addChunk(result: ChunkResult): number[] {
    this.#rowsByInput[result.input]! += result.rows;
    for (const { reason, rows } of result.cells)
      if (reason === 'invalid_encoding') this.#undecodedByInput[result.input]! += rows;
    this.#decoys.addPacked(result.decoys);
    return this.#add(result);
  }

  /** Returns the number of each of the other tally's cells. */
  addState(state: TallyState): number[] {
    addTo(this.#rowsByInput, state.rowsByInput);
    addTo(this.#undecodedByInput, state.undecodedByInput);
    for (const decoys of state.decoys) this.#decoys.addCounts(decoys);
    return this.#add(state);
  }

  #add(counts: Omit<TallyState, 'rowsByInput' | 'undecodedByInput' | 'decoys'>): number[] {
    for (const outcome of Object.keys(this.#outcomeRows) as OutcomeName[])
      this.#outcomeRows[outcome] += counts.outcomeRows[outcome];
    this.#rowsOtherProvinces += counts.rowsOtherProvinces;
    this.#rowsOverLimit += counts.rowsOverLimit;
    addTo(this.#verifiedAt, counts.verifiedAt);
    this.#notCompared.addCounts(counts.notCompared);
    return counts.cells.map(({ rows, doses, ...name }) => this.#cells.add(name, doses, rows));
  }

  /** Rows in the result files. */
  rowsOut(): number {
    return Object.values(this.#outcomeRows).reduce((sum, rows) => sum + rows, 0);
  }

  /** A live view: it is to be used before more is added. */
  state(): TallyState {
    return {
      cells: this.#cells.cells(),
      rowsByInput: this.#rowsByInput,
      undecodedByInput: this.#undecodedByInput,
      outcomeRows: this.#outcomeRows,
      rowsOtherProvinces: this.#rowsOtherProvinces,
      rowsOverLimit: this.#rowsOverLimit,
      verifiedAt: this.#verifiedAt,
      notCompared: this.#notCompared.counts(),
      decoys: this.#decoys.counts(),
    };
  }
}
