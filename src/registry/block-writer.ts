import type Database from 'better-sqlite3';
import {
  type BlockingPlan,
  KEY_SPACE,
  MOST_NARROWINGS,
  type NarrowingField,
  ruleOfKey,
  SPACES_A_LEVEL,
} from '../domain/blocking-plan.js';
import type { KeyPageWriter } from './key-pages.js';
import type { PersonFields } from './person-fields.js';
import type { SortedSpill } from './sorted-spill.js';

/** Keys of one rule that too many persons share, and the persons behind them. */
export interface CrowdedKeys {
  readonly rule: string;
  readonly keys: number;
  readonly persons: number;
  /** The fields by which they were narrowed, one after another; none where the rule has none. */
  readonly narrowedBy: readonly NarrowingField[];
  /** What is still too crowded after the last of them: these persons are not found by this rule. */
  readonly still: { readonly keys: number; readonly persons: number };
}

/** A key space of the sort files that no key has: crowded keys by person. */
const BY_PERSON_SPACE = (MOST_NARROWINGS + 1) * SPACES_A_LEVEL;
/** Spreads the persons (below 2^27) over the partitions of that space (2^41). */
const SPREAD = 2 ** 14;

interface RuleCounts {
  keys: number;
  persons: number;
  stillKeys: number;
  stillPersons: number;
}

/**
 * Files persons under their keys. The persons of a key that more than `limit` share are filed under narrowed keys
 * instead, level by level: the crowded keys of all rules are put into the order of the persons, so that one pass over
 * the persons' fields narrows them all. Pages are written in the order of the keys; memory does not grow with the
 * persons.
 */
export class BlockWriter {
  readonly #plan: BlockingPlan;
  readonly #spill: SortedSpill;
  readonly #fields: PersonFields;
  readonly #limit: number;
  readonly #pages: KeyPageWriter;
  readonly #insertCrowded: Database.Statement;
  readonly #counts: RuleCounts[];
  /** Crowded keys of the level in work; persons point to them by position. */
  #crowded: number[] = [];

  constructor(
    db: Database.Database,
    plan: BlockingPlan,
    spill: SortedSpill,
    fields: PersonFields,
    pages: KeyPageWriter,
    limit: number,
  ) {
    this.#plan = plan;
    this.#spill = spill;
    this.#fields = fields;
    this.#limit = limit;
    this.#pages = pages;
    this.#insertCrowded = db.prepare('insert into crowded_key values (?, ?)');
    this.#counts = plan.ruleNames.map(() => ({ keys: 0, persons: 0, stillKeys: 0, stillPersons: 0 }));
  }

  /** Files the keys of the rules from `firstRule` on. Yields often. */
  *fileAll(firstRule: number): Generator<undefined, readonly CrowdedKeys[]> {
    for (let level = 0; level <= MOST_NARROWINGS; level++) {
      for (let rule = firstRule; rule < this.#plan.ruleNames.length; rule++) {
        yield* this.#file(level, rule);
      }
      if (this.#crowded.length === 0) break;
      yield* this.#narrow(level);
    }
    return this.#plan.ruleNames
      .map((rule, i) => {
        const { keys, persons, stillKeys, stillPersons } = this.#counts[i]!;
        const still = { keys: stillKeys, persons: stillPersons };
        return { rule, keys, persons, narrowedBy: this.#plan.narrowings[i]!, still };
      })
      .filter(({ keys }) => keys > 0);
  }

  *#file(level: number, rule: number): Generator<undefined, void> {
    yield* this.#spill.groups(level * SPACES_A_LEVEL + rule, (key, group) => {
      if (group.length <= this.#limit) {
        this.#pages.add(key, group);
        return;
      }
      this.#insertCrowded.run(key, group.length);
      const counts = this.#counts[rule]!;
      if (level === 0) {
        counts.keys++;
        counts.persons += group.length;
      }
      if (level === this.#plan.narrowings[rule]!.length) {
        counts.stillKeys++;
        counts.stillPersons += group.length;
        return;
      }
      const position = this.#crowded.push(key) - 1;
      for (const person of group) this.#spill.add(BY_PERSON_SPACE * KEY_SPACE + person * SPREAD, position);
    });
  }

  *#narrow(level: number): Generator<undefined, void> {
    yield* this.#spill.pairs(BY_PERSON_SPACE, (spread, position) => {
      const person = (spread - BY_PERSON_SPACE * KEY_SPACE) / SPREAD;
      const key = this.#crowded[position]!;
      const field = this.#plan.narrowings[ruleOfKey(key)]![level]!;
      this.#spill.add(this.#plan.narrowKey(key, this.#fields.get(person, field)), person);
    });
    this.#crowded = [];
  }
}
