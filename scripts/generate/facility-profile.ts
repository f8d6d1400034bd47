import type { ErrorKind } from './kinds.js';
import { RATES, type Rate, type RateGroup } from './rates.js';
import { hashUnit, type Rng } from './rng.js';

interface Entry {
  readonly kind: ErrorKind;
  readonly background: number;
  /** Share of records with the fault in the weeks when it is systematic here; 0 where it never is. */
  readonly inside: number;
}

const WEEKS_WITH_THE_FAULT = 0.8;
const kindNumber = new Map<ErrorKind, number>(RATES.map((one, position) => [one.kind, position]));

/** The error rates of one facility: a multiple of the usual ones, and what is systematically wrong there. */
export class FacilityProfile {
  private readonly seed: number;
  private readonly facility: number;
  private readonly groups = new Map<RateGroup, Entry[]>();
  /** Fixed draw in [0, 1) by which a facility does a fault always in the same manner. */
  readonly manner: number;

  constructor(seed: number, facility: number) {
    this.seed = seed;
    this.facility = facility;
    this.manner = hashUnit(seed, facility, 41);
    const carelessness = multiplier(hashUnit(seed, facility, 42), hashUnit(seed, facility, 43));
    for (const one of RATES) {
      const entries = this.groups.get(one.group) ?? [];
      entries.push({ kind: one.kind, background: background(one, carelessness), inside: this.inside(one) });
      this.groups.set(one.group, entries);
    }
  }

  /** At most one damage of a group for a record of that week. */
  draw(rng: Rng, group: RateGroup, week: number): ErrorKind | null {
    let at = rng.unit();
    for (const entry of this.groups.get(group)!) {
      at -= entry.inside > 0 && this.faultyWeek(entry.kind, week) ? entry.inside : entry.background;
      if (at < 0) return entry.kind;
    }
    return null;
  }

  private inside(one: Rate): number {
    if (one.facilities === 0) return 0;
    const drawn = hashUnit(this.seed, this.facility, 100 + kindNumber.get(one.kind)!);
    return drawn < one.facilities / WEEKS_WITH_THE_FAULT ? one.inside : 0;
  }

  private faultyWeek(kind: ErrorKind, week: number): boolean {
    const drawn = hashUnit(this.seed ^ this.facility, week, 200 + kindNumber.get(kind)!);
    return drawn < WEEKS_WITH_THE_FAULT;
  }
}

function background(one: Rate, carelessness: number): number {
  return one.group === 'residence' ? one.background : Math.min(0.6, one.background * carelessness);
}

/** Log-normal with mean about 1: most facilities are careful, a few are not. */
function multiplier(u: number, v: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v);
  return Math.min(6, Math.exp(0.8 * normal - 0.32));
}
