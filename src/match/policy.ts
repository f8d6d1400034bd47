/** Where the lines between verified, review and mismatch run. */
export interface MatchPolicy {
  /** A person is verified only at this probability or above. */
  readonly verifyProbability: number;
  /** ... and only this many bits ahead of the next person. */
  readonly marginBits: number;
  /** Persons at this probability or above are worth a reviewer's time. */
  readonly reviewProbability: number;
}

export const POLICY_NAMES = ['strict', 'standard', 'generous'] as const;
export type PolicyName = (typeof POLICY_NAMES)[number];

/**
 * The ready-made policies. Each lowers the probability of a wrong person tenfold over the next; the rules that
 * forbid verifying whatever the probability (`evidence.ts`) are the same in all three.
 */
export const POLICIES: Readonly<Record<PolicyName, MatchPolicy>> = {
  strict: { verifyProbability: 0.9999, marginBits: 13, reviewProbability: 0.2 },
  standard: { verifyProbability: 0.999, marginBits: 10, reviewProbability: 0.2 },
  generous: { verifyProbability: 0.99, marginBits: 7, reviewProbability: 0.2 },
};
