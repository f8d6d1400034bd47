import { isCommonFoldedSurname, isCommonSurname } from './common-words.js';

/**
 * Words that are no surname: before a surname they are a form of address. Ông, Cô, Chú, Ong, Ba are surnames too
 * (Ông Cao Thắng) and stay; the matcher takes them as an extra word.
 */
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

function isTitle(words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  if (words.length < 3 || !TITLES.has(first)) return false;
  // Cháu bé Nguyễn Đình Tùng: two forms of address.
  if (TITLES.has(second)) return isTitle(words.slice(1));
  return isCommonSurname(second) || isCommonFoldedSurname(second);
}

/** How many leading words are titles. `lower` are the words in lower case; two words always remain. */
export function countTitles(lower: readonly string[]): number {
  let count = 0;
  while (isTitle(lower.slice(count))) count += 1;
  return count;
}

/** True for a word that makes a name worth looking at as a whole. */
export function mayBeTitle(lower: string): boolean {
  return TITLES.has(lower);
}
