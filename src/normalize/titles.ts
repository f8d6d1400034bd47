import { isCommonFoldedSurname, isCommonSurname } from './common-words.js';

/** Words that are no surname: before a surname they are a form of address. */
const TITLES = new Set([
  'bà',
  'bé',
  'cháu',
  'cụ',
  'chị',
  'anh',
  'em',
  'thầy',
  'bác',
  'mr',
  'mrs',
  'ms',
  'miss',
]);
/** Ông, Cô, Chú are surnames too (Ông Cao Thắng): only before a whole name of three words. */
const TITLE_OR_SURNAME = new Set(['ông', 'cô', 'chú']);
const FOLDED_TITLES = new Set(['ong', 'ba']);
const MIDDLE_WORDS = new Set(['văn', 'thị', 'van', 'thi']);

function isTitle(words: readonly string[]): boolean {
  const [first = '', second = '', third = ''] = words;
  if (words.length < 3) return false;
  if (TITLES.has(first)) return isCommonSurname(second) || isCommonFoldedSurname(second);
  const surnameFollows = isCommonSurname(second) || isCommonFoldedSurname(second);
  if (words.length < 4 || !surnameFollows || !MIDDLE_WORDS.has(third)) return false;
  return TITLE_OR_SURNAME.has(first) || FOLDED_TITLES.has(first);
}

/** How many leading words are titles. `lower` are the words in lower case; two words always remain. */
export function countTitles(lower: readonly string[]): number {
  let count = 0;
  while (isTitle(lower.slice(count))) count += 1;
  return count;
}

/** True for a word that makes a name worth looking at as a whole. */
export function mayBeTitle(lower: string): boolean {
  return TITLES.has(lower) || TITLE_OR_SURNAME.has(lower) || FOLDED_TITLES.has(lower);
}
