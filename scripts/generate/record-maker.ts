import { asSentBirth, asSentName } from './as-sent-identity.js';
import { damageId } from './damage-id.js';
import { damagePlace, type PlaceCells, placeCells } from './damage-place.js';
import type { Facilities } from './facilities.js';
import { FacilityProfile } from './facility-profile.js';
import { foreignIdentity } from './foreigner.js';
import type { Commune, Geography } from './geography.js';
import type { ErrorKind } from './kinds.js';
import type { Person } from './person.js';
import type { Population } from './population.js';
import { RECORD_RATES } from './rates.js';
import type { AsSentRecord } from './record.js';
import { Rng } from './rng.js';
import { type Dose, drawDoses } from './vaccination.js';

/** Turns a dosed person into the records that facilities sent, with their errors. */
export class RecordMaker {
  private readonly population: Population;
  private readonly facilities: Facilities;
  private readonly geography: Geography;
  private readonly seed: number;
  private readonly rng = new Rng();
  private readonly profiles = new Map<number, FacilityProfile>();
  private previousId = '';

  constructor(population: Population, facilities: Facilities, geography: Geography, seed: number) {
    this.population = population;
    this.facilities = facilities;
    this.geography = geography;
    this.seed = seed;
  }

  /** One or two records of a person, or none when the person had no dose. */
  records(person: Person, block: readonly Person[]): AsSentRecord[] {
    const rng = this.rng;
    rng.seed(this.seed, person.index, 51);
    const commune = this.residence(person, rng);
    const doses = drawDoses(rng, person, () =>
      rng.chance(0.85) ? this.facilities.home(commune) : this.facilities.nearby(rng, commune),
    );
    if (doses.length === 0) return [];
    if (person.index % 3 === 0 && rng.chance(RECORD_RATES.foreigner * 3)) {
      const identity = foreignIdentity(rng);
      const { phone, ...rest } = identity;
      return [{ ...rest, doses, ...this.details(phone, commune.province.code, 0, placeCells(commune)) }];
    }
    if (doses.length < 2 || !rng.chance(RECORD_RATES.secondRecord * 1.2)) {
      return [this.record(person, block, commune, doses, false)];
    }
    const split = rng.between(1, doses.length - 1);
    const first = this.record(
      person,
      block,
      commune,
      doses.slice(0, split),
      rng.chance(RECORD_RATES.secondRecordByCmnd),
    );
    const elsewhere = rng.chance(0.3) ? this.geography.drawNeighbour(rng, commune) : commune;
    return [first, this.record(person, block, elsewhere, doses.slice(split), false)];
  }

  /** Where the person lives now: mostly the permanent commune. */
  private residence(person: Person, rng: Rng): Commune {
    if (!rng.chance(0.2)) return person.commune;
    const kind = rng.unit();
    if (kind < 0.4) return this.geography.drawNeighbour(rng, person.commune);
    if (kind < 0.7) return this.geography.drawCommune(rng, person.commune.province);
    return this.geography.drawCommune(rng);
  }

  private profile(facility: number): FacilityProfile {
    let profile = this.profiles.get(facility);
    if (profile === undefined) {
      profile = new FacilityProfile(this.seed, facility);
      this.profiles.set(facility, profile);
    }
    return profile;
  }

  private record(
    person: Person,
    block: readonly Person[],
    commune: Commune,
    doses: readonly Dose[],
    byCard: boolean,
  ): AsSentRecord {
    const rng = this.rng;
    const profile = this.profile(doses[0]!.facility.index);
    const week = Math.floor(doses[0]!.day / 7);
    const kinds: ErrorKind[] = [];
    const relative = this.relative(person, block);
    const truePersonId = this.population.personId(person);

    // The dose was the ID owner's; the name, birth date and sex were copied from a relative's line.
    const takesRelative = relative !== null && profile.draw(rng, 'identity', week) !== null;
    if (takesRelative) kinds.push('relative_identity');
    const shown = takesRelative ? relative : person;

    const idDamage = profile.draw(rng, 'id', week);
    // Without the own ID nothing of such a record would point to its person.
    const kind = byCard ? 'id_cmnd' : takesRelative ? null : idDamage;
    const sources = {
      card: this.population.card(person),
      phone: person.phone,
      relativeId: relative === null ? '' : this.population.personId(relative),
      previousId: this.previousId,
      manner: profile.manner,
    };
    let personalId = truePersonId;
    if (kind !== null) {
      const done = damageId(kind, truePersonId, sources, rng);
      personalId = done.text;
      kinds.push(...done.kinds);
      // Cards that begin with 0 lose it in the same workbooks.
      if (done.kinds[0] === 'id_cmnd' && personalId.startsWith('0') && rng.chance(0.06)) {
        personalId = personalId.replace(/^0+/, '');
        kinds.push('id_lost_zeros');
      }
    }
    this.previousId = truePersonId;

    const place = placeCells(commune);
    if (commune !== person.commune) kinds.push('residence_moved');
    const placeDamage = profile.draw(rng, 'place', week);
    if (placeDamage !== null) kinds.push(...damagePlace(placeDamage, place, commune, rng));

    const name = asSentName(shown, profile, week, kinds, rng);
    const birth = asSentBirth(shown, profile, week, kinds, rng);
    const sexDamage = profile.draw(rng, 'sex', week);
    if (sexDamage !== null) kinds.push(sexDamage);
    const male = shown.male !== (sexDamage === 'sex_wrong');
    const sex = sexDamage === 'sex_missing' ? 'missing' : male ? 'male' : 'female';
    return {
      personIndex: person.index,
      truePersonId,
      inRegistry: !person.absent,
      kinds,
      name,
      birth,
      sex,
      personalId,
      doses,
      ...this.details(person.phone, person.commune.province.code, person.household, place),
    };
  }

  private details(phone: string, province: string, household: number, place: PlaceCells) {
    const rng = this.rng;
    const drawn = rng.unit();
    const international =
      drawn < 0.015 ? `+84${phone.slice(1)}` : drawn < 0.025 ? `84${phone.slice(1)}` : phone;
    const digits = String(rng.below(10_000_000_000)).padStart(10, '0');
    const long = `${rng.pick(['DN', 'HT', 'GD', 'HS', 'TE', 'HC'])}${rng.between(1, 5)}${province}${digits}`;
    return {
      phone: rng.chance(0.02) ? '' : international,
      insuranceCard: rng.chance(0.4) ? '' : rng.chance(0.7) ? long : digits,
      place,
      priorityGroup: String(rng.between(1, 16)),
      neighbourhood: `Tổ ${rng.between(1, 24)}`,
      householdCode: `H${String(household + 1).padStart(3, '0')}`,
    };
  }

  /** Somebody of the same household, or null. */
  private relative(person: Person, block: readonly Person[]): Person | null {
    const family = block.filter((one) => one.household === person.household && one !== person);
    return family.length === 0 ? null : this.rng.pick(family);
  }
}
