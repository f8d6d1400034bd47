import { FIRST_ENTRY } from './page-format.js';
import { PageReader } from './page-reader.js';
import { PageWriter } from './page-writer.js';
import { endOfRecord, idOfRecord, type RecordWords, setCountOfRecord } from './person-record.js';

/** Pages of less than a kilobyte: with many persons most of them are in no cache of the processor, and copying them is what costs. */
export const PERSONS_A_PAGE = 16;

/** Writes persons in the order of their numbers, which is that of their IDs. */
export class PersonPageWriter {
  readonly pages: PageWriter;
  #words = new Uint32Array(2048);
  #filled = 0;
  #first = 0;
  #entries = 0;

  constructor(path: string) {
    this.pages = new PageWriter(path);
  }

  add({ words }: RecordWords, at: number): void {
    const length = endOfRecord(words, at) - at;
    if (this.#filled + length > this.#words.length) {
      const larger = new Uint32Array((this.#filled + length) * 2);
      larger.set(this.#words);
      this.#words = larger;
    }
    if (this.#entries === 0) this.#first = idOfRecord(words, at);
    this.#words.set(words.subarray(at, at + length), this.#filled);
    this.#filled += length;
    if (++this.#entries === PERSONS_A_PAGE) this.#endPage();
  }

  /** Puts the last page in. */
  finish(): void {
    if (this.#entries > 0) this.#endPage();
  }

  #endPage(): void {
    this.pages.add(this.#first, this.#entries, this.#words.subarray(0, this.#filled));
    this.#filled = 0;
    this.#entries = 0;
  }
}

/** Sets the counts of a page's persons; `countOf` is asked in the order of the pages. */
export function setCounts(page: Uint32Array, countOf: () => number): void {
  let at = FIRST_ENTRY;
  for (let i = 0; i < page[1]!; i++) {
    setCountOfRecord(page, at, countOf());
    at = endOfRecord(page, at);
  }
}

/** What a search gives: the record's place in `records`, until the next search, and the person's number. */
export type PersonVisit = (records: RecordWords, at: number, number: number) => void;

/** Finds persons by ID and by number. @throws DamagedRegistry */
export class PersonPages {
  readonly #pages: PageReader;

  constructor(...section: ConstructorParameters<typeof PageReader>) {
    this.#pages = new PageReader(...section);
  }

  get pages(): number {
    return this.#pages.pages;
  }

  /** Every person who has this ID, in the order of their numbers. */
  withId(id: number, visit: PersonVisit): void {
    const pages = this.#pages;
    const { words } = pages.page;
    let page = Math.max(0, pages.pageBelow(id, false));
    for (; page < pages.pages && pages.firstOf(page) <= id; page++) {
      pages.read(page);
      let at = FIRST_ENTRY;
      for (let i = 0; i < pages.entries; i++) {
        const found = idOfRecord(words, at);
        if (found > id) return;
        if (found === id) visit(pages.page, at, page * PERSONS_A_PAGE + i + 1);
        at = endOfRecord(words, at);
      }
    }
  }

  /** The person of a number of the registry. */
  numbered(number: number, visit: PersonVisit): void {
    const pages = this.#pages;
    const page = Math.floor((number - 1) / PERSONS_A_PAGE);
    pages.read(page);
    let at = FIRST_ENTRY;
    for (let i = (number - 1) % PERSONS_A_PAGE; i > 0; i--) at = endOfRecord(pages.page.words, at);
    visit(pages.page, at, number);
  }

  /** Every person of one page, in order. */
  ofPage(page: number, visit: PersonVisit): void {
    const pages = this.#pages;
    pages.read(page);
    let at = FIRST_ENTRY;
    for (let i = 0; i < pages.entries; i++) {
      visit(pages.page, at, page * PERSONS_A_PAGE + i + 1);
      at = endOfRecord(pages.page.words, at);
    }
  }
}
