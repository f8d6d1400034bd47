import { KEY_SPACE, type NarrowingField } from '../domain/blocking-plan.js';
import type { PartialDate, Person, PersonName, RecordIdentity, Sex } from '../domain/identity.js';
import { hashText } from './hash.js';

/** What the blocking rules read of a person or of a dose record. */
export interface BlockingFacts {
  /** 12 digits, or empty. */
  readonly personalId: string;
  /** 9 digits, or empty. */
  readonly cmnd: string;
  readonly name: PersonName;
  /** A person has one; a record has one for each reading of its text. */
  readonly birthDates: readonly PartialDate[];
  readonly sex: Sex;
  readonly province: number;
  readonly district: number;
  readonly commune: number;
}

/**
 * One blocking rule: the same function gives the keys of a person and of a dose record.
 * Two that share a key are compared. A rule that lacks a field gives no key.
 */
export interface BlockingRule {
  readonly name: string;
  /**
   * `cross-check`: whom the record claims to be. `rivals`: who could fit better than the owner of the number, a twin or a
   * namesake. `trace`: anybody else.
   */
  readonly step: 'cross-check' | 'rivals' | 'trace';
  /** The text of each key is hashed; a rule of numbers gives the number itself. */
  readonly keys: (facts: BlockingFacts) => readonly (string | number)[];
  /**
   * Fields by which a key that too many persons share is narrowed, tried one after another. Best is a field that the
   * key does not hold already, that is seldom wrong and that divides evenly.
   */
  readonly narrowBy: readonly NarrowingField[];
}

const NONE: readonly (string | number)[] = [];
const NO_YEARS: readonly number[] = [];
const SEX_VALUES: Readonly<Record<Sex, readonly number[]>> = { unknown: [], male: [1], female: [2] };

function isFull(date: PartialDate): boolean {
  return date.day > 0;
}

function dayNumber(date: PartialDate): number {
  return date.year * 10_000 + date.month * 100 + date.day;
}

let lastName: PersonName | null = null;
let lastUnordered = '';

/** Accent-free words in byte order: the same text whether or not the given name was written first. */
export function unorderedName(name: PersonName): string {
  // Several rules ask for the same name in turn.
  if (name !== lastName) {
    lastUnordered = name.folded.length < 2 ? (name.folded[0] ?? '') : [...name.folded].sort().join(' ');
    lastName = name;
  }
  return lastUnordered;
}

/** First and last word without their order: surname and given name, however they were arranged. */
function outerWords(name: PersonName): string {
  const first = name.folded[0] ?? '';
  const last = name.folded.at(-1) ?? '';
  return first < last ? `${first} ${last}` : `${last} ${first}`;
}

/** Each year of the readings of a birth date, once. */
function birthYears({ birthDates }: BlockingFacts): readonly number[] {
  const [first, ...others] = birthDates;
  if (first === undefined) return NO_YEARS;
  if (others.every(({ year }) => year === first.year)) return [first.year];
  return [...new Set(birthDates.map(({ year }) => year))];
}

function forFullDates(facts: BlockingFacts, key: (day: number) => string): readonly string[] {
  const keys: string[] = [];
  for (const date of facts.birthDates) if (isFull(date)) keys.push(key(dayNumber(date)));
  return keys;
}

/**
 * The rules, in the order of their numbers; `docs/decisions/0001-blocking-keys.md` has the reasons. Changing one changes the registry's format.
 */
