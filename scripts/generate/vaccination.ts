import { dayNumber, two } from './dates.js';
import type { Facility } from './facilities.js';
import type { Person } from './person.js';
import { hash32, type Rng } from './rng.js';
import { Weighted } from './weighted.js';

export interface Dose {
  readonly number: number;
  /** Name as the platform spells it (PL5). */
  readonly vaccine: string;
  readonly day: number;
  readonly lot: string;
  readonly facility: Facility;
}

const AZ = 'COVID-19 Vaccine AstraZeneca';
const PFIZER = 'COVID-19 Vaccine Comirnaty (Pfizer/BioNtech)';
const MODERNA = 'COVID-19 Vaccine Moderna';
const VERO = 'COVID-19 Vaccine (Vero Cell), Inactivated (Sinopharm)';
const SPUTNIK = 'COVID-19 Vaccine Gam-covid-vac (Sputnik V)';
const ABDALA = 'COVID-19 Vaccine Abdala';

const FIRST = new Weighted([[AZ, 30], [PFIZER, 30], [VERO, 27], [MODERNA, 9], [SPUTNIK, 1], [ABDALA, 3]]); // biome-ignore format: a table
const BOOSTER = new Weighted([[AZ, 20], [PFIZER, 55], [MODERNA, 18], [VERO, 7]]); // biome-ignore format: a table
const GAP: Readonly<Record<string, readonly [number, number]>> = { [AZ]: [28, 84], [PFIZER]: [21, 35], [MODERNA]: [28, 42], [VERO]: [21, 35], [SPUTNIK]: [21, 30], [ABDALA]: [14, 28] }; // biome-ignore format: a table
const LOT_LETTERS: Readonly<Record<string, string>> = { [AZ]: 'ABW', [PFIZER]: 'FK', [MODERNA]: '094', [VERO]: '2021', [SPUTNIK]: 'II', [ABDALA]: 'AB' }; // biome-ignore format: a table

const CAMPAIGN_START = dayNumber(2021, 3, 8);
const TEENAGERS_FROM = dayNumber(2021, 11, 1);
const CHILDREN_FROM = dayNumber(2022, 4, 14);
const BOOSTERS_FROM = dayNumber(2021, 12, 17);
const CAMPAIGN_END = dayNumber(2022, 4, 30);
const DOSE_COUNT = new Weighted<number>([[1, 6], [2, 30], [3, 50], [4, 14]]); // biome-ignore format: a table

/** Doses of a person in order, none for who may not have any; `place` says where each is given. */
export function drawDoses(rng: Rng, person: Person, place: () => Facility): Dose[] {
  const age = 2022 - person.year;
  const last = person.deathDay === 0 ? CAMPAIGN_END : Math.min(CAMPAIGN_END, person.deathDay - 14);
  const young = age < 18;
  let day: number;
  let wanted = DOSE_COUNT.draw(rng);
  if (age < 12) {
    day = CHILDREN_FROM + rng.below(17);
    wanted = 1;
  } else if (young) {
    day = TEENAGERS_FROM + Math.floor(rng.unit() * rng.unit() * 120);
    wanted = Math.min(2, wanted);
  } else {
    // Few before July 2021, most from July to November.
    day = rng.chance(0.08)
      ? CAMPAIGN_START + rng.below(110)
      : dayNumber(2021, 6, 25) + Math.floor(rng.unit() * rng.unit() * 200);
  }
  const doses: Dose[] = [];
  let vaccine = young ? PFIZER : FIRST.draw(rng);
  for (let number = 1; number <= wanted && day <= last; number++) {
    const facility = place();
    doses.push({ number, vaccine, day, lot: lot(vaccine, facility, day, rng), facility });
    const [from, to] = GAP[vaccine]!;
    if (number === 1) {
      day += rng.between(from, to);
      if (rng.chance(0.08) && !young) vaccine = BOOSTER.draw(rng);
    } else {
      // The third of four is the additional dose, soon after the second; a booster waits three months.
      const additional = number === 2 && wanted === 4;
      day = additional
        ? day + rng.between(28, 50)
        : Math.max(day + rng.between(90, 130), BOOSTERS_FROM + rng.below(40));
      vaccine = BOOSTER.draw(rng);
    }
  }
  return doses;
}

/** A facility uses one lot of a vaccine for a fortnight; one lot in twenty is not written down. */
function lot(vaccine: string, facility: Facility, day: number, rng: Rng): string {
  if (rng.chance(0.05)) return '';
  const number = hash32(facility.index, Math.floor(day / 14), vaccine.length);
  return `${LOT_LETTERS[vaccine]}${two(number % 100)}${String(Math.floor(number / 100) % 1000).padStart(3, '0')}`;
}
