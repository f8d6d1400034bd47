/** Upper ends of the probability bands; the last one includes 1. Finer where a verification is decided. */
export const PROBABILITY_BANDS = [
  { from: 0, below: 0.5 },
  { from: 0.5, below: 0.8 },
  { from: 0.8, below: 0.9 },
  { from: 0.9, below: 0.95 },
  { from: 0.95, below: 0.99 },
  { from: 0.99, below: 0.999 },
  { from: 0.999, below: 0.9999 },
  { from: 0.9999, below: 1 },
] as const;

/** How often the most likely person of the rows in one band was the true one. */
export interface ReliabilityBand {
  readonly from: number;
  readonly below: number;
  readonly rows: number;
  /** What the program said, on average. */
  readonly meanProbability: number;
  /** What was true: rows whose most likely person is the true one. */
  readonly right: number;
}

/** Adds up the rows of one band. */
export class ReliabilityTally {
  readonly from: number;
  readonly below: number;
  rows = 0;
  private sum = 0;
  private right = 0;

  constructor(band: { readonly from: number; readonly below: number }) {
    this.from = band.from;
    this.below = band.below;
  }

  add(probability: number, right: boolean): void {
    this.rows++;
    this.sum += probability;
    if (right) this.right++;
  }

  finish(): ReliabilityBand {
    const { from, below, rows, sum, right } = this;
    return { from, below, rows, meanProbability: rows === 0 ? 0 : sum / rows, right };
  }
}
