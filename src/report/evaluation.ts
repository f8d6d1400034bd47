import type { OutcomeName } from '../domain/outcome.js';
import { type EvaluationStats, emptyStats, finishStats, type StatsTally } from './evaluation-stats.js';
import { PROBABILITY_BANDS, type ReliabilityBand, ReliabilityTally } from './reliability.js';

/** One row of a run beside the truth. */
export interface EvaluatedRow {
  /** The person the row is really about; empty or not registered when `inRegistry` is false. */
  readonly truthPersonId: string;
  readonly inRegistry: boolean;
  /** Kinds of error that were put into the row; empty for a clean row. */
  readonly errors: readonly string[];
  readonly outcome: OutcomeName;
  /** The person the row was verified as; empty when it was not verified. */
  readonly personId: string;
  /** Candidates of a row for review, most likely first. */
  readonly candidateIds: readonly string[];
  /** Probability (0 to 1) of the verified person or of the first candidate; null without one. */
  readonly probability: number | null;
}

/** The kind under which rows without any error are counted. */
export const NO_ERROR = 'none';

export interface EvaluationResult {
  readonly overall: EvaluationStats;
  /** `none` first, then by code. A row with several errors counts in each of them. */
  readonly byError: readonly { readonly error: string; readonly stats: EvaluationStats }[];
  /** Only bands that hold rows, lowest first. */
  readonly reliability: readonly ReliabilityBand[];
}

/** Adds up rows; memory does not grow with their number. */
export interface Evaluation {
  add(row: EvaluatedRow): void;
  result(): EvaluationResult;
}

/** A new, empty evaluation. */
export function createEvaluation(): Evaluation {
  const overall = emptyStats();
  const byError = new Map<string, StatsTally>();
  const reliability = PROBABILITY_BANDS.map((band) => new ReliabilityTally(band));

  const tallyOf = (error: string): StatsTally => {
    let tally = byError.get(error);
    if (tally === undefined) {
      tally = emptyStats();
      byError.set(error, tally);
    }
    return tally;
  };

  return {
    add(row) {
      addRow(overall, row);
      if (row.errors.length === 0) addRow(tallyOf(NO_ERROR), row);
      else for (const error of new Set(row.errors)) addRow(tallyOf(error), row);
      const { probability } = row;
      const best = row.outcome === 'verified' ? row.personId : (row.candidateIds[0] ?? '');
      if (probability === null || best === '') return;
      const band = reliability.find((tally) => probability < tally.below) ?? reliability.at(-1);
      band?.add(probability, row.inRegistry && best === row.truthPersonId);
    },
    result: () => ({
      overall: finishStats(overall),
      byError: [...byError]
        .sort(([a], [b]) => compareErrors(a, b))
        .map(([error, tally]) => ({ error, stats: finishStats(tally) })),
      reliability: reliability.filter((tally) => tally.rows > 0).map((tally) => tally.finish()),
    }),
  };
}

function addRow(tally: StatsTally, row: EvaluatedRow): void {
  const { inRegistry, truthPersonId, outcome } = row;
  tally.rows++;
  if (inRegistry) tally.verifiable++;
  if (outcome === 'verified') {
    tally.verified++;
    if (inRegistry && row.personId === truthPersonId) tally.verifiedRight++;
    else tally.verifiedWrong++;
  } else if (outcome === 'needs_review') {
    tally.needsReview++;
    if (inRegistry) {
      tally.reviewVerifiable++;
      if (row.candidateIds.includes(truthPersonId)) tally.reviewWithTruth++;
    }
  } else if (outcome === 'mismatch') {
    tally.mismatch++;
    if (inRegistry) tally.mismatchVerifiable++;
  } else {
    tally.rejected++;
  }
}

function compareErrors(a: string, b: string): number {
  if (a === b) return 0;
  if (a === NO_ERROR) return -1;
  if (b === NO_ERROR) return 1;
  return a < b ? -1 : 1;
}
