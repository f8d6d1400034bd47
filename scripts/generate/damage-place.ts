import type { Commune } from './geography.js';
import type { ErrorKind } from './kinds.js';
import { stripAccents } from './letters.js';
import type { Rng } from './rng.js';

/** The six place cells of a record. */
export interface PlaceCells {
  provinceName: string;
  provinceCode: string;
  districtName: string;
  districtCode: string;
  communeName: string;
  communeCode: string;
}

export function placeCells(commune: Commune): PlaceCells {
  return {
    provinceName: commune.province.name,
    provinceCode: commune.province.code,
    districtName: commune.districtName,
    districtCode: commune.districtCode,
    communeName: commune.name,
    communeCode: commune.code,
  };
}

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^Thành phố /, 'TP. '],
  [/^Thị trấn /, 'TT. '],
  [/^Thị xã /, 'TX. '],
  [/^Phường /, 'P. '],
  [/^Quận /, 'Q. '],
  [/^Huyện /, 'H. '],
  [/^Xã /, 'X. '],
  [/^Tỉnh /, ''],
];

function shorten(name: string): string {
  for (const [pattern, short] of SHORT) if (pattern.test(name)) return name.replace(pattern, short);
  return name;
}

/** Changes the cells in place; returns the damages done. */
export function damagePlace(kind: ErrorKind, cells: PlaceCells, commune: Commune, rng: Rng): ErrorKind[] {
  const withoutCodes = kind === 'place_name_only' || rng.chance(0.5);
  if (withoutCodes) cells.provinceCode = cells.districtCode = cells.communeCode = '';
  if (kind === 'place_name_only') return [kind];
  cells.provinceName = rng.chance(0.7)
    ? rng.pick(commune.province.abbreviations)
    : shorten(cells.provinceName);
  cells.districtName = shorten(cells.districtName);
  cells.communeName = shorten(cells.communeName);
  if (rng.chance(0.3)) {
    cells.districtName = stripAccents(cells.districtName);
    cells.communeName = stripAccents(cells.communeName);
  }
  return withoutCodes ? ['place_name_only', kind] : [kind];
}
