import { gzipSync } from 'node:zlib';
import { encodeText } from './encode-legacy.js';

/** One way to store a list. */
export interface Form {
  readonly form: string;
  readonly name: string;
  /** What the manifest must say: the encoding and what decided it. */
  readonly encoding: string;
  readonly content: (list: string) => Buffer | string;
}

const delimited = (list: string, delimiter: string) => list.replaceAll(',', delimiter);

export const FORMS: readonly Form[] = [
  { form: 'tabs', name: 'tabs.tsv', encoding: 'utf-8 valid', content: (list) => delimited(list, '\t') },
  { form: 'semicolons', name: 'semicolons.csv', encoding: 'utf-8 valid', content: (list) => delimited(list, ';') },
  { form: 'pipes', name: 'pipes.txt', encoding: 'utf-8 valid', content: (list) => delimited(list, '|') },
  { form: 'carets', name: 'carets.txt', encoding: 'utf-8 valid', content: (list) => delimited(list, '^') },
  { form: 'every cell quoted', name: 'quoted.csv', encoding: 'utf-8 valid', content: (list) => list.replace(/[^,\n]+/g, '"$&"') },
  { form: 'CRLF', name: 'crlf.csv', encoding: 'utf-8 valid', content: (list) => list.replaceAll('\n', '\r\n') },
  { form: 'CR', name: 'cr.csv', encoding: 'utf-8 valid', content: (list) => list.replaceAll('\n', '\r') },
  { form: 'gzip', name: 'gzip.csv.gz', encoding: 'utf-8 valid', content: (list) => gzipSync(list) },
  { form: 'UTF-8 with a mark', name: 'mark-8.csv', encoding: 'utf-8 mark', content: (list) => `\ufeff${list}` },
  { form: 'UTF-16 LE with a mark', name: 'mark-le.csv', encoding: 'utf-16le mark', content: (list) => encodeText(`\ufeff${list}`, 'utf-16le') },
  { form: 'UTF-16 BE with a mark', name: 'mark-be.csv', encoding: 'utf-16be mark', content: (list) => encodeText(`\ufeff${list}`, 'utf-16be') },
  { form: 'UTF-16 LE', name: 'le.csv', encoding: 'utf-16le zero_bytes', content: (list) => encodeText(list, 'utf-16le') },
  { form: 'UTF-16 BE', name: 'be.csv', encoding: 'utf-16be zero_bytes', content: (list) => encodeText(list, 'utf-16be') },
  { form: 'Windows-1258', name: '1258.csv', encoding: 'windows-1258 words', content: (list) => encodeText(list, 'windows-1258') },
  { form: 'TCVN3', name: 'tcvn3.csv', encoding: 'tcvn3 words', content: (list) => encodeText(list, 'tcvn3') },
  { form: 'VNI', name: 'vni.csv', encoding: 'vni words', content: (list) => encodeText(list, 'vni') },
  { form: 'VISCII', name: 'viscii.csv', encoding: 'viscii words', content: (list) => encodeText(list, 'viscii') },
  { form: 'VNI with CR, in gzip', name: 'vni-cr.gz', encoding: 'vni words', content: (list) => gzipSync(encodeText(list.replaceAll('\n', '\r'), 'vni')) },
]; // biome-ignore format: a table

const ACCENTED = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/gi;

/** HLơ: whether a letter of a word of capitals is a small one, TCVN3 cannot tell. */
const CASE_UNKNOWN = /(?<!\p{L})(?=\p{L}+[A-Z])(?!\p{L}*[a-z])(?=\p{L}*\p{Ll})\p{L}/u;

/** True for a text of composed letters of Vietnamese and ASCII, without a delimiter or quote other than commas. */
export function isCommonText(text: string): boolean {
  return (
    /^[\x20-\x7e]*$/.test(text.normalize('NFC').replace(ACCENTED, '')) &&
    !/["';|\t^~]/.test(text) &&
    !CASE_UNKNOWN.test(text)
  );
}

/**
 * The rows of a list, at most `most`, that every form can hold to the letter: composed letters of Vietnamese and ASCII,
 * no delimiter inside a cell.
 */
export function commonList(text: string, most: number): string {
  const [header = '', ...rows] = text.trim().split('\n');
  const width = header.split(',').length;
  const kept = rows.filter((row) => isCommonText(row) && row.split(',').length === width);
  return `${[header, ...kept.slice(0, most)].join('\n')}\n`.normalize('NFC');
}
