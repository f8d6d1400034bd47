import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type BlockingPlan, KEY_SPACE, type StoredPerson } from '../domain/blocking-plan.js';
import type { PersonName } from '../domain/identity.js';
import { normalizeName } from '../normalize/name.js';
import { BlockWriter, type CrowdedKeys } from './block-writer.js';
import { PersonFields } from './person-fields.js';
import { type PersonRow, rowOfPerson, samePerson } from './person-row.js';
import { APPLICATION_ID, CROWDED_ABOVE, SCHEMA_VERSION, TABLES } from './schema.js';
import { MOST_PERSONS, SortedSpill } from './sorted-spill.js';

/** What a finished build holds. */
export interface RegistryContents {
  readonly persons: number;
  /** Numbers of the rows that repeat a person to the letter; the first of them is kept. */
  readonly repeated: readonly number[];
  /** Numbers of the persons whose ID the snapshot also gives to somebody else; kept, flagged, never verified. */
  readonly sharedIds: readonly number[];
  /** Rules with keys that more than the limit share, in the order of their numbers. */
  readonly crowdedKeys: readonly CrowdedKeys[];
}

/** The plan's first rule is the personal ID itself. */
const PERSONAL_ID_RULE = 0;
/** Rule number under which full names are counted while sorting; above every blocking rule. */
const NAME_COUNT_RULE = 15;
const ROWS_A_TRANSACTION = 50_000;

/**
 * Writes a registry into a new SQLite file. Nothing is durable before `finish`; the caller builds beside the
 * final place and renames. Throws the errors of SQLite and of the file system.
 */
export class RegistryBuilder {
  readonly #db: Database.Database;
  readonly #plan: BlockingPlan;
  readonly #crowdedAbove: number;
  readonly #spill: SortedSpill;
  readonly #fields: PersonFields;
  readonly #spillFolder: string;
  readonly #insertPerson: Database.Statement;
  readonly #surnames = new Map<string, number>();
  readonly #givenNames = new Map<string, number>();
  readonly #provinces = new Map<string, number>();
  readonly #keys: number[] = [];
  #rows = 0;

