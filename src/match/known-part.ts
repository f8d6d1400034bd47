import type { PersonalId } from '../domain/identity.js';

/** Province of registration (3 digits), century with sex (1) and birth year (2) precede the random digits of an ID. */
const STRUCTURE_DIGITS = 6;
const ID_DIGITS = 12;
/** Fewer digits than the province, the century with the sex, and part of the year say nothing. */
const LEAST_DIGITS = 5;

/** What is left of a number that was cut at either end, or rounded by a spreadsheet. */
export type KnownPart =
  | { readonly kind: 'none' }
  | { readonly kind: 'differs' }
  /** `randomDigits`: how many of the six digits that say nothing of the person are among the known ones. */
  | { readonly kind: 'fits'; readonly randomDigits: number };

const NONE: KnownPart = { kind: 'none' };
const DIFFERS: KnownPart = { kind: 'differs' };

/** Compares the digits that are left in a record's number with a personal ID. */
export function compareKnownPart(id: PersonalId, personId: string): KnownPart {
  switch (id.kind) {
    case 'cmnd': {
      // A 12-digit ID that was cut to nine or eight digits looks like an old card; only agreement tells.
      const digits = id.repairs.includes('leading_zeros') ? id.digits.slice(1) : id.digits;
      const fit = fitOf(digits, personId, true);
      return fit.kind === 'fits' ? fit : NONE;
    }
    case 'unusable':
      if (id.knownPrefix.length < LEAST_DIGITS) return NONE;
      return fitOf(id.knownPrefix, personId, id.code === 'wrong_length');
    default:
      return NONE;
  }
}

/** `mayBeEnd`: the front may have been cut instead of the end. */
function fitOf(digits: string, personId: string, mayBeEnd: boolean): KnownPart {
  if (personId.startsWith(digits)) {
    return { kind: 'fits', randomDigits: Math.max(0, digits.length - STRUCTURE_DIGITS) };
  }
  if (mayBeEnd && personId.endsWith(digits)) {
    return { kind: 'fits', randomDigits: Math.min(digits.length, ID_DIGITS - STRUCTURE_DIGITS) };
  }
  return DIFFERS;
}
