import type { Person, PersonName } from './identity.js';

/** The part of a person that the registry stores before it has counted anything. */
export type StoredPerson = Omit<Person, 'personNumber' | 'idNotUnique' | 'nameCount'>;

/** Fields by which a crowded key can be narrowed; each value is a whole number below 2^16, 0: unknown. */
export const NARROWING_FIELDS = ['province', 'district', 'commune', 'birth_year', 'sex'] as const;
export type NarrowingField = (typeof NARROWING_FIELDS)[number];

/** At most so many fields narrow a key, one after another. */
export const MOST_NARROWINGS = 3;

/** Number of values of a key within its space. */
export const KEY_SPACE = 2 ** 41;
/** Key spaces of one level: the rules, and one that the build uses itself. */
export const SPACES_A_LEVEL = 16;

/** The key space of a key, `level * 16 + rule`; level 0 holds the keys of the rules, level n those narrowed n times. */
export function spaceOfKey(key: number): number {
  return Math.floor(key / KEY_SPACE);
}

/** Rule number of a key, narrowed or not. */
export function ruleOfKey(key: number): number {
  return spaceOfKey(key) % SPACES_A_LEVEL;
}

/**
 * How persons are filed for looking up. The registry stores what the plan says and knows no rule itself.
 * A key is a whole number below 2^47: `(level * 16 + rule) * 2^41 + value`.
 */
export interface BlockingPlan {
  /** Names of the rules, by rule number; at most 15. Rule 0 is the personal ID itself, which is never narrowed. */
  readonly ruleNames: readonly string[];
  readonly appendKeys: (person: StoredPerson, keys: number[]) => void;
  /** By rule: the fields by which its crowded keys are narrowed, tried one after another; may be empty. */
  readonly narrowings: readonly (readonly NarrowingField[])[];
  /** The one value of a person, 0 where it is unknown. */
  readonly narrowingValue: (person: StoredPerson, field: NarrowingField) => number;
  /** The key one level deeper for those of a key's persons who have this value. */
  readonly narrowKey: (key: number, value: number) => number;
  /** Below 2^41. */
  readonly nameCountKey: (name: PersonName) => number;
}

/** What a record is looked up by. */
export interface BlockingRequest {
  /** The record's name: persons who bear it to the letter need not be read again. */
  readonly name?: PersonName;
  readonly keys: readonly number[];
  /** The values that a record may have, each reading of its text one; empty where it says nothing. */
  readonly narrowingValues: (field: NarrowingField) => readonly number[];
}
