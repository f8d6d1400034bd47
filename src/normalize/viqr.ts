import { isAccentedLetter } from './letters.js';
import { isFullSyllable } from './syllable.js';

/** VIQR (RFC 1456) writes marks as ASCII signs behind the letter, and đ as dd. */
const MARKS = new Map([
  ['^', '\u0302'],
  ['(', '\u0306'],
  ['+', '\u031b'],
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['?', '\u0309'],
  ['~', '\u0303'],
  ['.', '\u0323'],
]);
/** ^ ( + right behind a letter that takes them: no punctuation of a name looks like that. */
const CERTAIN = /[aeo]\^|a\(|[ou]\+/i;
const ANY_SIGN = /(?<=\p{L})[\^(+`'?~.]/u;
const MAX_LENGTH = 14;

/** The word read as VIQR, in its case, or an empty string when that is no correct syllable. */
function readViqr(word: string): string {
  if (word.length > MAX_LENGTH || !/^[a-z][a-z^(+`'?~.]+$/i.test(word)) return '';
  let out = '';
  for (const character of word) out += MARKS.get(character) ?? character;
  const composed = out.replace(/^dd/, 'đ').replace(/^d{2}/i, 'Đ').normalize('NFC');
  for (const letter of composed) if (letter > '\u007f' && !isAccentedLetter(letter)) return '';
  return isFullSyllable(composed.toLowerCase()) ? composed : '';
}

/**
 * Decodes VIQR (Nguye^~n Va(n Du~ng). The signs of tones are punctuation as well, so a word of them alone is
 * decoded only beside one with a certain sign (^ ( +). The text comes back unchanged when there is none.
 */
export function decodeViqr(text: string): string {
  if (!CERTAIN.test(text)) return text;
  const words = text.split(' ');
  const readings = words.map((word) => (ANY_SIGN.test(word) || /^dd/i.test(word) ? readViqr(word) : ''));
  const proved = words.some((word, i) => readings[i] !== '' && CERTAIN.test(word));
  return proved ? words.map((word, i) => readings[i] || word).join(' ') : text;
}
