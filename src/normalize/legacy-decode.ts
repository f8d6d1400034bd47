import { byteOf } from './code-page.js';
import { LEGACY_ENCODINGS, type LegacyEncoding, TCVN3, VISCII, VNI, WINDOWS_1258 } from './legacy-tables.js';
import { tonelessVowel, toneOf } from './letters.js';
import { isWellSpelt } from './syllable.js';

/** A byte table at work: every non-ASCII character must have an entry, or the word is not in this encoding. */
function decodeBytes(word: string, table: ReadonlyMap<number, string>, keepLatin: boolean): string {
  let out = '';
  for (const character of word) {
    const byte = byteOf(character);
    const letter = table.get(byte);
    if (letter !== undefined) out += letter;
    else if (byte >= 0x20 && byte < 0x7f) out += character;
    else if (keepLatin && /^[àáâèéêìíòóôùúý]$/i.test(character)) out += character;
    else return '';
  }
  return out;
}

/** TCVN3 fonts without capitals write À as A followed by the code of à: the pair is one letter. */
function joinCapitalPairs(word: string): string {
  let out = '';
  for (let i = 0; i < word.length; i += 1) {
    const character = word.charAt(i);
    const next = word.charAt(i + 1);
    const doubled =
      toneOf(next) !== 0 &&
      character !== character.toLowerCase() &&
      tonelessVowel(next) === character.toLowerCase();
    if (!doubled) out += character;
  }
  return out;
}

function decodeVni(word: string): string {
  const lower = word.toLowerCase();
  let out = '';
  for (let i = 0; i < lower.length; i += 1) {
    const character = lower.charAt(i);
    const pair = VNI.get(character + lower.charAt(i + 1));
    const letter = pair ?? VNI.get(character);
    if (pair !== undefined) i += 1;
    if (letter !== undefined) out += letter;
    else if (character < '\u007f') out += character;
    else return '';
  }
  return out;
}

/** A capital letter inside a word of small ones (s¢m as TCVN3 is sÂm) cannot have been meant. */
function unlessMixed(decoded: string): string {
  if (!/[a-z]/.test(decoded)) return decoded;
  for (let i = 1; i < decoded.length; i += 1) {
    const letter = decoded.charAt(i);
    if (letter > '\u007f' && letter !== letter.toLowerCase()) return '';
  }
  return decoded;
}

function decode(word: string, encoding: LegacyEncoding): string {
  switch (encoding) {
    case 'tcvn3':
      return unlessMixed(joinCapitalPairs(decodeBytes(word, TCVN3, false)));
    case 'vni':
      return decodeVni(word);
    case 'viscii':
      return unlessMixed(decodeBytes(word, VISCII, false));
    case 'windows1258':
      return decodeBytes(word, WINDOWS_1258, true).normalize('NFC');
  }
}

/**
 * The word read in a legacy encoding, lower case, or an empty string when that gives no correct
 * Vietnamese syllable or changes nothing.
 */
export function decodeLegacy(word: string, encoding: LegacyEncoding): string {
  let lower = decode(word, encoding).toLowerCase();
  // Some VNI tables give ỹ the code of ì: it is meant where only ỹ makes a syllable.
  if (encoding === 'vni' && lower.includes('ì') && !isWellSpelt(lower)) lower = lower.replace('ì', 'ỹ');
  return lower !== '' && lower !== word.toLowerCase() && isWellSpelt(lower) ? lower : '';
}

const NO_READINGS: ReadonlyMap<LegacyEncoding, string> = new Map();

/** Every legacy encoding in which the word is a correct Vietnamese syllable, with that syllable. */
export function legacyReadings(word: string): ReadonlyMap<LegacyEncoding, string> {
  // Longer than any syllable in the widest encoding (VNI, two characters for a letter).
  if (word.length > 12 || !hasByteCharacter(word)) return NO_READINGS;
  const readings = new Map<LegacyEncoding, string>();
  for (const encoding of LEGACY_ENCODINGS) {
    const decoded = decodeLegacy(word, encoding);
    if (decoded !== '') readings.set(encoding, decoded);
  }
  return readings;
}

/** True when the word holds characters beyond ASCII, and all of them could come from single bytes. */
function hasByteCharacter(word: string): boolean {
  let found = false;
  for (const character of word) {
    const byte = byteOf(character);
    if (byte < 0) return false;
    if (byte >= 0x80 || byte < 0x20) found = true;
  }
  return found;
}
