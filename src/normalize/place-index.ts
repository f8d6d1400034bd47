import { type PlaceLevel, type PlaceName, readPlaceName } from './place-name.js';

/** One administrative unit; a district has commune 0. */
export interface Unit {
  readonly province: number;
  readonly district: number;
  readonly commune: number;
  readonly kind: string;
  readonly name: string;
  readonly folded: string;
}

const NONE: readonly Unit[] = [];
const ASCII = /^[a-z0-9' ]*$/;

/** Units by name within a parent (a code), with accents and without. */
export class UnitNames {
  readonly #units = new Map<string, Unit[]>();

  add(parent: number, unit: Unit): void {
    this.#push(`${parent}|${unit.name}`, unit);
    this.#push(`${parent}|~${unit.folded}`, unit);
  }

  /** Units of the name; several when types differ (Thị xã and Huyện Hồng Ngự) and the text does not say which. */
  find(parent: number, wanted: PlaceName): readonly Unit[] {
    // Without accents Ia Bang may also be Ia Băng: then only the accent-free key tells all of them.
    const found = ASCII.test(wanted.whole)
      ? this.#first(`${parent}|~${wanted.folded}`, `${parent}|~${wanted.wholeFolded}`)
      : this.#first(
          `${parent}|${wanted.name}`,
          `${parent}|${wanted.whole}`,
          `${parent}|~${wanted.folded}`,
          `${parent}|~${wanted.wholeFolded}`,
        );
    if (found.length < 2 || wanted.kind === '') return found;
    const sameKind = found.filter((unit) => unit.kind === wanted.kind);
    return sameKind.length > 0 ? sameKind : found;
  }

  #first(...keys: readonly string[]): readonly Unit[] {
    for (const key of keys) {
      const units = this.#units.get(key);
      if (units !== undefined) return units;
    }
    return NONE;
  }

  #push(key: string, unit: Unit): void {
    const units = this.#units.get(key);
    if (units === undefined) this.#units.set(key, [unit]);
    else if (!units.includes(unit)) units.push(unit);
  }
}

/** The administrative units of 2022, by code and by name. */
export interface PlaceIndex {
  readonly districts: ReadonlyMap<number, Unit>;
  readonly communes: ReadonlyMap<number, Unit>;
  /** Parent: province. */
  readonly districtNames: UnitNames;
  /** Parent: district. */
  readonly communeNames: UnitNames;
  /** Parent: province. */
  readonly communeNamesOfProvince: UnitNames;
}

function unit(level: PlaceLevel, name: string, province: number, district: number, commune: number): Unit {
  const read = readPlaceName(name, level);
  return { province, district, commune, kind: read.kind, name: read.name, folded: read.folded };
}

/**
 * Builds the index from rows of the platform's list: province name, province code, district name,
 * district code, commune name, commune code. Rows without three numeric codes (a header) are skipped.
 */
export function buildPlaceIndex(rows: readonly (readonly string[])[]): PlaceIndex {
  const districts = new Map<number, Unit>();
  const communes = new Map<number, Unit>();
  const districtNames = new UnitNames();
  const communeNames = new UnitNames();
  const communeNamesOfProvince = new UnitNames();
  for (const [, provinceCode, districtName = '', districtCode, communeName = '', communeCode] of rows) {
    const province = Number(provinceCode);
    const district = Number(districtCode);
    const commune = Number(communeCode);
    if (!(province > 0 && district > 0)) continue;
    if (!districts.has(district)) {
      const made = unit('district', districtName, province, district, 0);
      districts.set(district, made);
      districtNames.add(province, made);
      districtNames.add(0, made);
    }
    if (!(commune > 0) || communes.has(commune)) continue;
    const made = unit('commune', communeName, province, district, commune);
    communes.set(commune, made);
    communeNames.add(district, made);
    communeNamesOfProvince.add(province, made);
  }
  return { districts, communes, districtNames, communeNames, communeNamesOfProvince };
}
