import {
  DECOY_LINES,
  DECOY_TRIALS,
  type DecoyCounts,
  type DecoyRows,
  type DecoyTrial,
} from '../domain/decoys.js';

interface Counts {
  readonly province: string;
  readonly rows: { -readonly [K in keyof DecoyRows]: DecoyRows[K] };
  readonly hits: { readonly trial: DecoyTrial; readonly rows: number[]; readonly squares: number[] }[];
}

function emptyCounts(province: string): Counts {
  const zeros = () => new Array<number>(DECOY_LINES).fill(0);
  return {
    province,
    rows: { ownNumber: 0, anothersNumber: 0, outsiders: 0, noNumber: 0 },
    hits: DECOY_TRIALS.map((trial) => ({ trial, rows: zeros(), squares: zeros() })),
  };
}

/** Counts decoys by province. All counts are whole numbers, so that the sum does not depend on the order. */
export class DecoyTally {
  readonly #counts = new Map<string, Counts>();

  addRows(province: string, kind: keyof DecoyRows, rows: number): void {
    this.#of(province).rows[kind] += rows;
  }

  /** Adds a record of a trial; `upTo` is the highest line at which a decoy would be verified, `lines` the lines. */
  addHit(province: string, trial: DecoyTrial, upTo: number, rows: number, lines: readonly number[]): void {
    const hits = this.#of(province).hits[DECOY_TRIALS.indexOf(trial)]!;
    lines.forEach((line, i) => {
      if (upTo < line) return;
      hits.rows[i]! += rows;
      hits.squares[i]! += rows ** 2;
    });
  }

  addCounts(counts: DecoyCounts): void {
    const sum = this.#of(counts.province);
    for (const kind of Object.keys(sum.rows) as (keyof DecoyRows)[]) sum.rows[kind] += counts.rows[kind];
    sum.hits.forEach(({ rows, squares }, i) => {
      for (let line = 0; line < DECOY_LINES; line++) {
        rows[line]! += counts.hits[i]!.rows[line]!;
        squares[line]! += counts.hits[i]!.squares[line]!;
      }
    });
  }

  /** By province, in the order of the codes. */
  counts(): DecoyCounts[] {
    return [...this.#counts.values()].sort((a, b) => (a.province < b.province ? -1 : 1));
  }

  #of(province: string): Counts {
    let counts = this.#counts.get(province);
    if (counts === undefined) {
      counts = emptyCounts(province);
      this.#counts.set(province, counts);
    }
    return counts;
  }
}
