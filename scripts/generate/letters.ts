import { readTable } from './data-files.js';
import type { Rng } from './rng.js';

const COLUMN = { vni: 3, tcvn3: 4, viscii: 6, cp1258: 8, telex: 10, vniKeys: 11 } as const;
type LetterTable = ReadonlyMap<string, string>;

const rows = readTable('encodings-vietnamese.csv');
const windows1252 = new TextDecoder('windows-1252');

function table(column: number, decode: (text: string) => string = (text) => text): LetterTable {
  return new Map(rows.map((row) => [row[0]!, decode(row[column] ?? '')]));
}

const fromHexBytes = (text: string) => windows1252.decode(Buffer.from(text, 'hex'));
const fromCodePoints = (text: string) =>
  String.fromCodePoint(...text.split(' ').map((code) => Number.parseInt(code, 16)));

const VNI = table(COLUMN.vni);
const TCVN3 = table(COLUMN.tcvn3);
const VISCII = table(COLUMN.viscii, fromHexBytes);
const CP1258 = table(COLUMN.cp1258, fromCodePoints);
const TELEX = table(COLUMN.telex);
const VNI_KEYS = table(COLUMN.vniKeys);

function mapLetters(text: string, letters: LetterTable): string {
  let out = '';
  for (const letter of text) out += letters.get(letter) ?? letter;
  return out;
}

/** Without accents; đ becomes d. */
export function stripAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

/** The name as it looks when text in an old encoding, or UTF-8, is read as Western European. `manner` picks the way. */
export function misencode(text: string, manner: number, rng: Rng): string {
  if (manner < 0.3) return mapLetters(text, TCVN3);
  if (manner < 0.55) return mapLetters(text, VNI);
  if (manner < 0.6) return mapLetters(text, VISCII);
  if (manner < 0.8) {
    const words = text.split(' ');
    const accented = words.map((_, at) => at).filter((at) => stripAccents(words[at]!) !== words[at]);
    if (accented.length === 0) return text;
    const at = rng.pick(accented);
    words[at] = mapLetters(words[at]!, manner < 0.72 ? VNI : TCVN3);
    return words.join(' ');
  }
  const bytes = Buffer.from(text, 'utf8');
  return manner < 0.92 ? windows1252.decode(bytes) : bytes.toString('latin1');
}

/** Unicode, but not composed: the Windows-1258 pattern (ê + combining tone) or, rarely, fully decomposed. */
export function decompose(text: string, manner: number): string {
  return manner < 0.75 ? mapLetters(text, CP1258) : text.normalize('NFD');
}

/** Typing keys left in the text: Telex (`Nguyeenx`) or VNI (`Nguye6n4`), in one word or all. */
export function keystrokes(text: string, manner: number, rng: Rng): string {
  const letters = manner < 0.75 ? TELEX : VNI_KEYS;
  const words = text.split(' ');
  const accented = words.map((_, at) => at).filter((at) => stripAccents(words[at]!) !== words[at]);
  const chosen = rng.chance(0.3) || accented.length === 0 ? accented : [rng.pick(accented)];
  for (const at of chosen) words[at] = typedWord(words[at]!, letters);
  return words.join(' ');
}

/** People type the tone at the end of the word. */
function typedWord(word: string, letters: LetterTable): string {
  let out = '';
  let tone = '';
  for (const letter of word) {
    const keys = letters.get(letter);
    if (keys === undefined) {
      out += letter;
      continue;
    }
    const last = keys.at(-1)!;
    const hasTone = keys.length > 1 && /[sfrxjSFRXJ1-5]/.test(last);
    out += hasTone ? keys.slice(0, -1) : keys;
    if (hasTone) tone = last;
  }
  return out + tone;
}

const OLD_STYLE =
  'òaóaỏaõaọaòeóeỏeõeọeùyúyủyũyụyÒaÓaỎaÕaỌaÒeÓeỎeÕeỌeÙyÚyỦyŨyỤyÒAÓAỎAÕAỌAÒEÓEỎEÕEỌEÙYÚYỦYŨYỤY';
const NEW_STYLE =
  'oàoáoảoãoạoèoéoẻoẽoẹuỳuýuỷuỹuỵOàOáOảOãOạOèOéOẻOẽOẹUỳUýUỷUỹUỵOÀOÁOẢOÃOẠOÈOÉOẺOẼOẸUỲUÝUỶUỸUỴ';
const otherStyle = new Map<string, string>();
for (let at = 0; at < OLD_STYLE.length; at += 2) {
  const [before, after] = [OLD_STYLE.slice(at, at + 2), NEW_STYLE.slice(at, at + 2)];
  otherStyle.set(before, after);
  otherStyle.set(after, before);
}

/** The same words with tones in the other place (Thủy, Thuỷ); the text itself when it has no such word. */
export function swapTonePlacement(text: string): string {
  return text
    .split(' ')
    .map((word) => {
      const other = otherStyle.get(word.slice(-2));
      return other === undefined || /q..$/iu.test(word) ? word : word.slice(0, -2) + other;
    })
    .join(' ');
}
