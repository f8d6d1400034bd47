import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { NARROWING_FIELDS, type NarrowingField } from '../domain/blocking-plan.js';
import { readFully } from './read-fully.js';

const PERSONS_A_BLOCK = 16_384;
const WIDTH = NARROWING_FIELDS.length;
const BLOCK_BYTES = PERSONS_A_BLOCK * WIDTH * 2;

/**
 * The narrowing fields of every person, two bytes a field, in a temporary file: written in the order of the person
 * numbers, read in that order, a block in memory. Throws the file system's errors.
 */
export class PersonFields {
  readonly #path: string;
  readonly #file: number;
  readonly #values = new Uint16Array(PERSONS_A_BLOCK * WIDTH);
  #block = 0;
  #persons = 0;
  #open = true;

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'wx+', 0o600);
  }

  /** Adds the next person, from 1: one value for each of NARROWING_FIELDS. Not after the first `get`. */
  add(fieldOf: (field: NarrowingField) => number): void {
    const at = (this.#persons % PERSONS_A_BLOCK) * WIDTH;
    for (let i = 0; i < WIDTH; i++) this.#values[at + i] = fieldOf(NARROWING_FIELDS[i]!);
    if (++this.#persons % PERSONS_A_BLOCK === 0) {
      this.#write();
      this.#block++;
    }
  }

  /** Nothing can be added any more. */
  finish(): void {
    this.#write();
  }

  /** A person's value; quick while the persons asked for do not go back. */
  get(person: number, field: NarrowingField): number {
    const block = Math.floor((person - 1) / PERSONS_A_BLOCK);
    if (block !== this.#block) this.#read(block);
    return this.#values[((person - 1) % PERSONS_A_BLOCK) * WIDTH + NARROWING_FIELDS.indexOf(field)]!;
  }

  /** Removes the file; safe to call twice. */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    closeSync(this.#file);
    rmSync(this.#path, { force: true });
  }

  #write(): void {
    const bytes = new Uint8Array(this.#values.buffer);
    let done = 0;
    while (done < bytes.length)
      done += writeSync(this.#file, bytes, done, bytes.length - done, this.#block * BLOCK_BYTES + done);
  }

  #read(block: number): void {
    const bytes = new Uint8Array(this.#values.buffer);
    readFully(this.#file, bytes, bytes.length, block * BLOCK_BYTES);
    this.#block = block;
  }
}
