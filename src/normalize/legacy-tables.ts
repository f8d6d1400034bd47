import { ACCENTED_LETTERS } from './letters.js';

/** The legacy encodings a single word can be left in. */
export const LEGACY_ENCODINGS = ['tcvn3', 'vni', 'viscii', 'windows1258'] as const;
export type LegacyEncoding = (typeof LEGACY_ENCODINGS)[number];

/** TCVN 5712 (ABC fonts), the lower-case letters in the order of ACCENTED_LETTERS. ư is the soft hyphen. */
const TCVN3_LETTERS = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ®';
/** TCVN3 has capitals of its own for seven letters; the others share the lower-case code. */
const TCVN3_CAPITALS = '¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ';

/** VNI-Windows, in the order of ACCENTED_LETTERS: a base letter followed by a letter that stands for the marks. */
const VNI_LETTERS =
  'aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó ò ' +
  'oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï yø yù yû yõ î ñ';

/** VISCII (RFC 1456), bytes in hexadecimal in the order of ACCENTED_LETTERS. */
const VISCII_LOWER =
  'e0e1e4e3d5e5a2a1c6c7a3e2a5a4a6e7a7e8e9eba8a9eaabaaacadaeecedefeeb8f2f3f6f5f7f4b0afb1b2b5bdb6beb7defe' +
  'f9fafcfbf8dfd7d1d8e6f1cffdd6dbdcf0';
const VISCII_UPPER =
  'c0c1c4c380c58281020583c28584860687c8c9cb8889ca8b8a8c8d8ecccd9bce98d2d399a09ad4908f919293b4969597b394' +
  'd9da9c9d9ebfbbbabcffb99fdd14191ed0';

/** Character code read from the file (0 to 255) to letter. */
export const TCVN3: ReadonlyMap<number, string> = tcvn3Table();
export const VISCII: ReadonlyMap<number, string> = visciiTable();
/** One or two lower-case characters to lower-case letter. */
export const VNI: ReadonlyMap<string, string> = vniTable();

/**
 * Windows-1258 read as Windows-1252: letters of its own and the five tone marks,
 * which are combining characters after the letter.
 */
export const WINDOWS_1258: ReadonlyMap<number, string> = new Map([
  [0xc3, 'Ă'],
  [0xe3, 'ă'],
  [0xd5, 'Ơ'],
  [0xf5, 'ơ'],
  [0xdd, 'Ư'],
  [0xfd, 'ư'],
  [0xd0, 'Đ'],
  [0xf0, 'đ'],
  [0xcc, '\u0300'],
  [0xec, '\u0301'],
  [0xd2, '\u0309'],
  [0xde, '\u0303'],
  [0xf2, '\u0323'],
]);

function tcvn3Table(): Map<number, string> {
  const table = new Map<number, string>();
  ACCENTED_LETTERS.forEach((letter, i) => {
    table.set(TCVN3_LETTERS.charCodeAt(i), letter);
  });
  for (let i = 0; i < TCVN3_CAPITALS.length; i += 2) {
    table.set(TCVN3_CAPITALS.charCodeAt(i), TCVN3_CAPITALS.charAt(i + 1));
  }
  return table;
}

function visciiTable(): Map<number, string> {
  const table = new Map<number, string>();
  ACCENTED_LETTERS.forEach((letter, i) => {
    table.set(Number.parseInt(VISCII_LOWER.slice(2 * i, 2 * i + 2), 16), letter);
    table.set(Number.parseInt(VISCII_UPPER.slice(2 * i, 2 * i + 2), 16), letter.toUpperCase());
  });
  return table;
}

function vniTable(): Map<string, string> {
  const table = new Map<string, string>();
  VNI_LETTERS.split(' ').forEach((code, i) => {
    table.set(code, ACCENTED_LETTERS[i] ?? '');
  });
  // Some tables give ỷ a code of one character; after an a the same character is part of ặ.
  table.set('ë', 'ỷ');
  return table;
}
