import type { BlockingRequest, StoredPerson } from '../../src/domain/blocking-plan.js';
import type { Person } from '../../src/domain/identity.js';
import { normalizeName } from '../../src/normalize/name.js';
import { BLOCKING_PLAN } from '../../src/run/blocking-plan.js';

/** A registry as plainly as it can be said, without crowded keys: for comparison. */
export interface NaiveRegistry {
  readonly persons: readonly Person[];
  readonly repeated: readonly number[];
  readonly sharedIds: readonly number[];
  readonly find: (request: BlockingRequest) => Person[];
}

export function naiveRegistry(rows: readonly StoredPerson[]): NaiveRegistry {
  const kept = new Map<string, { readonly row: number; readonly stored: StoredPerson }>();
  const repeated: number[] = [];
  rows.forEach((given, i) => {
    const stored = { ...given, name: normalizeName(given.name.display.toWellFormed()) };
    const text = JSON.stringify([{ ...given, name: 0 }, given.name.display.toWellFormed()]);
    if (kept.has(text)) repeated.push(i + 1);
    else kept.set(text, { row: i + 1, stored });
  });
  const all = [...kept.values()].sort(
    (a, b) => Number(a.stored.personId) - Number(b.stored.personId) || a.row - b.row,
  );
  const owners = countBy(all, ({ stored }) => stored.personId);
  const namesakes = countBy(all, ({ stored }) => BLOCKING_PLAN.nameCountKey(stored.name));
  const persons = all.map(({ stored }, i) => ({
    ...stored,
    personNumber: i + 1,
    idNotUnique: owners.get(stored.personId)! > 1,
    nameCount: namesakes.get(BLOCKING_PLAN.nameCountKey(stored.name))!,
  }));
  const keysOf = persons.map((person) => {
    const keys: number[] = [];
    BLOCKING_PLAN.appendKeys(person, keys);
    return new Set(keys);
  });
  return {
    persons,
    repeated,
    sharedIds: all
      .filter(({ stored }) => owners.get(stored.personId)! > 1)
      .map(({ row }) => row)
      .sort((a, b) => a - b),
    find: ({ keys }) => persons.filter((_, i) => keys.some((key) => keysOf[i]!.has(key))),
  };
}

function countBy<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}
