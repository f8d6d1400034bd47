import type { BlockingPlan } from '../domain/blocking-plan.js';
import type { Person, PersonName } from '../domain/identity.js';
import { openRegistryFile } from './open.js';
import { nameOfRow, type PersonRow, personOfRow } from './person-row.js';

/** Persons that are looked at in one query, so that a Ctrl-C is noticed in between. */
const PERSONS_A_QUERY = 500_000;
/** A prime below 2^31: every product below stays an exact 64-bit integer. */
const PRIME = 2_147_483_647;
/** A number below PRIME for each personal ID, in SQL. */
const SPREAD = `((person_id % ${PRIME} * 48271 + person_id / 1009) % ${PRIME})`;
/** Its square, so that IDs that follow each other are chosen independently of each other. */
const HASH = `(${SPREAD} * ${SPREAD} % ${PRIME} * 69621 % ${PRIME})`;

export interface RegistrySampler {
  /**
   * About `most` persons, chosen and ordered by a hash of their personal ID: the order of the snapshot's rows does not
   * matter. Yields after each part of the table, last with the sample.
   */
  readonly samplePersons: (most: number) => Generator<undefined, Person[]>;
  /** Persons of the registry by accent-free full name, for each of the names. */
  readonly countNames: (names: readonly PersonName[]) => number[];
  readonly close: () => void;
}

/** Opens a registry for sampling. @throws Failure as `openRegistryFile`. */
export function openSampler(path: string, plan: BlockingPlan): RegistrySampler {
  const db = openRegistryFile(path);
  const last = db.prepare('select coalesce(max(person_number), 0) from person').pluck().get() as number;
  const total = db.prepare("select value from meta where name = 'persons'").pluck().get() as string;
  const part = db
    .prepare(`select p.* from person p where person_number > ? and person_number <= ? and ${HASH} < ?`)
    .raw();
  const hashOf = db.prepare(`select ${HASH} from (select ? as person_id)`).pluck();
  const names = db
    .prepare('select n.key, n.persons from json_each(?) j cross join name_count n on n.key = j.value')
    .raw();

  function countNames(wanted: readonly PersonName[]): number[] {
    const keys = wanted.map(plan.nameCountKey);
    const sorted = [...new Set(keys)].sort((a, b) => a - b);
    const counts = new Map(names.all(JSON.stringify(sorted)) as [number, number][]);
    return keys.map((key) => counts.get(key) ?? 0);
  }

  function* samplePersons(most: number): Generator<undefined, Person[]> {
    const below = Math.ceil((most / Math.max(Number(total), 1)) * PRIME);
    const rows: PersonRow[] = [];
    for (let from = 0; from < last; from += PERSONS_A_QUERY) {
      rows.push(...(part.all(from, from + PERSONS_A_QUERY, below) as PersonRow[]));
      yield;
    }
    const persons = rows
      .map((row) => ({ person: personOfRow(row, nameOfRow(row), 1), hash: hashOf.get(row[1]) as number }))
      .sort((a, b) => a.hash - b.hash || compareText(textOf(a.person), textOf(b.person)))
      .map(({ person }) => person);
    const counts = countNames(persons.map(({ name }) => name));
    return persons.map((person, i) => ({ ...person, nameCount: Math.max(1, counts[i]!) }));
  }

  return { samplePersons, countNames, close: () => db.close() };
}

/** Persons who share an ID are told apart by the rest. */
function textOf({ personId, name, birthDate, residence }: Omit<Person, 'nameCount'>): string {
  return [personId, name.display, ...Object.values(birthDate), ...Object.values(residence)].join('\n');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
