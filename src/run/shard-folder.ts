import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { OutcomeName } from '../domain/outcome.js';
import { OUTCOME_FILES } from '../domain/output-files.js';
import { fileSystemFailure } from '../input/input-failures.js';
import { systemCode } from './output-failure.js';
import type { RunState } from './run-state.js';
import { readSealed, type SealedFile, sealedText } from './sealed-file.js';
import { noShard, shardDamaged } from './shard-failures.js';
import { DamagedFile, writeStagedFile } from './staged-file.js';

/** Marks a folder as a finished shard, and holds everything but the rows and the persons. */
const SHARD_FILE = 'shard.json';
const SHARD_FORMAT = 'doisoat shard';

/** A finished shard's folder: parts of the result files without headers, the persons, and `shard.json`. */
export interface ShardFolder extends SealedFile<RunState> {
  readonly folder: string;
}

export const partFileName = (outcome: OutcomeName) => `${OUTCOME_FILES[outcome]}.part`;

export function writeShardFile(folder: string, state: RunState): void {
  writeStagedFile(folder, SHARD_FILE, sealedText(SHARD_FORMAT, state.identity.toolVersion, state));
}

/** Null: there is no finished shard. @throws Failure exit 3 when it is damaged. */
export function readShardFolder(folder: string): ShardFolder | null {
  try {
    const sealed = readSealed<RunState>(join(folder, SHARD_FILE), SHARD_FORMAT);
    return sealed === null ? null : { ...sealed, folder };
  } catch (cause) {
    if (cause instanceof DamagedFile) throw shardDamaged(folder, cause);
    throw systemCode(cause) === '' ? cause : fileSystemFailure(join(folder, SHARD_FILE), cause);
  }
}

/**
 * The shards that folders name: each is a shard's own folder, or one with folders of shards in it.
 * @throws Failure exit 3 where a folder gives none.
 */
export function findShards(folders: readonly string[]): ShardFolder[] {
  return folders.flatMap((folder) => {
    const own = readShardFolder(folder);
    if (own !== null) return [own];
    const inside = foldersIn(folder).map(readShardFolder);
    const found = inside.filter((shard) => shard !== null);
    if (found.length === 0) throw noShard(folder);
    return found;
  });
}

/** Hidden ones are the work of shards that are not finished. */
function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .map((name) => join(folder, name))
      .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
      .sort();
  } catch (cause) {
    throw systemCode(cause) === 'ENOENT' || systemCode(cause) === 'ENOTDIR'
      ? noShard(folder)
      : fileSystemFailure(folder, cause);
  }
}
