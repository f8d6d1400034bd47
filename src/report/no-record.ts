import { type Count, sumCounts } from './count.js';
import type { ProvinceSummary } from './summary.js';

/** Rejected rows that never were a record (empty ones, sums, signatures): no fault of the data, and nothing to mend. */
export function noRecordRows({ reasons }: ProvinceSummary): Count {
  return sumCounts([reasons.empty_row, reasons.not_a_record]);
}
