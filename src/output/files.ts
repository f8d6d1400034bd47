import type { OutcomeName } from '../domain/outcome.js';
import { RAW_TEXT_COLUMN, RESULT_COLUMNS } from './columns.js';
import { csvRecord } from './csv.js';

/** The header record of an outcome's file. */
export function outcomeHeader(outcome: OutcomeName, sourceColumns: readonly string[]): string {
  const extra = outcome === 'rejected' ? [RAW_TEXT_COLUMN] : [];
  return csvRecord([...sourceColumns, ...RESULT_COLUMNS, ...extra]);
}
