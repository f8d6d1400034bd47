import type { ErrorKind } from './kinds.js';

/** Facts about persons, as shares. */
export const PERSON_RATES = {
  absentFromSnapshot: 0.03,
  /** Of those absent: bear the name of somebody in the snapshot with the same year of birth. */
  absentWithNamesake: 0.06,
  /** Of these: even the same birth date. */
  namesakeSameBirthDate: 0.2,
  bornOnFirstOfJanuary: 0.02,
  yearOnlyBefore1960: 0.06,
  yearOnlySince1960: 0.006,
  monthOnly: 0.002,
  registeredElsewhere: 0.12,
  idStructureFault: 0.003,
  hasCmnd: 0.85,
  /** 50,000 numbers among some 70 million cards. */
  cmndIssuedTwice: 0.0007,
  twins: 0.012,
  sonBearsFathersName: 0.004,
} as const;

/** Facts about as-sent records, as shares. */
export const RECORD_RATES = {
  /** Persons with a second record, declared again for a later dose. */
  secondRecord: 0.045,
  /** Second records that show the old card, where there is one. */
  secondRecordByCmnd: 0.45,
  foreigner: 0.006,
  /** Records with a second, independent damage of the name. */
  secondNameError: 0.06,
} as const;

/** Damages of one group exclude each other in one record. */
export type RateGroup =
  | 'name'
  | 'case'
  | 'tone'
  | 'birth'
  | 'sex'
  | 'id'
  | 'identity'
  | 'residence'
  | 'place';

export interface Rate {
  readonly kind: ErrorKind;
  readonly group: RateGroup;
  /** Share of records everywhere; each facility has its own multiple of it (mean 1). */
  readonly background: number;
  /** Share of facilities where the fault is systematic, and the share of records that have it there. */
  readonly facilities: number;
  readonly inside: number;
  /** Measured share of all records that the sum aims at (DOMAIN: "m"), else null. */
  readonly measured: number | null;
}

const rate = (
  kind: ErrorKind,
  group: RateGroup,
  background: number,
  facilities = 0,
  inside = 0,
  measured: number | null = null,
): Rate => ({ kind, group, background, facilities, inside, measured });

/** Expected share of records of a kind = background + facilities x inside (before exclusions). */
export const RATES: readonly Rate[] = [
  rate('name_no_accents', 'name', 0.01, 0.028, 0.85),
  rate('name_not_nfc', 'name', 0.0015, 0.003, 0.7, 0.003),
  rate('name_encoding', 'name', 0.002, 0.009, 0.8),
  rate('name_keystrokes', 'name', 0.003),
  rate('name_typo', 'name', 0.018),
  rate('name_confusable', 'name', 0.02),
  rate('name_note', 'name', 0.004, 0.003, 0.4, 0.005),
  rate('name_title', 'name', 0.003, 0.002, 0.5),
  rate('name_glued', 'name', 0.003),
  rate('name_middle_dropped', 'name', 0.008),
  rate('name_abbreviated', 'name', 0.003, 0.005, 0.7),
  rate('name_reordered', 'name', 0.003, 0.005, 0.8),
  rate('name_nbsp', 'name', 0.004, 0.004, 0.8),
  rate('name_all_caps', 'case', 0.01, 0.14, 0.9),
  // Of the names that have such a word; no effect on others.
  rate('name_tone_placement', 'tone', 0.12, 0.2, 0.9, 0.29),
  rate('birth_swapped', 'birth', 0.004, 0.012, 0.9),
  rate('birth_1905', 'birth', 0.006, 0.04, 0.45, 0.023),
  rate('birth_year_only', 'birth', 0.009, 0.012, 0.5),
  rate('birth_placeholder', 'birth', 0.011, 0.016, 0.5, 0.019),
  rate('birth_serial', 'birth', 0.002, 0.004, 0.6),
  rate('birth_two_digit_year', 'birth', 0.003, 0.006, 0.7),
  rate('birth_typo', 'birth', 0.02),
  rate('birth_impossible', 'birth', 0.003),
  rate('birth_format', 'birth', 0.015, 0.06, 0.85),
  rate('birth_missing', 'birth', 0.004),
  // Measured on one list: 8 % of Thị and Văn names. That would leave fewer records right than the 70 % published.
  rate('sex_wrong', 'sex', 0.022, 0.022, 0.9),
  rate('sex_missing', 'sex', 0.003, 0.003, 0.8),
  rate('id_missing', 'id', 0.03, 0.012, 0.6),
  rate('id_cmnd', 'id', 0.05, 0.06, 0.5),
  rate('id_lost_zeros', 'id', 0.003, 0.016, 0.9),
  rate('id_scientific', 'id', 0.0008, 0.004, 0.8),
  rate('id_decimal', 'id', 0.0008, 0.003, 0.8),
  rate('id_separators', 'id', 0.003, 0.003, 0.6),
  rate('id_letters', 'id', 0.0015),
  rate('id_one_digit', 'id', 0.007),
  rate('id_transposed', 'id', 0.004),
  rate('id_phone', 'id', 0.002),
  rate('id_relative', 'id', 0.005),
  rate('id_previous_row', 'id', 0.002, 0.001, 0.3),
  rate('id_passport', 'id', 0.0015),
  rate('id_truncated', 'id', 0.003),
  rate('relative_identity', 'identity', 0.004),
  rate('residence_moved', 'residence', 0.2),
  rate('place_name_only', 'place', 0.02, 0.04, 0.8),
  rate('place_abbreviated', 'place', 0.015, 0.03, 0.8),
];
