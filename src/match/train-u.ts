import type { Person, PersonName } from '../domain/identity.js';
import type { NameStatistics } from '../domain/name-statistics.js';
import { compareNames } from './compare-name.js';
import type { FactoredNameLevel, MatchModel } from './model.js';
import { FACTORED_NAME_LEVELS } from './model-parameters.js';
import { birthShares, placeShares, smoothedRatio } from './train-u-groups.js';
import { nameU } from './weights.js';

/** One pair in four is compared once more with one name abbreviated: the registry itself has no initials. */
const ABBREVIATED_EVERY = 4;

/** Pairs compared between two yields: a tenth of a second. */
const PAIRS_AT_ONCE = 50_000;

/** What pairs of strangers say. */
export interface StrangerCounts {
  readonly u: MatchModel['u'];
  /** Pairs of names compared, and how many reached each level. */
  readonly namePairs: number;
  readonly nameLevels: Readonly<Record<FactoredNameLevel, number>>;
  /** Share of the pairs with the same accent-free words whose accents are the same too. */
  readonly accentsAgree: number;
}

/** 32 well-mixed bits of a number: the same pairs on every machine. */
function mix(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** The name with initials in place of middle words, and every other time of the surname too. */
function abbreviate(name: PersonName, withSurname: boolean): PersonName {
  const short = (words: readonly string[]) =>
    words.map((word, i) => (i === words.length - 1 || (i === 0 && !withSurname) ? word : word.slice(0, 1)));
  return { ...name, tokens: short(name.tokens), folded: short(name.folded) };
}

function sameFolded(a: PersonName, b: PersonName): boolean {
  return a.folded.length === b.folded.length && a.folded.every((word, i) => word === b.folded[i]);
}

/**
 * Estimates u from persons of the registry: place and birth year over all pairs, the factors of the name levels over
 * `pairs` pairs picked by hash, beside what `nameU` predicts for the same persons without a factor.
 * `persons`: in an order that does not depend on the snapshot's. Yields now and then, last with the estimate.
 */
export function* estimateU(
  persons: readonly Person[],
  statistics: NameStatistics,
  start: MatchModel['u'],
  pairs: number,
): Generator<undefined, StrangerCounts> {
  const observed = Object.fromEntries(FACTORED_NAME_LEVELS.map((level) => [level, 0])) as Record<
    FactoredNameLevel,
    number
  >;
  const isFactored = (level: string): level is FactoredNameLevel => level in observed;
  let compared = 0;
  let abbreviated = 0;
  let sameWords = 0;
  let sameAccents = 0;
  for (let pair = 0; pair < pairs && persons.length > 1; pair++) {
    if (pair % PAIRS_AT_ONCE === 0) yield;
    const a = mix(2 * pair) % persons.length;
    const b = mix(2 * pair + 1) % persons.length;
    if (a === b) continue;
    const record = persons[a]!.name;
    const person = persons[b]!.name;
    compared++;
    const level = compareNames(record, person);
    if (isFactored(level) && level !== 'abbreviated') observed[level]++;
    if (sameFolded(record, person)) {
      sameWords++;
      if (level === 'exact') sameAccents++;
    }
    if (pair % ABBREVIATED_EVERY !== 0 || record.folded.length < 2) continue;
    const short = abbreviate(record, pair % (2 * ABBREVIATED_EVERY) === 0);
    abbreviated++;
    if (compareNames(short, person) === 'abbreviated') observed.abbreviated++;
  }
  const nameFactor = Object.fromEntries(
    FACTORED_NAME_LEVELS.map((level) => {
      const whole = level === 'abbreviated' ? abbreviated : compared;
      const predicted = meanNameU(level, persons, statistics) * whole;
      return [level, smoothedRatio(observed[level], predicted, start.nameFactor[level])];
    }),
  ) as MatchModel['u']['nameFactor'];
  return {
    u: { place: placeShares(persons, start.place), ...birthShares(persons, start), nameFactor },
    namePairs: compared,
    nameLevels: observed,
    accentsAgree: (sameAccents + 1) / (sameWords + 2),
  };
}

const NO_FACTOR = Object.fromEntries(
  FACTORED_NAME_LEVELS.map((level) => [level, 1]),
) as MatchModel['u']['nameFactor'];

function meanNameU(level: FactoredNameLevel, persons: readonly Person[], statistics: NameStatistics): number {
  let sum = 0;
  for (const person of persons) sum += nameU(level, person, statistics, NO_FACTOR);
  return sum / Math.max(1, persons.length);
}
