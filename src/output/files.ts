import type { OutcomeName } from '../domain/outcome.js';
import { RAW_TEXT_COLUMN, RESULT_COLUMNS } from './columns.js';
import { csvRecord } from './csv.js';

/** File of each outcome in a run folder. */
export const OUTCOME_FILES: Readonly<Record<OutcomeName, string>> = {
  verified: 'verified.csv',
  mismatch: 'mismatch.csv',
  needs_review: 'needs-review.csv',
  rejected: 'rejected.csv',
};

/** The header record of an outcome's file. */
export function outcomeHeader(outcome: OutcomeName, sourceColumns: readonly string[]): string {
  const extra = outcome === 'rejected' ? [RAW_TEXT_COLUMN] : [];
  return csvRecord([...sourceColumns, ...RESULT_COLUMNS, ...extra]);
}
