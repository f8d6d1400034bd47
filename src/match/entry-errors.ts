import type { Comparison } from '../domain/decision.js';
import type { EntryError } from '../domain/entry-errors.js';
import type { PartialDate, PersonalId, PersonName, ReadDate, Sex } from '../domain/identity.js';
import type { RepairCode } from '../domain/repairs.js';
import { compareBirthDates } from './compare-birth-date.js';
import { compareNames } from './compare-name.js';
import { isOneEdit } from './edit.js';

/** Which error each repair of normalisation cures; those that are not here are no error of the person who typed. */
const REPAIR_ERRORS: Readonly<Partial<Record<RepairCode, EntryError>>> = {
  leading_zeros: 'id_leading_zeros',
  separators_removed: 'id_signs',
  decimal_removed: 'id_signs',
  letters_for_digits: 'id_signs',
  legacy_encoding: 'name_encoding',
  mojibake: 'name_encoding',
  keystrokes: 'name_encoding',
  letter_lost: 'name_encoding',
  undecoded: 'name_encoding',
  title_removed: 'name_additions',
  note_removed: 'name_additions',
  glued_words_split: 'name_words',
  excel_serial: 'birth_spreadsheet',
  year_typed_as_date: 'birth_spreadsheet',
  two_digit_year: 'birth_two_digit_year',
  impossible_day: 'birth_impossible',
  day_month_swapped: 'birth_swapped',
};

function repaired(repairs: readonly RepairCode[]): EntryError[] {
  return repairs.map((repair) => REPAIR_ERRORS[repair]).filter((error) => error !== undefined);
}

/** What is wrong with an ID by itself. */
export function idFormErrors(id: PersonalId): EntryError[] {
  switch (id.kind) {
    case 'missing':
      return ['id_missing'];
    case 'passport':
      return ['id_passport'];
    case 'cmnd':
      return ['id_old_card', ...repaired(id.repairs)];
    case 'citizen':
      return repaired(id.repairs);
    case 'unusable':
      return [UNUSABLE[id.code]];
  }
}

const UNUSABLE = {
  wrong_length: 'id_wrong_length',
  scientific_notation: 'id_scientific',
  phone_number: 'id_phone',
  not_a_number: 'id_signs',
} as const satisfies Record<string, EntryError>;

/** What is wrong with an ID that should be `personId`. `isAnothers`: somebody in the registry has the ID as sent. */
export function idErrorsBeside(id: PersonalId, personId: string, isAnothers: boolean): EntryError[] {
  const errors = idFormErrors(id);
  if (id.kind === 'unusable' && id.knownPrefix === personId.replace(/^0+/, '')) return ['id_leading_zeros'];
  if (id.kind !== 'citizen' || id.digits === personId) return errors;
  if (isOneEdit(id.digits, personId)) return [...errors, 'id_one_digit'];
  return [...errors, isAnothers ? 'id_of_another' : 'id_unknown'];
}

/** What is wrong with a name by itself. */
export function nameFormErrors({ tokens, repairs }: PersonName): EntryError[] {
  return tokens.length === 0 ? ['name_missing'] : repaired(repairs);
}

const NAME_LEVEL_ERRORS: Readonly<Partial<Record<Comparison['name'], EntryError>>> = {
  accents_missing: 'name_no_accents',
  accents_differ: 'name_wrong_accents',
  given_accent_differs: 'name_wrong_accents',
  extra_word: 'name_additions',
  middle_dropped: 'name_words',
  reordered: 'name_words',
  abbreviated: 'name_words',
  close: 'name_spelling',
  close_given: 'name_spelling',
  two_slips: 'name_spelling',
  partial: 'name_other',
  different: 'name_other',
};

/** What is wrong with a name that should be the person's. */
export function nameErrorsBeside(name: PersonName, person: PersonName): EntryError[] {
  const errors = nameFormErrors(name);
  const error = name.tokens.length === 0 ? undefined : NAME_LEVEL_ERRORS[compareNames(name, person)];
  if (error !== undefined) return [...errors, error];
  return errors.length > 0 ? errors : ['name_other'];
}

/** What is wrong with a birth date by itself. */
export function birthFormErrors(read: ReadDate): EntryError[] {
  if (read.kind === 'missing') return ['birth_missing'];
  if (read.kind === 'invalid')
    return [read.code === 'placeholder' ? 'birth_placeholder' : 'birth_impossible'];
  const errors = repaired(read.repairs);
  return errors.length === 0 && read.value.month === 0 ? ['birth_year_only'] : errors;
}

const BIRTH_LEVEL_ERRORS: Readonly<Partial<Record<Comparison['birthDate'], EntryError>>> = {
  swapped: 'birth_swapped',
  year_only: 'birth_year_only',
  placeholder: 'birth_placeholder',
  one_digit: 'birth_part',
  one_part: 'birth_part',
  same_year: 'birth_other',
  different: 'birth_other',
};

/** What is wrong with a birth date that should be the person's. */
export function birthErrorsBeside(read: ReadDate, person: PartialDate): EntryError[] {
  const errors = birthFormErrors(read);
  if (read.kind !== 'date') return errors;
  const level = compareBirthDates(read, person);
  // The repair says why: an exchanged reading of a day number is no exchanged day, nor is its year alone.
  if (errors.length > 0 && (level === 'swapped' || level === 'year_only')) return errors;
  const error = BIRTH_LEVEL_ERRORS[level];
  if (error !== undefined) return [...errors, error];
  return errors.length > 0 ? errors : ['birth_other'];
}

/** What is wrong with a sex that is not the person's. */
export function sexError(sex: Sex): EntryError {
  return sex === 'unknown' ? 'sex_missing' : 'sex_wrong';
}
