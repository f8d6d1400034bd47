import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { OutcomeName } from '../domain/outcome.js';
import { Checkpointer } from './checkpoint.js';
import { collectAlone, compileLater } from './engine-settings.js';
import { parseIsoDate } from './iso-date.js';
import { Pipeline } from './pipeline.js';
import type { PreparedRun } from './prepare-run.js';
import { createProgress } from './progress.js';
import type { RunOptions } from './run-options.js';
import { isBefore, type RunState, type ShardPart, START } from './run-state.js';
import { storedPosition } from './shard-plan.js';
import type { Staging } from './staging.js';
import { beginRun, RESULTS } from './unfinished-run.js';
import { tellReused, useEarlier } from './use-earlier.js';
import { WorkerPool } from './worker-pool.js';

/** How the result files are called and what they begin with. */
export interface ResultFiles {
  readonly nameOf: (outcome: OutcomeName) => string;
  readonly headerOf: (outcome: OutcomeName) => string;
}

/**
 * Matches every row of a run, or of its part, and writes the result files into the staging folder, from where an
 * interrupted run stopped if it is to go on. What it has come to is written down every few seconds, and when aborted.
 * @throws Failure as `beginRun`, and with exit 3 when an input changes.
 */
export async function matchRun(
  options: RunOptions,
  prepared: PreparedRun,
  part: ShardPart | null,
  staging: Staging,
  files: ResultFiles,
): Promise<RunState> {
  const { inputs, identity, union, contexts } = prepared;
  const { sink, kept } = beginRun(options, identity, part, staging, { ...files, inputs: inputs.length });
  if (kept !== null) options.log('resumed', { input: kept.read.next.input, offset: kept.read.next.offset });
  const earlier = options.since === null ? null : await useEarlier(options.since, options, prepared);
  compileLater();
  if (options.jobs >= availableParallelism()) collectAlone();
  const pool = new WorkerPool(options.jobs, {
    registryPath: options.registry,
    inputs: inputs.map(({ layout }, i) => ({
      name: identity.inputs[i]!.name,
      layout,
      mapping: union.mappings[i]!,
      context: contexts[i]!,
    })),
    model: options.model,
    policy: options.policy,
    language: options.language,
    provinces: options.provinces,
    latest: parseIsoDate(options.latestDate),
    adminUnits: options.adminUnits,
    earlier: earlier?.run ?? null,
  });
  const bytes = inputs.reduce((sum, input) => sum + input.bytes, 0);
  const progress = createProgress(options.screen, part === null ? bytes : (bytes * part.number) / part.of);
  const checkpointer = new Checkpointer({
    folder: staging.folder,
    results: join(staging.folder, RESULTS),
    everyMs: options.dryRun ? Number.POSITIVE_INFINITY : options.checkpointSeconds * 1000,
    state: () => {
      const read = pipeline.state();
      return read === null ? null : { identity, part, read, sink: sink.state() };
    },
    sync: () => sink.sync(),
  });
  const start = part === null ? START : part.plan.borders[part.number - 1]!;
  const pipeline = new Pipeline({
    inputs,
    pool,
    sink,
    window: options.jobs * 2 + 2,
    limit: options.limit,
    progress,
    signal: options.signal,
    from: kept?.read ?? null,
    range:
      part === null
        ? null
        : {
            start,
            end: part.plan.borders[part.number]!,
            storedPosition: (position) => storedPosition(inputs[position.input]!.source, part.plan, position),
          },
    onChunk: () => checkpointer.offer(),
  });
  try {
    const read = await pipeline.run();
    checkpointer.offer();
    await checkpointer.settle();
    earlier?.checkUnchanged();
    if (earlier !== null) tellReused(options, sink);
    return { identity, part, read, sink: sink.state() };
  } catch (error) {
    const next = pipeline.state()?.next;
    const isWorthIt = next !== undefined && isBefore(start, next);
    if (options.signal.aborted && !options.dryRun && isWorthIt) await checkpointer.write().catch(() => {});
    else await checkpointer.settle().catch(() => {});
    throw error;
  } finally {
    progress.end();
    try {
      sink.close();
    } finally {
      await pool.close();
    }
  }
}
