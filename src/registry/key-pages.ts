import { FIRST_ENTRY } from './page-format.js';
import { PageReader } from './page-reader.js';
import { PageWriter } from './page-writer.js';
import { highWord, lowWord, PARTITION_SPACE, personOfWord } from './sorted-spill.js';

const ENTRIES_A_PAGE = 256;

/** Writes the persons of each key, keys in ascending order. The persons of one key are on one page. */
export class KeyPageWriter {
  readonly pages: PageWriter;
  #words = new Uint32Array(ENTRIES_A_PAGE * 2);
  #filled = 0;
  #first = 0;
  #base = 0;

  constructor(path: string) {
    this.pages = new PageWriter(path);
  }

  add(key: number, persons: readonly number[]): void {
    const base = Math.floor(key / PARTITION_SPACE) * PARTITION_SPACE;
    const length = persons.length * 2;
    if (this.#filled > 0 && (base !== this.#base || this.#filled + length > ENTRIES_A_PAGE * 2))
      this.finish();
    if (length > this.#words.length) this.#words = new Uint32Array(length);
    if (this.#filled === 0) {
      this.#first = key;
      this.#base = base;
    }
    const high = highWord(key - base);
    for (const person of persons) {
      this.#words[this.#filled++] = lowWord(key - base, person);
      this.#words[this.#filled++] = high;
    }
  }

  /** Puts the last page in. */
  finish(): void {
    if (this.#filled === 0) return;
    this.pages.add(this.#first, this.#filled / 2, this.#words.subarray(0, this.#filled));
    this.#filled = 0;
  }
}

/** Finds the persons of keys. @throws DamagedRegistry */
export class KeyPages {
  readonly #pages: PageReader;

  constructor(...section: ConstructorParameters<typeof PageReader>) {
    this.#pages = new PageReader(...section);
  }

  /** Appends the numbers of the persons of a key, in ascending order. */
  append(key: number, numbers: number[]): void {
    const pages = this.#pages;
    const page = pages.pageBelow(key, true);
    if (page < 0) return;
    const partition = Math.floor(key / PARTITION_SPACE);
    if (Math.floor(pages.firstOf(page) / PARTITION_SPACE) !== partition) return;
    const rest = key - partition * PARTITION_SPACE;
    const high = highWord(rest);
    const least = lowWord(rest, 0);
    pages.read(page);
    const { words } = pages.page;
    let low = 0;
    let end = pages.entries;
    while (low < end) {
      const middle = (low + end) >>> 1;
      const at = FIRST_ENTRY + middle * 2;
      if (words[at + 1]! < high || (words[at + 1] === high && words[at]! < least)) low = middle + 1;
      else end = middle;
    }
    for (; low < pages.entries; low++) {
      const at = FIRST_ENTRY + low * 2;
      const word = words[at]!;
      if (words[at + 1] !== high || word - personOfWord(word) !== least) return;
      numbers.push(personOfWord(word));
    }
  }
}
