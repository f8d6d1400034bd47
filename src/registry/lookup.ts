import type Database from 'better-sqlite3';
import type { BlockingPlan } from '../domain/blocking-plan.js';
import type { Person } from '../domain/identity.js';
import type { NameStatistics } from '../domain/name-statistics.js';
import { openRegistryFile } from './open.js';
import { type PersonRow, personOfRow } from './person-row.js';

/** The persons that share a key with one record, and how many of its keys were too crowded to follow. */
export interface Found {
  readonly persons: readonly Person[];
  readonly crowdedKeys: number;
}

export interface RegistryLookup {
  /** Identifies the contents: two registries with the same id give the same results. */
  readonly registryId: string;
  readonly statistics: NameStatistics;
  /**
   * Looks many records up at once: one sorted query for all their keys, one for the persons.
   * The result has one entry a record, persons in registry order.
   */
  readonly find: (keysOfRecords: readonly (readonly number[])[]) => Found[];
  readonly close: () => void;
}

const NOBODY: readonly Person[] = [];

/** Opens a registry for look-ups. @throws Failure as `openRegistryFile`. */
export function openLookup(path: string, plan: BlockingPlan): RegistryLookup {
  const db = openRegistryFile(path);
  // The database's pages stay in the operating system's cache, which all workers share.
  db.pragma('mmap_size = 30000000000');
  const meta = readMeta(db);
  const crowded = new Set(db.prepare('select key from crowded_key').pluck().all() as number[]);
  // `cross join` keeps the order of the sorted keys, so that the tree is walked from left to right once.
  const keyQuery = db
    .prepare('select b.key, b.person from json_each(?) j cross join block b on b.key = j.value')
    .raw();
  const personQuery = db
    .prepare('select p.* from json_each(?) j cross join person p on p.person_number = j.value')
    .raw();
  const nameQuery = db
    .prepare('select n.key, n.persons from json_each(?) j cross join name_count n on n.key = j.value')
    .raw();

  function numbersByKey(keysOfRecords: readonly (readonly number[])[]): Map<number, number[]> {
    const distinct = new Set<number>();
    for (const keys of keysOfRecords) for (const key of keys) if (!crowded.has(key)) distinct.add(key);
    const found = new Map<number, number[]>();
    for (const [key, person] of keyQuery.iterate(sortedJson(distinct)) as IterableIterator<
      [number, number]
    >) {
      const persons = found.get(key);
      if (persons === undefined) found.set(key, [person]);
      else persons.push(person);
    }
    return found;
  }

  function personsByNumber(numbers: ReadonlySet<number>): Map<number, Person> {
    const rows = personQuery.all(sortedJson(numbers)) as PersonRow[];
    const persons = new Map<number, Person>();
    const waiting = rows.map(personOfRow);
    const keys = waiting.map((person) => plan.nameCountKey(person.name));
    const counts = new Map(nameQuery.all(sortedJson(new Set(keys))) as [number, number][]);
    for (let i = 0; i < waiting.length; i++) {
      const person = waiting[i]!;
      persons.set(person.personNumber, { ...person, nameCount: counts.get(keys[i]!) ?? 1 });
    }
    return persons;
  }

  return {
    registryId: meta.get('registry_id') ?? '',
    statistics: readStatistics(db, Number(meta.get('persons') ?? 0)),
    find: (keysOfRecords) => {
      const byKey = numbersByKey(keysOfRecords);
      const wanted = new Set<number>();
      for (const numbers of byKey.values()) for (const number of numbers) wanted.add(number);
      const persons = personsByNumber(wanted);
      return keysOfRecords.map((keys) => {
        let crowdedKeys = 0;
        let numbers: Set<number> | null = null;
        for (const key of keys) {
          if (crowded.has(key)) crowdedKeys++;
          const found = byKey.get(key);
          if (found === undefined) continue;
          numbers ??= new Set();
          for (const number of found) numbers.add(number);
        }
        if (numbers === null) return { persons: NOBODY, crowdedKeys };
        const sorted = [...numbers].sort((a, b) => a - b);
        return { persons: sorted.map((number) => persons.get(number)!), crowdedKeys };
      });
    },
    close: () => db.close(),
  };
}

function sortedJson(values: ReadonlySet<number>): string {
  const sorted = Float64Array.from(values).sort();
  return `[${sorted.join(',')}]`;
}

function readMeta(db: Database.Database): Map<string, string> {
  return new Map(db.prepare('select name, value from meta').raw().all() as [string, string][]);
}

function readStatistics(db: Database.Database, persons: number): NameStatistics {
  const read = db.prepare('select word, persons from word_count where kind = ?').raw();
  return {
    persons,
    provinces: new Map(
      (read.all('province') as [string, number][]).map(([code, count]) => [Number(code), count]),
    ),
    surnames: new Map(read.all('surname') as [string, number][]),
    givenNames: new Map(read.all('given') as [string, number][]),
  };
}
