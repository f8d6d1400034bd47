import type { NameLevel } from '../domain/decision.js';
import type { PersonName } from '../domain/identity.js';
import { countErrors } from './name-errors.js';
import { isCloseWord, isInitial, sameWords } from './name-words.js';

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

/** The record's given name is no word at all and the person's is: a slip, and not the name of a twin. */
function isMistypedOnly(record: PersonName, person: PersonName): boolean {
  return record.givenIsMistyped && !person.givenIsMistyped;
}

/** Given names that are forms of address as well: in front of a name they were taken for one. */
const ADDRESS_OR_NAME: ReadonlySet<string> = new Set(['anh', 'em', 'be']);

/** Anh Đặng Vũ Tú: Mr Đặng Vũ Tú, or Đặng Vũ Tú Anh with the given name first. */
function isGivenTakenForTitle(record: PersonName, person: readonly string[]): boolean {
  return (
    record.repairs.includes('title_removed') &&
    ADDRESS_OR_NAME.has(person.at(-1) ?? '') &&
    sameWords(record.folded, person.slice(0, -1))
  );
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
    if (!record.accented) return 'accents_missing';
    // Twins and brothers may be An and Ân: another accent on the given name is another name.
    return record.tokens.at(-1) === person.tokens.at(-1) ? 'accents_differ' : 'given_accent_differs';
  }
  if (recordWords.join('') === personWords.join('')) {
    if (record.tokens.join('') === person.tokens.join('')) return 'exact';
    return record.accented ? 'accents_differ' : 'accents_missing';
  }
  if (recordWords.length === personWords.length) {
    if (sameWords([...recordWords].sort(), [...personWords].sort())) return 'reordered';
    if (isAbbreviated(recordWords, personWords)) return 'abbreviated';
    if (isClose(recordWords, personWords)) {
      return recordWords.at(-1) === personWords.at(-1) || isMistypedOnly(record, person)
        ? 'close'
        : 'close_given';
    }
  }
  if (isGivenTakenForTitle(record, personWords)) return 'reordered';
  const extra = extraWord(recordWords, personWords);
  if (extra !== null) return extra;
  if (isMiddleDropped(recordWords, personWords)) return 'middle_dropped';
  if (countErrors(recordWords, personWords) <= 2) return 'two_slips';
  if (recordWords.at(-1) === personWords.at(-1)) return 'partial';
  return 'different';
}
