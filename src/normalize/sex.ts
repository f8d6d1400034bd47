import type { SexCoding } from '../domain/dose-record.js';
import type { Sex } from '../domain/identity.js';

/** Words in use, lower case; `n` and `g` are nam and gái. Legacy spellings of nữ (TCVN3, VNI, mis-read UTF-8) included. */
const WORDS = new Map<string, Sex>([
  ['nam', 'male'],
  ['nam giới', 'male'],
  ['trai', 'male'],
  ['con trai', 'male'],
  ['ông', 'male'],
  ['m', 'male'],
  ['male', 'male'],
  ['n', 'male'],
  ['nữ', 'female'],
  ['nu', 'female'],
  ['nữ giới', 'female'],
  ['gái', 'female'],
  ['con gái', 'female'],
  ['gai', 'female'],
  ['bà', 'female'],
  ['f', 'female'],
  ['female', 'female'],
  ['g', 'female'],
  ['n÷', 'female'],
  ['nöõ', 'female'],
  ['ná»¯', 'female'],
  ['nuwx', 'female'],
  ['nu74', 'female'],
  ['nư', 'female'],
  ['nử', 'female'],
]);

/** 0 and 1 mean opposite things on the two sides: platform 0 nam, 1 nữ; registry 0 unknown, 1 nam, 2 nữ. */
const NUMBERS: Readonly<Record<SexCoding, readonly Sex[]>> = {
  platform: ['male', 'female'],
  registry: ['unknown', 'male', 'female'],
  words: [],
};

/**
 * Reads a sex column. Words are understood in every coding, in any case and Unicode form; a number only
 * by the file's coding (`0`, `1`, `2`, also `1.0` or `01`). Everything else is unknown.
 */
export function normalizeSex(raw: string, coding: SexCoding): Sex {
  const text = raw.length > 40 ? '' : raw.normalize('NFC').trim().toLowerCase();
  if (text === '') return 'unknown';
  const number = /^'?0?([0-9])(?:\.0+)?$/.exec(text);
  if (number !== null) return NUMBERS[coding][Number(number[1])] ?? 'unknown';
  return WORDS.get(text) ?? WORDS.get(text.replace(/[.'"()]/g, '').trim()) ?? 'unknown';
}
