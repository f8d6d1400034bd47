import type { Candidate, Comparison } from '../domain/decision.js';
import type { Person, RecordIdentity } from '../domain/identity.js';
import type { NameStatistics } from '../domain/name-statistics.js';
import { compare } from './compare.js';
import { birthDateSupports, nameSupports } from './evidence.js';
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
  const id = record.personalId.kind === 'citizen' ? record.personalId.digits : '';
  const isOwned = persons.some((person) => person.personId === id);
  const scored = persons.map((person) => {
    const comparison = compare(record, person, isOwned);
    const weights = fieldWeights(comparison, person, statistics, model);
    const weight = weights.name + weights.birthDate + weights.id + weights.sex + weights.place;
    return { person, comparison, weight };
  });
  const prior = priorOdds(record, statistics, model);
  raiseOwner(scored, model);
  const relative = scored.map(({ weight }) => prior * 2 ** weight);
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

/** The odds, before any field is compared, that one person of the registry is the record's rather than nobody. */
export function priorOdds(record: RecordIdentity, statistics: NameStatistics, model: MatchModel): number {
  const inRegistry = record.personalId.kind === 'passport' ? model.priorWithPassport : model.priorInRegistry;
  return inRegistry / (1 - inRegistry) / Math.max(statistics.persons, 1);
}

interface Scored {
  readonly person: Person;
  readonly comparison: Comparison;
  weight: number;
}

/**
 * A name and a birth date that both belong to another person are one slip (the wrong line of the household book),
 * not two: the owner of the ID is then as likely as the model says, whatever the two fields weigh one by one.
 */
function raiseOwner(scored: readonly Scored[], model: MatchModel): void {
  const owner = scored.find(({ comparison }) => comparison.id === 'exact');
  if (owner === undefined || nameSupports(owner.comparison) || birthDateSupports(owner.comparison)) return;
  let best: Scored | undefined;
  for (const other of scored) {
    if (other === owner || !nameSupports(other.comparison) || !birthDateSupports(other.comparison)) continue;
    if (best === undefined || other.weight > best.weight) best = other;
  }
  if (best === undefined) return;
  const odds = model.ownIdBesideAnothersName / (1 - model.ownIdBesideAnothersName);
  owner.weight = Math.max(owner.weight, best.weight + Math.log2(odds));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
