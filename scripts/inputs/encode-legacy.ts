import type { TextEncoding } from '../../src/domain/text-encoding.js';
import {
  type LetterTable,
  mapLetters,
  TCVN3,
  TCVN3_CAPITAL_FONT,
  VISCII,
  VNI,
  WINDOWS_1258,
} from '../normalization/letter-tables.js';

/** What a test file can be stored in; `tcvn3-capital-font`: small letters that a font draws as capitals. */
export type StoredEncoding = TextEncoding | 'tcvn3-capital-font';

const BYTE_OF = new Map<string, number>();
const windows1252 = new TextDecoder('windows-1252');
for (let byte = 0; byte < 256; byte++) BYTE_OF.set(windows1252.decode(Uint8Array.of(byte)), byte);

const TABLES: Readonly<Partial<Record<StoredEncoding, LetterTable>>> = {
  tcvn3: TCVN3,
  'tcvn3-capital-font': TCVN3_CAPITAL_FONT,
  vni: VNI,
  viscii: VISCII,
  'windows-1258': WINDOWS_1258,
};

/** The bytes of a text in an encoding, by the reference table of letters; what it cannot hold becomes `?`. */
export function encodeText(text: string, encoding: StoredEncoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const table = TABLES[encoding];
  const letters = table === undefined ? text.normalize('NFC') : mapLetters(text.normalize('NFC'), table);
  return Buffer.from([...letters].map((letter) => BYTE_OF.get(letter) ?? 0x3f));
}
