import { isCommonWord } from './common-words.js';
import { isAccentedLetter } from './letters.js';
import { isWellSpelt } from './syllable.js';

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
const ANY_SIGN = /\p{L}[\^(+`'?~.]/u;
/** Signs of tones are punctuation as well: ~ ` ? ' behind a vowel, and a dot before consonants that end a word. */
const LIKELY = /[aeiouy](?:[~`?']|\.(?:c|ch|m|n|ng|nh|p|t|u|i|o|y)$)/i;
const MAX_LENGTH = 14;

/** The word read as VIQR, in its case, or an empty string when that is no correct syllable. */
function readViqr(word: string): string {
  if (word.length > MAX_LENGTH || !/^[a-z][a-z^(+`'?~.]+$/i.test(word)) return '';
  let out = '';
  for (const character of word) out += MARKS.get(character) ?? character;
  const composed = out.replace(/^dd/, 'đ').replace(/^dd/i, 'Đ').normalize('NFC');
  for (const letter of composed) if (letter > '\u007f' && !isAccentedLetter(letter)) return '';
  return isWellSpelt(composed.toLowerCase()) ? composed : '';
}

function isLikely(word: string, reading: string, i: number, words: readonly string[]): boolean {
  if (words.length < 2 || !isCommonWord(reading.toLowerCase())) return false;
  // Thi. between other words is Thị, whatever the dot is.
  return LIKELY.test(word) || (reading.toLowerCase() === 'thị' && i > 0 && i < words.length - 1);
}

/**
 * Decodes VIQR (Nguye^~n Va(n Du~ng). Beside a word with a certain sign (^ ( +) every word that gives a correct
 * syllable counts; elsewhere a sign is taken for a tone only where that makes a frequent word of names. The text
 * comes back unchanged when there is nothing of the kind.
 */
export function decodeViqr(text: string): string {
  if (!ANY_SIGN.test(text)) return text;
  const words = text.split(' ');
  const readings = words.map((word) => (ANY_SIGN.test(word) || /^dd/i.test(word) ? readViqr(word) : ''));
  const proved = words.some((word, i) => readings[i] !== '' && CERTAIN.test(word));
  return words
    .map((word, i) => {
      const reading = readings[i] ?? '';
      return reading !== '' && (proved || isLikely(word, reading, i, words)) ? reading : word;
    })
    .join(' ');
}
