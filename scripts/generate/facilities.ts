import { readTable } from './data-files.js';
import type { Commune, Geography, Province } from './geography.js';
import { hash32, type Rng } from './rng.js';

export interface Facility {
  readonly index: number;
  readonly code: string;
  readonly name: string;
  readonly province: Province;
}

/** Vaccination facilities (PL4) found by district or province. */
export class Facilities {
  private readonly byDistrict = new Map<string, Facility[]>();
  private readonly byProvince = new Map<string, Facility[]>();
  private readonly seed: number;

  constructor(geography: Geography, seed: number) {
    this.seed = seed;
    const provinceOf = new Map(geography.provinces.map((one) => [one.name.normalize('NFC'), one]));
    let index = 0;
    for (const row of readTable('template-pl4-facilities-public.csv')) {
      const province = provinceOf.get(row[0]!.normalize('NFC'));
      if (province === undefined) continue;
      const facility: Facility = { index: index++, code: row[3]!, name: row[4]!.trim(), province };
      add(this.byDistrict, `${province.code}|${row[1]!.normalize('NFC')}`, facility);
      add(this.byProvince, province.code, facility);
    }
  }

  /** The facility that serves most people of a commune; always the same one. */
  home(commune: Commune): Facility {
    const near = this.near(commune);
    return near[hash32(this.seed, commune.index, 5) % near.length]!;
  }

  /** Some facility of the same district. */
  nearby(rng: Rng, commune: Commune): Facility {
    return rng.pick(this.near(commune));
  }

  private near(commune: Commune): readonly Facility[] {
    return (
      this.byDistrict.get(`${commune.province.code}|${commune.districtName.normalize('NFC')}`) ??
      this.byProvince.get(commune.province.code)!
    );
  }
}

function add(map: Map<string, Facility[]>, key: string, facility: Facility): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [facility]);
  else list.push(facility);
}
