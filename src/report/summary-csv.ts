import { stringify } from 'csv-stringify/sync';
import type { Summary } from './summary.js';
import { SUMMARY_COLUMNS } from './summary-columns.js';

/**
 * The text of summary-by-province.csv: header, one row a province, totals last. RFC 4180, `\n`.
 * For the columns see docs/summary-columns.md.
 */
export function renderSummaryCsv(summary: Summary): string {
  const rows = [...summary.provinces, summary.total].map((province) =>
    SUMMARY_COLUMNS.map((column) => column.value(province)),
  );
  return stringify([SUMMARY_COLUMNS.map((column) => column.key), ...rows], { record_delimiter: 'unix' });
}
