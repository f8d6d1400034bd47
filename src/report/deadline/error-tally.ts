import type { EntryError } from '../../domain/entry-errors.js';

/** What a row of the newest runs needs, by its outcome; the first needs nothing. */
export const WORK_KINDS = ['asSent', 'toCorrect', 'toAsk', 'toReview', 'unreadable'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** Rows of one facility in one province, counted over the result files of the newest runs. */
export interface FacilityTally {
  readonly province: string;
  readonly code: string;
  readonly name: string;
  readonly rows: Readonly<Record<WorkKind, number>>;
  readonly kinds: Readonly<Partial<Record<EntryError, number>>>;
}
