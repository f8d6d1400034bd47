import { DamagedRegistry } from './damaged-registry.js';
import { checksumOfWords, DIRECTORY } from './page-checksum.js';
import { directoryWords, type SectionFacts } from './page-format.js';
import { type RecordWords, recordWords } from './person-record.js';
import { readFully } from './read-fully.js';

/**
 * Reads the pages of one section of a registry, one at a time. Pages are not kept: they stay in the operating system's
 * cache, which all workers share, and a look-up costs the same in a small registry and in a large one.
 * @throws DamagedRegistry for pages or a directory that are not as they were built
 */
export class PageReader {
  readonly #file: number;
  readonly #base: number;
  readonly #seed: number;
  readonly #firsts: Float64Array;
  readonly #starts: Uint32Array;
  /** One bit a page whose checksum was right: each is checked once. */
  readonly #checked: Uint32Array;
  /** The page read last, its head included. */
  readonly page: RecordWords;
  #current = -1;

  /** `base`: position of the section in the file; `seed`: see `seedOfSection`. */
  constructor(file: number, base: number, facts: SectionFacts, seed: number) {
    this.#file = file;
    this.#base = base;
    this.#seed = seed;
    const { pages, bytes, directoryChecksum } = facts;
    const length = directoryWords(pages);
    if (!(Number.isInteger(pages) && pages >= 0 && length * 4 <= bytes))
      throw new DamagedRegistry('a directory of its pages has no room');
    const directory = new Uint32Array(length);
    read(file, new Uint8Array(directory.buffer), length * 4, base + bytes - length * 4);
    if (checksumOfWords(directory, 0, length, seed ^ DIRECTORY) !== directoryChecksum)
      throw new DamagedRegistry('a directory of its pages');
    this.#firsts = new Float64Array(directory.buffer, 0, pages);
    this.#starts = directory.subarray(pages * 2, pages * 3 + 1);
    this.#checked = new Uint32Array((pages + 31) >>> 5);
    let most = 0;
    for (let page = 0; page < pages; page++)
      most = Math.max(most, this.#starts[page + 1]! - this.#starts[page]!);
    this.page = recordWords(most * 2);
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

  /** The last page whose first key is below `key`, or at it where `orAt`; -1 where there is none. */
  pageBelow(key: number, orAt: boolean): number {
    const firsts = this.#firsts;
    let low = 0;
    let high = firsts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const first = firsts[middle]!;
      if (first < key || (orAt && first === key)) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Reads a page into `page`. */
  read(page: number): void {
    if (page === this.#current) return;
    this.#current = -1;
    const start = this.#starts[page]!;
    const length = (this.#starts[page + 1]! - start) * 2;
    const { words, bytes } = this.page;
    read(this.#file, bytes, length * 4, this.#base + start * 8);
    const bit = 1 << (page & 31);
    if ((this.#checked[page >>> 5]! & bit) === 0) {
      if (checksumOfWords(words, 1, length, this.#seed ^ page) !== words[0])
        throw new DamagedRegistry(`page ${page}`);
      this.#checked[page >>> 5]! |= bit;
    }
    this.#current = page;
  }
}

function read(file: number, into: Uint8Array, bytes: number, position: number): void {
  try {
    readFully(file, into, bytes, position);
  } catch (error) {
    throw new DamagedRegistry('it cannot be read to its end', { cause: error });
  }
}
