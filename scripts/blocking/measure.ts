import { ruleOfKey } from '../../src/domain/blocking-plan.js';
import {
  appendBlockingKeys,
  BLOCKING_STEPS,
  type BlockingRule,
  narrowingValues,
  recordFacts,
} from '../../src/match/blocking.js';
import type { RegistryLookup } from '../../src/registry/lookup.js';
import type { BenchmarkRecord } from './benchmark-records.js';

/** What one rule, or all together, did for the records of a benchmark. */
export interface RuleFigures {
  readonly name: string;
  /** Records with a key of this rule. */
  readonly asked: number;
  /** Records whose person is among the candidates. */
  readonly found: number;
  /** The same, of the records whose number does not lead to the person. */
  readonly foundWithoutNumber: number;
  /** Found by this rule and by no other of the matcher's rules. */
  readonly foundByItAlone: number;
  readonly candidates: number;
  /** Persons whom no other of the matcher's rules gives. */
  readonly candidatesOfItAlone: number;
  readonly mostCandidates: number;
  /** Records with a crowded key of this rule, and of these the ones that could not be followed. */
  readonly crowded: number;
  readonly notFollowed: number;
}

export interface Figures {
  readonly records: number;
  /** Records whose number does not lead to the person. */
  readonly withoutNumber: number;
  readonly rules: readonly RuleFigures[];
  readonly together: RuleFigures;
}

type Draft = { -readonly [K in keyof RuleFigures]: RuleFigures[K] };

const RECORDS_A_BATCH = 2000;

function newDraft(name: string): Draft {
  const none = { asked: 0, found: 0, foundWithoutNumber: 0, foundByItAlone: 0 };
  const nobody = { candidates: 0, candidatesOfItAlone: 0, mostCandidates: 0 };
  return { name, ...none, ...nobody, crowded: 0, notFollowed: 0 };
}

interface RuleResult {
  readonly asked: boolean;
  readonly persons: ReadonlySet<string>;
  readonly crowded: boolean;
  readonly notFollowed: boolean;
}

function lookUp(
  records: readonly BenchmarkRecord[],
  rule: number,
  rules: readonly BlockingRule[],
  registry: RegistryLookup,
) {
  const requests = records.map(({ identity }) => {
    const facts = recordFacts(identity);
    const keys: number[] = [];
    appendBlockingKeys(facts, BLOCKING_STEPS, keys, rules);
    return {
      keys: keys.filter((key) => ruleOfKey(key) === rule),
      narrowingValues: (field: Parameters<typeof narrowingValues>[1]) => narrowingValues(facts, field),
    };
  });
  return registry.find(requests).map(
    ({ persons, notCompared }, i): RuleResult => ({
      asked: requests[i]!.keys.length > 0,
      persons: new Set(persons.map(({ personId }) => personId)),
      crowded: notCompared.length > 0,
      notFollowed: notCompared.some(({ reason }) => reason !== 'other_value'),
    }),
  );
}

function addTo(draft: Draft, result: RuleResult, trueId: string, numberLeads: boolean): void {
  if (result.asked) draft.asked++;
  if (result.persons.has(trueId)) {
    draft.found++;
    if (!numberLeads) draft.foundWithoutNumber++;
  }
  draft.candidates += result.persons.size;
  draft.mostCandidates = Math.max(draft.mostCandidates, result.persons.size);
  if (result.crowded) draft.crowded++;
  if (result.notFollowed) draft.notFollowed++;
}

/**
 * Looks every record up by each rule alone. The first `ruled` rules are the matcher's; the others are only compared
 * with them. A rule whose step is the cross-check is a number's.
 */
export function measure(
  records: readonly BenchmarkRecord[],
  rules: readonly BlockingRule[],
  ruled: number,
  registry: RegistryLookup,
): Figures {
  const drafts = rules.map(({ name }) => newDraft(name));
  const together = newDraft('all together');
  let withoutNumber = 0;
  for (let from = 0; from < records.length; from += RECORDS_A_BATCH) {
    const batch = records.slice(from, from + RECORDS_A_BATCH);
    const byRule = rules.map((_, rule) => lookUp(batch, rule, rules, registry));
    batch.forEach(({ trueId }, i) => {
      const results = byRule.map((list) => list[i]!);
      const own = results.slice(0, ruled);
      const numberLeads = own.some(
        ({ persons }, rule) => rules[rule]!.step === 'cross-check' && persons.has(trueId),
      );
      if (!numberLeads) withoutNumber++;
      results.forEach((result, rule) => {
        const draft = drafts[rule]!;
        addTo(draft, result, trueId, numberLeads);
        const others = own.filter((_, other) => other !== rule);
        for (const person of result.persons) {
          if (others.some(({ persons }) => persons.has(person))) continue;
          draft.candidatesOfItAlone++;
          if (person === trueId) draft.foundByItAlone++;
        }
      });
      const union: RuleResult = {
        asked: true,
        persons: new Set(own.flatMap(({ persons }) => [...persons])),
        crowded: own.some(({ crowded }) => crowded),
        notFollowed: own.some(({ notFollowed }) => notFollowed),
      };
      addTo(together, union, trueId, numberLeads);
    });
  }
  return { records: records.length, withoutNumber, rules: drafts, together };
}
