import { join } from 'node:path';
import { outcomeHeader } from '../output/files.js';
import { finishRun, type RunResult } from './finish-run.js';
import { readWarnings } from './input-warnings.js';
import { matchRun } from './match-run.js';
import { prepareRun } from './prepare-run.js';
import type { RunOptions } from './run-options.js';
import { inRunStaging, stopIfAsked } from './run-staging.js';
import { outcomeFileName } from './sink.js';
import { RESULTS } from './unfinished-run.js';

/**
 * One run from end to end: probe the inputs, match every row, write the staging folder, check that no row was lost,
 * publish. @throws Failure or Failures with the exit code; then nothing is published.
 */
export async function reconcile(options: RunOptions): Promise<RunResult> {
  const prepared = await prepareRun(options);
  const { identity, registry } = prepared;
  return inRunStaging(options, async (staging) => {
    const state = await matchRun(options, prepared, null, staging, {
      nameOf: outcomeFileName,
      headerOf: (outcome) => outcomeHeader(outcome, identity.columns),
    });
    const { read, sink } = state;
    const { tally, files, persons, reuse } = sink;
    const results = join(staging.folder, RESULTS);
    const run = {
      identity,
      read: read.facts.map((fact) => fact!),
      blankLines: read.blankLines,
      tally,
      files,
      persons: [{ folder: staging.folder, fact: persons, cellNumbers: tally.cells.map((_, i) => i) }],
      reuse,
    };
    const result = finishRun(run, results, staging.folder);
    for (const text of readWarnings(result.facts.inputs)) options.warn(text);
    await stopIfAsked(options, staging, results, state);
    registry.checkUnchanged();
    staging.publish(results);
    options.log(options.dryRun ? 'dry_run_finished' : 'published', { ...tally.outcomeRows });
    return result;
  });
}
