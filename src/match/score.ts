import type { Candidate, Comparison } from '../domain/decision.js';
import type { Person, RecordIdentity } from '../domain/identity.js';
import { type NameStatistics, population } from '../domain/name-statistics.js';
import { compare } from './compare.js';
import { isFirstOfJanuary } from './compare-birth-date.js';
import { betterFitting, idOwner } from './conditions.js';
import { birthDateSupports, nameSupports } from './evidence.js';
import type { MatchModel } from './model.js';
import { type ComparedPerson, oddsOfNobody } from './nobody.js';
import { type FieldWeights, fieldWeights } from './weights.js';

/**
 * Compares a record with every candidate and gives each the probability that it is the record's person.
 * The candidates and "not in the registry" share the whole probability, so that two equal candidates get at
 * most a half each. Result: best first. `leftOut`: how many persons share a crowded key with the record, but were not
 * compared because they live elsewhere.
 */
export function scoreCandidates(
  record: RecordIdentity,
  persons: readonly Person[],
  statistics: NameStatistics,
  model: MatchModel,
  leftOut = 0,
): Candidate[] {
  if (persons.length === 0) return [];
  const id = record.personalId.kind === 'citizen' ? record.personalId.digits : '';
  const isOwned = persons.some((person) => person.personId === id);
  const scored = persons.map((person): Scored => {
    const comparison = compare(record, person, isOwned);
    const weights = fieldWeights(comparison, person, record.personalId, statistics, model);
    const weight = weights.name + weights.birthDate + weights.id + weights.sex + weights.place;
    return { person, comparison, weights, weight };
  });
  // Sorting a single candidate, as nearly every record has, costs as much as comparing it.
  if (scored.length > 1) scored.sort(byWeight);
  const nobody = oddsOfNone(record, scored, leftOut, statistics, model);
  settleMixedIdentity(scored, model);
  if (scored.length > 1) scored.sort(byWeight);
  const prior = priorOdds(record, statistics, model);
  const relative = scored.map(({ weight }) => prior * 2 ** weight);
  const total = relative.reduce((sum, value) => sum + value, nobody);
  return scored.map(({ person, comparison, weight }, i) => ({
    person,
    comparison,
    weight,
    probability: relative[i]! / total,
  }));
}

/** The odds, before any field is compared, that one person of the registry is the record's rather than nobody. */
export function priorOdds(record: RecordIdentity, statistics: NameStatistics, model: MatchModel): number {
  return oddsInRegistry(record, statistics, model) / population(statistics);
}

/** The odds that the record's person is none of those compared: not in the registry, or in it and not seen. */
export function oddsOfNone(
  record: RecordIdentity,
  compared: readonly ComparedPerson[],
  leftOut: number,
  statistics: NameStatistics,
  model: MatchModel,
): number {
  return oddsOfNobody(compared, statistics, model) + oddsOfUnseen(record, leftOut, statistics, model);
}

/**
 * Odds that the record's person is among those who share its name and birth year, but live elsewhere and were not
 * compared. Had they the same day of birth, another key would have found them.
 */
function oddsOfUnseen(
  record: RecordIdentity,
  leftOut: number,
  statistics: NameStatistics,
  model: MatchModel,
): number {
  if (leftOut === 0) return 0;
  const { birthDate } = record;
  const knowsDay = birthDate.kind === 'date' && birthDate.value.day > 0 && !isFirstOfJanuary(birthDate.value);
  const { name, birthDate: dates, place } = model.m;
  const date = knowsDay ? dates.same_year : dates.year_only;
  return oddsInRegistry(record, statistics, model) * name.exact * date * place.different;
}

/** Below this share of the registry's persons a province is taken not to be in the snapshot. */
const COVERED_SHARE = 0.0005;

function oddsInRegistry(record: RecordIdentity, statistics: NameStatistics, model: MatchModel): number {
  const inRegistry = priorInRegistry(record, statistics, model);
  return inRegistry / (1 - inRegistry);
}

function priorInRegistry(record: RecordIdentity, statistics: NameStatistics, model: MatchModel): number {
  if (record.personalId.kind === 'passport') return model.priorWithPassport;
  const { province } = record.residence;
  const isCovered =
    province === 0 || (statistics.provinces.get(province) ?? 0) >= statistics.persons * COVERED_SHARE;
  return isCovered ? model.priorInRegistry : model.priorOutsideCoverage;
}

interface Scored {
  readonly person: Person;
  readonly comparison: Comparison;
  readonly weights: FieldWeights;
  weight: number;
}

/**
 * Where the ID is one person's and name and birth date are another's, they are one slip (the wrong line of the
 * household book, a brother's card), not two: then the owner of the ID is as likely as the model says, whatever the
 * two fields weigh one by one.
 */
function settleMixedIdentity(scored: readonly Scored[], model: MatchModel): void {
  const owner = idOwner(scored);
  if (owner === undefined) return;
  const ownerBits = Math.log2(model.ownIdBesideAnothersName / (1 - model.ownIdBesideAnothersName));
  // Somebody nearer to the record must not be less likely for it: one field that agrees by chance changes nothing.
  if (!nameSupports(owner.comparison) || !birthDateSupports(owner.comparison)) {
    const best = mostLikely(
      scored.filter(
        ({ comparison }) =>
          nameSupports(comparison) && (birthDateSupports(comparison) || comparison.birthDate === 'missing'),
      ),
    );
    if (best !== undefined) owner.weight = Math.max(owner.weight, best.weight + ownerBits);
    return;
  }
  const other = betterFitting(owner, scored);
  if (other !== undefined) other.weight = Math.max(other.weight, owner.weight - ownerBits);
}

function mostLikely(scored: readonly Scored[]): Scored | undefined {
  let best: Scored | undefined;
  for (const one of scored) if (best === undefined || one.weight > best.weight) best = one;
  return best;
}

/** Heaviest first; equals by personal ID and then registry order, so that runs repeat. */
function byWeight(a: Scored, b: Scored): number {
  return (
    b.weight - a.weight ||
    compareText(a.person.personId, b.person.personId) ||
    a.person.personNumber - b.person.personNumber
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
