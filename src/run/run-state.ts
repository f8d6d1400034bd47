import { OUTCOMES } from '../domain/outcome.js';
import type { ReadFact, ReadPrefix } from './input-file.js';
import type { RunIdentity } from './run-identity.js';
import type { SinkState } from './sink.js';

/** A border between two chunks. */
export interface Position {
  /** Number of the input, from 0; the number of inputs after the last. */
  readonly input: number;
  /** Bytes of the decoded stream before it. */
  readonly offset: number;
  /** Number of the record after it, from 1; headers and blank lines are numbered too. */
  readonly record: number;
}

export const START: Position = { input: 0, offset: 0, record: 1 };

export function isBefore(a: Position, b: Position): boolean {
  return a.input < b.input || (a.input === b.input && a.offset < b.offset);
}

/** How far the inputs have been read and processed. */
export interface ReadState {
  /** Where to go on. */
  readonly next: Position;
  /** Lines without a character between the data rows, by input. */
  readonly blankLines: readonly number[];
  /** Of the inputs that were read whole, by input. */
  readonly facts: readonly (ReadFact | null)[];
  /** What was read of the input of `next`, which may be more than was processed. */
  readonly prefix: ReadPrefix;
}

/** One of the parts that a run is divided into. */
export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** How a run is divided into shards; the same for all of them. */
export interface ShardPlan {
  readonly inputs: readonly ReadFact[];
  /** Decoded bytes of each input. */
  readonly decodedBytes: readonly number[];
  readonly chunks: number;
  /** One more than there are shards: where each begins, and the end. */
  readonly borders: readonly Position[];
}

/** The shard that a command works on, and its place in the whole. */
export interface ShardPart extends Shard {
  readonly plan: ShardPlan;
}

/**
 * Everything that an unfinished run has come to, beside the bytes of its files: enough to go on with the same results.
 * Both checkpoints and finished shards are written as this.
 */
export interface RunState {
  readonly identity: RunIdentity;
  /** Null: the whole run. */
  readonly part: ShardPart | null;
  readonly read: ReadState;
  readonly sink: SinkState;
}

/** Rows in the result files so far. */
export function rowsDone({ sink }: RunState): number {
  return OUTCOMES.reduce((sum, outcome) => sum + sink.tally.outcomeRows[outcome], 0);
}
