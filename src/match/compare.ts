import type { Comparison, IdLevel, PlaceLevel, SexLevel } from '../domain/decision.js';
import type { Person, PersonalId, Place, RecordIdentity, Sex } from '../domain/identity.js';
import { compareBirthDates } from './compare-birth-date.js';
import { compareNames } from './compare-name.js';
import { isOneEdit } from './edit.js';

/** A card number that the registry does not know for this person says nothing: people change cards when they move. */
export function compareIds(id: PersonalId, person: Person): IdLevel {
  if (id.kind === 'citizen') {
    if (id.digits === person.personId) return 'exact';
    return isOneEdit(id.digits, person.personId) ? 'one_edit' : 'different';
  }
  if (id.kind === 'cmnd' && person.cmnd !== '') {
    return id.digits === person.cmnd ? 'cmnd_exact' : 'cmnd_different';
  }
  return 'missing';
}

export function compareSexes(record: Sex, person: Sex): SexLevel {
  if (record === 'unknown' || person === 'unknown') return 'missing';
  return record === person ? 'same' : 'different';
}

export function comparePlaces(record: Place, person: Place): PlaceLevel {
  if (record.province === 0 || person.province === 0) return 'missing';
  if (record.province !== person.province) return 'different';
  if (record.district === 0 || record.district !== person.district) return 'province';
  return record.commune !== 0 && record.commune === person.commune ? 'commune' : 'district';
}

/** Compares a record with a person, field by field. */
export function compare(record: RecordIdentity, person: Person): Comparison {
  return {
    name: compareNames(record.name, person.name),
    birthDate: compareBirthDates(record.birthDate, person.birthDate),
    id: compareIds(record.personalId, person),
    sex: compareSexes(record.sex, person.sex),
    place: comparePlaces(record.residence, person.residence),
  };
}
