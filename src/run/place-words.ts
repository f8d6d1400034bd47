import type { Place } from '../domain/identity.js';
import { PROVINCES } from '../domain/provinces.js';
import { readCommunes } from './reference-data.js';

/** Writes a place in words: `Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh`; empty where nothing is known. */
export type PlaceWords = (place: Place) => string;

/** Reads the names of the administrative units of 2022. */
export function openPlaceWords(): PlaceWords {
  const provinces = new Map(PROVINCES.map(({ code, name }) => [Number(code), name]));
  const districts = new Map<number, string>();
  const communes = new Map<number, string>();
  for (const [, , districtName = '', districtCode, communeName = '', communeCode] of readCommunes()) {
    districts.set(Number(districtCode), districtName);
    communes.set(Number(communeCode), communeName);
  }
  return ({ province, district, commune }) =>
    [communes.get(commune), districts.get(district), provinces.get(province)]
      .filter((name) => name !== undefined && name !== '')
      .join(', ');
}
