import type { OutcomeName } from '../domain/outcome.js';
import type { ReasonCode } from '../domain/reasons.js';
import { PairSpill } from './pair-spill.js';

/** From settled to unsettled: a person counts where the least settled row is. */
const UNSETTLED: Readonly<Record<OutcomeName, number>> = {
  verified: 0,
  needs_review: 1,
  mismatch: 2,
  rejected: 3,
};

/** A cell as the counter ranks it. */
export interface RankedCell {
  readonly outcome: OutcomeName;
  readonly reason: ReasonCode;
}

/**
 * Counts distinct persons a cell over any number of rows in bounded memory; what does not fit is kept in files in
 * `folder`. A person with rows in several cells counts in the least settled one, so that the counts add up to the
 * number of persons. Throws the file system's errors.
 */
export class PersonCounter {
  readonly #pairs: PairSpill;

  constructor(folder: string) {
    this.#pairs = new PairSpill(folder, 'persons');
  }

  add(personKey: number, cell: number): void {
    this.#pairs.add(personKey, cell);
  }

  /** Persons of each cell. `cells` are all cells by number, in the order of their first row. */
  count(cells: readonly RankedCell[]): number[] {
    const ranks = rankCells(cells);
    const persons = new Array<number>(cells.length).fill(0);
    for (const pairs of this.#pairs.partitions()) {
      const cellOfPerson = new Map<number, number>();
      for (let i = 0; i < pairs.length; i += 2) {
        const key = pairs[i]!;
        const cell = pairs[i + 1]!;
        const known = cellOfPerson.get(key);
        if (known === undefined || ranks[cell]! > ranks[known]!) cellOfPerson.set(key, cell);
      }
      for (const cell of cellOfPerson.values()) persons[cell]!++;
    }
    return persons;
  }

  /** Removes the files. */
  close(): void {
    this.#pairs.close();
  }
}

/** A rank for each cell, all different: by how unsettled it is, then by its number. */
function rankCells(cells: readonly RankedCell[]): Float64Array {
  const settled = (cell: RankedCell) => UNSETTLED[cell.outcome] * 2 + (cell.reason === 'exact' ? 0 : 1);
  return Float64Array.from(cells, (cell, number) => settled(cell) * cells.length - number);
}
