import { type DecoyTrial, RAREST_SAMPLE } from '../domain/decoys.js';
import type { RecordIdentity } from '../domain/identity.js';
import { hashText } from './hash.js';

/** How far the run itself searched for a record with its own number. */
export type OwnSearch = 'cross_check' | 'rivals';

/**
 * Of the records with their own number one in so many is traced in full and has its number hidden; fewer of those that
 * the cross-check settles, for their names and birth dates agree, and decoys rarely come near.
 */
const HIDDEN_ONE_IN: Readonly<Record<OwnSearch, number>> = { cross_check: RAREST_SAMPLE, rivals: 16 };

function isOneIn(many: number, record: RecordIdentity): boolean {
  const { personalId } = record;
  return personalId.kind === 'citizen' && hashText(`decoy ${personalId.digits}`) % many === 0;
}

/** True where a record with its own number is traced in full for the trials; chosen by the number, so that it repeats. */
export function isTracedForDecoys(record: RecordIdentity, search: OwnSearch): boolean {
  return isOneIn(HIDDEN_ONE_IN[search], record);
}

/** How many records of its like the record stands for in the trial; 0 where it takes no part. */
export function decoyWeight(record: RecordIdentity, trial: DecoyTrial, search: OwnSearch): number {
  if (trial === 'outsider') return 1;
  // The hits of the other trials count little; a multiple of the others, so that no record is traced for them alone.
  const many = trial === 'hidden' ? HIDDEN_ONE_IN[search] : RAREST_SAMPLE;
  return isOneIn(many, record) ? many : 0;
}
