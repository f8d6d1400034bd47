import type { Candidate, Comparison } from '../domain/decision.js';
import type { Person, RecordIdentity } from '../domain/identity.js';
import type { FieldDifferences, IdentityField } from '../domain/outcome.js';
import type { Bilingual } from '../domain/reasons.js';
import type { Language } from '../domain/run-facts.js';
import { birthDateErrors } from './birth-date-error.js';
import { type DecisionInput, idOwner } from './conditions.js';
import type { IdentityAsSent } from './differences.js';
import { EMPTY, FIELD_NAMES, NOT_GIVEN, SEX_ERRORS } from './error-words.js';
import { idErrors } from './id-error.js';
import { nameErrors } from './name-error.js';

/** A record beside the person whose data it should have. */
export interface ComparedRecord {
  readonly record: RecordIdentity;
  readonly asSent: IdentityAsSent;
  readonly person: Person;
  readonly comparison: Comparison;
  /** Another candidate has the record's number. */
  readonly numberIsAnothers: boolean;
}

/** A candidate beside the record. */
export function compared(
  { record, asSent, candidates }: DecisionInput,
  candidate: Candidate,
): ComparedRecord {
  const owner = idOwner(candidates);
  const { person, comparison } = candidate;
  return { record, asSent, person, comparison, numberIsAnothers: owner !== undefined && owner !== candidate };
}

/** A field that differs, with its name and the kind of error in words; `kind` is empty where nothing is known of it. */
export interface NamedDifference {
  readonly field: IdentityField;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
}

/** The fields that differ, in the order in which sentences name them. */
export function namedDifferences(
  found: FieldDifferences,
  record: ComparedRecord,
  language: Language,
): NamedDifference[] {
  const named: NamedDifference[] = [];
  for (const field of Object.keys(FIELD_NAMES) as IdentityField[]) {
    const difference = found[field];
    if (difference === undefined) continue;
    const [from, to] = difference;
    const kind = errorKind(field, record, language);
    named.push({ field, name: FIELD_NAMES[field][language], from, to, kind });
  }
  return named;
}

/** The faults of one field in words, as the person who typed it sees them; empty where nothing is known of any. */
export function errorKind(field: IdentityField, compared: ComparedRecord, language: Language): string {
  return errorsOf(field, compared)
    .map((error) => error[language])
    .filter((text, i, all) => all.indexOf(text) === i)
    .join(', ');
}

function errorsOf(field: IdentityField, compared: ComparedRecord): readonly Bilingual[] {
  const { record, asSent, person, comparison, numberIsAnothers } = compared;
  switch (field) {
    case 'id':
      return idErrors(comparison.id, record.personalId, person, asSent.id, numberIsAnothers);
    case 'name':
      return nameErrors(comparison.name, record.name, person.name, asSent.name);
    case 'birth_date':
      return birthDateErrors(comparison.birthDate, record.birthDate, person.birthDate, asSent.birthDate);
    case 'sex':
      return [asSent.sex.trim() === '' ? EMPTY : SEX_ERRORS[comparison.sex]];
  }
}

/** True where the field of the record says nothing. */
export function isLeftOut(field: IdentityField, compared: ComparedRecord): boolean {
  const [error] = errorsOf(field, compared);
  return error === EMPTY || error === NOT_GIVEN;
}
