import type { Comparison } from '../domain/decision.js';
import type { PartialDate, Person, Sex } from '../domain/identity.js';
import type { FieldDifferences } from '../domain/outcome.js';

/** The identity fields of a row, verbatim. */
export interface IdentityAsSent {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string;
  readonly sex: string;
}

/** `dd/mm/yyyy`, `mm/yyyy` or `yyyy`: what is known of the date. */
export function formatDate(date: PartialDate): string {
  if (date.year === 0) return '';
  const year = String(date.year).padStart(4, '0');
  if (date.month === 0) return year;
  const month = String(date.month).padStart(2, '0');
  return date.day === 0 ? `${month}/${year}` : `${String(date.day).padStart(2, '0')}/${month}/${year}`;
}

export function formatSex(sex: Sex): string {
  return sex === 'male' ? 'Nam' : sex === 'female' ? 'Nữ' : '';
}

const AGREES_ON_BIRTH_DATE: ReadonlySet<string> = new Set(['exact', 'compatible']);

/**
 * Field by field, what the row says and what the registry says, for the fields that disagree or are missing.
 * `idAgreesAsSent`: the row's ID was the person's own without any repair.
 */
export function differences(
  asSent: IdentityAsSent,
  person: Person,
  comparison: Comparison,
  idAgreesAsSent: boolean,
): FieldDifferences {
  const result: { -readonly [K in keyof FieldDifferences]: FieldDifferences[K] } = {};
  if (!idAgreesAsSent) result.id = [asSent.id, person.personId];
  if (comparison.name !== 'exact') result.name = [asSent.name, person.name.display];
  if (!AGREES_ON_BIRTH_DATE.has(comparison.birthDate) && person.birthDate.year > 0) {
    result.birth_date = [asSent.birthDate, formatDate(person.birthDate)];
  }
  if (comparison.sex !== 'same' && person.sex !== 'unknown') {
    result.sex = [asSent.sex, formatSex(person.sex)];
  }
  return result;
}
