import { dayNumber, daysInMonth } from './dates.js';
import { drawNameForm, type NameForm } from './ethnic-names.js';
import type { Commune, Geography } from './geography.js';
import type { Names } from './names.js';
import { BLOCK_SIZE, type Person, PRECISION } from './person.js';
import { PERSON_RATES } from './rates.js';
import type { Rng } from './rng.js';
import { Weighted } from './weighted.js';

const THIS_YEAR = 2022;
const LAST_BIRTH_YEAR = 2016;
const PHONE_PREFIXES = ['086', '096', '097', '098', '032', '033', '034', '035', '036', '037', '038', '039', '088', '091', '094', '081', '082', '083', '085', '089', '090', '093', '070', '077', '079', '092', '056', '058']; // biome-ignore format: a list

const HEAD_DECADE = new Weighted<number>([[22, 13], [30, 27], [40, 22], [50, 19], [60, 13], [70, 6]]); // biome-ignore format: a table
const CHILD_COUNT = new Weighted<number>([[0, 12], [1, 26], [2, 42], [3, 15], [4, 5]]); // biome-ignore format: a table

interface Draft {
  male: boolean;
  year: number;
  surname: string;
  form: NameForm | null;
  /** A twin born on the same day, or null. */
  twin: Person | null;
  /** A person whose full name this one bears as well, or null. */
  namesake: Person | null;
  phone: string;
}

/** Makes the households of one block after another. */
export class Households {
  private readonly geography: Geography;
  private readonly names: Names;
  private readonly rng: Rng;

  constructor(geography: Geography, names: Names, rng: Rng) {
    this.geography = geography;
    this.names = names;
    this.rng = rng;
  }

  /** Persons `firstIndex` to `firstIndex + BLOCK_SIZE - 1`, all resident in `commune`; the generator must have been seeded. */
  block(firstIndex: number, commune: Commune): Person[] {
    const persons: Person[] = [];
    for (let household = 0; persons.length < BLOCK_SIZE; household++) {
      this.household(persons, firstIndex, household, commune);
    }
    persons.length = BLOCK_SIZE;
    return persons;
  }

  private household(persons: Person[], firstIndex: number, household: number, commune: Commune): void {
    const rng = this.rng;
    const form = drawNameForm(rng, commune.province.code);
    const surname = this.surname(form);
    const headAge = HEAD_DECADE.draw(rng) + rng.below(10);
    const phone = this.phone();
    const add = (draft: Partial<Draft> & { male: boolean; year: number }): Person => {
      const full = { surname, form, twin: null, namesake: null, phone, ...draft };
      const person = this.person(firstIndex + persons.length, household, commune, full);
      persons.push(person);
      return person;
    };
    const headYear = THIS_YEAR - headAge;
    if (rng.chance(0.1)) {
      const male = rng.chance(0.5);
      add({ male, year: headYear });
      return;
    }
    const father = add({ male: true, year: headYear });
    const motherAge = Math.max(19, headAge - rng.between(-3, 8));
    const motherPhone = rng.chance(0.15) ? phone : this.phone();
    add({
      male: false,
      year: THIS_YEAR - motherAge,
      surname: this.surname(form),
      phone: motherPhone,
    });
    this.children(add, father, motherAge, phone);
    if (rng.chance(0.09)) {
      add({ male: true, year: Math.max(1927, headYear - rng.between(21, 36)) });
    }
    if (rng.chance(0.16)) {
      add({
        male: false,
        year: Math.max(1927, headYear - rng.between(19, 34)),
        surname: this.surname(form),
      });
    }
  }

