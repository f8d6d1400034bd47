import { NAME_LEVELS, type NameLevel } from '../domain/decision.js';
import type { PersonName } from '../domain/identity.js';
import type { Bilingual } from '../domain/reasons.js';
import { compareNames } from './compare-name.js';
import { miswrittenName } from './differences.js';
import { editKind } from './edit.js';
import { EMPTY, NAME_ERRORS, NOT_GIVEN, REPAIRS_SEEN } from './error-words.js';

/** Forms of address, without accents; some are surnames or given names as well. */
const ADDRESS: ReadonlySet<string> = new Set(
  'ong ba co chu bac cau anh chi em chau be cu thay di mo mr mrs ms miss'.split(' '),
);

const APOSTROPHES = /'/g;
/** Letters that Vietnamese has not: left from an old encoding. */
const NO_VIETNAMESE_LETTER = /[äåæçëîïñöøûüÿþß]/;

/** What is wrong with the name of a record, every fault once: `có danh xưng “Ông”, thiếu dấu`. */
export function nameErrors(
  level: NameLevel,
  record: PersonName,
  person: PersonName,
  asSent: string,
): readonly Bilingual[] {
  if (asSent.trim() === '') return [EMPTY];
  if (record.tokens.length === 0) return [NOT_GIVEN];
  // What was repaired explains nothing where the name is still another person's.
  if (level === 'different' || level === 'partial') return levelErrors(level, record, person);
  // Anh Nguyễn Cường for Nguyễn Cường Anh: what was taken for a form of address is the given name.
  const isGivenInFront = level === 'reordered' && record.tokens.length < person.tokens.length;
  const faults = miswrittenName(record)
    .filter((repair) => !(isGivenInFront && repair === 'title_removed'))
    .map((repair) => REPAIRS_SEEN[repair]);
  const titles = countAddresses(level, record, person);
  if (titles === 0) return [...faults, ...levelErrors(level, record, person)];
  const words = wordsOf(record);
  const rest = withoutFirst(record, titles);
  const address: Bilingual = {
    vi: `có danh xưng “${words.slice(0, titles).join(' ')}”`,
    en: `with the form of address “${words.slice(0, titles).join(' ')}”`,
  };
  return [...faults, address, ...levelErrors(compareNames(rest, person), rest, person)];
}

/** How many words in front are a form of address: without them the name comes closer to the person's. */
function countAddresses(level: NameLevel, record: PersonName, person: PersonName): number {
  let count = 0;
  while (
    record.folded.length - count > person.folded.length &&
    record.folded.length - count > 2 &&
    ADDRESS.has(record.folded[count]!)
  ) {
    count++;
  }
  if (count === 0) return 0;
  const without = compareNames(withoutFirst(record, count), person);
  return NAME_LEVELS.indexOf(without) < NAME_LEVELS.indexOf(level) ? count : 0;
}

function withoutFirst(name: PersonName, count: number): PersonName {
  const display = wordsOf(name).slice(count).join(' ');
  return { ...name, display, tokens: name.tokens.slice(count), folded: name.folded.slice(count) };
}

function levelErrors(level: NameLevel, record: PersonName, person: PersonName): readonly Bilingual[] {
  switch (level) {
    case 'exact':
    case 'different':
      return [];
    case 'accents_missing':
      return [NAME_ERRORS.accents_missing];
    case 'accents_differ':
    case 'given_accent_differs':
      return accentErrors(record, person);
    case 'extra_word':
      return [extraWord(wordsOf(record)[0]!, true), ...lostAccents(record, person)];
    case 'middle_dropped':
      return [middleError(record, person), ...lostAccents(record, person)];
    case 'close':
    case 'close_given':
      return [wordError(record, person), ...lostAccents(record, person)];
    case 'reordered':
    case 'abbreviated':
    case 'two_slips':
      return [NAME_ERRORS[level], ...lostAccents(record, person)];
    default:
      return [NAME_ERRORS[level]];
  }
}

function wordsOf({ display, tokens }: PersonName): readonly string[] {
  const words = display.split(' ');
  return words.length === tokens.length ? words : tokens;
}

