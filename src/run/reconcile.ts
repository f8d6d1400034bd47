import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { EXIT, type ExitCode } from '../domain/exit-codes.js';
import type { RunFacts } from '../domain/run-facts.js';
import { expandInputs } from '../input/expand-inputs.js';
import { unionColumns } from '../output/columns.js';
import { openLookup } from '../registry/lookup.js';
import { exceededGates, type GateExcess } from '../report/gates.js';
import { renderReportHtml } from '../report/report-html.js';
import { summarize } from '../report/summarize.js';
import type { Summary } from '../report/summary.js';
import { renderSummaryCsv } from '../report/summary-csv.js';
import { renderSummaryJson } from '../report/summary-json.js';
import { BLOCKING_PLAN } from './blocking-plan.js';
import { checkConservation } from './conservation.js';
import { collectFailures } from './failures.js';
import { sourceNames } from './input-file.js';
import { inputWarnings } from './input-warnings.js';
import { parseIsoDate } from './iso-date.js';
import { renderManifest } from './manifest.js';
import { isSystemError, outputFailure } from './output-failure.js';
import { type InputTotals, runPipeline } from './pipeline.js';
import { type ProbedInput, probeInput } from './probe-input.js';
import { createProgress } from './progress.js';
import { readAsOf } from './read-as.js';
import { isDatabaseError, registryFailure } from './registry-failure.js';
import type { RunOptions } from './run-options.js';
import { letSignalsIn } from './signals.js';
import { Sink, type SinkTotals } from './sink.js';
import { writeStagedFile } from './staged-file.js';
import { openStaging, type Staging } from './staging.js';
import { WorkerPool } from './worker-pool.js';

function noDosesText(path: string): string {
  return `${path}: no column of doses found (vaccine, dose date, dose number, lot, facility). Is it the list of doses, not the snapshot?`;
}

export interface RunResult {
  readonly exitCode: ExitCode;
  /** Why the exit code is 1. */
  readonly exceeded: readonly GateExcess[];
  readonly summary: Summary;
  readonly facts: RunFacts;
}

/**
 * One run from end to end: probe the inputs, match every row, write the staging folder, check that no row was lost,
 * publish. @throws Failure or Failures with the exit code; then nothing is published.
 */
export async function reconcile(options: RunOptions): Promise<RunResult> {
  const paths = expandInputs(options.doses);
  const inputs = await collectFailures(paths.map((path) => () => probeInput(path, options.sexCoding)));
  for (const input of inputs) {
    const { path, bytes, layout } = input;
    options.log('input_understood', { file: basename(path), bytes, layout: layout.kind });
    for (const text of inputWarnings(input)) options.warn(text);
    if (layout.doses.every((dose) => Object.keys(dose).length === 0)) options.warn(noDosesText(path));
  }
  const registry = readRegistryFacts(options.registry);
  const staging = options.dryRun ? openNowhere() : openStaging(options.out);
  try {
    const { totals, sinkTotals, names, readAs } = await matchAll(options, inputs, staging.folder);
    const facts = factsOf(options, inputs, names, totals, sinkTotals, registry);
    const summary = summarize(sinkTotals.cells);
    checkConservation(facts, sinkTotals, summary);
    const reports = [
      writeStagedFile(staging.folder, 'summary-by-province.csv', renderSummaryCsv(summary)),
      writeStagedFile(staging.folder, 'summary.json', renderSummaryJson(summary, facts)),
      writeStagedFile(staging.folder, 'report.html', renderReportHtml(summary, facts, options.language)),
    ];
    const manifest = renderManifest(
      facts,
      options,
      sinkTotals.cells,
      [...sinkTotals.files, ...reports],
      readAs,
    );
    writeStagedFile(staging.folder, 'manifest.json', manifest);
    await letSignalsIn();
    options.signal.throwIfAborted();
    staging.publish();
    options.log(options.dryRun ? 'dry_run_finished' : 'published', { ...sinkTotals.outcomeRows });
    const exceeded = exceededGates(summary, facts, options.gates);
    const exitCode = exceeded.length > 0 ? EXIT.gateExceeded : EXIT.published;
    return { exitCode, exceeded, summary, facts };
  } catch (error) {
    if (isDatabaseError(error)) throw registryFailure(options.registry, error);
    throw isSystemError(error) ? outputFailure(options.out, error) : error;
  } finally {
    staging.discard();
  }
}

function readRegistryFacts(path: string): RunFacts['registry'] {
  try {
    const registry = openLookup(path, BLOCKING_PLAN);
    registry.close();
    return { id: registry.registryId, persons: registry.statistics.persons };
  } catch (error) {
    throw isDatabaseError(error) ? registryFailure(path, error) : error;
  }
}

async function matchAll(options: RunOptions, inputs: readonly ProbedInput[], folder: string) {
  const names = sourceNames(inputs.map(({ path }) => path));
  const union = unionColumns(inputs.map(({ layout }) => layout.columns));
  const sink = new Sink(folder, union.columns, inputs.length);
  const pool = new WorkerPool(options.jobs, {
    registryPath: options.registry,
    inputs: inputs.map(({ layout }, i) => ({ name: names[i]!, layout, mapping: union.mappings[i]! })),
    model: options.model,
    policy: options.policy,
    language: options.language,
    provinces: options.provinces,
    latest: parseIsoDate(options.latestDate),
    adminUnits: options.adminUnits,
  });
  const progress = createProgress(
    options.screen,
    inputs.reduce((sum, { bytes }) => sum + bytes, 0),
  );
  try {
    const totals = await runPipeline({
      inputs,
      pool,
      sink,
      window: options.jobs * 2 + 2,
      limit: options.limit,
      progress,
      signal: options.signal,
    });
    const readAs = inputs.map(({ layout }, i) => readAsOf(layout, union.columns, union.mappings[i]!));
    return { names, totals, sinkTotals: sink.finish(), readAs };
  } finally {
    progress.end();
    await pool.close();
  }
}

function factsOf(
  options: RunOptions,
  inputs: readonly ProbedInput[],
  names: readonly string[],
  totals: readonly InputTotals[],
  sinkTotals: SinkTotals,
  registry: RunFacts['registry'],
): RunFacts {
  return {
    toolVersion: options.toolVersion,
    language: options.language,
    inputs: inputs.map(({ layout }, i) => ({
      name: names[i]!,
      bytes: totals[i]!.bytes,
      rows: sinkTotals.rowsByInput[i]!,
      sha256: totals[i]!.sha256,
      layout: layout.kind,
      encoding: totals[i]!.encoding,
    })),
    registry,
    modelVersion: options.model.version,
    thresholds: options.policy,
    verifiedAt: sinkTotals.verifiedAt,
    options: { provinces: options.provinces, limit: options.limit },
    rowsOtherProvinces: sinkTotals.rowsOtherProvinces,
    rowsOverLimit: sinkTotals.rowsOverLimit,
    blankLines: totals.reduce((sum, { blankLines }) => sum + blankLines, 0),
    notCompared: sinkTotals.notCompared,
    decoys: sinkTotals.decoys,
    inputsNotUtf8: names.filter((_, i) => sinkTotals.undecodedByInput[i]! * 2 > sinkTotals.rowsByInput[i]!),
    deadline: options.deadline,
  };
}

/** For a dry run: a folder that is thrown away. */
function openNowhere(): Staging {
  const folder = mkdtempSync(join(tmpdir(), 'doisoat-'));
  return { folder, publish: () => {}, discard: () => rmSync(folder, { recursive: true, force: true }) };
}
