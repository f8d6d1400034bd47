import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { checksumOfWords, DIRECTORY } from './page-checksum.js';
import { directoryWords, evenWords, FIRST_ENTRY, type SectionFacts } from './page-format.js';
import { readFully } from './read-fully.js';

const WORDS_A_BUFFER = 2 ** 18;
/** Starts of pages are words that count pairs of words: 32 GB. */
const MOST_PAIRS = 2 ** 32;

/**
 * Pages of entries in a temporary file, in the order of their first keys, and their directory in memory (12 bytes a
 * page). `appendTo` puts both into the registry. Throws the file system's errors.
 */
export class PageWriter {
  readonly #path: string;
  readonly #file: number;
  readonly #buffer = new Uint32Array(WORDS_A_BUFFER);
  readonly #firsts: number[] = [];
  /** Of each page, in pairs of words, and the end of the last one. */
  readonly #starts: number[] = [0];
  #filled = 0;
  #written = 0;
  #seed = 0;
  #isOpen = true;

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'wx+', 0o600);
  }

  /** `first`: the key of the first of the entries, whose words these are. */
  add(first: number, entries: number, words: Uint32Array): void {
    const length = evenWords(FIRST_ENTRY + words.length);
    if (this.#filled + length > WORDS_A_BUFFER) this.#flush();
    if (length > WORDS_A_BUFFER) {
      const alone = new Uint32Array(length);
      alone[1] = entries;
      alone.set(words, FIRST_ENTRY);
      this.#write(alone);
    } else {
      const at = this.#filled;
      this.#buffer[at] = 0;
      this.#buffer[at + 1] = entries;
      this.#buffer.set(words, at + FIRST_ENTRY);
      if (FIRST_ENTRY + words.length < length) this.#buffer[at + length - 1] = 0;
      this.#filled += length;
    }
    this.#firsts.push(first);
    this.#starts.push(this.#starts.at(-1)! + length / 2);
  }

  /** Nothing can be added any more. `seed`: see `seedOfSection`. */
  finish(seed: number): SectionFacts {
    this.#flush();
    if (this.#starts.at(-1)! >= MOST_PAIRS) throw new Error('a section of a registry is too long');
    this.#seed = seed;
    const directory = this.#directory();
    return {
      pages: this.#firsts.length,
      bytes: this.#starts.at(-1)! * 8 + directory.byteLength,
      directoryChecksum: checksumOfWords(directory, 0, directory.length, seed ^ DIRECTORY),
    };
  }

  /**
   * Writes the pages, each as `change` left it, and their directory at the end of the registry. After `finish`. Yields
   * now and then.
   */
  *appendTo(file: number, change: (words: Uint32Array) => void): Generator<undefined, void> {
    const buffer = new Uint32Array(WORDS_A_BUFFER);
    let words = new Uint32Array(4096);
    let filled = 0;
    for (let page = 0; page < this.#firsts.length; page++) {
      const start = this.#starts[page]!;
      const length = (this.#starts[page + 1]! - start) * 2;
      if (words.length < length) words = new Uint32Array(length);
      const one = words.subarray(0, length);
      readFully(this.#file, bytesOf(one), length * 4, start * 8);
      change(one);
      one[0] = checksumOfWords(one, 1, length, this.#seed ^ page);
      if (filled + length > WORDS_A_BUFFER) {
        writeFully(file, buffer.subarray(0, filled));
        filled = 0;
        yield;
      }
      if (length > WORDS_A_BUFFER) writeFully(file, one);
      else {
        buffer.set(one, filled);
        filled += length;
      }
    }
    writeFully(file, buffer.subarray(0, filled));
    writeFully(file, this.#directory());
  }

  /** Removes the file; safe to call twice. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    closeSync(this.#file);
    rmSync(this.#path, { force: true });
  }

  #directory(): Uint32Array {
    const firsts = new Uint32Array(Float64Array.from(this.#firsts).buffer);
    const directory = new Uint32Array(directoryWords(this.#firsts.length));
    directory.set(firsts);
    directory.set(this.#starts, firsts.length);
    return directory;
  }

  #flush(): void {
    this.#write(this.#buffer.subarray(0, this.#filled));
    this.#filled = 0;
  }

  #write(words: Uint32Array): void {
    writeFully(this.#file, words, this.#written);
    this.#written += words.byteLength;
  }
}

function bytesOf(words: Uint32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}

/** Where the file stands when no position is given. */
function writeFully(file: number, words: Uint32Array, position?: number): void {
  const bytes = bytesOf(words);
  for (let done = 0; done < bytes.length; ) {
    const at = position === undefined ? null : position + done;
    done += writeSync(file, bytes, done, bytes.length - done, at);
  }
}
