import type Database from 'better-sqlite3';
import type { BlockingPlan, BlockingRequest } from '../domain/blocking-plan.js';
import type { Person } from '../domain/identity.js';
import type { NameStatistics } from '../domain/name-statistics.js';
import type { NotCompared } from '../domain/not-compared.js';
import { type CrowdedPath, followCrowdedKey } from './crowded-path.js';
import { openRegistryFile } from './open.js';
import { nameOfRow, type PersonRow, personOfRow } from './person-row.js';

/** The persons that share a key with one record, and its crowded keys with how many of their persons are not among them. */
export interface Found {
  /** In registry order. */
  readonly persons: readonly Person[];
  /** One for each crowded key that was not reached whole, in the order of the record's keys. */
  readonly notCompared: readonly NotCompared[];
}

export interface RegistryLookup {
  /** Identifies the contents: two registries with the same id give the same results. */
  readonly registryId: string;
  readonly statistics: NameStatistics;
  /**
   * Looks many records up at once: one sorted query for all their keys, one for the persons.
   * The result has one entry a record.
   */
  readonly find: (requests: readonly BlockingRequest[]) => Found[];
  readonly close: () => void;
}

const NOBODY: readonly Person[] = [];
const ALL_COMPARED: readonly NotCompared[] = [];
/** Of each open registry. */
const CACHE_KIBIBYTES = 64 * 1024;
/** Names whose counts are kept; about 100 bytes each. */
const MOST_NAMES = 300_000;
/** Persons kept from one look-up to the next: those of one chunk and more; about 500 bytes each. */
const MOST_PERSONS = 20_000;
const NO_NUMBERS: readonly number[] = [];
const NO_PATHS: readonly CrowdedPath[] = [];

/** The keys to look up for one record. */
interface Route {
  readonly keys: readonly number[];
  readonly crowded: readonly CrowdedPath[];
}

/** Opens a registry for look-ups. @throws Failure as `openRegistryFile`. */
export function openLookup(path: string, plan: BlockingPlan): RegistryLookup {
  const db = openRegistryFile(path);
  // Pages beyond these stay in the operating system's cache, which all workers share. A mapped file would be no faster
  // (measured), and would count as memory of the process page by page.
  db.pragma(`cache_size = -${CACHE_KIBIBYTES}`);
  const meta = readMeta(db);
  const crowded = new Map(
    db.prepare('select key, persons from crowded_key').raw().all() as [number, number][],
  );
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

  const nameCounts = new Map<number, number>();
  // The steps of a search meet the same persons again: the owner of a number is among his own rivals.
  const known = new Map<number, Person>();

  function routeOf(request: BlockingRequest): Route {
    if (!request.keys.some((key) => crowded.has(key))) return { keys: request.keys, crowded: NO_PATHS };
    const paths: CrowdedPath[] = [];
    const keys: number[] = [];
    for (const key of request.keys) {
      if (!crowded.has(key)) keys.push(key);
      else paths.push(followCrowdedKey(key, request, crowded, plan));
    }
    for (const path of paths) keys.push(...path.keys);
    return { keys, crowded: paths };
  }

  function numbersByKey(routes: readonly Route[]): Map<number, readonly number[]> {
    const distinct = new Set<number>();
    for (const { keys } of routes) for (const key of keys) distinct.add(key);
    const found = new Map<number, number[]>();
    for (const [key, person] of keyQuery.all(sortedJson(distinct)) as [number, number][]) {
      const persons = found.get(key);
      if (persons === undefined) found.set(key, [person]);
      else persons.push(person);
    }
    return found;
  }

  /** Makes all these persons `known`. */
  function fetchPersons(numbers: ReadonlySet<number>): void {
    if (known.size + numbers.size > MOST_PERSONS) known.clear();
    const asked = new Set<number>();
    for (const number of numbers) if (!known.has(number)) asked.add(number);
    if (asked.size === 0) return;
    const rows = personQuery.all(sortedJson(asked)) as PersonRow[];
    const names = rows.map(nameOfRow);
    const keys = names.map(plan.nameCountKey);
    countNames(keys);
    for (let i = 0; i < rows.length; i++) {
      const person = personOfRow(rows[i]!, names[i]!, nameCounts.get(keys[i]!) ?? 1);
      known.set(person.personNumber, person);
    }
  }

  /** Looks up how many persons share each name; a name is asked for once, for few names make up most of a country. */
  function countNames(keys: readonly number[]): void {
    if (nameCounts.size > MOST_NAMES) nameCounts.clear();
    const asked = new Set<number>();
    for (const key of keys) if (!nameCounts.has(key)) asked.add(key);
    if (asked.size === 0) return;
    for (const key of asked) nameCounts.set(key, 1);
    for (const [key, count] of nameQuery.all(sortedJson(asked)) as [number, number][])
      nameCounts.set(key, count);
  }

  return {
    registryId: meta.get('registry_id') ?? '',
    statistics: readStatistics(db, Number(meta.get('persons') ?? 0)),
    find: (requests) => {
      const routes = requests.map(routeOf);
      const byKey = numbersByKey(routes);
      const wanted = new Set<number>();
      for (const numbers of byKey.values()) for (const number of numbers) wanted.add(number);
      fetchPersons(wanted);
      return routes.map(({ keys, crowded: paths }) => ({
        persons: personsOf(keys, byKey, known),
        notCompared: paths.length === 0 ? ALL_COMPARED : paths.flatMap((path) => remainder(path, byKey)),
      }));
    },
    close: () => db.close(),
  };
}

/** The persons under any of the keys, each once, in registry order. */
function personsOf(
  keys: readonly number[],
  byKey: ReadonlyMap<number, readonly number[]>,
  known: ReadonlyMap<number, Person>,
): readonly Person[] {
  const numbers: number[] = [];
  for (const key of keys) numbers.push(...(byKey.get(key) ?? NO_NUMBERS));
  if (numbers.length === 0) return NOBODY;
  if (numbers.length > 1) numbers.sort((a, b) => a - b);
  const persons: Person[] = [];
  for (let i = 0; i < numbers.length; i++) {
    if (i === 0 || numbers[i] !== numbers[i - 1]) persons.push(known.get(numbers[i]!)!);
  }
  return persons;
}

/** The persons of a crowded key that the keys followed in its place did not reach; nothing where they reached all. */
function remainder(
  { rule, reason, persons, keys }: CrowdedPath,
  byKey: ReadonlyMap<number, readonly number[]>,
): NotCompared[] {
  const reached = keys.reduce((sum, key) => sum + (byKey.get(key)?.length ?? 0), 0);
  return reached === persons ? [] : [{ rule, reason, persons: persons - reached }];
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
