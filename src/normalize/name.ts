import type { PersonName } from '../domain/identity.js';
import type { RepairCode } from '../domain/repairs.js';
import { decodeMojibake } from './mojibake.js';
import { removeNotes } from './notes.js';
import { isVisciiO, repairWords } from './repair-words.js';
import { cleanText } from './text.js';
import { countTitles } from './titles.js';
import { decodeViqr } from './viqr.js';
import { type WordInfo, wordInfo } from './word-info.js';

const NO_REPAIRS: readonly RepairCode[] = Object.freeze([]);
const NO_WORDS: readonly string[] = Object.freeze([]);
const NO_NAME: PersonName = {
  display: '',
  tokens: NO_WORDS,
  folded: NO_WORDS,
  accented: false,
  givenIsMistyped: false,
  repairs: NO_REPAIRS,
};
/** Repairs can uncover another (a title behind a note); real names are stable after two rounds. */
const MAX_ROUNDS = 4;
const NO_NAME_TEXT =
  /^\s*(?:null|none|nan|undefined|#?n\/a|#(?:ref|value|null|num|spill|calc|div\/0)!|#name\?|không|khong|chưa|chua|(?:không|khong|chưa|chua) (?:rõ|ro|có|co|biết|biet)(?: họ tên| ho ten| tên| ten)?)\s*$/iu;
/**
 * Separators that are never a letter in any encoding. Spaces include the no-break space. A question
 * mark is none: it stands where a letter was lost (Nguy?n), and splitting there would lose the word too.
 */
const SEPARATORS = /[\s.,;:/|_\\+*"~!=#&@-]+/;

/** A question mark or U+FFFD inside a word, where a program could not write a letter. */
const LOST_LETTER = /\?\p{L}|\p{L}\? |\p{L}\ufffd|\ufffd\p{L}/u;

/** Puts the words together without further repair. */
function assemble(words: readonly WordInfo[], repairs: readonly RepairCode[]): PersonName {
  const tokens = new Array<string>(words.length);
  const folded = new Array<string>(words.length);
  let display = '';
  let accented = false;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as WordInfo;
    tokens[i] = word.token;
    folded[i] = word.folded;
    display = i === 0 ? word.display : `${display} ${word.display}`;
    if (word.accented) accented = true;
  }
  const givenIsMistyped = words.at(-1)?.isSyllable === false;
  return { display, tokens, folded, accented, givenIsMistyped, repairs };
}

/** A name of plain words only, which is nearly every name; null when a closer look is needed. */
function readPlain(raw: string): PersonName | null {
  const words: WordInfo[] = [];
  let start = 0;
  while (start < raw.length) {
    let end = raw.indexOf(' ', start);
    if (end < 0) end = raw.length;
    if (end > start) {
      const word = wordInfo(raw.slice(start, end));
      if (!word.plain || (word.mayBeTitle && words.length === 0)) return null;
      words.push(word);
    }
    start = end + 1;
  }
  return words.length === 0 ? NO_NAME : assemble(words, NO_REPAIRS);
}

/** The words of a text; `V` and a no-break space stay together where they are VISCII for Võ. */
function splitText(text: string): string[] {
  return text
    .split(/[ \t\r\n]+/)
    .flatMap((chunk) => (chunk.includes('\u00a0') && isVisciiO(chunk) ? [chunk] : chunk.split(SEPARATORS)))
    .filter((word) => word !== '');
}

function repairOnce(raw: string, repairs: Set<RepairCode>): string {
  const clean = cleanText(raw);
  if (clean.composed) repairs.add('unicode_form');
  if (clean.invisibleRemoved) repairs.add('invisible_characters');
  const readable = decodeMojibake(clean.text);
  if (readable !== clean.text) repairs.add('mojibake');
  const composed = readable.normalize('NFC');
  if (NO_NAME_TEXT.test(composed)) return '';
  const spelt = decodeViqr(composed);
  if (spelt !== composed) repairs.add('legacy_encoding');
  if (LOST_LETTER.test(spelt)) repairs.add('letter_lost');
  const named = removeNotes(spelt);
  if (named !== spelt) repairs.add('note_removed');
  // Most texts that come here were only in another Unicode form.
  if (named !== raw && readPlain(named) !== null) return named;
  const words = repairWords(splitText(named), repairs);
  const titles = countTitles(words.map((word) => word.toLowerCase()));
  if (titles > 0) repairs.add('title_removed');
  return words
    .slice(titles)
    .map((word) => wordInfo(word).display)
    .join(' ');
}

/**
 * Reads a person's name as it stands in a file: any Unicode form, legacy encodings and left-over
 * keystrokes decoded word by word on evidence, titles, notes and numbers removed, glued words split.
 * The order of the words is kept. A text without any letter gives a name without tokens; nothing is
 * ever thrown. Text beyond 300 characters is not read.
 */
export function normalizeName(raw: string): PersonName {
  if (raw.length <= 300) {
    const plain = readPlain(raw);
    if (plain !== null) return plain;
  }
  const repairs = new Set<RepairCode>();
  let text = raw;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const before = text;
    text = repairOnce(text, repairs);
    if (text === before) break;
    const plain = readPlain(text);
    if (plain !== null) return repairs.size === 0 ? plain : { ...plain, repairs: [...repairs] };
  }
  const words = text.split(' ').filter((word) => word !== '');
  return assemble(words.map(wordInfo), repairs.size === 0 ? NO_REPAIRS : [...repairs]);
}
