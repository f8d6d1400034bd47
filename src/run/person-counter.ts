import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { OutcomeName } from '../domain/outcome.js';
import type { ReasonCode } from '../domain/reasons.js';

const PARTITIONS = 64;
const NUMBERS_A_BUFFER = 8192;

interface Partition {
  readonly buffer: Float64Array;
  filled: number;
  file: number | null;
  written: number;
}

/** From settled to unsettled: a person counts where the least settled row is. */
const UNSETTLED: Readonly<Record<OutcomeName, number>> = {
  verified: 0,
  needs_review: 1,
  mismatch: 2,
  rejected: 3,
};

/** A cell as the counter ranks it. */
export interface RankedCell {
  readonly outcome: OutcomeName;
  readonly reason: ReasonCode;
}

/**
 * Counts distinct persons a cell over any number of rows in bounded memory: (person key, cell) pairs are spread
 * over partitions by key and spill to files in `folder`. A person with rows in several cells counts in the least
 * settled one, so that the counts add up to the number of persons. Throws the file system's errors.
 */
export class PersonCounter {
  readonly #folder: string;
  readonly #partitions: Partition[] = [];

  constructor(folder: string) {
    this.#folder = folder;
    for (let i = 0; i < PARTITIONS; i++) {
      this.#partitions.push({
        buffer: new Float64Array(NUMBERS_A_BUFFER),
        filled: 0,
        file: null,
        written: 0,
      });
    }
  }

  add(personKey: number, cell: number): void {
    const number = personKey % PARTITIONS;
    const partition = this.#partitions[number]!;
    partition.buffer[partition.filled++] = personKey;
    partition.buffer[partition.filled++] = cell;
    if (partition.filled === NUMBERS_A_BUFFER) this.#spill(number, partition);
  }

  /** Persons of each cell. `cells` are all cells by number, in the order of their first row. */
  count(cells: readonly RankedCell[]): number[] {
    const ranks = rankCells(cells);
    const persons = new Array<number>(cells.length).fill(0);
    for (const partition of this.#partitions) {
      const pairs = this.#read(partition);
      const cellOfPerson = new Map<number, number>();
      for (let i = 0; i < pairs.length; i += 2) {
        const key = pairs[i]!;
        const cell = pairs[i + 1]!;
        const known = cellOfPerson.get(key);
        if (known === undefined || ranks[cell]! > ranks[known]!) cellOfPerson.set(key, cell);
      }
      for (const cell of cellOfPerson.values()) persons[cell]!++;
    }
    return persons;
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
    return join(this.#folder, `persons-${number}.bin`);
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
      let read = 0;
      while (read < bytes.length) {
        const count = readSync(partition.file, bytes, read, bytes.length - read, read);
        if (count === 0) throw new Error('a person file is shorter than what was written to it');
        read += count;
      }
    }
    pairs.set(partition.buffer.subarray(0, partition.filled), partition.written);
    return pairs;
  }
}

/** A rank for each cell, all different: by how unsettled it is, then by its number. */
function rankCells(cells: readonly RankedCell[]): Float64Array {
  const settled = (cell: RankedCell) => UNSETTLED[cell.outcome] * 2 + (cell.reason === 'exact' ? 0 : 1);
  return Float64Array.from(cells, (cell, number) => settled(cell) * cells.length - number);
}
