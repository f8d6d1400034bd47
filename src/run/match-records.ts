import type { Candidate } from '../domain/decision.js';
import type { RecordIdentity } from '../domain/identity.js';
import { appendBlockingKeys, recordFacts } from '../match/blocking.js';
import { isSettledByCrossCheck } from '../match/decide.js';
import type { MatchModel } from '../match/model.js';
import { scoreCandidates } from '../match/score.js';
import type { RegistryLookup } from '../registry/lookup.js';

export interface Matched {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** False when a blocking key was too crowded to follow. */
  readonly allCompared: boolean;
}

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
  const checked = registry.find(facts.map((fact) => keysOf(fact, 'cross-check')));
  const results: Matched[] = records.map((record, i) => ({
    candidates: scoreCandidates(record, checked[i]!.persons, registry.statistics, model),
    allCompared: true,
  }));
  const open: number[] = [];
  for (let i = 0; i < results.length; i++) {
    if (!isSettledByCrossCheck(results[i]!.candidates)) open.push(i);
  }
  const traced = registry.find(open.map((i) => keysOf(facts[i]!, 'all')));
  open.forEach((i, at) => {
    const { persons, crowdedKeys } = traced[at]!;
    results[i] = {
      candidates: scoreCandidates(records[i]!, persons, registry.statistics, model),
      allCompared: crowdedKeys === 0,
    };
  });
  return results;
}

function keysOf(facts: Parameters<typeof appendBlockingKeys>[0], step: 'cross-check' | 'all'): number[] {
  const keys: number[] = [];
  appendBlockingKeys(facts, step, keys);
  return keys;
}
