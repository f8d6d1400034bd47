import {
  DECOY_LINES,
  DECOY_TRIALS,
  type DecoyCounts,
  type DecoyRows,
  type DecoyTrial,
} from '../domain/decoys.js';

/** Counts of decoys as a thread sends them: one object for each count would take longer to send than to count. */
export interface PackedDecoys {
  readonly provinces: readonly string[];
  /** NUMBERS_A_PROVINCE for each. */
  readonly numbers: Float64Array<ArrayBuffer>;
}

const ROW_KINDS: readonly (keyof DecoyRows)[] = ['ownNumber', 'anothersNumber', 'outsiders', 'noNumber'];
const NUMBERS_A_PROVINCE = ROW_KINDS.length + DECOY_TRIALS.length * 2 * DECOY_LINES;

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
    for (const kind of ROW_KINDS) sum.rows[kind] += counts.rows[kind];
    sum.hits.forEach(({ rows, squares }, i) => {
      for (let line = 0; line < DECOY_LINES; line++) {
        rows[line]! += counts.hits[i]!.rows[line]!;
        squares[line]! += counts.hits[i]!.squares[line]!;
      }
    });
  }

  /** Adds what another tally packed. */
  addPacked({ provinces, numbers }: PackedDecoys): void {
    let at = 0;
    for (const province of provinces) {
      const { rows, hits } = this.#of(province);
      for (const kind of ROW_KINDS) rows[kind] += numbers[at++]!;
      for (const trial of hits) {
        for (let line = 0; line < DECOY_LINES; line++) trial.rows[line]! += numbers[at++]!;
        for (let line = 0; line < DECOY_LINES; line++) trial.squares[line]! += numbers[at++]!;
      }
    }
  }

  packed(): PackedDecoys {
    const counts = this.counts();
    const numbers = new Float64Array(counts.length * NUMBERS_A_PROVINCE);
    counts.forEach(({ rows, hits }, i) => {
      const kinds = ROW_KINDS.map((kind) => rows[kind]);
      const lines = hits.flatMap((hit) => [...hit.rows, ...hit.squares]);
      numbers.set([...kinds, ...lines], i * NUMBERS_A_PROVINCE);
    });
    return { provinces: counts.map(({ province }) => province), numbers };
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
