import type { Comparison } from '../domain/decision.js';
import type { PersonalId, ReadDate, RecordIdentity } from '../domain/identity.js';
import type { IdentityField } from '../domain/outcome.js';
import type { Bilingual } from '../domain/reasons.js';
import { REPAIRS } from '../domain/repairs.js';
import { miswrittenBirthDate, miswrittenName } from './differences.js';
import {
  BIRTH_DATE_ERRORS,
  EMPTY,
  ID_ERRORS,
  INVALID_DATE_ERRORS,
  NAME_ERRORS,
  PASSPORT,
  REPAIRS_SEEN,
  SEX_ERRORS,
  UNUSABLE_ID_ERRORS,
} from './error-words.js';

/** The kind of error of one field in words, as the person who typed it sees it. `from` is the text as sent. */
export function errorKind(
  field: IdentityField,
  from: string,
  comparison: Comparison,
  record: RecordIdentity,
): Bilingual {
  if (from.trim() === '') return EMPTY;
  switch (field) {
    case 'id':
      return idError(comparison.id, record.personalId);
    case 'name': {
      const repair = comparison.name === 'exact' ? miswrittenName(record) : undefined;
      return repair === undefined ? NAME_ERRORS[comparison.name] : (REPAIRS_SEEN[repair] ?? REPAIRS[repair]);
    }
    case 'birth_date':
      return birthDateError(comparison.birthDate, record.birthDate, record);
    case 'sex':
      return SEX_ERRORS[comparison.sex];
  }
}

function idError(level: Comparison['id'], id: PersonalId): Bilingual {
  if (id.kind === 'passport') return PASSPORT;
  if (id.kind === 'unusable') return UNUSABLE_ID_ERRORS[id.code];
  const [repair] = id.kind === 'citizen' && level === 'exact' ? id.repairs : [];
  return repair === undefined ? ID_ERRORS[level] : (REPAIRS_SEEN[repair] ?? REPAIRS[repair]);
}

/** What was done to the text explains more than the level where the level only says how much was left of it. */
function birthDateError(level: Comparison['birthDate'], date: ReadDate, record: RecordIdentity): Bilingual {
  if (date.kind === 'invalid') return INVALID_DATE_ERRORS[date.code];
  const explains = level === 'exact' || level === 'compatible' || level === 'year_only';
  const repair = explains ? miswrittenBirthDate(record) : undefined;
  return repair === undefined ? BIRTH_DATE_ERRORS[level] : (REPAIRS_SEEN[repair] ?? REPAIRS[repair]);
}
