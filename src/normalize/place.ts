import type { Place } from '../domain/identity.js';
import { buildPlaceIndex, type PlaceIndex, type Unit } from './place-index.js';
import { type PlaceName, readPlaceName } from './place-name.js';
import { isProvinceCode, provincesOfName } from './province-names.js';

export { provinceCodeOfName, provinceOfFacilityCode } from './province-names.js';

/** The place columns of one record, as written; empty where the file has none. */
export interface PlaceTexts {
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly districtCode: string;
  readonly districtName: string;
  readonly communeCode: string;
  readonly communeName: string;
}

/** Turns place columns into codes. */
export interface PlaceResolver {
  /** What cannot be told for certain is 0; a known commune implies its district and province. */
  resolve(texts: PlaceTexts): Place;
}

const UNKNOWN: Place = Object.freeze({ province: 0, district: 0, commune: 0 });
const MAX_CACHED = 2_000;
const NO_UNITS: readonly Unit[] = [];

/** A code with or without leading zeros, quotes or `.0`; 0 when it is none. */
export function readCode(text: string): number {
  const digits = /^\s*'?([0-9]{1,6})(?:\.0)?\s*$/.exec(text);
  return digits === null ? 0 : Number(digits[1]);
}

function placeOf(unit: Unit): Place {
  return { province: unit.province, district: unit.district, commune: unit.commune };
}

function only(units: readonly Unit[]): Unit | null {
  return units.length === 1 ? (units[0] ?? null) : null;
}

function nameFits(unit: Unit, wanted: PlaceName): boolean {
  return wanted.folded !== '' && unit.folded === wanted.folded;
}

/** One resolution: the codes first, names where codes are missing, unknown or contradict each other. */
class Resolution {
  readonly #index: PlaceIndex;
  readonly #texts: PlaceTexts;
  #districtName: PlaceName | null = null;
  #communeName: PlaceName | null = null;

  constructor(index: PlaceIndex, texts: PlaceTexts) {
    this.#index = index;
    this.#texts = texts;
  }

  /** Names are read only where the codes do not say it all. */
  get #district(): PlaceName {
    this.#districtName ??= readPlaceName(this.#texts.districtName, 'district');
    return this.#districtName;
  }

  get #commune(): PlaceName {
    this.#communeName ??= readPlaceName(this.#texts.communeName, 'commune');
    return this.#communeName;
  }

  place(): Place {
    const provinceCode = readCode(this.#texts.provinceCode);
    const province = isProvinceCode(String(provinceCode).padStart(2, '0')) ? provinceCode : 0;
    const district = this.#index.districts.get(readCode(this.#texts.districtCode));
    const commune = this.#index.communes.get(readCode(this.#texts.communeCode));
    if (commune !== undefined && this.#communeCodeHolds(commune, province, district)) return placeOf(commune);
    if (district !== undefined && (province === 0 || province === district.province)) {
      return this.#withinDistrict(district);
    }
    const candidates = province !== 0 ? [province] : provincesOfName(this.#texts.provinceName);
    return this.#byNames(candidates);
  }

  #communeCodeHolds(commune: Unit, province: number, district: Unit | undefined): boolean {
    const agrees =
      (province === 0 || province === commune.province) &&
      (district === undefined || district.district === commune.district);
    return agrees || nameFits(commune, this.#commune);
  }

  #withinDistrict(district: Unit): Place {
    const commune = only(this.#index.communeNames.find(district.district, this.#commune));
    return placeOf(commune ?? district);
  }

  #districtsIn(province: number): readonly Unit[] {
    return this.#district.name === '' ? NO_UNITS : this.#index.districtNames.find(province, this.#district);
  }

  #communesIn(province: number): readonly Unit[] {
    if (this.#commune.name === '') return NO_UNITS;
    const found = this.#index.communeNamesOfProvince.find(province, this.#commune);
    // Without a district a type word that differs tells another unit: Phường Hồng Hà (of 2025) is not Xã Hồng Hà.
    return this.#commune.kind === '' ? found : found.filter(({ kind }) => kind === this.#commune.kind);
  }

  #byNames(provinces: readonly number[]): Place {
    const parents = provinces.length > 0 ? provinces : this.#texts.provinceName.trim() === '' ? [0] : [];
    const districts = parents.flatMap((parent) => this.#districtsIn(parent));
    const communes = districts.flatMap((district) =>
      this.#index.communeNames.find(district.district, this.#commune),
    );
    // The commune settles which of several districts, and so which province, is meant.
    const commune = only(communes);
    if (commune !== null && this.#commune.name !== '') return placeOf(commune);
    const district = only(districts);
    if (district !== null) return placeOf(district);
    return this.#withoutDistrict(provinces, districts);
  }

  /** The district's name helps no further: a commune name that is unique in its province, or the province alone. */
  #withoutDistrict(provinces: readonly number[], districts: readonly Unit[]): Place {
    const named = new Set(districts.map((district) => district.province));
    const left = named.size === 1 ? [...named] : provinces;
    const commune =
      districts.length === 0 ? only(left.flatMap((province) => this.#communesIn(province))) : null;
    if (commune !== null) return placeOf(commune);
    return left.length === 1 && left[0] !== undefined
      ? { province: left[0], district: 0, commune: 0 }
      : UNKNOWN;
  }
}

function isEmpty(texts: PlaceTexts): boolean {
  return (
    texts.provinceCode === '' &&
    texts.provinceName === '' &&
    texts.districtCode === '' &&
    texts.districtName === '' &&
    texts.communeCode === '' &&
    texts.communeName === ''
  );
}

/**
 * Makes a resolver for the communes of 2022. `rows` are the rows of the platform's list (province name
 * and code, district name and code, commune name and code). Codes are used first; names are compared
 * without regard to case, type words and tone placement, with accents first and without them second. An
 * ambiguous abbreviation (HN, LC ...) is settled by district or commune, or stays unknown.
 */
export function createPlaceResolver(rows: readonly (readonly string[])[]): PlaceResolver {
  const index = buildPlaceIndex(rows);
  const cache = new Map<string, Place>();
  return {
    resolve(texts) {
      if (isEmpty(texts)) return UNKNOWN;
      const key = `${texts.provinceCode}\u0001${texts.provinceName}\u0001${texts.districtCode}\u0001${texts.districtName}\u0001${texts.communeCode}\u0001${texts.communeName}`;
      const known = cache.get(key);
      if (known !== undefined) return known;
      const place = new Resolution(index, texts).place();
      if (cache.size >= MAX_CACHED) cache.clear();
      if (key.length <= 400) cache.set(key, place);
      return place;
    },
  };
}