export const BLOCKING_RULES: readonly BlockingRule[] = [
  {
    name: 'personal_id',
    step: 'cross-check',
    narrowBy: [],
    keys: (facts) => (facts.personalId === '' ? NONE : [Number(facts.personalId)]),
  },
  {
    name: 'cmnd',
    step: 'cross-check',
    narrowBy: [],
    keys: (facts) => (facts.cmnd === '' ? NONE : [Number(facts.cmnd)]),
  },
  {
    name: 'surname_given_birth_date',
    step: 'rivals',
    narrowBy: ['province', 'district'],
    keys: (facts) =>
      facts.name.folded.length === 0
        ? NONE
        : forFullDates(facts, (day) => `${outerWords(facts.name)}|${day}`),
  },
  {
    name: 'name_birth_year',
    step: 'trace',
    narrowBy: ['province', 'district'],
    keys: (facts) => {
      if (facts.name.folded.length < 2) return NONE;
      return birthYears(facts).map((year) => `${unorderedName(facts.name)}|${year}`);
    },
  },
  {
    name: 'name_commune',
    step: 'rivals',
    narrowBy: ['birth_year'],
    keys: (facts) =>
      facts.name.folded.length < 2 || facts.commune === 0
        ? NONE
        : [`${unorderedName(facts.name)}|${facts.commune}`],
  },
  {
    name: 'birth_date_district',
    step: 'rivals',
    narrowBy: ['commune'],
    keys: (facts) => (facts.district === 0 ? NONE : forFullDates(facts, (day) => `${day}|${facts.district}`)),
  },
  {
    name: 'given_birth_date_province',
    step: 'trace',
    narrowBy: ['district', 'commune'],
    keys: (facts) => {
      const given = facts.name.folded.at(-1);
      if (given === undefined || facts.province === 0) return NONE;
      return forFullDates(facts, (day) => `${given}|${day}|${facts.province}`);
    },
  },
  {
    name: 'given_birth_year_commune',
    step: 'trace',
    narrowBy: ['sex'],
    keys: (facts) => {
      const given = facts.name.folded.at(-1);
      if (given === undefined || facts.commune === 0) return NONE;
      return birthYears(facts).map((year) => `${given}|${year}|${facts.commune}`);
    },
  },
];

/** All steps, in the order in which they are taken. */
export const BLOCKING_STEPS: readonly BlockingRule['step'][] = ['cross-check', 'rivals', 'trace'];

/** Appends the keys of some steps to `keys`; every key is a whole number below 2^45 (level 0 of the key spaces). */
export function appendBlockingKeys(
  facts: BlockingFacts,
  steps: readonly BlockingRule['step'][],
  keys: number[],
  rules: readonly BlockingRule[] = BLOCKING_RULES,
): void {
  for (let rule = 0; rule < rules.length; rule++) {
    const { step, keys: texts } = rules[rule]!;
    if (!steps.includes(step)) continue;
    for (const text of texts(facts)) {
      keys.push(rule * KEY_SPACE + (typeof text === 'number' ? text : hashText(text)));
    }
  }
}

/** Key under which full names are counted, for term frequency. */
export function nameCountKey(name: PersonName): number {
  return hashText(unorderedName(name));
}

/**
 * The values of a narrowing field, each below 2^16: a person has one at most, a record one for each reading of its
 * text; none where the field is unknown.
 */
export function narrowingValues(facts: BlockingFacts, field: NarrowingField): readonly number[] {
  if (field === 'birth_year') return birthYears(facts);
  if (field === 'sex') return SEX_VALUES[facts.sex];
  return facts[field] === 0 ? [] : [facts[field]];
}

/** The facts of a registry person. */
export function personFacts(
  person: Pick<Person, 'personId' | 'cmnd' | 'name' | 'birthDate' | 'sex' | 'residence'>,
): BlockingFacts {
  return {
    personalId: person.personId,
    cmnd: person.cmnd,
    name: person.name,
    birthDates: person.birthDate.year === 0 ? [] : [person.birthDate],
    sex: person.sex,
    ...person.residence,
  };
}

/** The facts of a dose record, with every reading of its birth date. */
export function recordFacts(identity: RecordIdentity): BlockingFacts {
  const { birthDate, personalId } = identity;
  return {
    personalId: personalId.kind === 'citizen' ? personalId.digits : '',
    cmnd: personalId.kind === 'cmnd' ? personalId.digits : '',
    name: identity.name,
    birthDates: birthDate.kind === 'date' ? [birthDate.value, ...birthDate.alternatives] : [],
    sex: identity.sex,
    ...identity.residence,
  };
}
