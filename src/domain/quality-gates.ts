/** Limits beyond which a published run ends with exit code 1, as shares (0 to 1) of the rows that hold a record. */
export interface QualityGates {
  readonly maxRejectedShare: number;
  readonly maxReviewShare: number;
}
