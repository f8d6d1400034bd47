import type { PersonalId, PersonName, ReadDate, RecordIdentity } from '../domain/identity.js';
import type { IdentityField } from '../domain/outcome.js';
import type { RepairCode } from '../domain/repairs.js';
import type { WorkKind } from '../domain/work-kinds.js';
import { formatDate, miswrittenName } from './differences.js';

/** What a field of a verified record becomes. */
export interface Correction {
  readonly field: IdentityField;
  /** Texts as in `ds_corrections`. */
  readonly from: string;
  readonly to: string;
}

/** The kind of error of a corrected field, of the closed list by which errors are counted. `properName`: `to` of a name. */
export function correctionKind(
  { field, from, to }: Correction,
  record: RecordIdentity,
  properName: PersonName,
): WorkKind {
  switch (field) {
    case 'id':
      return idKind(record.personalId, to);
    case 'name':
      return nameKind(record.name, properName);
    case 'birth_date':
      return birthDateKind(record.birthDate, to);
    case 'sex':
      return from.trim() === '' ? 'sex_missing' : 'sex_wrong';
  }
}

function idKind(id: PersonalId, to: string): WorkKind {
  switch (id.kind) {
    case 'missing':
      return 'id_missing';
    case 'passport':
      return 'id_passport';
    case 'unusable':
      return 'id_bad_format';
    case 'cmnd':
      return id.asSent === 'right' ? 'id_old_card' : 'id_bad_format';
    case 'citizen':
      if (id.asSent === 'right' && id.digits !== to) return 'id_wrong';
      return id.repairs.every((repair) => repair === 'leading_zeros') ? 'id_zeros_lost' : 'id_bad_format';
  }
}

const BROKEN_LETTERS: ReadonlySet<RepairCode> = new Set([
  'legacy_encoding',
  'mojibake',
  'keystrokes',
  'letter_lost',
  'undecoded',
]);

function nameKind(name: PersonName, proper: PersonName): WorkKind {
  if (name.tokens.length === 0) return 'name_missing';
  const faults = miswrittenName(name);
  if (faults.some((fault) => BROKEN_LETTERS.has(fault))) return 'name_font';
  const isSame = sameWords(name.folded, proper.folded);
  if (isSame) return faults.length > 0 ? 'name_extra' : 'name_accents';
  if (sameWords([...name.folded].sort(), [...proper.folded].sort())) return 'name_order';
  return 'name_letters';
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i]);
}

function birthDateKind(date: ReadDate, to: string): WorkKind {
  if (date.kind === 'missing') return 'birth_missing';
  if (date.kind === 'invalid') return date.code === 'placeholder' ? 'birth_incomplete' : 'birth_impossible';
  const { value, repairs } = date;
  if (repairs.includes('excel_serial') || repairs.includes('year_typed_as_date')) return 'birth_spreadsheet';
  if (repairs.includes('impossible_day')) return 'birth_impossible';
  const swapped = formatDate({ year: value.year, month: value.day, day: value.month });
  if (repairs.includes('day_month_swapped') || (value.day > 0 && swapped === to)) return 'birth_swapped';
  const isSameYear = to.endsWith(String(value.year));
  if (isSameYear && (value.day === 0 || repairs.includes('placeholder_day'))) return 'birth_incomplete';
  return 'birth_wrong';
}
