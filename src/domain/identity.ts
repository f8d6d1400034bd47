import type { RepairCode } from './repairs.js';

export type Sex = 'male' | 'female' | 'unknown';

/** A calendar date of which parts may be unknown: month 0 or day 0 says so. A known day implies a known month. */
export interface PartialDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * A date as read from a file.
 * `alternatives` are further readings of the same text (day and month exchanged, a decoded serial),
 * most likely first; `value` is always the most likely one.
 * `invalid` keeps a code of why the text is no date (`impossible_date`, `placeholder`, `future`, `unreadable`).
 */
export type ReadDate =
  | { readonly kind: 'missing' }
  | { readonly kind: 'invalid'; readonly code: InvalidDateCode }
  | {
      readonly kind: 'date';
      readonly value: PartialDate;
      readonly alternatives: readonly PartialDate[];
      readonly repairs: readonly RepairCode[];
    };
export type InvalidDateCode = 'impossible_date' | 'placeholder' | 'future' | 'unreadable';

/**
 * A person's name, prepared for comparison. `tokens` and `folded` have the same length and order.
 * The surname is the first token, the given name the last, save where a caller knows better.
 */
export interface PersonName {
  /** NFC, single spaces, letters in title case. */
  readonly display: string;
  /** Lower-case NFC words, tone marks in their canonical place (Thuỷ and Thủy are one word). */
  readonly tokens: readonly string[];
  /** The same words without accents, đ as d: ASCII letters only where the name is Vietnamese. */
  readonly folded: readonly string[];
  /** False when no word carries an accent or a đ: then the accents may have been lost. */
  readonly accented: boolean;
  /** True when the last word is no possible Vietnamese syllable: a slip of the keyboard, or a name of another language. */
  readonly givenIsMistyped: boolean;
  readonly repairs: readonly RepairCode[];
}

/** What the record's ID field was before any repair, by the platform's rule of 8, 9 or 12 digits. */
export type IdFormatAsSent = 'none' | 'wrong' | 'right';

/** A personal ID as read from a file. */
export type PersonalId =
  | { readonly kind: 'missing'; readonly asSent: 'none' }
  /** 12 digits: CCCD or số định danh. */
  | {
      readonly kind: 'citizen';
      readonly asSent: IdFormatAsSent;
      readonly digits: string;
      readonly repairs: readonly RepairCode[];
    }
  /** 9 digits: the old card. Never enough on its own. */
  | {
      readonly kind: 'cmnd';
      readonly asSent: IdFormatAsSent;
      readonly digits: string;
      readonly repairs: readonly RepairCode[];
    }
  | { readonly kind: 'passport'; readonly asSent: IdFormatAsSent; readonly value: string }
  /** Something is written that cannot be an ID any more: digits are gone, a phone number, a wrong length. */
  | {
      readonly kind: 'unusable';
      readonly asSent: 'wrong';
      readonly code: UnusableIdCode;
      /** The digits that are still known, from the left; may be empty. */
      readonly knownPrefix: string;
    };
export type UnusableIdCode = 'wrong_length' | 'scientific_notation' | 'phone_number' | 'not_a_number';

/** Codes of the 2022 administrative units as numbers (`01` is 1); 0 says unknown. */
export interface Place {
  readonly province: number;
  readonly district: number;
  readonly commune: number;
}

/** Everything about a dose record's person that the matcher reads. */
export interface RecordIdentity {
  readonly name: PersonName;
  readonly birthDate: ReadDate;
  readonly sex: Sex;
  readonly personalId: PersonalId;
  /** Current residence. */
  readonly residence: Place;
}

/** One person of the registry. */
export interface Person {
  /** Position in the registry, from 1; stable for one registry file. */
  readonly personNumber: number;
  /** 12 digits. */
  readonly personId: string;
  /** 9 digits, or an empty string. */
  readonly cmnd: string;
  readonly name: PersonName;
  readonly birthDate: PartialDate;
  readonly sex: Sex;
  /** Permanent residence. */
  readonly residence: Place;
  readonly deathDate: PartialDate | null;
  /** True when the snapshot gives the same personal ID to another, different person. */
  readonly idNotUnique: boolean;
  /** How many persons of the registry share this person's accent-free full name; at least 1. */
  readonly nameCount: number;
}
