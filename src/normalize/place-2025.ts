import type { Place } from '../domain/identity.js';
import { type PlaceResolver, type PlaceTexts, readCode } from './place.js';
import { buildAdminUnits2025, type Merged, type PlaceTables2025 } from './place-2025-index.js';
import { readPlaceName } from './place-name.js';

const UNKNOWN: Place = Object.freeze({ province: 0, district: 0, commune: 0 });
const MAX_CACHED = 50_000;

/**
 * Makes a resolver for files that give the administrative units of July 2025. Their codes are codes of 2022 with
 * other meanings, so nothing is read as a unit of 2022; each unit is mapped back to the places that became it:
 * the commune if it is one, else their district, else their province, else unknown. District columns are not read:
 * there are no districts in 2025.
 */
export function createPlaceResolver2025(tables: PlaceTables2025): PlaceResolver {
  const units = buildAdminUnits2025(tables);
  const cache = new Map<string, Place>();

  const merged = (texts: PlaceTexts): Merged | undefined => {
    const byCode = units.provinces.has(readCode(texts.provinceCode)) ? readCode(texts.provinceCode) : 0;
    const province = byCode || units.provinceOfName(texts.provinceName);
    const commune = units.communes.get(readCode(texts.communeCode));
    const wanted = readPlaceName(texts.communeName, 'commune');
    if (commune !== undefined) {
      const agrees = province === 0 || province === commune.province;
      if (agrees || (wanted.folded !== '' && commune.foldedNames.has(wanted.folded))) return commune;
    }
    if (province === 0) return undefined;
    const named = wanted.name === '' ? [] : units.names.find(province, wanted);
    const found = named.length === 1 ? units.communes.get(named[0]!.commune) : undefined;
    return found ?? units.provinces.get(province);
  };

  return {
    resolve(texts) {
      const key = `${texts.provinceCode}\u0001${texts.provinceName}\u0001${texts.communeCode}\u0001${texts.communeName}`;
      const known = cache.get(key);
      if (known !== undefined) return known;
      const place = merged(texts)?.place ?? UNKNOWN;
      if (cache.size >= MAX_CACHED) cache.clear();
      if (key.length <= 400) cache.set(key, place);
      return place;
    },
  };
}
