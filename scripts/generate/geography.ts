import { readTable } from './data-files.js';
import { hashUnit, type Rng } from './rng.js';
import { Weighted } from './weighted.js';

export interface Province {
  readonly code: string;
  readonly name: string;
  readonly abbreviations: readonly string[];
  /** First digits of the old nine-digit cards issued here. */
  readonly cardPrefixes: readonly string[];
}

export interface Commune {
  /** Position in `communes`. */
  readonly index: number;
  readonly province: Province;
  readonly districtName: string;
  readonly districtCode: string;
  readonly name: string;
  readonly code: string;
}

/** Population of 2022 in thousands, rounded; only the proportions matter. */
const POPULATION: Readonly<Record<string, number>> = {
  '01': 8330, '02': 890, '04': 540, '06': 324, '08': 805, '10': 770, '11': 635, '12': 482, '14': 1300,
  '15': 850, '17': 875, '19': 1335, '20': 803, '22': 1362, '24': 1890, '25': 1516, '26': 1197, '27': 1488,
  '30': 1946, '31': 2088, '33': 1290, '34': 1878, '35': 878, '36': 1876, '37': 1007, '38': 3722, '40': 3416,
  '42': 1323, '44': 918, '45': 651, '46': 1160, '48': 1220, '49': 1519, '51': 1245, '52': 1505, '54': 876,
  '56': 1253, '58': 598, '60': 1252, '62': 580, '64': 1590, '66': 1918, '67': 670, '68': 1332, '70': 1034,
  '72': 1188, '74': 2763, '75': 3256, '77': 1178, '79': 9390, '80': 1734, '82': 1785, '83': 1298, '84': 1019,
  '86': 1028, '87': 1600, '89': 1910, '91': 1752, '92': 1252, '93': 730, '94': 1197, '95': 921, '96': 1208,
}; // biome-ignore format: a table

/** Provinces and communes of 2022 and the draws over them. */
export class Geography {
  readonly provinces: readonly Province[];
  readonly communes: readonly Commune[];
  private readonly byProvince: Weighted<Province>;
  private readonly communesOf = new Map<string, Weighted<Commune>>();
  private readonly listOf = new Map<string, Commune[]>();
  private readonly districtOf = new Map<string, Commune[]>();

  constructor() {
    this.provinces = readTable('provinces-2022.csv').map((row) => ({
      code: row[0]!,
      name: row[4]!,
      abbreviations: row[6]!.split(';').filter((text) => text !== '' && !text.includes('(')),
      cardPrefixes: cardPrefixes(row[7]!),
    }));
    const provinceOf = new Map(this.provinces.map((province) => [province.code, province]));
    this.communes = readTable('communes-2022.csv', 'src/domain/data').map((row, index) => ({
      index,
      province: provinceOf.get(row[1]!)!,
      districtName: row[2]!,
      districtCode: row[3]!,
      name: row[4]!,
      code: row[5]!,
    }));
    for (const commune of this.communes) {
      push(this.listOf, commune.province.code, commune);
      push(this.districtOf, commune.districtCode, commune);
    }
    for (const [code, list] of this.listOf) {
      this.communesOf.set(code, new Weighted(list.map((one) => [one, communeWeight(one)] as const)));
    }
    this.byProvince = new Weighted(this.provinces.map((one) => [one, POPULATION[one.code] ?? 0] as const));
  }

  drawProvince(rng: Rng): Province {
    return this.byProvince.draw(rng);
  }

  drawCommune(rng: Rng, province: Province = this.drawProvince(rng)): Commune {
    return this.communesOf.get(province.code)!.draw(rng);
  }

  /** Another commune of the same district where there is one. */
  drawNeighbour(rng: Rng, commune: Commune): Commune {
    return rng.pick(this.districtOf.get(commune.districtCode)!);
  }
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}

function communeWeight(commune: Commune): number {
  const kind = commune.name.startsWith('Phường') ? 2.2 : commune.name.startsWith('Thị trấn') ? 1.5 : 1;
  return kind * (0.5 + hashUnit(commune.index, 77));
}

/** Reads `01;11(Hà Tây cũ: 111,112)` or `13(130-132)`: bracketed three-digit prefixes replace the one before them. */
function cardPrefixes(text: string): string[] {
  const prefixes: string[] = [];
  for (const part of text.split(';')) {
    const inside = /\((.*)\)/.exec(part)?.[1];
    if (inside === undefined) {
      prefixes.push(part.trim());
      continue;
    }
    for (const [, from, to] of inside.matchAll(/(\d{3})(?:-(\d{3}))?/g)) {
      for (let prefix = Number(from); prefix <= Number(to ?? from); prefix++) {
        prefixes.push(String(prefix).padStart(3, '0'));
      }
    }
  }
  return prefixes;
}
