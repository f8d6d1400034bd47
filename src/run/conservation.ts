import type { RunFacts } from '../domain/run-facts.js';
import { checkRun } from '../report/balance.js';
import type { Summary } from '../report/summary.js';
import type { SinkTotals } from './sink.js';

/**
 * Rows in = rows out + rows left out on purpose, and every table adds up. A fault here is a bug of the program:
 * the error says which sum, and nothing is published.
 */
export function checkConservation(facts: RunFacts, totals: SinkTotals, summary: Summary): void {
  const rowsIn = facts.inputs.reduce((sum, { rows }) => sum + rows, 0);
  const rowsOut = Object.values(totals.outcomeRows).reduce((sum, rows) => sum + rows, 0);
  const leftOut = totals.rowsOtherProvinces + totals.rowsOverLimit;
  if (rowsIn !== rowsOut + leftOut) {
    throw new Error(`conservation: ${rowsIn} rows in, ${rowsOut} out, ${leftOut} left out on purpose`);
  }
  const faults = checkRun(summary, facts);
  if (faults.length > 0) throw new Error(`conservation: ${JSON.stringify(faults)}`);
}
