/** Counts of rows, while they are being added up. */
export interface StatsTally {
  rows: number;
  /** Rows whose true person is in the registry. */
  verifiable: number;
  verified: number;
  verifiedRight: number;
  /** Verified as a person who is not the true one, or although the true person is not in the registry. */
  verifiedWrong: number;
  needsReview: number;
  /** Of needsReview: rows whose true person is in the registry. */
  reviewVerifiable: number;
  /** Of reviewVerifiable: rows whose true person is among the candidates. */
  reviewWithTruth: number;
  mismatch: number;
  /** Of mismatch: rows whose true person is in the registry, so missed. */
  mismatchVerifiable: number;
  rejected: number;
}

/** Counts and the rates made of them. A rate of nothing is null. */
export interface EvaluationStats extends Readonly<StatsTally> {
  /** verifiedWrong per million rows. */
  readonly wrongPerMillion: number | null;
  /** One-sided 95 % upper bound of the former: what the number of rows can prove. */
  readonly wrongPerMillionUpper: number | null;
  /** verifiedRight / verifiable. */
  readonly recall: number | null;
  /** needsReview / rows. */
  readonly reviewShare: number | null;
  /** reviewWithTruth / reviewVerifiable. */
  readonly reviewTruthShare: number | null;
}

/** A tally of nothing. */
export function emptyStats(): StatsTally {
  return {
    rows: 0,
    verifiable: 0,
    verified: 0,
    verifiedRight: 0,
    verifiedWrong: 0,
    needsReview: 0,
    reviewVerifiable: 0,
    reviewWithTruth: 0,
    mismatch: 0,
    mismatchVerifiable: 0,
    rejected: 0,
  };
}

/** The rates of a tally. */
export function finishStats(tally: StatsTally): EvaluationStats {
  return {
    ...tally,
    wrongPerMillion: ratio(tally.verifiedWrong * 1e6, tally.rows),
    wrongPerMillionUpper: ratio(Math.min(poissonUpper(tally.verifiedWrong), tally.rows) * 1e6, tally.rows),
    recall: ratio(tally.verifiedRight, tally.verifiable),
    reviewShare: ratio(tally.needsReview, tally.rows),
    reviewTruthShare: ratio(tally.reviewWithTruth, tally.reviewVerifiable),
  };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/**
 * Upper limit of the mean of a Poisson count, one-sided 95 % (Byar's approximation, within 1 % of the exact value).
 * None seen gives 3, the "rule of three": no wrong row among n proves at most 3/n.
 */
function poissonUpper(count: number): number {
  const k = count + 1;
  return k * (1 - 1 / (9 * k) + 1.645 / (3 * Math.sqrt(k))) ** 3;
}
