import { stripAccents, swapTonePlacement } from '../generate/letters.js';
import type { Rng } from '../generate/rng.js';
import * as letters from './letter-tables.js';

/** One way to damage a name; the same text where it does not apply. */
export interface NameDamage {
  readonly kind: string;
  damage(name: string, rng: Rng): string;
}

const windows1252 = new TextDecoder('windows-1252');
const NOTES = ['(con bà Lan)', '(F0)', '- tạm trú', '(mũi 2)', '- mẹ Hoa', 'SN 1985', '- tổ 5'];
const TITLES = ['Ông', 'Bà', 'Anh', 'Chị', 'Cháu', 'Bé', 'Cụ'];
const ZERO_WIDTH = ['\u200b', '\u200c', '\ufeff'];

/** Bytes that Windows-1252 has no character for: most programs write U+FFFD. */
function loseBytes(text: string): string {
  return [...text]
    .map((letter) => ('\u0081\u008d\u008f\u0090\u009d'.includes(letter) ? '\ufffd' : letter))
    .join('');
}

function oneWord(name: string, rng: Rng, change: (word: string) => string): string {
  const words = name.split(' ');
  const open = words.map((_, at) => at).filter((at) => change(words[at]!) !== words[at]);
  if (open.length === 0) return name;
  const at = rng.pick(open);
  words[at] = change(words[at]!);
  return words.join(' ');
}

function typed(word: string, table: letters.LetterTable): string {
  let out = '';
  let tone = '';
  for (const letter of word) {
    const keys = table.get(letter) ?? letter;
    const hasTone = keys.length > 1 && /[sfrxj1-5]$/i.test(keys);
    out += hasTone ? keys.slice(0, -1) : keys;
    if (hasTone) tone = keys.at(-1)!.toLowerCase();
  }
  return out + tone;
}

function encoding(label: string, table: letters.LetterTable): NameDamage[] {
  return [
    { kind: `${label}, whole name`, damage: (name) => letters.mapLetters(name, table) },
    {
      kind: `${label}, one word`,
      damage: (name, rng) => oneWord(name, rng, (word) => letters.mapLetters(word, table)),
    },
  ];
}

function keys(label: string, table: letters.LetterTable): NameDamage[] {
  const whole = (name: string) =>
    name
      .split(' ')
      .map((word) => typed(word, table))
      .join(' ');
  return [
    { kind: `${label} keys, whole name`, damage: whole },
    {
      kind: `${label} keys, one word`,
      damage: (name, rng) => oneWord(name, rng, (word) => typed(word, table)),
    },
  ];
}

/** A character put at a random place between two others. */
function inserted(name: string, rng: Rng, character: string): string {
  const at = rng.between(1, name.length - 1);
  return name.slice(0, at) + character + name.slice(at);
}

export const NAME_DAMAGES: readonly NameDamage[] = [
  { kind: 'undamaged', damage: (name) => name },
  { kind: 'all capitals', damage: (name) => name.toUpperCase() },
  { kind: 'all small letters', damage: (name) => name.toLowerCase() },
  { kind: 'tone placement (thủy, thuỷ)', damage: (name) => swapTonePlacement(name) },
  { kind: 'NFD', damage: (name) => name.normalize('NFD') },
  {
    kind: 'Windows-1258 pattern (ê + mark)',
    damage: (name) => letters.mapLetters(name, letters.WINDOWS_1258_UNICODE),
  },
  { kind: 'no-break spaces', damage: (name) => name.replaceAll(' ', '\u00a0') },
  { kind: 'zero-width characters', damage: (name, rng) => inserted(name, rng, rng.pick(ZERO_WIDTH)) },
  { kind: 'soft hyphen', damage: (name, rng) => inserted(name, rng, '\u00ad') },
  { kind: 'look-alike Đ (Ð ð)', damage: (name) => name.replaceAll('Đ', 'Ð').replaceAll('đ', 'ð') },
  { kind: 'look-alike Đ (Ɖ)', damage: (name) => name.replaceAll('Đ', 'Ɖ') },
  ...encoding('TCVN3', letters.TCVN3),
  {
    kind: 'TCVN3 capital font',
    damage: (name) => letters.mapLetters(name.toUpperCase(), letters.TCVN3_CAPITAL_FONT),
  },
  ...encoding('VNI', letters.VNI),
  ...encoding('VNI with ë, ì', letters.VNI_AS_LISTED),
  ...encoding('VISCII', letters.VISCII),
  ...encoding('Windows-1258 bytes', letters.WINDOWS_1258),
  ...encoding('VIQR', letters.VIQR),
  ...keys('Telex', letters.TELEX),
  ...keys('VNI', letters.VNI_KEYS),
  { kind: 'mojibake, cp1252', damage: (name) => windows1252.decode(Buffer.from(name)) },
  {
    kind: 'mojibake, cp1252, lost bytes',
    damage: (name) => loseBytes(windows1252.decode(Buffer.from(name))),
  },
  { kind: 'mojibake, Latin-1', damage: (name) => Buffer.from(name).toString('latin1') },
  {
    kind: 'glued, two words',
    damage: (name, rng) => {
      const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
      const at = rng.pick(spaces);
      return name.slice(0, at) + name.slice(at + 1);
    },
  },
  { kind: 'glued, all words', damage: (name) => name.replaceAll(' ', '') },
  { kind: 'glued, all words in small letters', damage: (name) => name.replaceAll(' ', '').toLowerCase() },
  {
    kind: 'glued, no accents',
    damage: (name) => stripAccents(name).replaceAll(' ', '').toLowerCase(),
  },
  { kind: 'title in front', damage: (name, rng) => `${rng.pick(TITLES)} ${name}` },
  { kind: 'note behind', damage: (name, rng) => `${name} ${rng.pick(NOTES)}` },
  {
    kind: 'phone behind',
    damage: (name, rng) => `${name}${rng.pick([' ', ' - ', ' SĐT '])}09${10000000 + rng.below(89999999)}`,
  },
  {
    kind: 'date behind',
    damage: (name, rng) => `${name} ${rng.between(1, 28)}/${rng.between(1, 12)}/${rng.between(1930, 2015)}`,
  },
  {
    kind: 'Tr?n (a letter lost)',
    damage: (name, rng) => oneWord(name, rng, (word) => word.replace(/[\u0080-\uffff]/, '?')),
  },
];
