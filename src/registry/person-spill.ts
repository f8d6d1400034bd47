import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredPerson } from '../domain/blocking-plan.js';
import {
  countOfRecord,
  encodePerson,
  endOfRecord,
  idOfRecord,
  mostWordsOf,
  type RecordWords,
  recordWords,
} from './person-record.js';
import { readFully } from './read-fully.js';

/** IDs of one partition: about one province, sex and century of birth. */
const IDS_A_PARTITION = 2 ** 27;
const MOST_A_PARTITION = 2 ** 26;
const WORDS_A_BUFFER = 4096;
const PERSONS_A_STEP = 8192;

interface Partition {
  readonly buffer: RecordWords;
  /** Words in the buffer, and in the file. */
  filled: number;
  written: number;
}

/**
 * Sorts the persons of snapshots by personal ID in bounded memory: they are spread over files in `folder`, and the
 * persons of each are sorted when they are read back. Throws the file system's errors.
 */
export class PersonSpill {
  readonly #folder: string;
  readonly #partitions = new Map<number, Partition>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** `row` is the person's number in the order of the snapshots. */
  add(person: StoredPerson, row: number): void {
    const number = Math.floor(Number(person.personId) / IDS_A_PARTITION);
    const most = mostWordsOf(person);
    const partition = this.#partitionFor(number);
    if (most > WORDS_A_BUFFER) {
      const alone = recordWords(most);
      this.#write(number, partition);
      this.#append(number, partition, alone, encodePerson(alone, 0, person, row));
      return;
    }
    if (partition.filled + most > WORDS_A_BUFFER) this.#write(number, partition);
    partition.filled = encodePerson(partition.buffer, partition.filled, person, row);
  }

  /**
   * Gives the records of each ID, in the order of ID and row; `visit` gets the places of their first words. Yields
   * often. The persons are forgotten.
   */
  *groups(visit: (records: RecordWords, group: readonly number[]) => void): Generator<undefined, void> {
    for (const number of [...this.#partitions.keys()].sort((a, b) => a - b)) {
      yield* this.#visitGroups(number, visit);
    }
  }

  /** Removes every file that is left. */
  close(): void {
    for (const number of this.#partitions.keys()) rmSync(this.#path(number), { force: true });
    this.#partitions.clear();
  }

  *#visitGroups(
    number: number,
    visit: (records: RecordWords, group: readonly number[]) => void,
  ): Generator<undefined, void> {
    const records = this.#read(number);
    const { words } = records;
    const starts: number[] = [];
    for (let at = 0; at < words.length; at = endOfRecord(words, at)) starts.push(at);
    if (starts.length >= MOST_A_PARTITION) throw new Error('too many persons of one range of IDs');
    const base = number * IDS_A_PARTITION;
    // Sorted by ID and then by position, which is the order of the rows.
    const order = Float64Array.from(starts, (at, i) => (idOfRecord(words, at) - base) * MOST_A_PARTITION + i);
    order.sort();
    let group: number[] = [];
    for (let i = 0; i < order.length; i++) {
      if (i % PERSONS_A_STEP === 0) yield;
      const at = starts[order[i]! % MOST_A_PARTITION]!;
      if (group.length > 0 && idOfRecord(words, group[0]!) !== idOfRecord(words, at)) {
        visit(records, group);
        group = [];
      }
      group.push(at);
    }
    if (group.length > 0) visit(records, group);
  }

  #partitionFor(number: number): Partition {
    const known = this.#partitions.get(number);
    if (known !== undefined) return known;
    const partition: Partition = { buffer: recordWords(WORDS_A_BUFFER), filled: 0, written: 0 };
    this.#partitions.set(number, partition);
    return partition;
  }

  #path(number: number): string {
    return join(this.#folder, `persons-${number}.bin`);
  }

  #write(number: number, partition: Partition): void {
    this.#append(number, partition, partition.buffer, partition.filled);
    partition.filled = 0;
  }

  /** A file is open only while it is written: there can be more partitions than files that may be open. */
  #append(number: number, partition: Partition, { bytes }: RecordWords, words: number): void {
    const file = openSync(this.#path(number), partition.written > 0 ? 'a' : 'ax', 0o600);
    partition.written += words;
    try {
      for (let done = 0; done < words * 4; ) done += writeSync(file, bytes, done, words * 4 - done);
    } finally {
      closeSync(file);
    }
  }

  #read(number: number): RecordWords {
    const partition = this.#partitions.get(number)!;
    this.#partitions.delete(number);
    const path = this.#path(number);
    const records = recordWords(partition.written + partition.filled);
    if (partition.written > 0) {
      const file = openSync(path, 'r');
      try {
        readFully(file, records.bytes, partition.written * 4, 0);
      } finally {
        closeSync(file);
        rmSync(path, { force: true });
      }
    }
    records.words.set(partition.buffer.words.subarray(0, partition.filled), partition.written);
    return records;
  }
}

/** The row of a spilled record. */
export function rowOfRecord(words: Uint32Array, at: number): number {
  return countOfRecord(words, at);
}
