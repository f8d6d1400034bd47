import type { OutcomeName } from './outcome.js';

/** File of each outcome in a run folder. */
export const OUTCOME_FILES: Readonly<Record<OutcomeName, string>> = {
  verified: 'verified.csv',
  mismatch: 'mismatch.csv',
  needs_review: 'needs-review.csv',
  rejected: 'rejected.csv',
};
