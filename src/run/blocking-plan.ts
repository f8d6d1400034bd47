import type { BlockingPlan, BlockingRequest, StoredPerson } from '../domain/blocking-plan.js';
import {
  appendBlockingKeys,
  BLOCKING_RULES,
  BLOCKING_STEPS,
  type BlockingFacts,
  type BlockingRule,
  nameCountKey,
  narrowingValues,
  personFacts,
} from '../match/blocking.js';
import { narrowKey } from '../match/hash.js';

/** Blocking rules as the registry wants them. */
export function blockingPlan(rules: readonly BlockingRule[]): BlockingPlan {
  // A build asks for one thing of a person after the other.
  let last: StoredPerson | null = null;
  let lastFacts: BlockingFacts | null = null;
  const factsOf = (person: StoredPerson): BlockingFacts => {
    if (lastFacts === null || person !== last) lastFacts = personFacts(person);
    last = person;
    return lastFacts;
  };
  return {
    ruleNames: rules.map(({ name }) => name),
    appendKeys: (person, keys) => appendBlockingKeys(factsOf(person), BLOCKING_STEPS, keys, rules),
    narrowings: rules.map(({ narrowBy }) => narrowBy),
    narrowingValue: (person, field) => narrowingValues(factsOf(person), field)[0] ?? 0,
    narrowKey,
    nameCountKey,
  };
}

/** The matcher's blocking rules. */
export const BLOCKING_PLAN: BlockingPlan = blockingPlan(BLOCKING_RULES);

/** What the registry is asked for a record. */
export function blockingRequest(
  facts: BlockingFacts,
  steps: readonly BlockingRule['step'][],
): BlockingRequest {
  const keys: number[] = [];
  appendBlockingKeys(facts, steps, keys);
  return { name: facts.name, keys, narrowingValues: (field) => narrowingValues(facts, field) };
}
