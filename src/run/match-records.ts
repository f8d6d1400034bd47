import type { Candidate } from '../domain/decision.js';
import type { Person, RecordIdentity } from '../domain/identity.js';
import type { NotCompared } from '../domain/not-compared.js';
import { recordFacts } from '../match/blocking.js';
import { isOwnNumber, isSettledByCrossCheck } from '../match/decide.js';
import type { MatchModel } from '../match/model.js';
import { scoreCandidates } from '../match/score.js';
import type { RegistryLookup } from '../registry/lookup.js';
import { blockingRequest } from './blocking-plan.js';

/** How far the search for a record went: each goes further than the one before. */
export type Search = 'cross_check' | 'rivals' | 'all';

export interface Matched {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  readonly search: Search;
  /** False when a blocking key was too crowded to follow, even narrowed by a further field. */
  readonly allCompared: boolean;
  /**
   * Persons who share a crowded key that was followed narrowed, but have another value of the further field (live in
   * another province, say): at most so many rivals were not seen. 0 where `allCompared` says why there may be more.
   */
  readonly leftOut: number;
  /** The same by blocking rule and reason, for counting; empty where everybody was compared. */
  readonly notCompared: readonly NotCompared[];
}

const NOBODY: readonly NotCompared[] = [];

/**
 * Matches many records, strict to loose: the cross-check looks up the persons whose number the records claim. Where
 * they agree completely nothing is left to do; where they agree well enough, only who may fit better is looked for; all
 * others are traced by every blocking rule.
 */
export function matchRecords(
  records: readonly RecordIdentity[],
  registry: RegistryLookup,
  model: MatchModel,
): Matched[] {
  const facts = records.map(recordFacts);
  const checked = registry.find(facts.map((fact) => blockingRequest(fact, ['cross-check'])));
  const results: Matched[] = records.map((record, i) => ({
    candidates: scoreCandidates(record, checked[i]!.persons, registry.statistics, model),
    search: 'cross_check',
    allCompared: true,
    leftOut: 0,
    notCompared: NOBODY,
  }));
  const open: number[] = [];
  for (let i = 0; i < results.length; i++) {
    if (!isSettledByCrossCheck(results[i]!.candidates)) open.push(i);
  }
  const searches = open.map((i): Search => (isOwnNumber(results[i]!.candidates) ? 'rivals' : 'all'));
  const traced = registry.find(
    open.map((i, at) =>
      blockingRequest(facts[i]!, searches[at] === 'rivals' ? ['rivals'] : ['rivals', 'trace']),
    ),
  );
  open.forEach((i, at) => {
    const { persons, notCompared: tracing } = traced[at]!;
    const notCompared = [...checked[i]!.notCompared, ...tracing];
    const leftOut = notCompared.reduce(
      (sum, { reason, persons: count }) => (reason === 'other_value' ? sum + count : sum),
      0,
    );
    const all = withoutRepeats(checked[i]!.persons, persons);
    results[i] = {
      candidates: scoreCandidates(records[i]!, all, registry.statistics, model, leftOut),
      search: searches[at]!,
      allCompared: notCompared.every(({ reason }) => reason === 'other_value'),
      leftOut,
      notCompared,
    };
  });
  return results;
}

function withoutRepeats(checked: readonly Person[], traced: readonly Person[]): readonly Person[] {
  if (checked.length === 0) return traced;
  const known = new Set(checked.map(({ personNumber }) => personNumber));
  return [...checked, ...traced.filter(({ personNumber }) => !known.has(personNumber))];
}
