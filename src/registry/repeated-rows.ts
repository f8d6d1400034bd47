import { checksumOfWords } from './page-checksum.js';
import { COUNT_WORD, endOfRecord, samePerson } from './person-record.js';

/** Records of one ID. */
export interface SameId {
  /** The first record of each person. */
  readonly persons: readonly number[];
  /** Records that repeat one of them to the letter. */
  readonly repeated: readonly number[];
}

/** Tells the persons of one ID apart. Only records with the same checksum are compared: some IDs are used by thousands. */
export function findRepeated(words: Uint32Array, group: readonly number[]): SameId {
  const persons: number[] = [];
  const repeated: number[] = [];
  const bySum = new Map<number, number[]>();
  for (const at of group) {
    const end = endOfRecord(words, at);
    const sum = checksumOfWords(
      words,
      at + COUNT_WORD + 1,
      end,
      checksumOfWords(words, at, at + COUNT_WORD, 1),
    );
    const alike = bySum.get(sum) ?? [];
    if (alike.some((other) => samePerson(words, other, at))) repeated.push(at);
    else {
      bySum.set(sum, [...alike, at]);
      persons.push(at);
    }
  }
  return { persons, repeated };
}
