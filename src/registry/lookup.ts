import type Database from 'better-sqlite3';
import { type BlockingPlan, type BlockingRequest, KEY_SPACE } from '../domain/blocking-plan.js';
import type { Person, PersonName } from '../domain/identity.js';
import type { NameStatistics } from '../domain/name-statistics.js';
import type { NotCompared } from '../domain/not-compared.js';
import { normalizeName } from '../normalize/name.js';
import { type CrowdedPath, followCrowdedKey } from './crowded-path.js';
import { openWhole, type WholeRegistry } from './open-whole.js';
import { nameOfRecord, personOfRecord, type RecordWords } from './person-record.js';

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
   * Looks many records up at once, in the order of the registry's pages. The result has one entry a record.
   * @throws DamagedRegistry
   */
  readonly find: (requests: readonly BlockingRequest[]) => Found[];
  readonly close: () => void;
}

const NOBODY: readonly Person[] = [];
const ALL_COMPARED: readonly NotCompared[] = [];
const NO_NUMBERS: readonly number[] = [];
const NO_PATHS: readonly CrowdedPath[] = [];
/** Persons kept from one look-up to the next: those of one chunk; about 500 bytes each. */
const MOST_PERSONS = 6_000;
/** Requests sorted in one go: an ID is below 2^40, so that ID and place of the request fit 53 bits. */
const REQUESTS_A_SORT = 2 ** 13;

/** The keys to look up for one record. */
interface Route {
  readonly keys: readonly number[];
  readonly crowded: readonly CrowdedPath[];
}

/** Opens a registry for look-ups. @throws Failure as `openRegistryFile`, DamagedRegistry */
export function openLookup(path: string, plan: BlockingPlan): RegistryLookup {
  return openWhole(path, (registry) => lookupIn(registry, plan));
}

function lookupIn(
  { db, meta, persons: personPages, keys: keyPages, close }: WholeRegistry,
  plan: BlockingPlan,
): RegistryLookup {
  const crowded = new Map(
    db.prepare('select key, persons from crowded_key').raw().all() as [number, number][],
  );
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

  /** Makes a person known, whose name is often the record's own: then it has been read already. */
  function keep(records: RecordWords, at: number, number: number, like: PersonName | undefined): void {
    if (known.has(number)) return;
    const text = nameOfRecord(records, at);
    const isAlike = like !== undefined && like.repairs.length === 0 && like.display === text;
    known.set(number, personOfRecord(records.words, at, number, isAlike ? like : normalizeName(text)));
  }

  /** The numbers of the persons by key: first those whose own ID it is, who become known at once. */
  function numbersByKey(
    requests: readonly BlockingRequest[],
    routes: readonly Route[],
  ): Map<number, readonly number[]> {
    const found = new Map<number, number[]>();
    for (let from = 0; from < requests.length; from += REQUESTS_A_SORT) {
      const most = Math.min(requests.length, from + REQUESTS_A_SORT);
      const ids: number[] = [];
      for (let i = from; i < most; i++) {
        for (const key of routes[i]!.keys) if (key < KEY_SPACE) ids.push(key * REQUESTS_A_SORT + i - from);
      }
      for (const entry of Float64Array.from(ids).sort()) {
        const id = Math.floor(entry / REQUESTS_A_SORT);
        if (found.has(id)) continue;
        const numbers: number[] = [];
        const { name } = requests[from + (entry % REQUESTS_A_SORT)]!;
        personPages.withId(id, (records, at, number) => {
          numbers.push(number);
          keep(records, at, number, name);
        });
        found.set(id, numbers);
      }
    }
    const keys = new Set<number>();
    for (const route of routes) for (const key of route.keys) if (key >= KEY_SPACE) keys.add(key);
    for (const key of Float64Array.from(keys).sort()) {
      const numbers: number[] = [];
      keyPages.append(key, numbers);
      if (numbers.length > 0) found.set(key, numbers);
    }
    return found;
  }

  function fetchPersons(byKey: ReadonlyMap<number, readonly number[]>): void {
    const asked = new Set<number>();
    for (const numbers of byKey.values())
      for (const number of numbers) if (!known.has(number)) asked.add(number);
    const visit = (records: RecordWords, at: number, number: number) => keep(records, at, number, undefined);
    for (const number of Float64Array.from(asked).sort()) personPages.numbered(number, visit);
  }

  return {
    registryId: meta.get('registry_id') ?? '',
    statistics: readStatistics(db, Number(meta.get('persons') ?? 0)),
    find: (requests) => {
      if (known.size > MOST_PERSONS) known.clear();
      const routes = requests.map(routeOf);
      const byKey = numbersByKey(requests, routes);
      fetchPersons(byKey);
      return routes.map(({ keys, crowded: paths }) => ({
        persons: personsOf(keys, byKey, known),
        notCompared: paths.length === 0 ? ALL_COMPARED : paths.flatMap((path) => remainder(path, byKey)),
      }));
    },
    close,
  };
}

/** The persons under any of the keys, each once, in registry order. */
function personsOf(
  keys: readonly number[],
  byKey: ReadonlyMap<number, readonly number[]>,
  known: ReadonlyMap<number, Person>,
): readonly Person[] {
  const numbers: number[] = [];
  for (const key of keys) for (const number of byKey.get(key) ?? NO_NUMBERS) numbers.push(number);
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