/** The record has no accent at all, though a word that it shares with the person should have one. */
function lostAccents(record: PersonName, person: PersonName): readonly Bilingual[] {
  if (record.accented) return [];
  const isLost = person.folded.some((word, i) => word !== person.tokens[i] && record.folded.includes(word));
  return isLost ? [NAME_ERRORS.accents_missing] : [];
}

/** Words that agree but for accents: which of them lack theirs, which have others. */
function accentErrors(record: PersonName, person: PersonName): readonly Bilingual[] {
  if (record.tokens.length !== person.tokens.length) return [NAME_ERRORS.accents_differ];
  const words = wordsOf(record);
  const missing: string[] = [];
  const other: string[] = [];
  let apostrophe = false;
  record.tokens.forEach((token, i) => {
    const right = person.tokens[i]!;
    if (token === right) return;
    if (token.replace(APOSTROPHES, '') === right.replace(APOSTROPHES, '')) apostrophe = true;
    else if (token === record.folded[i]) missing.push(words[i]!);
    else other.push(words[i]!);
  });
  const list: Bilingual[] = [];
  if (missing.length > 0)
    list.push({ vi: `thiếu dấu ở ${quoted(missing)}`, en: `accent missing in ${quoted(missing)}` });
  if (other.length > 0)
    list.push({ vi: `sai dấu ở ${quoted(other)}`, en: `wrong accent in ${quoted(other)}` });
  if (apostrophe) list.push({ vi: 'thừa hoặc thiếu dấu nháy', en: 'apostrophe added or missing' });
  return list;
}

function quoted(words: readonly string[]): string {
  return `“${words.join('”, “')}”`;
}

function extraWord(word: string, inFront: boolean): Bilingual {
  return inFront
    ? { vi: `thừa chữ “${word}” ở đầu`, en: `“${word}” too many in front` }
    : { vi: `thừa chữ “${word}” ở cuối`, en: `“${word}” too many at the end` };
}

function middleError(record: PersonName, person: PersonName): Bilingual {
  const isShort = record.folded.length < person.folded.length;
  const words = isShort ? wordsBeyond(person, record) : wordsBeyond(record, person);
  return isShort
    ? { vi: `thiếu tên đệm “${words}”`, en: `middle name “${words}” missing` }
    : { vi: `thừa tên đệm “${words}”`, en: `middle name “${words}” too many` };
}

/** The words that the longer name has and the shorter has not, in order. */
function wordsBeyond(long: PersonName, short: PersonName): string {
  const words = wordsOf(long);
  let at = 0;
  const beyond = words.filter((_, i) => {
    const isSame = long.folded[i] === short.folded[at];
    if (isSame) at++;
    return !isSame;
  });
  return beyond.join(' ');
}

/** The one word that is a slip away, or the word that stands behind the name. */
function wordError(record: PersonName, person: PersonName): Bilingual {
  const words = wordsOf(record);
  if (words.length > person.folded.length) return extraWord(words.at(-1)!, false);
  const at = record.folded.findIndex((word, i) => word !== person.folded[i]);
  const word = words[at]!;
  if (NO_VIETNAMESE_LETTER.test(record.tokens[at]!)) {
    return { vi: `lỗi phông chữ ở “${word}”`, en: `“${word}” is in an old encoding` };
  }
  switch (editKind(record.folded[at]!, person.folded[at]!)) {
    case 'lost':
      return { vi: `thiếu một chữ cái ở “${word}”`, en: `a letter missing in “${word}”` };
    case 'added':
      return { vi: `thừa một chữ cái ở “${word}”`, en: `a letter too many in “${word}”` };
    case 'exchanged':
      return { vi: `đảo hai chữ cái ở “${word}”`, en: `two letters exchanged in “${word}”` };
    case 'replaced':
      return { vi: `sai một chữ cái ở “${word}”`, en: `a wrong letter in “${word}”` };
    case null:
      return { vi: `sai chính tả ở “${word}”`, en: `“${word}” misspelt` };
  }
}
