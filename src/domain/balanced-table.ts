/**
 * Rows of the ministry's balanced table: the record as it was sent.
 * sent = no_or_bad_id + with_id; with_id = right + wrong + not_verified; wrong = the four wrong_*.
 */
export const TABLE_ROWS = [
  'sent',
  'no_or_bad_id',
  'with_id',
  'right',
  'wrong',
  'wrong_id',
  'wrong_name',
  'wrong_birth_date',
  'wrong_other',
  'not_verified',
] as const;
export type TableRow = (typeof TABLE_ROWS)[number];

/** Columns: what the run did with the records. `all` is the sum of the five others. */
export const TABLE_COLUMNS = [
  'all',
  'verified_as_sent',
  'verified_corrected',
  'mismatch',
  'needs_review',
  'rejected',
] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** What each sum of the table consists of; every other row or column is a part. */
export const ROW_SUMS = [
  { sum: 'sent', parts: ['no_or_bad_id', 'with_id'] },
  { sum: 'with_id', parts: ['right', 'wrong', 'not_verified'] },
  { sum: 'wrong', parts: ['wrong_id', 'wrong_name', 'wrong_birth_date', 'wrong_other'] },
] as const satisfies readonly { sum: TableRow; parts: readonly TableRow[] }[];
export const COLUMN_SUM = {
  sum: 'all',
  parts: ['verified_as_sent', 'verified_corrected', 'mismatch', 'needs_review', 'rejected'],
} as const satisfies { sum: TableColumn; parts: readonly TableColumn[] };

/** The two units of the ministry's tables. */
export const TABLE_UNITS = ['persons', 'doses'] as const;
export type TableUnit = (typeof TABLE_UNITS)[number];

/**
 * One cell: persons (đối tượng) and doses (mũi tiêm). Null: suppressed for publication (`--min-cell`), to be printed as
 * a marker such as `*`, never as 0. Both are null together.
 */
export interface Amount {
  readonly persons: number | null;
  readonly doses: number | null;
}

/** `table.wrong.verified_corrected.persons`: persons sent wrong whom the run identified. */
export type BalancedTable = Readonly<Record<TableRow, Readonly<Record<TableColumn, Amount>>>>;