  /**
   * `folder` is an existing private folder for the new file and the sort files; `path` is inside it. Another limit than
   * CROWDED_ABOVE is for measurements and tests.
   */
  constructor(folder: string, path: string, plan: BlockingPlan, crowdedAbove = CROWDED_ABOVE) {
    this.#plan = plan;
    this.#crowdedAbove = crowdedAbove;
    this.#spillFolder = join(folder, 'sort');
    mkdirSync(this.#spillFolder, { recursive: true, mode: 0o700 });
    this.#spill = new SortedSpill(this.#spillFolder);
    this.#fields = new PersonFields(join(this.#spillFolder, 'fields.bin'));
    this.#db = new Database(path);
    this.#db.pragma('journal_mode = off');
    this.#db.pragma('synchronous = off');
    this.#db.pragma('locking_mode = exclusive');
    this.#db.exec(TABLES);
    this.#insertPerson = this.#db.prepare(`insert into person values (${'?,'.repeat(10)}?)`);
    this.#db.exec('begin');
  }

  /** Returns the person's number, from 1. */
  add(person: StoredPerson): number {
    if (this.#rows + 1 >= MOST_PERSONS)
      throw new Error(`a registry holds fewer than ${MOST_PERSONS} persons`);
    const number = ++this.#rows;
    this.#insertPerson.run(...rowOfPerson(person, number));
    this.#keys.length = 0;
    this.#plan.appendKeys(person, this.#keys);
    for (const key of this.#keys) this.#spill.add(key, number);
    this.#spill.add(NAME_COUNT_RULE * KEY_SPACE + this.#plan.nameCountKey(person.name), number);
    this.#fields.add((field) => this.#plan.narrowingValue(person, field));
    this.#countWords(person.name, 1);
    this.#countProvince(person.residence.province, 1);
    if (number % ROWS_A_TRANSACTION === 0) this.#db.exec('commit; begin');
    return number;
  }

  /** Files the keys, counts the names, writes `meta`, and closes the file. */
  finish(meta: Readonly<Record<string, string>>): RegistryContents {
    const { dropped, shared } = this.#filePersonalIds();
    this.#fields.finish();
    const writer = new BlockWriter(this.#db, this.#plan, this.#spill, this.#fields, this.#crowdedAbove);
    const crowdedKeys = writer.fileAll(PERSONAL_ID_RULE + 1, dropped);
    this.#fileNameCounts(dropped);
    const contents: RegistryContents = {
      persons: this.#rows - dropped.size,
      repeated: [...dropped].sort((a, b) => a - b),
      sharedIds: shared.sort((a, b) => a - b),
      crowdedKeys,
    };
    this.#fileWordCounts();
    const insertMeta = this.#db.prepare('insert into meta values (?, ?)');
    const facts = { ...meta, persons: String(contents.persons) };
    for (const name of Object.keys(facts).sort()) insertMeta.run(name, facts[name as keyof typeof facts]);
    this.#db.pragma(`application_id = ${APPLICATION_ID}`);
    this.#db.pragma(`user_version = ${SCHEMA_VERSION}`);
    this.#db.exec('commit');
    this.close();
    return contents;
  }

  /** Releases the file and removes the sort files; safe to call twice. */
  close(): void {
    this.#spill.close();
    this.#fields.close();
    this.#db.close();
    rmSync(this.#spillFolder, { recursive: true, force: true });
  }

  #countProvince(code: number, by: number): void {
    const word = String(code);
    this.#provinces.set(word, (this.#provinces.get(word) ?? 0) + by);
  }

  #countWords(name: PersonName, by: number): void {
    const surname = name.folded[0];
    const given = name.folded.at(-1);
    if (surname === undefined || given === undefined) return;
    this.#surnames.set(surname, (this.#surnames.get(surname) ?? 0) + by);
    this.#givenNames.set(given, (this.#givenNames.get(given) ?? 0) + by);
  }

  /**
   * Files the persons under their IDs. Of rows that repeat a person to the letter the first stays; different
   * persons with one ID all stay, flagged.
   */
  #filePersonalIds(): { dropped: ReadonlySet<number>; shared: number[] } {
    const insert = this.#db.prepare('insert into block values (?, ?)');
    const read = this.#db.prepare('select * from person where person_number = ?').raw();
    const remove = this.#db.prepare('delete from person where person_number = ?');
    const flag = this.#db.prepare('update person set flags = 1 where person_number = ?');
    const dropped = new Set<number>();
    const shared: number[] = [];
    this.#spill.forEachGroup(PERSONAL_ID_RULE, dropped, (key, group) => {
      const kept: PersonRow[] = [];
      for (const number of group) {
        if (group.length > 1) {
          const row = read.get(number) as PersonRow;
          if (kept.some((other) => samePerson(row, other))) {
            dropped.add(number);
            remove.run(number);
            this.#countWords(normalizeName(row[3]), -1);
            this.#countProvince(row[6], -1);
            continue;
          }
          kept.push(row);
        }
        insert.run(key, number);
      }
      if (kept.length < 2) return;
      for (const [number] of kept) {
        shared.push(number);
        flag.run(number);
      }
    });
    return { dropped, shared };
  }

  /** Only names that several persons share are stored: a name that is not found is counted once. */
  #fileNameCounts(dropped: ReadonlySet<number>): void {
    const insert = this.#db.prepare('insert into name_count values (?, ?)');
    this.#spill.forEachGroup(NAME_COUNT_RULE, dropped, (key, group) => {
      if (group.length > 1) insert.run(key - NAME_COUNT_RULE * KEY_SPACE, group.length);
    });
  }

  #fileWordCounts(): void {
    const insert = this.#db.prepare('insert into word_count values (?, ?, ?)');
    for (const [kind, counts] of [
      ['given', this.#givenNames],
      ['province', this.#provinces],
      ['surname', this.#surnames],
    ] as const) {
      for (const word of [...counts.keys()].sort()) {
        const count = counts.get(word)!;
        if (count > 0) insert.run(kind, word, count);
      }
    }
  }
}
