import type { IdFormatAsSent, PersonalId, UnusableIdCode } from '../domain/identity.js';
import type { RepairCode } from '../domain/repairs.js';
import { idStructure } from './id-structure.js';
import { isMobileNumber, isOldMobileNumber } from './phone.js';

const MISSING: PersonalId = { kind: 'missing', asSent: 'none' };
const NO_REPAIRS: readonly RepairCode[] = Object.freeze([]);
const MAX_LENGTH = 60;
const ALL_DIGITS = /^[0-9]+$/;
/** Whole values that say that there is no number. */
const NO_ID_TEXT =
  /^(?:null|none|nan|n\/?a|x+|(?:không|khong|ko|chưa|chua)(?: (?:có|co|rõ|ro|biết|biet))?(?: (?:số|so|cccd|cmnd|giấy tờ|giay to))?)$/iu;
/** Spaces, dots, commas, dashes, slashes, quotes and invisible characters found between digits. */
const SEPARATORS = /[\s.,'’‘`´"_/\-–—\u00ad\u200b-\u200f\u2060\ufeff]/g;
const SCIENTIFIC = /^([0-9])(?:[.,]([0-9]*))?[eE]\+?([0-9]{1,2})$/;
/** One to three letters, five to ten digits, at most one letter among or after them (M123A4567). */
const PASSPORT = /^(?=.{6,12}$)[A-Z]{1,3}[0-9]+[A-Z]?[0-9]*$/;
const DIGIT_LIKE = /[OoQlIi|]/g;

/** The platform's own rule on the text as sent: 8, 9 or 12 digits. Passports are right as well. */
function formatAsSent(trimmed: string): IdFormatAsSent {
  const { length } = trimmed;
  const rightLength = length === 8 || length === 9 || length === 12;
  return rightLength && ALL_DIGITS.test(trimmed) ? 'right' : 'wrong';
}

function unusable(code: UnusableIdCode, knownPrefix: string): PersonalId {
  return { kind: 'unusable', asSent: 'wrong', code, knownPrefix };
}

/** Up to two zeros that a 12-digit ID loses when it is stored as a number, if the result makes sense. */
function restoreCitizenZeros(digits: string): string {
  // A number starts with no zero: one in front says that something else is missing.
  if (digits.startsWith('0')) return '';
  const restored = digits.padStart(12, '0');
  return idStructure(restored).plausible ? restored : '';
}

function isPhone(digits: string): boolean {
  if (isMobileNumber(digits) || isOldMobileNumber(digits)) return true;
  return /^(?:00)?84/.test(digits) && isMobileNumber(`0${digits.replace(/^(?:00)?84/, '')}`);
}

function fromDigits(digits: string, asSent: IdFormatAsSent, repairs: readonly RepairCode[]): PersonalId {
  const zeros: readonly RepairCode[] = [...repairs, 'leading_zeros'];
  switch (digits.length) {
    case 12:
      return { kind: 'citizen', asSent, digits, repairs };
    case 9:
      return { kind: 'cmnd', asSent, digits, repairs };
    case 8:
      return { kind: 'cmnd', asSent, digits: `0${digits}`, repairs: zeros };
    case 10:
    case 11: {
      if (isOldMobileNumber(digits) || isMobileNumber(digits)) return unusable('phone_number', '');
      const restored = restoreCitizenZeros(digits);
      if (restored !== '') return { kind: 'citizen', asSent, digits: restored, repairs: zeros };
      break;
    }
    default:
  }
  return isPhone(digits) ? unusable('phone_number', '') : unusable('wrong_length', digits.slice(0, 12));
}

/**
 * `7.9095E+10`: with all digits written the number is read; otherwise the known digits are kept, without
 * the last one, which the spreadsheet has rounded, and with the zeros that a 12-digit ID has in front.
 */
function fromScientific(parts: RegExpExecArray): PersonalId {
  const mantissa = (parts[1] ?? '') + (parts[2] ?? '');
  const length = Number(parts[3]) + 1;
  const zeros = length >= 10 && length <= 12 ? '0'.repeat(12 - length) : '';
  if (mantissa.length === length) return fromDigits(mantissa, 'wrong', ['separators_removed']);
  return unusable('scientific_notation', (zeros + mantissa.slice(0, -1)).slice(0, 12));
}

function repairText(trimmed: string): PersonalId {
  const repairs: RepairCode[] = [];
  let text = trimmed.normalize('NFKC');
  const scientific = SCIENTIFIC.exec(text.replace(/[\s']/g, ''));
  if (scientific !== null) return fromScientific(scientific);
  if (/^[^.]*[0-9]\.0{1,2}$/.test(text)) {
    text = text.replace(/\.0+$/, '');
    repairs.push('decimal_removed');
  }
  const joined = text.replace(SEPARATORS, '');
  if (joined !== text || text !== trimmed) {
    if (joined !== text || repairs.length === 0) repairs.push('separators_removed');
  }
  if (joined === '' || NO_ID_TEXT.test(trimmed.normalize('NFC'))) return MISSING;
  if (joined.startsWith('+84') && ALL_DIGITS.test(joined.slice(1))) return unusable('phone_number', '');
  if (ALL_DIGITS.test(joined)) return fromDigits(joined, 'wrong', repairs);
  return readLetters(joined, repairs);
}

/** Letters typed for digits, a passport number, or no number at all. */
function readLetters(joined: string, repairs: RepairCode[]): PersonalId {
  const letters = joined.replace(/[0-9]/g, '');
  const mapped = joined.replace(DIGIT_LIKE, (letter) => (/[OoQ]/.test(letter) ? '0' : '1'));
  const upper = joined.toUpperCase();
  const passport = PASSPORT.test(upper) && /[0-9](?:.*[0-9]){4}/.test(upper);
  const likelyDigits = ALL_DIGITS.test(mapped) && letters.length <= 4 && letters.length * 2 < joined.length;
  if (likelyDigits && (!passport || /^o/i.test(joined) || mapped.length === 12)) {
    return fromDigits(mapped, 'wrong', [...repairs, 'letters_for_digits']);
  }
  // OO1O53O1524O: many letters, but all of them look like digits, and what they make is an ID.
  const isWholeId = mapped.length === 12 && letters.length * 2 <= mapped.length;
  if (isWholeId && ALL_DIGITS.test(mapped) && idStructure(mapped).plausible) {
    return fromDigits(mapped, 'wrong', [...repairs, 'letters_for_digits']);
  }
  if (passport) return { kind: 'passport', asSent: 'right', value: upper };
  return unusable('not_a_number', /^[0-9]*/.exec(joined)?.[0].slice(0, 12) ?? '');
}

/**
 * Reads a personal ID. `asSent` judges the text before any repair by the platform's rule (8, 9 or 12
 * digits, or a passport). A 10-digit text starting with 03, 05, 07, 08 or 09 is a phone number; lost
 * zeros are restored only where province, sex and year digits make sense.
 */
export function normalizePersonalId(raw: string): PersonalId {
  const trimmed = raw.trim();
  if (trimmed === '') return MISSING;
  if (trimmed.length > MAX_LENGTH) return unusable('not_a_number', '');
  if (ALL_DIGITS.test(trimmed)) return fromDigits(trimmed, formatAsSent(trimmed), NO_REPAIRS);
  return repairText(trimmed);
}
