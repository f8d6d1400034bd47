import { slashDate } from './dates.js';
import type { AsSentRecord } from './record.js';
import type { Rng } from './rng.js';

const MEN = ['JOHN', 'MARK', 'WEI', 'MIN HO', 'HIROSHI', 'PIERRE', 'IVAN'];
const WOMEN = ['ANNA', 'MARY', 'JI WOO', 'YUKI', 'LI NA', 'ELENA', 'CLAIRE'];
const SURNAMES = ['SMITH', 'KIM', 'LEE', 'PARK', 'TANAKA', 'WANG', 'MARTIN', 'PETROV', 'CHEN', 'GARCIA'];
const PASSPORTS = ['M', 'E', 'P', 'TR', 'G', 'AB'];

/** A made-up foreigner with a passport; never in the registry, so without a true person ID. */
export function foreignIdentity(rng: Rng) {
  const male = rng.chance(0.6);
  const date = { year: rng.between(1950, 2003), month: rng.between(1, 12), day: rng.between(1, 28) };
  return {
    personIndex: -1,
    truePersonId: '',
    inRegistry: false,
    kinds: ['foreigner'],
    name: `${rng.pick(SURNAMES)} ${rng.pick(male ? MEN : WOMEN)}`,
    birth: slashDate(date),
    sex: male ? 'male' : 'female',
    personalId: rng.pick(PASSPORTS) + String(rng.below(100_000_000)).padStart(8, '0'),
    phone: `09${String(rng.below(100_000_000)).padStart(8, '0')}`,
  } as const satisfies Partial<AsSentRecord>;
}
