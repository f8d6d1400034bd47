import type { FileLayout } from '../domain/dose-record.js';
import type { Place } from '../domain/identity.js';
import { PROVINCES } from '../domain/provinces.js';
import type { Grouping } from '../domain/worklist.js';
import { textAt } from '../input/read-records.js';
import type { PlaceWords } from './place-words.js';
import { readDoses } from './read-doses.js';
import type { ListClaim } from './worklist-lists.js';

const PROVINCE_NAMES = new Map(PROVINCES.map(({ code, name }) => [code, name]));

/** The facility that answers for a row: the last dose's that names one. */
export interface NamedFacility {
  readonly code: string;
  readonly name: string;
}

const clean = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Code and name as written, spaces put right; both empty where no dose names a facility. */
export function facilityOf(fields: readonly string[], layout: FileLayout): NamedFacility {
  let found: NamedFacility = { code: '', name: '' };
  for (const dose of layout.doses) {
    const code = clean(textAt(fields, dose.facility_code)).replace(/^'/, '');
    const name = clean(textAt(fields, dose.facility_name));
    if (code !== '' || name !== '') found = { code, name };
  }
  return found;
}

/** Which list a row belongs to. A row that names no facility or commune goes to a list of its province. */
export function claimOf(
  by: Grouping,
  fields: readonly string[],
  layout: FileLayout,
  residence: Place,
  words: PlaceWords,
): ListClaim {
  const home = residence.province === 0 ? '' : String(residence.province).padStart(2, '0');
  switch (by) {
    case 'facility':
      return facilityClaim(facilityOf(fields, layout), readDoses(fields, layout).facilityProvince || home);
    case 'commune': {
      if (residence.commune === 0) return unknown(home);
      const code = String(residence.commune).padStart(5, '0');
      // The province is in the name of the folder already.
      const name = words({ ...residence, province: 0 });
      return { key: `commune ${code}`, code, name, province: home };
    }
    case 'province': {
      const code = readDoses(fields, layout).facilityProvince || home;
      return code === ''
        ? unknown('')
        : { key: `province ${code}`, code, name: PROVINCE_NAMES.get(code) ?? '', province: code };
    }
  }
}

/** The list of rows that cannot be split into columns: they name nothing. */
export function brokenRowClaim(): ListClaim {
  return unknown('');
}

function unknown(province: string): ListClaim {
  return { key: `unknown ${province}`, code: '', name: '', province };
}

function facilityClaim({ code, name }: NamedFacility, province: string): ListClaim {
  const upper = code.toUpperCase();
  if (upper !== '') return { key: `facility ${upper}`, code: upper, name, province };
  if (name === '') return unknown(province);
  return { key: `facility of ${province} ${name.toLowerCase()}`, code: '', name, province };
}
