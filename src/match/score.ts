import type { Candidate } from '../domain/decision.js';
import type { Person, RecordIdentity } from '../domain/identity.js';
import type { NameStatistics } from '../domain/name-statistics.js';
import { compare } from './compare.js';
import type { MatchModel } from './model.js';
import { fieldWeights } from './weights.js';

/**
 * Compares a record with every candidate and gives each the probability that it is the record's person.
 * The candidates and "not in the registry" share the whole probability, so that two equal candidates get at
 * most a half each. Result: best first; equals by personal ID and then registry order, so that runs repeat.
 */
export function scoreCandidates(
  record: RecordIdentity,
  persons: readonly Person[],
  statistics: NameStatistics,
  model: MatchModel,
): Candidate[] {
  const scored = persons.map((person) => {
    const comparison = compare(record, person);
    const weights = fieldWeights(comparison, person, statistics, model);
    const weight = weights.name + weights.birthDate + weights.id + weights.sex + weights.place;
    return { person, comparison, weight };
  });
  const priorOdds = model.priorInRegistry / (1 - model.priorInRegistry) / Math.max(statistics.persons, 1);
  const relative = scored.map(({ weight }) => priorOdds * 2 ** weight);
  const total = relative.reduce((sum, value) => sum + value, 1);
  return scored
    .map((candidate, i) => ({ ...candidate, probability: relative[i]! / total }))
    .sort(
      (a, b) =>
        b.weight - a.weight ||
        compareText(a.person.personId, b.person.personId) ||
        a.person.personNumber - b.person.personNumber,
    );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
