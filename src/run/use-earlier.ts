import { join } from 'node:path';
import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import type { EarlierRun } from './earlier-index.js';
import { openEarlier } from './earlier-run.js';
import type { PreparedRun } from './prepare-run.js';
import type { RunOptions } from './run-options.js';
import type { Sink } from './sink.js';

/** An earlier run whose results are used again. */
export interface UsedRun {
  readonly run: EarlierRun;
  /** @throws Failure exit 3 when its files changed meanwhile. */
  readonly checkUnchanged: () => void;
}

/**
 * Opens the run that `--since` names. Null: its results cannot be used; then a person is told why, and every row is worked
 * on, for a nightly job must not fail because the registry is new.
 */
export async function useEarlier(
  folder: string,
  { log, warn, note, signal }: RunOptions,
  { identity, contexts }: PreparedRun,
): Promise<UsedRun | null> {
  const opened = await openEarlier(folder, identity, contexts, signal);
  if (opened.kind === 'usable') {
    const checkUnchanged = () => {
      if (!opened.isUnchanged()) throw earlierChanged(folder);
    };
    return { run: opened.run, checkUnchanged };
  }
  log('since_not_used', { cause: opened.kind });
  if (opened.kind === 'differs')
    note(
      `nothing of ${folder} can be used again, every row is worked on. Not the same: ${opened.differences.join('; ')}.`,
    );
  else warn(`nothing of ${folder} can be used again, every row is worked on: ${opened.why}.`);
  return null;
}

/**
 * Says how many rows were not worked on (those from before the run was taken up again are not counted), and where the earlier
 * run is damaged; never in a published file, which must not depend on it.
 */
export function tellReused({ since, log, note, warn }: RunOptions, sink: Sink): void {
  const rows = sink.rowsOut() - sink.rowsKept;
  log('rows_reused', { reused: sink.rowsReused, rows });
  for (const name of [...sink.damagedFiles].sort()) {
    const path = join(since!, name);
    log('since_damaged', { file: name });
    warn(
      `a part of ${path} is not as it was written: nothing of that part was used, its rows were worked on.`,
    );
  }
  const which = sink.rowsKept === 0 ? 'rows' : 'rows read since the run was taken up again';
  note(`${sink.rowsReused} of ${rows} ${which} were the same in ${since}; their results were used again.`);
}

function earlierChanged(folder: string): Failure {
  return new Failure({
    code: 'since_changed',
    exitCode: EXIT.inputUnusable,
    what: `${folder} changed while its results were used.`,
    expected: 'the folder of a published run, which nobody writes to',
    next: 'Run again; nothing was published.',
  });
}
