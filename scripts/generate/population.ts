import type { Commune, Geography } from './geography.js';
import { Households } from './households.js';
import type { Names } from './names.js';
import { BLOCK_SIZE, type Person, PRECISION } from './person.js';
import { PERSON_RATES } from './rates.js';
import { hash32, hashUnit, Rng } from './rng.js';

const BASES = 500_000;
/** Prime to 500,000 and to every power of ten: counting up looks random and never repeats. */
const STRIDE = 314_159;

/**
 * All persons. Only the ID suffix and the old card number of each are kept (8 bytes a person, so that they are unique);
 * everything else is made again from the seed, a block at a time.
 */
export class Population {
  private readonly geography: Geography;
  private readonly households: Households;
  private readonly rng = new Rng();
  private readonly seed: number;
  private readonly suffixes: Uint32Array;
  private readonly cards: Uint32Array;
  private readonly groupCounts = new Uint32Array(1_000_000);
  private readonly cardCounts = new Map<string, number>();
  private numbered = 0;
  private cachedBlock = -1;
  private cached: Person[] = [];

  constructor(geography: Geography, names: Names, seed: number, capacity: number) {
    this.geography = geography;
    this.households = new Households(geography, names, this.rng);
    this.seed = seed;
    this.suffixes = new Uint32Array(capacity);
    this.cards = new Uint32Array(capacity);
  }

  get capacity(): number {
    return this.suffixes.length;
  }

  communeOf(block: number): Commune {
    this.rng.seed(this.seed, block, 11);
    return this.geography.drawCommune(this.rng);
  }

  /** The persons of a block. */
  block(block: number): readonly Person[] {
    if (block === this.cachedBlock) return this.cached;
    this.cached = this.withNamesakes(block, this.drawn(block));
    this.cachedBlock = block;
    return this.cached;
  }

  private drawn(block: number): Person[] {
    const commune = this.communeOf(block);
    this.rng.seed(this.seed, block, 12);
    return this.households.block(block * BLOCK_SIZE, commune);
  }

  /** Some of those absent from the snapshot are the namesakes of persons in it: the trap for a careless matcher. */
  private withNamesakes(block: number, persons: Person[]): Person[] {
    if (block === 0) return persons;
    for (let at = 0; at < persons.length; at++) {
      const person = persons[at]!;
      const drawn = hashUnit(this.seed, person.index, 26);
      if (!person.absent || person.secondTwin || drawn >= PERSON_RATES.absentWithNamesake) continue;
      const others = this.drawn(hash32(this.seed, person.index, 27) % block);
      const model = others.find((one) => !one.absent && one.male === person.male);
      if (model === undefined) continue;
      const place = Math.floor(person.idPrefix / 1000) * 1000;
      const sameDay = drawn < PERSON_RATES.absentWithNamesake * PERSON_RATES.namesakeSameBirthDate;
      const { name, surname, year, idPrefix } = model;
      const { month, day } = sameDay || person.day > 28 ? model : person;
      const named = { name, surname, year, month, day, idPrefix: place + (idPrefix % 1000) };
      persons[at] = { ...person, ...named, precision: PRECISION.day };
    }
    return persons;
  }

  /** Gives out the numbers of a block's persons; blocks must come in order, each once, before any number is asked for. */
  assignNumbers(persons: readonly Person[]): void {
    for (const person of persons) {
      if (person.index !== this.numbered++) throw new Error('blocks must be numbered in order');
      const group = person.idPrefix;
      const previous = this.groupCounts[group]!;
      if (previous >= BASES) throw new Error('too many persons of one sex, year and province');
      const flip = hash32(this.seed, person.index, 21) & 1;
      if (person.secondTwin && person.idPrefix === persons[(person.index % BLOCK_SIZE) - 1]?.idPrefix) {
        this.suffixes[person.index] = this.suffixes[person.index - 1]! ^ 1;
      } else {
        const base = (previous * STRIDE + (hash32(this.seed, group, 22) % BASES)) % BASES;
        this.suffixes[person.index] = base * 2 + flip;
        this.groupCounts[group] = previous + 1;
      }
      if (person.cardPrefix !== '') this.cards[person.index] = this.nextCard(person);
    }
  }

  private nextCard(person: Person): number {
    // Some card numbers were issued twice: take an earlier person's.
    const draw = hash32(this.seed, person.index, 23);
    if (person.index > 0 && draw < PERSON_RATES.cmndIssuedTwice * 4294967296) {
      const donor = hash32(this.seed, person.index, 24) % person.index;
      if (this.cards[donor] !== 0) return this.cards[donor]!;
    }
    const count = this.cardCounts.get(person.cardPrefix) ?? 0;
    this.cardCounts.set(person.cardPrefix, count + 1);
    const size = 10 ** (9 - person.cardPrefix.length);
    if (count >= size) throw new Error('too many old cards of one province');
    const offset = hash32(this.seed, Number(person.cardPrefix), 25) % size;
    return Number(person.cardPrefix) * size + ((count * 271_828_183 + offset) % size);
  }

  /** The 12-digit personal ID. */
  personId(person: Person): string {
    return String(person.idPrefix).padStart(6, '0') + String(this.suffixes[person.index]!).padStart(6, '0');
  }

  /** The 9-digit card number, or an empty string. */
  card(person: Person): string {
    return person.cardPrefix === '' ? '' : String(this.cards[person.index]!).padStart(9, '0');
  }
}
