import type { BirthDateLevel, IdLevel, NameLevel, PlaceLevel, SexLevel } from '../domain/decision.js';

/** Name levels whose chance agreement is estimated from the frequencies of the words, and then adjusted. */
export type FactoredNameLevel =
  | 'close'
  | 'close_given'
  | 'two_slips'
  | 'abbreviated'
  | 'middle_dropped'
  | 'partial';

/**
 * The numbers of the Fellegi-Sunter model.
 * `m` is how often a level is seen between a record and its own person, among records that carry the field in
 * that form (an accent-free name can only agree as `accents_missing`). `u`, how often between a record and
 * somebody else, is fixed here only where it does not depend on how common the value is; see `weights.ts`.
 */
export interface MatchModel {
  readonly version: string;
  /** Share of the vaccinated whose person is in the snapshot. */
  readonly priorInRegistry: number;
  /** The same among records that show a passport: most are foreigners. */
  readonly priorWithPassport: number;
  /** The same among records of people who live in a province that the snapshot does not hold. */
  readonly priorOutsideCoverage: number;
  /** Share of the persons outside the snapshot, or of wrong records, whose ID is somebody else's. */
  readonly idOfAnother: number;
  /**
   * Where the ID is one person's and name and birth date are another's: how often the ID is right, and the name and
   * birth date were typed from the wrong person. Nothing in the record can tell the two apart.
   */
  readonly ownIdBesideAnothersName: number;
  /** Share of records that carry one person's number beside another's name and birth date. */
  readonly mixedIdentity: number;
  /**
   * Share of the persons outside the snapshot who have a double in it beyond chance: somebody of the same name and
   * birth date, or of the same name and birth year.
   */
  readonly lookAlike: { readonly birthDate: number; readonly birthYear: number };
  /** Share of persons with a twin: same birth date and place, and a personal ID that may be the next number. */
  readonly twin: number;
  readonly m: {
    readonly name: Readonly<Record<Exclude<NameLevel, 'missing'>, number>>;
    readonly birthDate: Readonly<Record<Exclude<BirthDateLevel, 'missing'>, number>>;
    readonly id: Readonly<Record<Exclude<IdLevel, 'missing'>, number>>;
    readonly sex: Readonly<Record<Exclude<SexLevel, 'missing'>, number>>;
    readonly place: Readonly<Record<Exclude<PlaceLevel, 'missing'>, number>>;
  };
  readonly u: {
    readonly place: Readonly<Record<Exclude<PlaceLevel, 'missing'>, number>>;
    /** Years that birth dates spread over, evenly enough for a chance agreement. */
    readonly birthYears: number;
    /** Share of registry birth dates on 01/01. */
    readonly firstOfJanuary: number;
    /** How many times likelier a stranger's name reaches the level than `nameU` of `weights.ts` says at first. */
    readonly nameFactor: Readonly<Record<FactoredNameLevel, number>>;
  };
}

/**
 * The model that ships. Sex error rates and the 1 January share are from a measured list of 1,964 rows
 * (sex 8 %, 01/01 1.9 %); the others are cautious expert settings, stated in
 * `docs/decisions/0006-scoring.md`.
 */
export const DEFAULT_MODEL: MatchModel = {
  version: 'default-3',
  priorInRegistry: 0.97,
  priorWithPassport: 0.3,
  priorOutsideCoverage: 0.05,
  idOfAnother: 0.05,
  ownIdBesideAnothersName: 0.35,
  mixedIdentity: 0.01,
  lookAlike: { birthDate: 0.025, birthYear: 0.05 },
  twin: 0.012,
  m: {
    name: {
      exact: 0.9,
      accents_missing: 0.8,
      accents_differ: 0.015,
      given_accent_differs: 0.01,
      reordered: 0.01,
      extra_word: 0.01,
      abbreviated: 0.3,
      middle_dropped: 0.01,
      close: 0.015,
      close_given: 0.015,
      two_slips: 0.003,
      partial: 0.004,
      different: 0.001,
    },
    birthDate: {
      exact: 0.93,
      compatible: 0.9,
      year_only: 0.9,
      placeholder: 0.4,
      swapped: 0.02,
      one_digit: 0.015,
      one_part: 0.01,
      same_year: 0.004,
      different: 0.001,
    },
    id: {
      exact: 0.93,
      one_edit: 0.015,
      of_another: 0.01,
      different: 0.0002,
      cmnd_exact: 0.9,
      cmnd_different: 0.05,
      known_part: 0.9,
      known_part_different: 0.1,
    },
    sex: { same: 0.92, different: 0.08 },
    place: { commune: 0.8, district: 0.06, province: 0.06, different: 0.08 },
  },
  u: {
    place: { commune: 0.0002, district: 0.002, province: 0.03, different: 0.97 },
    birthYears: 75,
    firstOfJanuary: 0.02,
    nameFactor: { close: 1.5, close_given: 3, two_slips: 2, abbreviated: 1, middle_dropped: 0.5, partial: 1 },
  },
};
