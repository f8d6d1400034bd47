import type { Comparison, IdLevel, PlaceLevel, SexLevel } from '../domain/decision.js';
import type { Person, PersonalId, Place, RecordIdentity, Sex } from '../domain/identity.js';
import { compareBirthDates } from './compare-birth-date.js';
import { compareNames } from './compare-name.js';
import { isOneEdit } from './edit.js';
import { compareKnownPart } from './known-part.js';

/**
 * Compares the record's number with a person's. `isOwned`: some person of the registry has the number.
 * A card number says nothing of a person whose card the registry does not know.
 */
export function compareIds(id: PersonalId, person: Person, isOwned: boolean): IdLevel {
  if (id.kind === 'citizen') {
    if (id.digits === person.personId) return 'exact';
    if (isOneEdit(id.digits, person.personId)) return 'one_edit';
    return isOwned ? 'of_another' : 'different';
  }
  if (id.kind === 'cmnd' && person.cmnd !== '' && id.digits === person.cmnd) return 'cmnd_exact';
  const part = compareKnownPart(id, person.personId);
  if (part.kind === 'fits') return 'known_part';
  if (part.kind === 'differs') return 'known_part_different';
  return id.kind === 'cmnd' && person.cmnd !== '' ? 'cmnd_different' : 'missing';
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

/** Compares a record with a person, field by field. `isOwned`: some person of the registry has the record's number. */
export function compare(record: RecordIdentity, person: Person, isOwned: boolean): Comparison {
  return {
    name: compareNames(record.name, person.name),
    birthDate: compareBirthDates(record.birthDate, person.birthDate),
    id: compareIds(record.personalId, person, isOwned),
    sex: compareSexes(record.sex, person.sex),
    place: comparePlaces(record.residence, person.residence),
  };
}
