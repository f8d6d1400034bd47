import type { NameLevel } from '../domain/decision.js';
import type { PersonName } from '../domain/identity.js';
import { isOneEdit } from './edit.js';

/** Letters and clusters that Vietnamese typists confuse (`spelling-variant-pairs.csv`), on accent-free words. */
const CONFUSABLE_STARTS: readonly (readonly [string, string])[] = [
  ['ch', 'tr'],
  ['s', 'x'],
  ['l', 'n'],
  ['d', 'gi'],
  ['d', 'r'],
  ['gi', 'r'],
  ['v', 'd'],
  ['v', 'gi'],
  ['c', 'q'],
];
const CONFUSABLE_ENDS: readonly (readonly [string, string])[] = [
  ['n', 'ng'],
  ['n', 'nh'],
  ['t', 'c'],
  ['ch', 't'],
  ['i', 'y'],
];

function swapsAffix(
  a: string,
  b: string,
  pairs: readonly (readonly [string, string])[],
  atStart: boolean,
): boolean {
  for (const [one, other] of pairs) {
    for (const [x, y] of [
      [one, other],
      [other, one],
    ] as const) {
      const fits = atStart ? a.startsWith(x) && b.startsWith(y) : a.endsWith(x) && b.endsWith(y);
      if (!fits) continue;
      const restA = atStart ? a.slice(x.length) : a.slice(0, a.length - x.length);
      const restB = atStart ? b.slice(y.length) : b.slice(0, b.length - y.length);
      if (restA === restB) return true;
    }
  }
  return false;
}

/** True when two accent-free words differ by one slip or by sounds that are often confused. */
export function isCloseWord(a: string, b: string): boolean {
  return (
    isOneEdit(a, b) || swapsAffix(a, b, CONFUSABLE_STARTS, true) || swapsAffix(a, b, CONFUSABLE_ENDS, false)
  );
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** `t` for `thi`, `ng` for `nguyen`: up to three letters that begin the full word. */
function isInitial(short: string, full: string): boolean {
  return short.length <= 3 && short.length < full.length && full.startsWith(short);
}

function isAbbreviated(record: readonly string[], person: readonly string[]): boolean {
  if (record.length !== person.length || record.at(-1) !== person.at(-1)) return false;
  let initials = 0;
  for (let i = 0; i < record.length - 1; i++) {
    if (record[i] === person[i]) continue;
    if (!isInitial(record[i]!, person[i]!)) return false;
    initials++;
  }
  return initials > 0;
}

function isSubsequence(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  for (const word of long) if (at < short.length && short[at] === word) at++;
  return at === short.length;
}

/** The record has one word more than the person: in front a title, behind another given name. */
function extraWord(
  record: readonly string[],
  person: readonly string[],
): 'extra_word' | 'close_given' | null {
  if (record.length !== person.length + 1 || person.length < 2) return null;
  if (sameWords(record.slice(1), person)) return 'extra_word';
  return sameWords(record.slice(0, -1), person) ? 'close_given' : null;
}

/** Surname and given name stand, and the middle words of one are some of the other's. */
function isMiddleDropped(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === b.length || a.length < 2 || b.length < 2) return false;
  if (a[0] !== b[0] || a.at(-1) !== b.at(-1)) return false;
  return a.length < b.length ? isSubsequence(a, b) : isSubsequence(b, a);
}

/** All words but one agree, and that one is a slip away. Names of fewer than two words are never close. */
function isClose(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  let slips = 0;
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue;
    if (++slips > 1 || !isCloseWord(a[i]!, b[i]!)) return false;
  }
  return slips === 1;
}

/**
 * The comparison level of a record's name and a person's. Tone placement was made equal before;
 * i/y, s/x and the like are different words and at best `close`.
 */
export function compareNames(record: PersonName, person: PersonName): NameLevel {
  if (record.tokens.length === 0 || person.tokens.length === 0) return 'missing';
  if (sameWords(record.tokens, person.tokens)) return 'exact';
  const recordWords = record.folded;
  const personWords = person.folded;
  if (sameWords(recordWords, personWords)) {
    return record.accented ? 'accents_differ' : 'accents_missing';
  }
  if (recordWords.join('') === personWords.join('')) {
    if (record.tokens.join('') === person.tokens.join('')) return 'exact';
    return record.accented ? 'accents_differ' : 'accents_missing';
  }
  if (recordWords.length === personWords.length) {
    if (sameWords([...recordWords].sort(), [...personWords].sort())) return 'reordered';
    if (isAbbreviated(recordWords, personWords)) return 'abbreviated';
    if (isClose(recordWords, personWords)) {
      return recordWords.at(-1) === personWords.at(-1) ? 'close' : 'close_given';
    }
  }
  const extra = extraWord(recordWords, personWords);
  if (extra !== null) return extra;
  if (isMiddleDropped(recordWords, personWords)) return 'middle_dropped';
  if (recordWords.at(-1) === personWords.at(-1)) return 'partial';
  return 'different';
}
