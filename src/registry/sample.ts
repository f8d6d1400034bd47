import type { BlockingPlan } from '../domain/blocking-plan.js';
import type { Person, PersonName } from '../domain/identity.js';
import { normalizeName } from '../normalize/name.js';
import { openWhole, type WholeRegistry } from './open-whole.js';
import type { PersonPages } from './person-pages.js';
import { idOfRecord, nameOfRecord, personOfRecord } from './person-record.js';

/** Pages that are looked at in one go, so that a Ctrl-C is noticed in between. */
const PAGES_A_STEP = 4096;
/** A prime below 2^31. */
const PRIME = 2_147_483_647;

export interface RegistrySampler {
  /**
   * About `most` persons, chosen and ordered by a hash of their personal ID: the order of the snapshot's rows does not
   * matter. Yields now and then.
   */
  readonly samplePersons: (most: number) => Generator<undefined, Person[]>;
  /** Persons of the registry by accent-free full name, for each of the names. */
  readonly countNames: (names: readonly PersonName[]) => number[];
  readonly close: () => void;
}

/** Opens a registry for sampling. @throws Failure as `openRegistryFile`, DamagedRegistry */
export function openSampler(path: string, plan: BlockingPlan): RegistrySampler {
  return openWhole(path, (registry) => samplerOf(registry, plan));
}

function samplerOf({ db, meta, persons, close }: WholeRegistry, plan: BlockingPlan): RegistrySampler {
  const total = Number(meta.get('persons') ?? 0);
  const names = db
    .prepare('select n.key, n.persons from json_each(?) j cross join name_count n on n.key = j.value')
    .raw();

  function countNames(wanted: readonly PersonName[]): number[] {
    const keys = wanted.map(plan.nameCountKey);
    const sorted = [...new Set(keys)].sort((a, b) => a - b);
    const counts = new Map(names.all(JSON.stringify(sorted)) as [number, number][]);
    return keys.map((key) => counts.get(key) ?? 0);
  }

  return {
    samplePersons: (most) => sampleOf(persons, Math.ceil((most / Math.max(total, 1)) * PRIME)),
    countNames,
    close,
  };
}

/** The persons whose hash is below `below`, in the order of their hashes. */
function* sampleOf(pages: PersonPages, below: number): Generator<undefined, Person[]> {
  const chosen: { readonly person: Person; readonly hash: number }[] = [];
  for (let page = 0; page < pages.pages; page++) {
    pages.ofPage(page, (records, at, number) => {
      const hash = hashOf(idOfRecord(records.words, at));
      if (hash >= below) return;
      const name = normalizeName(nameOfRecord(records, at));
      chosen.push({ person: personOfRecord(records.words, at, number, name), hash });
    });
    if (page % PAGES_A_STEP === 0) yield;
  }
  return chosen
    .sort((a, b) => a.hash - b.hash || compareText(textOf(a.person), textOf(b.person)))
    .map(({ person }) => person);
}

/** A number below PRIME for each personal ID; squared, so that IDs that follow each other are chosen independently. */
function hashOf(id: number): number {
  const spread = ((id % PRIME) * 48_271 + Math.floor(id / 1009)) % PRIME;
  return timesModulo(timesModulo(spread, spread), 69_621);
}

/** a * b modulo PRIME, for both below it; the products of the halves are exact. */
function timesModulo(a: number, b: number): number {
  const upper = Math.floor(b / 65_536);
  return (((a * upper) % PRIME) * 65_536 + a * (b % 65_536)) % PRIME;
}

/** Persons who share an ID are told apart by the rest. */
function textOf({ personId, name, birthDate, residence }: Omit<Person, 'nameCount'>): string {
  return [personId, name.display, ...Object.values(birthDate), ...Object.values(residence)].join('\n');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
