import type { Comparison } from '../domain/decision.js';
import type { PartialDate, Person, PersonName, ReadDate, RecordIdentity, Sex } from '../domain/identity.js';
import type { FieldDifferences } from '../domain/outcome.js';
import type { RepairCode } from '../domain/repairs.js';

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

/** Repairs without which the name as sent is not the person's, however well it was understood. */
const MISWRITTEN_NAME: ReadonlySet<RepairCode> = new Set([
  'legacy_encoding',
  'mojibake',
  'keystrokes',
  'letter_lost',
  'undecoded',
  'title_removed',
  'note_removed',
  'glued_words_split',
]);
const MISWRITTEN_BIRTH_DATE: ReadonlySet<RepairCode> = new Set([
  'excel_serial',
  'year_typed_as_date',
  'two_digit_year',
  'impossible_day',
  'day_month_swapped',
]);

/** The repairs that show that the name was not written as it is. */
export function miswrittenName({ repairs }: PersonName): readonly RepairCode[] {
  return repairs.length === 0 ? repairs : repairs.filter((repair) => MISWRITTEN_NAME.has(repair));
}

/** The repair that shows that the birth date was not written as it is, if any. */
export function miswrittenBirthDate(birthDate: ReadDate): RepairCode | undefined {
  return birthDate.kind === 'date'
    ? birthDate.repairs.find((repair) => MISWRITTEN_BIRTH_DATE.has(repair))
    : undefined;
}

/** True when a name whose words are the person's needs no correction: it was repaired in nothing but its spaces. */
function isWellWritten(name: PersonName, asSent: string, person: PersonName): boolean {
  if (miswrittenName(name).length === 0) return true;
  const plain = asSent.normalize('NFC').replace(/\s+/g, ' ').trim();
  return plain.toLowerCase() === person.display.toLowerCase();
}

/**
 * Field by field, what the row says and what the registry says, for the fields that disagree, are missing, or could
 * only be understood after a repair. `idAgreesAsSent`: the row's ID was the person's own without any repair.
 */
export function differences(
  record: RecordIdentity,
  asSent: IdentityAsSent,
  person: Person,
  comparison: Comparison,
  idAgreesAsSent: boolean,
): FieldDifferences {
  const result: { -readonly [K in keyof FieldDifferences]: FieldDifferences[K] } = {};
  if (!idAgreesAsSent) result.id = [asSent.id, person.personId];
  if (comparison.name !== 'exact' || !isWellWritten(record.name, asSent.name, person.name))
    result.name = [asSent.name, person.name.display];
  const agrees =
    AGREES_ON_BIRTH_DATE.has(comparison.birthDate) && miswrittenBirthDate(record.birthDate) === undefined;
  if (!agrees && person.birthDate.year > 0) {
    result.birth_date = [asSent.birthDate, formatDate(person.birthDate)];
  }
  if (comparison.sex !== 'same' && person.sex !== 'unknown') {
    result.sex = [asSent.sex, formatSex(person.sex)];
  }
  return result;
}
