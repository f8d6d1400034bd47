import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readKeystrokes } from '../../src/normalize/keystrokes.js';
import { decodeLegacy } from '../../src/normalize/legacy-decode.js';
import type { LegacyEncoding } from '../../src/normalize/legacy-tables.js';
import { decodeMojibake } from '../../src/normalize/mojibake.js';

const ROWS = readFileSync(join(import.meta.dirname, 'fixtures', 'letter-encodings.csv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));
const windows1252 = new TextDecoder('windows-1252');

function bytes(hex = ''): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** A syllable that carries the letter: onset and coda around it. */
function carrier(letter: string): readonly [string, string] {
  const base = letter.toLowerCase().normalize('NFD');
  if (base.startsWith('đ')) return ['', 'a'];
  if (base.startsWith('y')) return ['l', ''];
  return [
    base.startsWith('a') ? 'h' : 'b',
    /[ăâ]/.test(base.slice(0, 1)) || /a.*[\u0306\u0302]/.test(base) ? 'n' : '',
  ];
}

test('the table holds all 134 letters', () => expect(ROWS).toHaveLength(134));

describe.each(ROWS)(
  '%s',
  (letter = '', vni = '', tcvn3 = '', viscii, windows1258, telex = '', vniKeys = '') => {
    const small = letter === letter.toLowerCase();
    // A capital code inside a word of small letters is no evidence: the whole word is in one case.
    const [onset, coda] = carrier(letter).map((part) => (small ? part : part.toUpperCase())) as [
      string,
      string,
    ];
    const syllable = (onset + letter + coda).toLowerCase();
    const encodings: readonly (readonly [LegacyEncoding, string, string])[] = [
      ['vni', 'as Windows-1252', vni],
      ['tcvn3', 'as Windows-1252', tcvn3],
      ['viscii', 'as Windows-1252', windows1252.decode(bytes(viscii))],
      ['viscii', 'as Latin-1', String.fromCharCode(...bytes(viscii))],
      ['windows1258', 'as Windows-1252', windows1252.decode(bytes(windows1258))],
    ];

    test.each(encodings)('%s %s', (encoding, _, code) => {
      // Where the code is the letter itself there is nothing to decode.
      expect(decodeLegacy(onset + code + coda, encoding) || (onset + code + coda).toLowerCase()).toBe(
        syllable,
      );
    });

    test('UTF-8 read as Windows-1252 and as Latin-1', () => {
      const utf8 = new TextEncoder().encode(letter);
      expect(decodeMojibake(windows1252.decode(utf8))).toBe(letter);
      expect(decodeMojibake(String.fromCharCode(...utf8))).toBe(letter);
    });

    test.each([
      ['Telex', telex],
      ['VNI keys', vniKeys],
    ])('%s', (_, keys) => {
      expect(readKeystrokes((onset + keys + coda).toLowerCase())?.word).toBe(syllable);
    });
  },
);
