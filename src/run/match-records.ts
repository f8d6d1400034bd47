import type { Candidate } from '../domain/decision.js';
import type { RecordIdentity } from '../domain/identity.js';
import type { NotCompared } from '../domain/not-compared.js';
import { recordFacts } from '../match/blocking.js';
import { isSettledByCrossCheck } from '../match/decide.js';
import type { MatchModel } from '../match/model.js';
import { scoreCandidates } from '../match/score.js';
import type { RegistryLookup } from '../registry/lookup.js';
import { blockingRequest } from './blocking-plan.js';

export interface Matched {
  /** Best first. */
  readonly candidates: readonly Candidate[];
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
 * Matches many records in two steps, strict to loose: the cross-check looks up the persons whose ID the records
 * claim; whoever does not agree completely is traced by all blocking rules.
 */
export function matchRecords(
  records: readonly RecordIdentity[],
  registry: RegistryLookup,
  model: MatchModel,
): Matched[] {
  const facts = records.map(recordFacts);
  const checked = registry.find(facts.map((fact) => blockingRequest(fact, 'cross-check')));
  const results: Matched[] = records.map((record, i) => ({
    candidates: scoreCandidates(record, checked[i]!.persons, registry.statistics, model),
    allCompared: true,
    leftOut: 0,
    notCompared: NOBODY,
  }));
  const open: number[] = [];
  for (let i = 0; i < results.length; i++) {
    if (!isSettledByCrossCheck(results[i]!.candidates)) open.push(i);
  }
  const traced = registry.find(open.map((i) => blockingRequest(facts[i]!, 'all')));
  open.forEach((i, at) => {
    const { persons, notCompared } = traced[at]!;
    const leftOut = notCompared.reduce(
      (sum, { reason, persons: count }) => (reason === 'other_value' ? sum + count : sum),
      0,
    );
    results[i] = {
      candidates: scoreCandidates(records[i]!, persons, registry.statistics, model, leftOut),
      allCompared: notCompared.every(({ reason }) => reason === 'other_value'),
      leftOut,
      notCompared,
    };
  });
  return results;
}
