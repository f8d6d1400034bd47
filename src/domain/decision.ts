import type { Person } from './identity.js';
import type { FieldDifferences, OfficialClass, WrongField } from './outcome.js';
import type { MismatchReason, RejectReason, ReviewReason } from './reasons.js';

/**
 * How a name of a record compares with a person's, strongest first. `extra_word`: one word more in front, a title
 * that may also be a name. `given_accent_differs`: the given name
 * has another accent, as twins' names may. `close`: one slip; `close_given`: one slip in the given name, where twins and neighbours
 * differ too, or a word behind it. `two_slips`: two of these errors at once.
 */
export const NAME_LEVELS = [
  'exact',
  'accents_missing',
  'accents_differ',
  'given_accent_differs',
  'reordered',
  'extra_word',
  'abbreviated',
  'middle_dropped',
  'close',
  'close_given',
  'two_slips',
  'partial',
  'different',
  'missing',
] as const;
export type NameLevel = (typeof NAME_LEVELS)[number];

/**
 * How a birth date compares, strongest first. `compatible`: the registry knows less than the record, and agrees.
 * `one_part`: day, month or year alone differs, by more than a digit.
 */
export const BIRTH_DATE_LEVELS = [
  'exact',
  'compatible',
  'year_only',
  'placeholder',
  'swapped',
  'one_digit',
  'one_part',
  'same_year',
  'different',
  'missing',
] as const;
export type BirthDateLevel = (typeof BIRTH_DATE_LEVELS)[number];

/**
 * How the personal ID compares. `of_another`: the registry gives the record's number to somebody else; `different`: to
 * nobody, so that it may be right and its owner missing. `cmnd_*` compare the old nine-digit card; `known_part*` the digits from the left that are left of a number that was cut or rounded.
 */
export const ID_LEVELS = [
  'exact',
  'one_edit',
  'of_another',
  'different',
  'cmnd_exact',
  'cmnd_different',
  'known_part',
  'known_part_different',
  'missing',
] as const;
export type IdLevel = (typeof ID_LEVELS)[number];

export type SexLevel = 'same' | 'different' | 'missing';

/** The smallest administrative unit that current and permanent residence share. */
export const PLACE_LEVELS = ['commune', 'district', 'province', 'different', 'missing'] as const;
export type PlaceLevel = (typeof PLACE_LEVELS)[number];

/** The comparison levels of one record with one person. */
export interface Comparison {
  readonly name: NameLevel;
  readonly birthDate: BirthDateLevel;
  readonly id: IdLevel;
  readonly sex: SexLevel;
  readonly place: PlaceLevel;
}

/** A person compared with a record. */
export interface Candidate {
  readonly person: Person;
  readonly comparison: Comparison;
  /** Sum of the match weights of the fields, in bits (log2 of m/u). */
  readonly weight: number;
  /** Probability that this person is the record's, all candidates and "nobody" taken together. */
  readonly probability: number;
}

/** A candidate as it is written for review. */
export interface CandidateView {
  readonly personId: string;
  readonly probability: number;
  readonly differences: FieldDifferences;
}

/** What happens to one row, before it is rendered. */
export type Decision =
  | {
      readonly kind: 'verified';
      readonly reason: 'exact' | 'corrected';
      readonly personId: string;
      readonly probability: number;
      /** Bits between the best and the second candidate; null without a second. */
      readonly margin: number | null;
      /** The highest line for the probability at which the row would still be verified. */
      readonly verifiedUpTo: number;
      readonly corrections: FieldDifferences;
    }
  | {
      readonly kind: 'mismatch';
      readonly reason: MismatchReason;
      readonly probability: number | null;
    }
  | {
      readonly kind: 'needs_review';
      readonly reason: ReviewReason;
      readonly probability: number;
      readonly margin: number | null;
      /** The highest line for the probability at which the row would be verified; 0 where a rule forbids it. */
      readonly verifiedUpTo: number;
      readonly candidates: readonly CandidateView[];
    }
  | { readonly kind: 'rejected'; readonly reason: RejectReason };

/** A decision with what the reports need beside it. */
export interface RowVerdict {
  readonly decision: Decision;
  readonly officialClass: OfficialClass;
  readonly wrongField: WrongField;
  /** One plain sentence for a health worker. */
  readonly explanation: string;
}
