import { dirname } from 'node:path';
import { OUTCOMES, type OutcomeName } from '../domain/outcome.js';
import { outcomeHeader } from '../output/files.js';
import { finishRun, type RunResult } from './finish-run.js';
import { isSystemError, outputFailure } from './output-failure.js';
import { REUSE_FILE } from './reuse-block.js';
import { identityDifferences } from './run-identity.js';
import type { RunLog } from './run-log.js';
import type { ShardPart } from './run-state.js';
import { RunTally } from './run-tally.js';
import {
  shardDamaged,
  shardOtherVersion,
  shardsDiffer,
  shardsMissing,
  shardTwice,
} from './shard-failures.js';
import { findShards, type ShardFolder } from './shard-folder.js';
import { letSignalsIn } from './signals.js';
import { outcomeFileName, type PersonList, type SinkState } from './sink.js';
import { DamagedFile, type FileFact, readStagedFile, StagedFile } from './staged-file.js';
import { openStaging } from './staging.js';

export interface MergeOptions {
  /** Folders of shards, or folders with such folders in them. */
  readonly shards: readonly string[];
  readonly out: string;
  readonly toolVersion: string;
  readonly log: RunLog;
  /** Aborted on Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
}

/**
 * Puts all shards of a run together into the folder that one run would have published, byte for byte.
 * @throws Failure exit 3 when shards are missing, damaged or not of one run; then nothing is published.
 */
export async function mergeShards(options: MergeOptions): Promise<RunResult> {
  const shards = inOrder(findShards(options.shards), options.toolVersion);
  const { identity, part } = shards[0]!.content;
  const staging = openStaging(options.out, { beats: true });
  try {
    const tally = new RunTally(identity.inputs.length);
    const persons: PersonList[] = shards.map(({ folder, content: { sink } }) => ({
      folder,
      fact: sink.persons,
      cellNumbers: tally.addState(sink.tally),
    }));
    const join = (name: string, begin: string, partOf: (state: SinkState) => FileFact) =>
      joinParts(shards, partOf, new StagedFile(staging.folder, name), begin, options.signal);
    const files: Partial<Record<OutcomeName, FileFact>> = {};
    for (const outcome of OUTCOMES) {
      const begin = outcomeHeader(outcome, identity.columns);
      files[outcome] = await join(outcomeFileName(outcome), begin, (state) => state.files[outcome]);
    }
    const reuse = await join(REUSE_FILE, '', (state) => state.reuse);
    const blankLines = identity.inputs.map((_, input) =>
      shards.reduce((sum, { content }) => sum + content.read.blankLines[input]!, 0),
    );
    const run = {
      identity,
      read: part!.plan.inputs,
      blankLines,
      tally: tally.state(),
      files: files as Record<OutcomeName, FileFact>,
      persons,
      reuse,
    };
    const result = finishRun(run, staging.folder, staging.folder);
    await letSignalsIn();
    options.signal.throwIfAborted();
    staging.publish();
    options.log('published', { shards: shards.length, ...run.tally.outcomeRows });
    return result;
  } catch (error) {
    if (error instanceof DamagedFile) throw shardDamaged(dirname(error.path), error);
    throw isSystemError(error) ? outputFailure(options.out, error) : error;
  } finally {
    staging.discard();
  }
}

/** All shards of one run by number. */
function inOrder(found: readonly ShardFolder[], toolVersion: string): ShardFolder[] {
  for (const { folder, toolVersion: before } of found)
    if (before !== toolVersion) throw shardOtherVersion(folder, before, toolVersion);
  const [first] = found;
  const of = partOf(first!).of;
  const shards: ShardFolder[] = [];
  for (const shard of found) {
    const part = partOf(shard);
    const differences = identityDifferences(first!.content.identity, shard.content.identity);
    if (part.of !== of) differences.push(`one of ${of} and one of ${part.of} shards`);
    else if (differences.length === 0 && JSON.stringify(part.plan) !== JSON.stringify(partOf(first!).plan))
      differences.push(`the content of the inputs`);
    if (differences.length > 0) throw shardsDiffer(first!.folder, shard.folder, differences);
    const twin = shards[part.number - 1];
    if (twin !== undefined) throw shardTwice(part.number, [twin.folder, shard.folder]);
    shards[part.number - 1] = shard;
  }
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter(
    (number) => shards[number - 1] === undefined,
  );
  if (missing.length > 0) throw shardsMissing(missing, of);
  return shards;
}

function partOf({ folder, content }: ShardFolder): ShardPart {
  if (content.part === null) throw shardDamaged(folder, undefined);
  return content.part;
}

/** Writes one file from its parts, which are checked on the way. */
async function joinParts(
  shards: readonly ShardFolder[],
  partOfFile: (state: SinkState) => FileFact,
  file: StagedFile,
  begin: string,
  signal: AbortSignal,
): Promise<FileFact> {
  try {
    file.write(begin);
    for (const { folder: place, content } of shards) {
      for (const block of readStagedFile(place, partOfFile(content.sink))) {
        await letSignalsIn();
        signal.throwIfAborted();
        file.write(block);
      }
    }
  } finally {
    file.close();
  }
  return file.fact();
}
