/** Where the lines between verified, review and mismatch run. */
export interface MatchPolicy {
  /** A person is verified only at this probability or above. */
  readonly verifyProbability: number;
  /** ... and only this many bits ahead of the next person. */
  readonly marginBits: number;
  /** Persons at this probability or above are worth a reviewer's time. */
  readonly reviewProbability: number;
}

export const DEFAULT_POLICY: MatchPolicy = {
  verifyProbability: 0.999,
  marginBits: 10,
  reviewProbability: 0.2,
};
