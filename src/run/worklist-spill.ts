import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { readFully } from '../registry/read-fully.js';
import { ENTRY_BYTES, PartitionIndex, type SpilledRun } from './worklist-partition.js';

/** What is kept of an item beside its text. */
export interface SpillEntry {
  /** Number of its list, from 0. */
  readonly list: number;
  /** Items of a list are read back by their rank, lowest first. */
  readonly rank: number;
  /** Items with the same 8 bytes and rank are read back together. */
  readonly same: Uint8Array;
  readonly lines: number;
  /** A sum of powers of two, below 2^53. */
  readonly kinds: number;
  readonly text: string;
}

/** The items of one list, in order. */
export interface SpilledList {
  readonly list: number;
  /** Items that belong together, in the order of the first of each; positions for `text`. */
  readonly runs: readonly SpilledRun[];
  readonly text: (position: number) => string;
}

const PARTITIONS = 128;
const BUFFER_BYTES = 64 * 1024;

interface Partition {
  readonly index: Buffer;
  indexed: number;
  texts: Buffer[];
  bytes: number;
}

/**
 * Sorts any number of items into lists in bounded memory: they are spread over files in `folder` by the number of their
 * list, and only the index of one such file is in memory when it is read back. Throws the file system's errors.
 */
export class WorklistSpill {
  readonly #folder: string;
  readonly #name: string;
  readonly #partitions = new Map<number, Partition>();

  /** `name`: beginning of the names of the files. */
  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#name = name;
  }

  add({ list, rank, same, lines, kinds, text }: SpillEntry): void {
    const number = list % PARTITIONS;
    const partition = this.#partitions.get(number) ?? this.#open(number);
    const bytes = Buffer.from(text);
    const { index, indexed: at } = partition;
    index.writeUInt32LE(list, at);
    index.writeUInt32LE(lines, at + 4);
    index.writeDoubleLE(rank, at + 8);
    index.writeDoubleLE(kinds, at + 16);
    index.set(same.subarray(0, 8), at + 24);
    index.writeUInt32LE(bytes.length, at + 32);
    partition.indexed += ENTRY_BYTES;
    partition.texts.push(bytes);
    partition.bytes += bytes.length;
    if (partition.bytes >= BUFFER_BYTES || partition.indexed === index.length) this.#flush(number, partition);
  }

  /** All lists, the same order each time. Each is read before the next one is asked for. */
  *lists(): Generator<SpilledList> {
    for (const number of [...this.#partitions.keys()].sort((a, b) => a - b)) {
      this.#flush(number, this.#partitions.get(number)!);
      this.#partitions.delete(number);
      yield* this.#read(number);
      for (const kind of ['index', 'texts'] as const) rmSync(this.#path(number, kind), { force: true });
    }
  }

  #open(number: number): Partition {
    const index = Buffer.alloc(ENTRY_BYTES * 512);
    const partition: Partition = { index, indexed: 0, texts: [], bytes: 0 };
    this.#partitions.set(number, partition);
    return partition;
  }

  #path(number: number, kind: 'index' | 'texts'): string {
    return join(this.#folder, `${this.#name}-${number}.${kind}`);
  }

  #flush(number: number, partition: Partition): void {
    append(this.#path(number, 'index'), partition.index.subarray(0, partition.indexed));
    append(this.#path(number, 'texts'), Buffer.concat(partition.texts));
    partition.indexed = 0;
    partition.texts = [];
    partition.bytes = 0;
  }

  *#read(number: number): Generator<SpilledList> {
    const index = new PartitionIndex(readFileSync(this.#path(number, 'index')));
    const file = openSync(this.#path(number, 'texts'), 'r');
    try {
      const text = (position: number) => readAt(file, index.offset(position), index.length(position));
      const order = index.order();
      for (let from = 0; from < order.length; ) {
        const list = index.list(order[from]!);
        let to = from + 1;
        while (to < order.length && index.list(order[to]!) === list) to++;
        yield { list, runs: index.runs(order.subarray(from, to)), text };
        from = to;
      }
    } finally {
      closeSync(file);
    }
  }
}

function append(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'a', 0o600);
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(file, bytes, written);
  } finally {
    closeSync(file);
  }
}

function readAt(file: number, offset: number, length: number): string {
  const bytes = Buffer.allocUnsafe(length);
  readFully(file, bytes, length, offset);
  return bytes.toString('utf8');
}
