import type { Place } from '../domain/identity.js';
import { UnitNames } from './place-index.js';
import { readPlaceName } from './place-name.js';
import { provincesOfName } from './province-names.js';

/** Rows of the reference tables, headers left out (`domain/data/README.md`). */
export interface PlaceTables2025 {
  /** The communes of 2022: province name and code, district name and code, commune name and code. */
  readonly communes2022: readonly (readonly string[])[];
  /** Old province code, old commune code, old name, new commune code, new name. */
  readonly communes2025: readonly (readonly string[])[];
  /** Old province code and name, new province code and name. */
  readonly provinces2025: readonly (readonly string[])[];
}

/** A unit of 2025 and the place of 2022 that is certain for everybody in it. */
export interface Merged {
  /** Province of 2025. */
  readonly province: number;
  readonly place: Place;
  readonly foldedNames: ReadonlySet<string>;
}

export interface AdminUnits2025 {
  readonly provinces: ReadonlyMap<number, Merged>;
  readonly communes: ReadonlyMap<number, Merged>;
  /** Parent: province of 2025; `commune` is the code of 2025. */
  readonly names: UnitNames;
  /** Code of 2025; 0 when the name or abbreviation is none of a province of 2025. */
  provinceOfName(name: string): number;
}

const NO_NAMES: ReadonlySet<string> = new Set();

function same(values: readonly number[]): number {
  const [first = 0] = values;
  return values.every((value) => value === first) ? first : 0;
}

/** What several places have in common. */
function common(places: readonly Place[]): Place {
  return {
    province: same(places.map(({ province }) => province)),
    district: same(places.map(({ district }) => district)),
    commune: same(places.map(({ commune }) => commune)),
  };
}

/** Places of 2022 by commune code, as far as they are certain. */
function oldPlaces({ communes2022, communes2025 }: PlaceTables2025): Map<number, Place> {
  const mapped = new Set(communes2025.map(([, code]) => Number(code)));
  const incomplete = new Set<number>();
  const places = new Map<number, Place>();
  for (const [, province, , district, , commune] of communes2022) {
    places.set(Number(commune), {
      province: Number(province),
      district: Number(district),
      commune: Number(commune),
    });
    if (Number(commune) > 0 && !mapped.has(Number(commune))) incomplete.add(Number(district));
  }
  // A commune that vanished between 2022 and 2025 went into a neighbour: there the commune is no longer certain.
  for (const [code, place] of places) {
    if (incomplete.has(place.district)) places.set(code, { ...place, commune: 0 });
  }
  return places;
}

/** Builds the index of the units of 2025 from the reference tables. */
export function buildAdminUnits2025(tables: PlaceTables2025): AdminUnits2025 {
  const places = oldPlaces(tables);
  const newProvince = new Map<number, number>();
  const provinceNames = new Map<string, number>();
  const oldProvinces = new Map<number, Place[]>();
  for (const [oldCode, oldName, newCode, newName = ''] of tables.provinces2025) {
    const code = Number(newCode);
    newProvince.set(Number(oldCode), code);
    const read = readPlaceName(newName, 'province');
    for (const key of [read.name, read.whole, `~${read.folded}`, `~${read.wholeFolded}`])
      provinceNames.set(key, code);
    // The abbreviations of a province of 2022 stay those of the one that keeps its name.
    if (readPlaceName(oldName ?? '', 'province').name === read.name)
      provinceNames.set(`#${Number(oldCode)}`, code);
    const parts = oldProvinces.get(code) ?? [];
    oldProvinces.set(code, [...parts, { province: Number(oldCode), district: 0, commune: 0 }]);
  }
  const provinces = new Map<number, Merged>();
  for (const [code, parts] of oldProvinces)
    provinces.set(code, { province: code, place: common(parts), foldedNames: NO_NAMES });

  const names = new UnitNames();
  const parts = new Map<number, { province: number; places: Place[]; foldedNames: Set<string> }>();
  for (const [oldProvince, oldCode, , newCode, newName = ''] of tables.communes2025) {
    const code = Number(newCode);
    const province = newProvince.get(Number(oldProvince)) ?? 0;
    if (!(code > 0) || province === 0) continue;
    const part = parts.get(code) ?? { province, places: [], foldedNames: new Set<string>() };
    const read = readPlaceName(newName, 'commune');
    if (!part.foldedNames.has(read.folded)) {
      part.foldedNames.add(read.folded);
      names.add(province, {
        province,
        district: 0,
        commune: code,
        kind: read.kind,
        name: read.name,
        folded: read.folded,
      });
    }
    part.places.push(
      places.get(Number(oldCode)) ?? { province: Number(oldProvince), district: 0, commune: 0 },
    );
    parts.set(code, part);
  }
  const communes = new Map<number, Merged>();
  for (const [code, part] of parts) {
    communes.set(code, {
      province: part.province,
      place: common(part.places),
      foldedNames: part.foldedNames,
    });
  }

  return {
    provinces,
    communes,
    names,
    provinceOfName(name) {
      if (name.trim() === '') return 0;
      const read = readPlaceName(name, 'province');
      const direct =
        provinceNames.get(read.name) ??
        provinceNames.get(read.whole) ??
        provinceNames.get(`~${read.folded}`) ??
        provinceNames.get(`~${read.wholeFolded}`);
      if (direct !== undefined) return direct;
      const codes = new Set(provincesOfName(name).map((code) => provinceNames.get(`#${code}`) ?? 0));
      return codes.size === 1 ? ([...codes][0] ?? 0) : 0;
    },
  };
}
