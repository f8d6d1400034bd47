import { isOneEdit } from './edit.js';

/** Letters and clusters that Vietnamese typists confuse (`spelling-variant-pairs.csv`), on accent-free words. */
const CONFUSABLE_STARTS = bothWays([
  ['ch', 'tr'],
  ['s', 'x'],
  ['l', 'n'],
  ['d', 'gi'],
  ['d', 'r'],
  ['gi', 'r'],
  ['v', 'd'],
  ['v', 'gi'],
  ['c', 'qu'],
  ['k', 'qu'],
]);
const CONFUSABLE_ENDS = bothWays([
  ['n', 'ng'],
  ['n', 'nh'],
  ['t', 'c'],
  ['ch', 't'],
  ['i', 'y'],
]);

function bothWays(pairs: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  return pairs.flatMap(([one, other]): (readonly [string, string])[] => [
    [one, other],
    [other, one],
  ]);
}

function swapsAffix(
  a: string,
  b: string,
  pairs: readonly (readonly [string, string])[],
  atStart: boolean,
): boolean {
  for (const [x, y] of pairs) {
    if (a.length - x.length !== b.length - y.length) continue;
    const fits = atStart ? a.startsWith(x) && b.startsWith(y) : a.endsWith(x) && b.endsWith(y);
    if (!fits) continue;
    const restA = atStart ? a.slice(x.length) : a.slice(0, a.length - x.length);
    const restB = atStart ? b.slice(y.length) : b.slice(0, b.length - y.length);
    if (restA === restB) return true;
  }
  return false;
}

/** True when two accent-free words differ by one slip or by sounds that are often confused. */
export function isCloseWord(a: string, b: string): boolean {
  return (
    isOneEdit(a, b) || swapsAffix(a, b, CONFUSABLE_STARTS, true) || swapsAffix(a, b, CONFUSABLE_ENDS, false)
  );
}

/** True when both have the same words in the same order. */
export function sameWords(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** The consonants that begin a Vietnamese word in more than one letter. */
const CLUSTERS: ReadonlySet<string> = new Set('ch gh gi kh ng ngh nh ph qu th tr'.split(' '));

/** `t` or `th` for `thi`, `ng` for `nguyen`: people shorten a word to its first letter or consonant, not to less. */
export function isInitial(short: string, full: string): boolean {
  return short.length < full.length && full.startsWith(short) && (short.length === 1 || CLUSTERS.has(short));
}
