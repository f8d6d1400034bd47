import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../domain/failure.js';
import { checkpointMatched, hasCheckpoint } from './checkpoint.js';
import { isSystemError, outputFailure } from './output-failure.js';
import { isDatabaseError, registryFailure } from './registry-failure.js';
import { keptDamaged } from './resume-failures.js';
import type { RunOptions } from './run-options.js';
import type { RunState } from './run-state.js';
import { letSignalsIn } from './signals.js';
import { DamagedFile } from './staged-file.js';
import { openStaging, type Staging } from './staging.js';

/** Faults after which what was done is worth nothing. */
const SPOILS: ReadonlySet<string> = new Set(['input_changed', 'registry_changed', 'since_changed']);

/**
 * Does the work of a run in its staging folder. When it fails, the folder is kept for `--resume` if there is a
 * checkpoint in it and the fault says nothing against going on from it; else it is removed.
 * @throws Failure for faults of the disk and the registry; what `work` throws otherwise.
 */
export async function inRunStaging<T>(
  options: RunOptions,
  work: (staging: Staging) => Promise<T>,
): Promise<T> {
  const staging = options.dryRun ? openNowhere() : openStaging(options.out, { resumable: true, beats: true });
  try {
    return await work(staging);
  } catch (error) {
    if (keepsWork(error, options.signal) && hasCheckpoint(staging.folder)) {
      staging.leave();
      if (!(error instanceof Failure))
        options.note(
          `what was done so far is kept in ${staging.folder}; add --resume to go on, or --restart to begin anew.`,
        );
    }
    if (error instanceof DamagedFile) throw keptDamaged(options.out, error);
    if (isDatabaseError(error)) throw registryFailure(options.registry, error);
    throw isSystemError(error) ? outputFailure(options.out, error) : error;
  } finally {
    staging.discard();
  }
}

/** The last moment to stop before publishing: what was done is kept. `results` is a folder in the staging folder. */
export async function stopIfAsked(
  { signal, dryRun }: RunOptions,
  staging: Staging,
  results: string,
  state: RunState,
): Promise<void> {
  await letSignalsIn();
  if (!signal.aborted) return;
  // Where that fails, an earlier checkpoint stands, or none.
  if (!dryRun) await checkpointMatched(staging.folder, results, state).catch(() => {});
  signal.throwIfAborted();
}

function keepsWork(error: unknown, signal: AbortSignal): boolean {
  if (error instanceof Failure) return !SPOILS.has(error.detail.code);
  // Anything else is a bug, or a broken invariant: going on would meet it again.
  return signal.aborted || isSystemError(error) || isDatabaseError(error);
}

/** For a dry run: a folder that is thrown away. */
function openNowhere(): Staging {
  const folder = mkdtempSync(join(tmpdir(), 'doisoat-'));
  const discard = () => rmSync(folder, { recursive: true, force: true });
  return { folder, publish: () => {}, empty: () => {}, discard, leave: discard };
}
