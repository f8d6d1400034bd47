import { VERIFY_STEPS } from './verify-steps.js';

/**
 * What a verification may rest on: the record's own number, a number with a slip, or no number.
 */
export const DECOY_TIERS = ['number', 'slip', 'no_number'] as const;
export type DecoyTier = (typeof DECOY_TIERS)[number];

/**
 * Trials in which every person that could be verified is known to be wrong (a decoy).
 * With a record that shows its person's own number:
 * - `hidden`: the number is hidden, and the person competes with the decoys;
 * - `hidden_absent`: the number is hidden and the person taken away, as if it were not in the snapshot;
 * - `kept_absent`: the number is kept and the person taken away;
 * - `lent`, `lent_absent`: the record shows a decoy's number, with and without its person.
 * With a record whose number nobody in the snapshot has, so that its person is not there:
 * - `outsider`: the number is hidden.
 */
export const DECOY_TRIALS = [
  'hidden',
  'hidden_absent',
  'outsider',
  'kept_absent',
  'lent',
  'lent_absent',
] as const;
export type DecoyTrial = (typeof DECOY_TRIALS)[number];

/** The rarest sampling of a trial: one record in so many, each standing for as many. */
export const RAREST_SAMPLE = 32;

/** The lines at which decoys are counted: the run's own, then VERIFY_STEPS. */
export const DECOY_LINES = 1 + VERIFY_STEPS.length;

/** Rows by what their number says of their person; the denominators of the estimate. */
export interface DecoyRows {
  /** The number is a person's who agrees in name or birth date. */
  readonly ownNumber: number;
  /** The number is a person's who agrees in neither. */
  readonly anothersNumber: number;
  /** The number is nobody's in the snapshot, nor one slip away from a candidate's. */
  readonly outsiders: number;
  /** No number, or none that leads to a person; passports are not counted. */
  readonly noNumber: number;
}

/** Decoys that would have been verified in one trial, at each of DECOY_LINES. */
export interface DecoyHits {
  readonly trial: DecoyTrial;
  /** Rows, each counted as many times as the sampling left out its like. */
  readonly rows: readonly number[];
  /** The same with each term squared; the basis of the interval. */
  readonly squares: readonly number[];
}

/** What the decoys of one province came to. */
export interface DecoyCounts {
  /** Two digits; empty where no province is known. */
  readonly province: string;
  readonly rows: DecoyRows;
  readonly hits: readonly DecoyHits[];
}

/** An estimated number of rows verified as a wrong person, with its 95 % interval. */
export interface FalseMatchEstimate {
  readonly rows: number;
  readonly low: number;
  readonly high: number;
}
