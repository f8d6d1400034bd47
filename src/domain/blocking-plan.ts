import type { Person, PersonName } from './identity.js';

/** The part of a person that the registry stores before it has counted anything. */
export type StoredPerson = Omit<Person, 'personNumber' | 'idNotUnique' | 'nameCount'>;

/**
 * How persons are filed for looking up. The registry stores what the plan says and knows no rule itself.
 * A key is a whole number below 2^45; its rule is `floor(key / 2^41)`.
 */
export interface BlockingPlan {
  /** Names of the rules, by rule number; at most 15. Rule 0 is the personal ID itself. */
  readonly ruleNames: readonly string[];
  readonly appendKeys: (person: StoredPerson, keys: number[]) => void;
  /** Below 2^41. */
  readonly nameCountKey: (name: PersonName) => number;
}
