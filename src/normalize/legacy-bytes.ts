import type { ByteEncoding } from '../domain/text-encoding.js';
import { characterOf } from './code-page.js';
import { TCVN3, VISCII, VNI, WINDOWS_1258 } from './legacy-tables.js';
import { ACCENTED_LETTERS, tonelessVowel, toneOf } from './letters.js';

/** One entry a byte. A byte that an encoding does not use stays the character of Windows-1252, so that none is lost. */
const CHARACTERS: Readonly<Record<ByteEncoding, readonly string[]>> = {
  'windows-1252': charactersOf(new Map()),
  'windows-1258': charactersOf(WINDOWS_1258),
  tcvn3: charactersOf(TCVN3),
  viscii: charactersOf(VISCII),
  vni: charactersOf(new Map()),
};

/**
 * The text of bytes in a single-byte encoding, composed (NFC). The bytes must not begin or end inside a word: in VNI
 * and Windows-1258 a letter may be two bytes.
 */
export function textOfBytes(bytes: Uint8Array, encoding: ByteEncoding): string {
  const characters = CHARACTERS[encoding];
  let text = '';
  for (let i = 0; i < bytes.length; i++) text += characters[bytes[i] as number];
  switch (encoding) {
    case 'windows-1258':
      return text.normalize('NFC');
    case 'tcvn3':
      return withCapitals(text);
    case 'vni':
      return text.replace(VNI_LETTER, vniLetter);
    default:
      return text;
  }
}

/** Words without a small ASCII letter and with an ASCII capital that is not the first letter. */
const TCVN3_CAPITAL_WORD = /(?<!\p{L})(?=\p{L}+[A-Z])(?!\p{L}*[a-z])\p{L}+/gu;
/** In every such word that holds an accented letter; looked for first, because it is found many times faster. */
const MAY_HOLD_CAPITALS = /[\u0080-\uffff][A-Z]|[A-Z]{2}[\u0080-\uffff]/;
/** A capital vowel and a small one with a tone. */
const TWO_VOWELS = new RegExp(
  `([AEIOUYĂÂÊÔƠƯ])([${ACCENTED_LETTERS.filter((letter) => toneOf(letter) !== 0).join('')}])`,
  'g',
);

/**
 * TCVN3 has no codes for capitals with a tone. Whoever wrote NGUYỄN doubled the letter, or changed to a font that
 * draws small letters as capitals, which only a word of capitals gives away.
 */
function withCapitals(text: string): string {
  const joined = text.replace(TWO_VOWELS, (pair, capital: string, small: string) =>
    tonelessVowel(small) === capital.toLowerCase() ? small.toUpperCase() : pair,
  );
  if (!MAY_HOLD_CAPITALS.test(joined)) return joined;
  return joined.replace(TCVN3_CAPITAL_WORD, (word) => word.toUpperCase());
}

const VNI_LETTER = new RegExp(
  [...VNI.keys()]
    .sort((a, b) => b.length - a.length)
    .map((code) => [...code].map((letter) => `[${letter}${letter.toUpperCase()}]`).join(''))
    .join('|'),
  'g',
);

/** The first character says whether the letter is a capital. */
function vniLetter(code: string): string {
  const letter = VNI.get(code.toLowerCase()) ?? code;
  return code.charAt(0) === code.charAt(0).toLowerCase() ? letter : letter.toUpperCase();
}

function charactersOf(table: ReadonlyMap<number, string>): readonly string[] {
  return Array.from({ length: 256 }, (_, byte) => table.get(byte) ?? characterOf(byte));
}
