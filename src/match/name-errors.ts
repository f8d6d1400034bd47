import { isCloseWord, isInitial } from './name-words.js';

const TOO_MANY = 3;

/**
 * How many usual errors lie between a record's accent-free words and a person's, up to 2; more, or no word in common,
 * counts as 3. Errors: a word one slip away, an initial, a middle word dropped or added, a word too many in front,
 * the given name written first.
 */
export function countErrors(record: readonly string[], person: readonly string[]): number {
  if (record.length < 2 || person.length < 2 || Math.abs(record.length - person.length) > 2) return TOO_MANY;
  if (!record.some((word) => person.includes(word))) return TOO_MANY;
  const asWritten = align(record, person, 0, 0, TOO_MANY - 1);
  if (asWritten < TOO_MANY) return asWritten;
  return Math.min(TOO_MANY, 1 + align([...record.slice(1), record[0]!], person, 0, 0, TOO_MANY - 2));
}

/** Errors from words `i` and `j` on; gives up beyond `budget`. Names have few words, so plain recursion is quick. */
function align(
  record: readonly string[],
  person: readonly string[],
  i: number,
  j: number,
  budget: number,
): number {
  if (budget < 0) return TOO_MANY;
  if (i === record.length || j === person.length) {
    return i === record.length && j === person.length ? 0 : TOO_MANY;
  }
  const a = record[i]!;
  const b = person[j]!;
  if (a === b) {
    const rest = align(record, person, i + 1, j + 1, budget);
    if (rest < TOO_MANY) return rest;
  }
  let least = TOO_MANY;
  if (isCloseWord(a, b) || (i < record.length - 1 && isInitial(a, b))) {
    least = 1 + align(record, person, i + 1, j + 1, budget - 1);
  }
  // A name either lost words or won some: Thị in place of Văn is another person, not two errors.
  if (record.length < person.length && j > 0 && j < person.length - 1) {
    least = Math.min(least, 1 + align(record, person, i, j + 1, budget - 1));
  }
  if (record.length > person.length && i < record.length - 1) {
    least = Math.min(least, 1 + align(record, person, i + 1, j, budget - 1));
  }
  return Math.min(least, TOO_MANY);
}
