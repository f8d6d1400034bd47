import type { BirthDateLevel, Comparison, IdLevel, NameLevel } from '../domain/decision.js';
import type { Person } from '../domain/identity.js';
import { type NameStatistics, population } from '../domain/name-statistics.js';
import type { MatchModel } from './model.js';
import { birthDateU, type FieldWeights, ISSUED_NEIGHBOURS, nameU } from './weights.js';

/**
 * How well somebody who is not in the registry explains that a candidate resembles the record, beside pure chance:
 * in the same unit as a candidate's 2^weight, before the prior. Three ways are weighed:
 * - a double: another person of the same name and birth date or year, wherever they live;
 * - a mixed record: the number is the absent person's own, and name and birth date were typed from a relative's line;
 * - a twin: the candidate is the absent person's twin, with the same birth date and place, and perhaps the next number.
 */
export function resemblanceOfNobody(
  comparison: Comparison,
  weights: FieldWeights,
  person: Person,
  statistics: NameStatistics,
  model: MatchModel,
): number {
  const nameAndSex = 2 ** (weights.name + weights.sex);
  const datePlace = 2 ** (weights.birthDate + weights.place);
  const double = nameAndSex * doubleRatio(comparison.birthDate, weights, person, model);
  const mixed = SHOWS_ANOTHER_NUMBER.has(comparison.id)
    ? model.mixedIdentity * model.ownIdBesideAnothersName * nameAndSex * datePlace
    : 0;
  const twin =
    model.twin *
    datePlace *
    twinNameRatio(comparison.name, person, statistics, model) *
    twinIdRatio(comparison.id, statistics);
  return double + mixed + twin;
}

/** A person beside a record. */
export interface ComparedPerson {
  readonly comparison: Comparison;
  readonly person: Person;
  readonly weights: FieldWeights;
}

/**
 * Odds of "not in the registry" after the candidates were seen, where they are 1 before: the chance resemblances, and
 * those of `resemblanceOfNobody`.
 */
export function oddsOfNobody(
  compared: readonly ComparedPerson[],
  statistics: NameStatistics,
  model: MatchModel,
): number {
  let odds = 1;
  for (const { comparison, weights, person } of compared) {
    odds += resemblanceOfNobody(comparison, weights, person, statistics, model) / population(statistics);
  }
  return odds;
}

const SHOWS_ANOTHER_NUMBER: ReadonlySet<IdLevel> = new Set(['different', 'cmnd_different']);

/** Share of the days of a year that stand in this relation to a given day. */
const DAYS_OF_SAME_YEAR: Readonly<Partial<Record<BirthDateLevel, number>>> = {
  exact: 1 / 365,
  swapped: 1 / 365,
  one_digit: 20 / 365,
  one_part: 40 / 365,
  same_year: 1 - 62 / 365,
  compatible: 1,
  year_only: 1,
  placeholder: 1,
};

/** Share of doubles that reach the level of the birth date, over the chance of a stranger to do so. */
function doubleRatio(
  level: BirthDateLevel,
  weights: FieldWeights,
  person: Person,
  model: MatchModel,
): number {
  if (level === 'missing') return model.lookAlike.birthYear;
  const sameYear = (DAYS_OF_SAME_YEAR[level] ?? 0) / birthDateU(level, person, model);
  return model.lookAlike.birthDate * 2 ** weights.birthDate + model.lookAlike.birthYear * sameYear;
}

/** Share of twins whose given names are one slip apart. */
const TWIN_NAMES_CLOSE = 0.1;
/** Share of twins whose numbers follow each other. */
const TWIN_NUMBERS_CLOSE = 0.5;

function twinNameRatio(
  level: NameLevel,
  person: Person,
  statistics: NameStatistics,
  model: MatchModel,
): number {
  if (level === 'partial' || level === 'different') return 1;
  if (level !== 'close_given' && level !== 'given_accent_differs' && level !== 'two_slips') return 0;
  return TWIN_NAMES_CLOSE / nameU(level, person, statistics, model.u.nameFactor);
}

function twinIdRatio(level: IdLevel, statistics: NameStatistics): number {
  if (level === 'one_edit') return (TWIN_NUMBERS_CLOSE * population(statistics)) / ISSUED_NEIGHBOURS;
  return level === 'missing' || level === 'different' || level === 'cmnd_different' ? 1 : 0;
}
