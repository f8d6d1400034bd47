import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { KEY_SPACE } from '../domain/blocking-plan.js';
import { readFully } from './read-fully.js';

/** Persons are numbered below 2^27 (134 million), so that a key's low 37 bits and a person fit 64 bits. */
export const MOST_PERSONS = 2 ** 27;

/** Keys of one partition; of a key within it and a person, two words are made. */
export const PARTITION_SPACE = 2 ** 37;
const PARTITIONS_A_SPACE = KEY_SPACE / PARTITION_SPACE;
const ENTRIES_A_BUFFER = 8192;

/** The upper 32 of the 37 bits of a key within its partition. */
export function highWord(rest: number): number {
  return Math.floor(rest / 32);
}

/** The lower 5 bits of a key within its partition, above the person. */
export function lowWord(rest: number, person: number): number {
  return (((rest % 32) << 27) | person) >>> 0;
}

export function personOfWord(low: number): number {
  return low & 0x7ff_ffff;
}

interface Partition {
  readonly entries: BigUint64Array;
  readonly words: Uint32Array;
  filled: number;
  spilled: number;
  file: number | null;
}

/**
 * Sorts any number of (key, person) pairs in bounded memory: pairs are spread over partitions by their highest
 * bits, partitions spill to files in `folder`, and each is sorted on its own when read back.
 * Keys are below 2^53; the pairs of a key space (2^41 keys) are read back together. Throws the file system's errors.
 */
export class SortedSpill {
  readonly #folder: string;
  readonly #partitions = new Map<number, Partition>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  add(key: number, person: number): void {
    const number = Math.floor(key / PARTITION_SPACE);
    const partition = this.#partitions.get(number) ?? this.#open(number);
    const rest = key - number * PARTITION_SPACE;
    const at = partition.filled * 2;
    partition.words[at] = lowWord(rest, person);
    partition.words[at + 1] = highWord(rest);
    if (++partition.filled === ENTRIES_A_BUFFER) this.#spill(number, partition);
  }

  /**
   * Gives the pairs of one key space (see `spaceOfKey`) in the order of key and person, equal pairs once, and forgets
   * them. Meanwhile pairs of other spaces can be added. Yields between the partitions.
   */
  *pairs(space: number, visit: (key: number, person: number) => void): Generator<undefined, void> {
    for (let i = 0; i < PARTITIONS_A_SPACE; i++) {
      const number = space * PARTITIONS_A_SPACE + i;
      const partition = this.#partitions.get(number);
      if (partition === undefined) continue;
      const sorted = this.#read(partition);
      const words = new Uint32Array(sorted.buffer);
      const base = number * PARTITION_SPACE;
      let previousLow = -1;
      let previousHigh = -1;
      for (let at = 0; at < words.length; at += 2) {
        const low = words[at]!;
        const high = words[at + 1]!;
        if (low === previousLow && high === previousHigh) continue;
        previousLow = low;
        previousHigh = high;
        visit(base + high * 32 + (low >>> 27), personOfWord(low));
      }
      this.#drop(number, partition);
      yield;
    }
  }

  /** Gives each key of a space with its persons. Yields between the partitions. */
  *groups(
    space: number,
    visit: (key: number, persons: readonly number[]) => void,
  ): Generator<undefined, void> {
    let current = -1;
    let group: number[] = [];
    yield* this.pairs(space, (key, person) => {
      if (key !== current) {
        if (group.length > 0) visit(current, group);
        current = key;
        group = [];
      }
      group.push(person);
    });
    if (group.length > 0) visit(current, group);
  }

  /** Removes every file that is left. */
  close(): void {
    for (const [number, partition] of this.#partitions) this.#drop(number, partition);
  }

  #open(number: number): Partition {
    const entries = new BigUint64Array(ENTRIES_A_BUFFER);
    const words = new Uint32Array(entries.buffer);
    const partition: Partition = { entries, words, filled: 0, spilled: 0, file: null };
    this.#partitions.set(number, partition);
    return partition;
  }

  #path(number: number): string {
    return join(this.#folder, `keys-${number}.bin`);
  }

  #spill(number: number, partition: Partition): void {
    partition.file ??= openSync(this.#path(number), 'w+', 0o600);
    const bytes = new Uint8Array(partition.entries.buffer, 0, partition.filled * 8);
    let written = 0;
    while (written < bytes.length) written += writeSync(partition.file, bytes, written);
    partition.spilled += partition.filled;
    partition.filled = 0;
  }

  #read(partition: Partition): BigUint64Array {
    const all = new BigUint64Array(partition.spilled + partition.filled);
    all.set(partition.entries.subarray(0, partition.filled), partition.spilled);
    if (partition.file !== null)
      readFully(partition.file, new Uint8Array(all.buffer), partition.spilled * 8, 0);
    return all.sort();
  }

  #drop(number: number, partition: Partition): void {
    if (partition.file !== null) {
      closeSync(partition.file);
      rmSync(this.#path(number), { force: true });
    }
    this.#partitions.delete(number);
  }
}
