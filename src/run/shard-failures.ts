import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';

function unusable(code: string, what: string, expected: string, next: string, cause?: unknown): Failure {
  return new Failure({ code, exitCode: EXIT.inputUnusable, what, expected, next }, { cause });
}

const RUN_AGAIN = 'Run that shard again, then merge; nothing was published.';

export function noShard(folder: string): Failure {
  return unusable(
    'shard_missing',
    `${folder} is no finished shard, and holds none.`,
    'a folder that `doisoat run --shard` published, or one with such folders in it',
    RUN_AGAIN,
  );
}

export function shardDamaged(folder: string, cause: unknown): Failure {
  return unusable(
    'shard_damaged',
    `The shard ${folder} is damaged: its files do not hold what was written to them.`,
    'the folder as `doisoat run --shard` published it, copied whole',
    'Copy it again, or run that shard again, then merge; nothing was published.',
    cause,
  );
}

export function shardsMissing(missing: readonly number[], of: number): Failure {
  return unusable(
    'shards_missing',
    `Of ${of} shards these are not there: ${missing.join(', ')}.`,
    'all shards of one run',
    'Run them (--shard I/N), then merge; nothing was published.',
  );
}

export function shardTwice(number: number, folders: readonly string[]): Failure {
  return unusable(
    'shard_twice',
    `Shard ${number} is given twice: ${folders.join(', ')}.`,
    'each shard once',
    'Leave one of them out.',
  );
}

export function shardsDiffer(a: string, b: string, differences: readonly string[]): Failure {
  return unusable(
    'shards_differ',
    `The shards ${a} and ${b} are not of one run: ${differences.join('; ')}.`,
    'shards made from the same inputs with the same settings, model, registry and version',
    RUN_AGAIN,
  );
}

/** The shard's own version of the program is another one than this. */
export function shardOtherVersion(folder: string, before: string, now: string): Failure {
  return unusable(
    'shard_other_version',
    `The shard ${folder} was made by doisoat ${before}; this is ${now}.`,
    'shards made by the version that puts them together',
    RUN_AGAIN,
  );
}
