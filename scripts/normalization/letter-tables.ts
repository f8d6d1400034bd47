import { readTable } from '../generate/data-files.js';

/** Letter to what stands for it in one encoding. */
export type LetterTable = ReadonlyMap<string, string>;

const rows = readTable('encodings-vietnamese.csv');
const windows1252 = new TextDecoder('windows-1252');

function column(at: number, decode: (text: string) => string = (text) => text): LetterTable {
  return new Map(rows.map((row) => [row[0]!, decode(row[at] ?? '')]));
}

const bytes = (text: string) => windows1252.decode(Buffer.from(text, 'hex'));

/** VNI as the reference table has it, save ỷ ỹ, which real VNI fonts write with two characters. */
export const VNI: LetterTable = new Map([...column(3), ['ỷ', 'yû'], ['ỹ', 'yõ'], ['Ỷ', 'YÛ'], ['Ỹ', 'YÕ']]);
/** The same with ë for ỷ and ì for ỹ. */
export const VNI_AS_LISTED: LetterTable = column(3);
export const TCVN3: LetterTable = column(4);
export const TCVN3_CAPITAL_FONT: LetterTable = column(5);
export const VISCII: LetterTable = column(6, bytes);
export const WINDOWS_1258: LetterTable = column(7, bytes);
export const WINDOWS_1258_UNICODE: LetterTable = column(8, (text) =>
  String.fromCodePoint(...text.split(' ').map((code) => Number.parseInt(code, 16))),
);
export const VIQR: LetterTable = column(9);
export const TELEX: LetterTable = column(10);
export const VNI_KEYS: LetterTable = column(11);

export function mapLetters(text: string, letters: LetterTable): string {
  let out = '';
  for (const letter of text) out += letters.get(letter) ?? letter;
  return out;
}
