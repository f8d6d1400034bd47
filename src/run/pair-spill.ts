import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { readFully } from '../registry/read-fully.js';

const PARTITIONS = 64;
const NUMBERS_A_BUFFER = 8192;

interface Partition {
  readonly buffer: Float64Array;
  filled: number;
  file: number | null;
  written: number;
}

/**
 * Any number of (key, value) pairs in bounded memory, given back in groups of keys: the pairs are spread over partitions
 * by key and spill to files in `folder`. Both are whole numbers below 2^53. Throws the file system's errors.
 */
export class PairSpill {
  readonly #folder: string;
  readonly #name: string;
  readonly #partitions: Partition[] = [];

  /** `name` begins the names of the files. */
  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#name = name;
    for (let i = 0; i < PARTITIONS; i++) {
      this.#partitions.push({
        buffer: new Float64Array(NUMBERS_A_BUFFER),
        filled: 0,
        file: null,
        written: 0,
      });
    }
  }

  add(key: number, value: number): void {
    const number = key % PARTITIONS;
    const partition = this.#partitions[number]!;
    partition.buffer[partition.filled++] = key;
    partition.buffer[partition.filled++] = value;
    if (partition.filled === NUMBERS_A_BUFFER) this.#spill(number, partition);
  }

  /** The pairs of each partition, key and value in turn, in the order in which they came. All pairs of a key are in one. */
  *partitions(): Generator<Float64Array> {
    for (const partition of this.#partitions) yield this.#read(partition);
  }

  /** Removes the files. */
  close(): void {
    for (let i = 0; i < PARTITIONS; i++) {
      const partition = this.#partitions[i]!;
      if (partition.file === null) continue;
      closeSync(partition.file);
      rmSync(this.#path(i), { force: true });
      partition.file = null;
    }
  }

  #path(number: number): string {
    return join(this.#folder, `${this.#name}-${number}.bin`);
  }

  #spill(number: number, partition: Partition): void {
    partition.file ??= openSync(this.#path(number), 'w+', 0o600);
    const bytes = new Uint8Array(partition.buffer.buffer);
    let written = 0;
    while (written < bytes.length) written += writeSync(partition.file, bytes, written);
    partition.written += partition.filled;
    partition.filled = 0;
  }

  #read(partition: Partition): Float64Array {
    const pairs = new Float64Array(partition.written + partition.filled);
    if (partition.file !== null) {
      const bytes = new Uint8Array(pairs.buffer, 0, partition.written * 8);
      readFully(partition.file, bytes, bytes.length, 0);
    }
    pairs.set(partition.buffer.subarray(0, partition.filled), partition.written);
    return pairs;
  }
}
