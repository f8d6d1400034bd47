import { NOT_COMPARED_REASONS, type NotComparedCounts } from '../domain/not-compared.js';
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
  checkNotCompared(totals.notCompared);
  const faults = checkRun(summary, facts);
  if (faults.length > 0) throw new Error(`conservation: ${JSON.stringify(faults)}`);
}

/** Whoever was not compared for a reason was not compared by some rule, and each record of a rule is one of the reason's. */
function checkNotCompared(counts: NotComparedCounts): void {
  for (const reason of NOT_COMPARED_REASONS) {
    const { records, persons } = counts.byReason[reason];
    const ofReason = counts.byRule.filter((count) => count.reason === reason);
    const byRule = ofReason.reduce((sum, count) => sum + count.persons, 0);
    const leastRecords = Math.max(0, ...ofReason.map((count) => count.records));
    if (persons !== byRule || records < leastRecords || records > counts.records) {
      throw new Error(`conservation: not compared (${reason}): ${persons} persons, ${byRule} by rule`);
    }
  }
}
