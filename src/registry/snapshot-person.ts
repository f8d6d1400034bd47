import type { StoredPerson } from '../domain/blocking-plan.js';
import type { SexCoding } from '../domain/dose-record.js';
import type { PartialDate, ReadDate } from '../domain/identity.js';
import { normalizeBirthDate } from '../normalize/birth-date.js';
import { normalizeName } from '../normalize/name.js';
import { normalizePersonalId } from '../normalize/personal-id.js';
import type { PlaceResolver } from '../normalize/place.js';
import { normalizeSex } from '../normalize/sex.js';

/** The texts of one snapshot row; an empty text where the file has no such column. */
export interface SnapshotTexts {
  readonly personalId: string;
  readonly cmnd: string;
  /** The whole name, or empty where it is split. */
  readonly fullName: string;
  readonly familyName: string;
  readonly middleName: string;
  readonly givenName: string;
  readonly sex: string;
  readonly birthDate: string;
  readonly deathDate: string;
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly districtCode: string;
  readonly districtName: string;
  readonly communeCode: string;
  readonly communeName: string;
}

export type SnapshotFault = 'bad_personal_id' | 'no_name';

export type SnapshotPerson =
  | {
      readonly kind: 'person';
      readonly person: StoredPerson;
      /** The row is kept, but its birth date is missing or cannot be read. */
      readonly birthDateUnknown: boolean;
      /** The ID had fewer than 12 digits and was filled up, as a spreadsheet cuts leading zeros off. */
      readonly leadingZerosRestored: boolean;
    }
  | { readonly kind: 'rejected'; readonly code: SnapshotFault };

const UNKNOWN_DATE: PartialDate = { year: 0, month: 0, day: 0 };

/**
 * Reads a person of a registry snapshot. The registry's own number must be there as 12 digits (as a number it may
 * have lost its leading zeros); a person without one cannot be verified against.
 */
export function readSnapshotPerson(
  texts: SnapshotTexts,
  sexCoding: SexCoding,
  places: PlaceResolver,
  latest: PartialDate,
): SnapshotPerson {
  const id = normalizePersonalId(texts.personalId);
  if (id.kind !== 'citizen' || /^0+$/.test(id.digits)) return { kind: 'rejected', code: 'bad_personal_id' };
  const split = `${texts.familyName} ${texts.middleName} ${texts.givenName}`;
  const name = normalizeName(texts.fullName.trim() === '' ? split : texts.fullName);
  if (name.tokens.length === 0) return { kind: 'rejected', code: 'no_name' };
  const cmnd = normalizePersonalId(texts.cmnd);
  const birthDate = knownDate(normalizeBirthDate(texts.birthDate, latest));
  const deathDate = knownDate(normalizeBirthDate(texts.deathDate, latest));
  return {
    kind: 'person',
    birthDateUnknown: birthDate === null,
    leadingZerosRestored: id.repairs.includes('leading_zeros'),
    person: {
      personId: id.digits,
      cmnd: cmnd.kind === 'cmnd' ? cmnd.digits : '',
      name,
      birthDate: birthDate ?? UNKNOWN_DATE,
      sex: normalizeSex(texts.sex, sexCoding),
      residence: places.resolve(texts),
      deathDate,
    },
  };
}

function knownDate(date: ReadDate): PartialDate | null {
  return date.kind === 'date' ? date.value : null;
}
