import type { DecoyTrial } from '../domain/decoys.js';
import type { RecordIdentity } from '../domain/identity.js';
import { hashText } from './hash.js';

/**
 * Of the records that the cross-check settles, one in so many is traced for the trials: their names and birth dates
 * agree, so that decoys rarely come near, and tracing them is work that the run itself does not need.
 */
const SETTLED_ONE_IN = 16;
/** Of the other records with their own number, one in so many has its number hidden. */
const HIDDEN_ONE_IN = 4;
/** The rarer trials, whose hits count little. */
const RARE_ONE_IN = 16;

function bucket(record: RecordIdentity): number | null {
  return record.personalId.kind === 'citizen' ? hashText(`decoy ${record.personalId.digits}`) : null;
}

/** True where a record that the cross-check settled is traced for the trials; chosen by its number, so that it repeats. */
export function isTracedForDecoys(record: RecordIdentity): boolean {
  const value = bucket(record);
  return value !== null && value % SETTLED_ONE_IN === 0;
}

/** How many records of its like the record stands for in the trial; 0 where it takes no part. */
export function decoyWeight(record: RecordIdentity, trial: DecoyTrial, isSettled: boolean): number {
  const value = bucket(record);
  if (value === null) return 0;
  if (trial === 'outsider') return 1;
  const oneIn = isSettled ? SETTLED_ONE_IN : trial === 'hidden' ? HIDDEN_ONE_IN : RARE_ONE_IN;
  return value % oneIn === 0 ? oneIn : 0;
}
