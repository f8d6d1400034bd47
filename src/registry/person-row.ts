import type { StoredPerson } from '../domain/blocking-plan.js';
import type { PartialDate, Person, PersonName, Sex } from '../domain/identity.js';
import { normalizeName } from '../normalize/name.js';

/** A row of the person table, in column order. */
export type PersonRow = readonly [
  personNumber: number,
  personId: number,
  cmnd: number,
  name: string,
  birth: number,
  sex: number,
  province: number,
  district: number,
  commune: number,
  death: number,
  flags: number,
];

const SEXES: readonly Sex[] = ['unknown', 'male', 'female'];
const NO_DATE: PartialDate = { year: 0, month: 0, day: 0 };

function packDate(date: PartialDate): number {
  return date.year * 10_000 + date.month * 100 + date.day;
}

function unpackDate(packed: number): PartialDate {
  if (packed === 0) return NO_DATE;
  return { year: Math.floor(packed / 10_000), month: Math.floor(packed / 100) % 100, day: packed % 100 };
}

export function rowOfPerson(person: StoredPerson, personNumber: number): PersonRow {
  return [
    personNumber,
    Number(person.personId),
    Number(person.cmnd),
    person.name.display,
    packDate(person.birthDate),
    SEXES.indexOf(person.sex),
    person.residence.province,
    person.residence.district,
    person.residence.commune,
    person.deathDate === null ? 0 : packDate(person.deathDate),
    0,
  ];
}

export function nameOfRow(row: PersonRow): PersonName {
  return normalizeName(row[3]);
}

/** The person of a row. `name` and how many persons share it are found for many rows at once. */
export function personOfRow(row: PersonRow, name: PersonName, nameCount: number): Person {
  return {
    personNumber: row[0],
    personId: String(row[1]).padStart(12, '0'),
    cmnd: row[2] === 0 ? '' : String(row[2]).padStart(9, '0'),
    name,
    birthDate: unpackDate(row[4]),
    sex: SEXES[row[5]] ?? 'unknown',
    residence: { province: row[6], district: row[7], commune: row[8] },
    deathDate: row[9] === 0 ? null : unpackDate(row[9]),
    idNotUnique: (row[10] & 1) === 1,
    nameCount,
  };
}

/** True when two rows say the same of a person, apart from their position. */
export function samePerson(a: PersonRow, b: PersonRow): boolean {
  for (let i = 1; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
