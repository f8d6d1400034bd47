import { EXIT, type ExitCode } from '../domain/exit-codes.js';
import { OUTCOMES, type OutcomeName } from '../domain/outcome.js';
import type { RunFacts } from '../domain/run-facts.js';
import { exceededGates, type GateExcess } from '../report/gates.js';
import { renderReportHtml } from '../report/report-html.js';
import { summarize } from '../report/summarize.js';
import type { Summary } from '../report/summary.js';
import { renderSummaryCsv } from '../report/summary-csv.js';
import { renderSummaryJson } from '../report/summary-json.js';
import { checkConservation } from './conservation.js';
import type { ReadFact } from './input-file.js';
import { renderManifest } from './manifest.js';
import { factsOf } from './run-facts.js';
import type { RunIdentity } from './run-identity.js';
import type { TallyState } from './run-tally.js';
import { countPersons, type PersonList, type SinkTotals } from './sink.js';
import { type FileFact, writeStagedFile } from './staged-file.js';

export interface RunResult {
  readonly exitCode: ExitCode;
  /** Why the exit code is 1. */
  readonly exceeded: readonly GateExcess[];
  readonly summary: Summary;
  readonly facts: RunFacts;
}

/** All rows of a run, matched and written. */
export interface MatchedRun {
  readonly identity: RunIdentity;
  readonly read: readonly ReadFact[];
  readonly blankLines: readonly number[];
  readonly tally: TallyState;
  readonly files: Readonly<Record<OutcomeName, FileFact>>;
  readonly persons: readonly PersonList[];
  readonly reuse: FileFact;
}

/**
 * Counts the persons, checks that no row was lost, and writes summaries, report and manifest beside the result files.
 * `scratch` takes files meanwhile. Does not publish. @throws Error when the sums do not add up, DamagedFile
 */
export function finishRun(run: MatchedRun, folder: string, scratch: string): RunResult {
  const { identity, tally } = run;
  const totals: SinkTotals = {
    ...tally,
    cells: countPersons(tally.cells, run.persons, scratch),
    files: OUTCOMES.map((outcome) => ({ ...run.files[outcome], rows: tally.outcomeRows[outcome] })),
  };
  const facts = factsOf(identity, run.read, run.blankLines, totals);
  const summary = summarize(totals.cells);
  checkConservation(facts, totals, summary);
  const reports = [
    writeStagedFile(folder, 'summary-by-province.csv', renderSummaryCsv(summary)),
    writeStagedFile(folder, 'summary.json', renderSummaryJson(summary, facts)),
    writeStagedFile(folder, 'report.html', renderReportHtml(summary, facts, facts.language)),
  ];
  writeStagedFile(
    folder,
    'manifest.json',
    renderManifest(facts, identity, totals.cells, [...totals.files, ...reports, run.reuse]),
  );
  const exceeded = exceededGates(summary, facts, identity.settings.gates);
  const exitCode = exceeded.length > 0 ? EXIT.gateExceeded : EXIT.published;
  return { exitCode, exceeded, summary, facts };
}
