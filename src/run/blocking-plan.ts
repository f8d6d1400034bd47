import type { BlockingPlan, BlockingRequest } from '../domain/blocking-plan.js';
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
  return {
    ruleNames: rules.map(({ name }) => name),
    appendKeys: (person, keys) => appendBlockingKeys(personFacts(person), BLOCKING_STEPS, keys, rules),
    narrowings: rules.map(({ narrowBy }) => narrowBy),
    narrowingValue: (person, field) => narrowingValues(personFacts(person), field)[0] ?? 0,
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
