import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { OUTCOMES, type OutcomeName } from '../domain/outcome.js';
import { readCheckpoint } from './checkpoint.js';
import { keptDamaged, resumeRefused, unfinishedFailure } from './resume-failures.js';
import { REUSE_FILE } from './reuse-block.js';
import { identityDifferences, type RunIdentity } from './run-identity.js';
import type { RunOptions } from './run-options.js';
import { type RunState, rowsDone, type ShardPart } from './run-state.js';
import type { SealedFile } from './sealed-file.js';
import { PERSONS_FILE, Sink, type SinkPlace } from './sink.js';
import { DamagedFile } from './staged-file.js';
import type { Staging } from './staging.js';

/** The folder within the staging folder that becomes the published one. */
export const RESULTS = 'results';

/** What a run begins with. */
export interface Beginning {
  readonly sink: Sink;
  /** What an interrupted run came to; null: it begins at the start. */
  readonly kept: RunState | null;
}

/**
 * Decides between going on with an interrupted run and beginning anew, and prepares the staging folder.
 * @throws Failure exit 5 when there is an unfinished run and no word on it, exit 2 when it cannot be gone on with
 * because something is not as it was, exit 3 when it is damaged. Then the folder is as it was.
 */
export function beginRun(
  options: RunOptions,
  identity: RunIdentity,
  part: ShardPart | null,
  staging: Staging,
  place: Omit<SinkPlace, 'folder' | 'personsFolder'>,
): Beginning {
  const { unfinished, out } = options;
  const folder = join(staging.folder, RESULTS);
  const kept = unfinished === 'restart' ? null : keptState(options, staging.folder);
  if (kept !== null && unfinished !== 'resume') throw unfinishedFailure(out, rowsDone(kept.content));
  // A shard keeps its persons for the merge.
  const places: SinkPlace = { ...place, folder, personsFolder: part === null ? staging.folder : folder };
  if (kept === null) {
    if (unfinished === 'resume')
      options.note(`there is no unfinished run to ${out}; it begins at the first row.`);
    staging.empty();
    mkdirSync(folder, { mode: 0o700 });
    return { sink: new Sink(places), kept: null };
  }
  const state = kept.content;
  checkSame(kept, identity, part);
  const keep = new Set([
    ...OUTCOMES.map((outcome: OutcomeName) => place.nameOf(outcome)),
    PERSONS_FILE,
    REUSE_FILE,
  ]);
  try {
    const sink = new Sink(places, state.sink);
    for (const name of readdirSync(folder)) if (!keep.has(name)) rmSync(join(folder, name));
    return { sink, kept: state };
  } catch (cause) {
    throw cause instanceof DamagedFile ? keptDamaged(out, cause) : cause;
  }
}

function keptState({ out }: RunOptions, folder: string): SealedFile<RunState> | null {
  try {
    // Without its results the run has been published, and was stopped while it cleared up.
    return readdirSync(folder).includes(RESULTS) ? readCheckpoint(folder) : null;
  } catch (cause) {
    throw cause instanceof DamagedFile ? keptDamaged(out, cause) : cause;
  }
}

function checkSame(kept: SealedFile<RunState>, identity: RunIdentity, part: ShardPart | null): void {
  const { toolVersion, content } = kept;
  // What another version wrote cannot be compared.
  if (toolVersion !== identity.toolVersion)
    throw resumeRefused([`the version of doisoat (${toolVersion}, now ${identity.toolVersion})`]);
  const differences = identityDifferences(content.identity, identity);
  const text = (shard: ShardPart | null) => (shard === null ? 'all' : `${shard.number}/${shard.of}`);
  if (text(content.part) !== text(part))
    differences.push(`the shard (${text(content.part)}, now ${text(part)})`);
  else if (differences.length === 0 && JSON.stringify(content.part) !== JSON.stringify(part))
    differences.push('the content of the inputs');
  if (differences.length > 0) throw resumeRefused(differences);
}
