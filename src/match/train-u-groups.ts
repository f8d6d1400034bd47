import type { Person } from '../domain/identity.js';
import type { MatchModel } from './model.js';

/** Pairs of the starting model that stand beside the observed ones. */
const PSEUDO_PAIRS = 10;

/** Pairs of equal values over all pairs, of which `counts` has the size of each group. */
function samePairs(counts: Iterable<number>): number {
  let pairs = 0;
  for (const count of counts) pairs += (count * (count - 1)) / 2;
  return pairs;
}

function groupSizes(persons: readonly Person[], keyOf: (person: Person) => number): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const person of persons) {
    const key = keyOf(person);
    if (key !== 0) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  return sizes;
}

/** (observed + pseudo) / (expected + pseudo / start): near `start` where little is observed. */
export function smoothedRatio(observed: number, expected: number, start: number): number {
  return (observed + PSEUDO_PAIRS) / (expected + PSEUDO_PAIRS / start);
}

/**
 * Chance that two persons live in the same commune; in the same district, but another commune; and so on. All pairs
 * of the sample count: the sizes of the groups give them exactly.
 */
export function placeShares(
  persons: readonly Person[],
  start: MatchModel['u']['place'],
): MatchModel['u']['place'] {
  const placed = persons.filter(({ residence }) => residence.commune !== 0);
  const all = samePairs([placed.length]);
  const inCommune = samePairs(groupSizes(placed, ({ residence }) => residence.commune).values());
  const inDistrict = samePairs(groupSizes(placed, ({ residence }) => residence.district).values());
  const inProvince = samePairs(groupSizes(placed, ({ residence }) => residence.province).values());
  const share = (pairs: number, level: keyof typeof start) => {
    const smoothed = smoothedRatio(Math.max(0, pairs), all * start[level], 1) * start[level];
    return Math.min(1 - 1e-6, Math.max(1e-9, smoothed));
  };
  return {
    commune: share(inCommune, 'commune'),
    district: share(inDistrict - inCommune, 'district'),
    province: share(inProvince - inDistrict, 'province'),
    different: share(all - inProvince, 'different'),
  };
}

export function birthShares(persons: readonly Person[], start: MatchModel['u']) {
  const years = groupSizes(persons, ({ birthDate }) => birthDate.year);
  const known = persons.filter(({ birthDate }) => birthDate.year !== 0).length;
  const days = persons.filter(({ birthDate }) => birthDate.day !== 0);
  const first = days.filter(({ birthDate: { day, month } }) => day === 1 && month === 1).length;
  const all = samePairs([known]);
  const sameYear = smoothedRatio(samePairs(years.values()), all / start.birthYears, 1) / start.birthYears;
  return {
    birthYears: Math.min(149, Math.max(1.5, 1 / sameYear)),
    firstOfJanuary: (first + PSEUDO_PAIRS * start.firstOfJanuary) / (days.length + PSEUDO_PAIRS),
  };
}
