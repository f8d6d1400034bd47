import { join } from 'node:path';
import { matchRun } from './match-run.js';
import { prepareRun } from './prepare-run.js';
import { identityDifferences } from './run-identity.js';
import type { RunOptions } from './run-options.js';
import { inRunStaging, stopIfAsked } from './run-staging.js';
import { type RunState, rowsDone, type Shard, type ShardPart } from './run-state.js';
import { partFileName, readShardFolder, writeShardFile } from './shard-folder.js';
import { planShards } from './shard-plan.js';
import { RESULTS } from './unfinished-run.js';

export interface ShardResult extends Shard {
  /** Rows in its files. */
  readonly rows: number;
  /** It was there already, made from the same inputs in the same way. */
  readonly wasDone: boolean;
}

/**
 * One shard of a run from end to end, published as a folder that `mergeShards` takes.
 * @throws Failure or Failures with the exit code; then nothing is published.
 */
export async function reconcileShard(options: RunOptions, shard: Shard): Promise<ShardResult> {
  const prepared = await prepareRun(options);
  const { inputs, identity, registry } = prepared;
  const plan = await planShards(inputs, shard.of, options.signal);
  const part: ShardPart = { ...shard, plan };
  options.log('shard_planned', { shard: shard.number, of: shard.of, chunks: plan.chunks });
  if (options.unfinished === 'resume') {
    const done = readShardFolder(options.out)?.content;
    if (done !== undefined && isSame(done, { identity, part }))
      return { ...shard, rows: rowsDone(done), wasDone: true };
  }
  return inRunStaging(options, async (staging) => {
    const state = await matchRun(options, prepared, part, staging, {
      nameOf: partFileName,
      headerOf: () => '',
    });
    const results = join(staging.folder, RESULTS);
    writeShardFile(results, state);
    await stopIfAsked(options, staging, results, state);
    registry.checkUnchanged();
    staging.publish(results);
    options.log('shard_published', { shard: shard.number, of: shard.of, ...state.sink.tally.outcomeRows });
    return { ...shard, rows: rowsDone(state), wasDone: false };
  });
}

function isSame(done: RunState, { identity, part }: Pick<RunState, 'identity' | 'part'>): boolean {
  return (
    identityDifferences(done.identity, identity).length === 0 &&
    JSON.stringify(done.part) === JSON.stringify(part)
  );
}
