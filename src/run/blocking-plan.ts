import type { BlockingPlan } from '../domain/blocking-plan.js';
import { appendBlockingKeys, BLOCKING_RULES, nameCountKey, personFacts } from '../match/blocking.js';

/** The matcher's blocking rules as the registry wants them. */
export const BLOCKING_PLAN: BlockingPlan = {
  ruleNames: BLOCKING_RULES.map(({ name }) => name),
  appendKeys: (person, keys) => appendBlockingKeys(personFacts(person), 'all', keys),
  nameCountKey,
};
