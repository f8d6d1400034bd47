import { DamagedRegistry } from './damaged-registry.js';
import { checksumOfWords } from './page-checksum.js';
import { PAGE_HEAD, type SectionFacts } from './page-writer.js';
import type { RecordWords } from './person-record.js';
import { readFully } from './read-fully.js';

/**
 * Reads the pages of one section of a registry, one at a time. Pages are not kept: they stay in the operating system's
 * cache, which all workers share, and a look-up costs the same in a small registry and in a large one.
 * @throws DamagedRegistry for pages or a directory that are not as they were built
 */
export class PageReader {
  readonly #file: number;
  readonly #base: number;
  readonly #firsts: Float64Array;
  readonly #starts: Uint32Array;
  /** One bit a page whose checksum was right: each is checked once. */
  readonly #checked: Uint32Array;
  readonly #most: number;
  /** The page read last, its head included. */
  readonly page: RecordWords;
  #current = -1;

  /** `base`: position of the section in the file. */
  constructor(file: number, base: number, { pages, bytes, directoryChecksum }: SectionFacts) {
    this.#file = file;
    this.#base = base;
    const words = pages * 2 + ((pages + 2) & ~1);
    const directory = new Uint32Array(words);
    read(file, new Uint8Array(directory.buffer), words * 4, base + bytes - words * 4);
    if (checksumOfWords(directory, 0, words) !== directoryChecksum)
      throw new DamagedRegistry('a directory of its pages');
    this.#firsts = new Float64Array(directory.buffer, 0, pages);
    this.#starts = directory.subarray(pages * 2, pages * 3 + 1);
    this.#checked = new Uint32Array((pages + 31) >>> 5);
    let most = 0;
    for (let page = 0; page < pages; page++)
      most = Math.max(most, this.#starts[page + 1]! - this.#starts[page]!);
    this.#most = most * 2;
    const memory = new ArrayBuffer(this.#most * 4);
    this.page = { words: new Uint32Array(memory), bytes: Buffer.from(memory) };
  }

  get pages(): number {
    return this.#firsts.length;
  }

  /** Entries of the page read last. */
  get entries(): number {
    return this.page.words[1]!;
  }

  firstOf(page: number): number {
    return this.#firsts[page]!;
  }

  /** The last page whose first key is below `key`, or at it where `orAt`; -1 where there is none. `from`: not before it. */
  pageBelow(key: number, orAt: boolean, from = 0): number {
    const firsts = this.#firsts;
    let low = from;
    let high = firsts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const first = firsts[middle]!;
      if (first < key || (orAt && first === key)) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Reads a page into `page`; returns its length in words. */
  read(page: number): number {
    const start = this.#starts[page]!;
    const length = (this.#starts[page + 1]! - start) * 2;
    if (page === this.#current) return length;
    this.#current = -1;
    const { words, bytes } = this.page;
    read(this.#file, bytes, length * 4, this.#base + start * 8);
    const bit = 1 << (page & 31);
    if ((this.#checked[page >>> 5]! & bit) === 0) {
      if (checksumOfWords(words, 1, length) !== words[0]) throw new DamagedRegistry(`page ${page}`);
      this.#checked[page >>> 5]! |= bit;
    }
    this.#current = page;
    return length;
  }
}

/** The first word of a page's entries. */
export const FIRST_ENTRY = PAGE_HEAD;

function read(file: number, into: Uint8Array, bytes: number, position: number): void {
  try {
    readFully(file, into, bytes, position);
  } catch (error) {
    throw new DamagedRegistry('it cannot be read to its end', { cause: error });
  }
}
