import type { EvaluationResult } from './evaluation.js';
import type { EvaluationStats } from './evaluation-stats.js';

/** Raised whenever a key is renamed, removed or changes its meaning. */
const EVALUATION_SCHEMA_VERSION = 1;

/** The evaluation as JSON: snake_case keys, two spaces, null rather than a missing key, trailing newline. */
export function renderEvaluationJson(result: EvaluationResult): string {
  const document = {
    schema_version: EVALUATION_SCHEMA_VERSION,
    overall: statsObject(result.overall),
    by_error: result.byError.map(({ error, stats }) => ({ error, ...statsObject(stats) })),
    reliability: result.reliability.map((band) => ({
      probability_from: band.from,
      probability_below: band.below,
      rows: band.rows,
      mean_probability: band.meanProbability,
      right: band.right,
      right_share: band.right / band.rows,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function statsObject(stats: EvaluationStats): Record<string, number | null> {
  return {
    rows: stats.rows,
    verifiable: stats.verifiable,
    verified: stats.verified,
    verified_right: stats.verifiedRight,
    verified_wrong: stats.verifiedWrong,
    wrong_per_million: stats.wrongPerMillion,
    wrong_per_million_upper_95: stats.wrongPerMillionUpper,
    recall: stats.recall,
    needs_review: stats.needsReview,
    review_share: stats.reviewShare,
    review_verifiable: stats.reviewVerifiable,
    review_with_truth: stats.reviewWithTruth,
    review_truth_share: stats.reviewTruthShare,
    mismatch: stats.mismatch,
    mismatch_verifiable: stats.mismatchVerifiable,
    rejected: stats.rejected,
  };
}