  private children(
    add: (draft: Partial<Draft> & { male: boolean; year: number }) => Person,
    father: Person,
    motherAge: number,
    phone: string,
  ): void {
    const rng = this.rng;
    let age = motherAge - rng.between(19, 30);
    for (let left = CHILD_COUNT.draw(rng); left > 0; left--, age -= rng.between(1, 6)) {
      const year = THIS_YEAR - age;
      if (year > LAST_BIRTH_YEAR) return;
      if (age >= 24 && rng.chance(0.6)) continue;
      const male = rng.chance(0.52);
      const own = age >= 16 && rng.chance(0.85) ? this.phone() : phone;
      const namesake = male && rng.chance(PERSON_RATES.sonBearsFathersName) ? father : null;
      const child = add({ male, year, phone: own, namesake });
      if (rng.chance(PERSON_RATES.twins)) {
        add({ male: rng.chance(0.85) ? male : !male, year, phone: own, twin: child });
      }
    }
  }

  private surname(form: NameForm | null): string {
    return form === null ? this.names.surname(this.rng) : this.rng.pick(form.surnames);
  }

  private phone(): string {
    return this.rng.pick(PHONE_PREFIXES) + String(this.rng.below(10_000_000)).padStart(7, '0');
  }

  private name(draft: Draft): string {
    const rng = this.rng;
    if (draft.namesake !== null) return draft.namesake.name;
    if (draft.form !== null) return draft.form.name(rng, draft.male, draft.surname);
    const own = this.names.middleAndGiven(rng, draft.male, draft.year);
    if (draft.twin === null || draft.twin.male !== draft.male) return `${draft.surname} ${own}`;
    // Twins share everything but the given name, as families do (Minh Anh, Minh Ánh).
    const words = draft.twin.name.split(' ');
    const given = own.split(' ').at(-1)!;
    return words.at(-1) === given ? `${draft.surname} ${own} Em` : [...words.slice(0, -1), given].join(' ');
  }

  private person(index: number, household: number, commune: Commune, draft: Draft): Person {
    const rng = this.rng;
    const { male, year, twin } = draft;
    let month = rng.between(1, 12);
    let day = rng.between(1, daysInMonth(year, month));
    if (rng.chance(PERSON_RATES.bornOnFirstOfJanuary)) month = day = 1;
    if (twin !== null) ({ month, day } = twin);
    const yearOnly = year < 1960 ? PERSON_RATES.yearOnlyBefore1960 : PERSON_RATES.yearOnlySince1960;
    const precisionDraw = rng.unit();
    const precision =
      precisionDraw < yearOnly
        ? PRECISION.year
        : precisionDraw < yearOnly + PERSON_RATES.monthOnly
          ? PRECISION.month
          : PRECISION.day;
    const registered = rng.chance(PERSON_RATES.registeredElsewhere)
      ? this.geography.drawProvince(rng)
      : commune.province;
    const hasCard = year <= 2003 && rng.chance(PERSON_RATES.hasCmnd);
    return {
      index,
      name: this.name(draft),
      surname: draft.surname,
      male,
      year,
      month,
      day,
      precision: twin === null ? precision : twin.precision,
      commune,
      household,
      phone: draft.phone,
      idPrefix: this.idPrefix(Number(registered.code), male, year),
      secondTwin: twin !== null && twin.male === male,
      cardPrefix: hasCard ? rng.pick(registered.cardPrefixes) : '',
      deathDay: rng.chance(year < 1962 ? 0.02 : 0.0015) ? dayNumber(2020, 6, 1) + rng.below(690) : 0,
      absent: rng.chance(PERSON_RATES.absentFromSnapshot),
    };
  }

  private idPrefix(province: number, male: boolean, year: number): number {
    const rng = this.rng;
    const century = (year < 2000 ? 0 : 2) + (male ? 0 : 1);
    const prefix = province * 1000 + century * 100 + (year % 100);
    if (!rng.chance(PERSON_RATES.idStructureFault)) return prefix;
    const kind = rng.below(3);
    if (kind === 0) return province * 1000 + (century ^ 1) * 100 + (year % 100);
    return kind === 1
      ? prefix - (year % 100) + ((year + 1) % 100)
      : prefix - province * 1000 + rng.between(97, 999) * 1000;
  }
}
