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
/** Of a trial: its rows at each line, then their squares. */
const NUMBERS_A_TRIAL = 2 * DECOY_LINES;
const NUMBERS_A_PROVINCE = ROW_KINDS.length + DECOY_TRIALS.length * NUMBERS_A_TRIAL;
const trialAt = (trial: DecoyTrial) => ROW_KINDS.length + DECOY_TRIALS.indexOf(trial) * NUMBERS_A_TRIAL;

/** Counts decoys by province. All counts are whole numbers, so that the sum does not depend on the order. */
export class DecoyTally {
  /** NUMBERS_A_PROVINCE for each. */
  readonly #counts = new Map<string, Float64Array>();

  addRows(province: string, kind: keyof DecoyRows, rows: number): void {
    this.#of(province)[ROW_KINDS.indexOf(kind)]! += rows;
  }

  /** Adds a record of a trial; `upTo` is the highest line at which a decoy would be verified, `lines` the lines. */
  addHit(province: string, trial: DecoyTrial, upTo: number, rows: number, lines: readonly number[]): void {
    const counts = this.#of(province);
    const at = trialAt(trial);
    lines.forEach((line, i) => {
      if (upTo < line) return;
      counts[at + i]! += rows;
      counts[at + DECOY_LINES + i]! += rows ** 2;
    });
  }

  addCounts({ province, rows, hits }: DecoyCounts): void {
    const counts = this.#of(province);
    ROW_KINDS.forEach((kind, i) => {
      counts[i]! += rows[kind];
    });
    for (const hit of hits) {
      const at = trialAt(hit.trial);
      for (let line = 0; line < DECOY_LINES; line++) {
        counts[at + line]! += hit.rows[line]!;
        counts[at + DECOY_LINES + line]! += hit.squares[line]!;
      }
    }
  }

  /** Adds what another tally packed. */
  addPacked({ provinces, numbers }: PackedDecoys): void {
    let at = 0;
    for (const province of provinces) {
      const counts = this.#of(province);
      for (let i = 0; i < NUMBERS_A_PROVINCE; i++) counts[i]! += numbers[at++]!;
    }
  }

  packed(): PackedDecoys {
    const provinces = this.#provinces();
    const numbers = new Float64Array(provinces.length * NUMBERS_A_PROVINCE);
    for (const [i, province] of provinces.entries())
      numbers.set(this.#counts.get(province)!, i * NUMBERS_A_PROVINCE);
    return { provinces, numbers };
  }

  /** By province, in the order of the codes. */
  counts(): DecoyCounts[] {
    return this.#provinces().map((province) => {
      const counts = this.#counts.get(province)!;
      const [ownNumber = 0, anothersNumber = 0, outsiders = 0, noNumber = 0] = counts;
      const linesFrom = (at: number) => [...counts.subarray(at, at + DECOY_LINES)];
      return {
        province,
        rows: { ownNumber, anothersNumber, outsiders, noNumber },
        hits: DECOY_TRIALS.map((trial) => ({
          trial,
          rows: linesFrom(trialAt(trial)),
          squares: linesFrom(trialAt(trial) + DECOY_LINES),
        })),
      };
    });
  }

  #provinces(): string[] {
    return [...this.#counts.keys()].sort();
  }

  #of(province: string): Float64Array {
    let counts = this.#counts.get(province);
    if (counts === undefined) {
      counts = new Float64Array(NUMBERS_A_PROVINCE);
      this.#counts.set(province, counts);
    }
    return counts;
  }
}
