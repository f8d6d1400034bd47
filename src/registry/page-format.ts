// A section of a registry: its pages, one behind another, then their directory. All words are 32 bits, little-endian.
// A page: its checksum, how many entries it has, the entries, and one word of zero where they are odd.
// The directory: the first key of each page (a double), the start of each page and the end of the last one in pairs of
// words from the start of the section, and one word of zero where those are odd.

/** The first word of a page's entries. */
export const FIRST_ENTRY = 2;

/** What the database says of a section. */
export interface SectionFacts {
  readonly pages: number;
  /** Of the pages and their directory. */
  readonly bytes: number;
  readonly directoryChecksum: number;
}

/** A number of words made even, so that every page and every section begins with a pair of words. */
export function evenWords(words: number): number {
  return words + (words % 2);
}

/** Length of a directory. */
export function directoryWords(pages: number): number {
  return pages * 2 + evenWords(pages + 1);
}
