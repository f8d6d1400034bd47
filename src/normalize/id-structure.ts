import type { Sex } from '../domain/identity.js';
import { PROVINCES } from '../domain/provinces.js';

/** What the digits of a 12-digit personal ID say (Circular 07/2016/TT-BCA). Evidence, never proof. */
export interface IdStructure {
  /** Two-digit code of the province of birth registration; empty for another country or an unknown code. */
  readonly provinceCode: string;
  readonly sex: Sex;
  /** 0 when there are not 12 digits. */
  readonly birthYear: number;
  /** False when the place is unknown or the birth year lies outside 1900-2029. */
  readonly plausible: boolean;
}

const PROVINCE_CODES: ReadonlySet<string> = new Set(PROVINCES.map((province) => province.code));
/** Codes of the countries of birth registration run from 101. */
const FIRST_COUNTRY = 101;
const LAST_COUNTRY = 399;
const LAST_BIRTH_YEAR = 2029;
const NO_STRUCTURE: IdStructure = { provinceCode: '', sex: 'unknown', birthYear: 0, plausible: false };

/** Reads province, sex and birth year out of 12 digits; anything else gives an implausible structure. */
export function idStructure(digits: string): IdStructure {
  if (digits.length !== 12) return NO_STRUCTURE;
  const place = digits.slice(0, 3);
  const provinceCode = place.startsWith('0') && PROVINCE_CODES.has(place.slice(1)) ? place.slice(1) : '';
  const century = digits.charCodeAt(3) - 48;
  if (century < 0 || century > 9) return NO_STRUCTURE;
  const birthYear = 1900 + 100 * (century >> 1) + Number(digits.slice(4, 6));
  const country = Number(place);
  const knownPlace = provinceCode !== '' || (country >= FIRST_COUNTRY && country <= LAST_COUNTRY);
  return {
    provinceCode,
    sex: century % 2 === 0 ? 'male' : 'female',
    birthYear,
    plausible: knownPlace && birthYear <= LAST_BIRTH_YEAR,
  };
}
