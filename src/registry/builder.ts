import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type BlockingPlan, KEY_SPACE, type StoredPerson } from '../domain/blocking-plan.js';
import { normalizeName } from '../normalize/name.js';
import { BlockWriter, type CrowdedKeys } from './block-writer.js';
import { KeyPageWriter } from './key-pages.js';
import { PersonFields } from './person-fields.js';
import { PersonPageWriter, setCounts } from './person-pages.js';
import { flagNotUnique, nameOfRecord, personOfRecord, type RecordWords } from './person-record.js';
import { PersonSpill, rowOfRecord } from './person-spill.js';
import { findRepeated } from './repeated-rows.js';
import { APPLICATION_ID, CROWDED_ABOVE, SCHEMA_VERSION, TABLES } from './schema.js';
import { appendSections, databaseBytes, describeSections } from './section-file.js';
import { MOST_PERSONS, SortedSpill } from './sorted-spill.js';
import { WordCounts } from './word-counts.js';

/** What a finished build holds. */
export interface RegistryContents {
  readonly persons: number;
  /** Rows that repeat a person to the letter, as `add` numbered them; the first of them is kept. */
  readonly repeated: readonly number[];
  /** Rows of the persons whose ID the snapshot also gives to somebody else; kept, flagged, never verified. */
  readonly sharedIds: readonly number[];
  /** Rules with keys that more than the limit share, in the order of their numbers. */
  readonly crowdedKeys: readonly CrowdedKeys[];
}

const NONE: readonly number[] = [];
/** The plan's first rule is the personal ID itself, by which the persons are sorted; no keys are stored for it. */
const PERSONAL_ID_RULE = 0;
/** Rule number under which full names are counted while sorting; above every blocking rule. */
const NAME_COUNT_RULE = 15;

/**
 * Writes a registry into a new file. Nothing is durable before `finish`; the caller builds beside the final place and
 * renames. Throws the errors of SQLite and of the file system.
 */
export class RegistryBuilder {
  readonly #path: string;
  readonly #db: Database.Database;
  readonly #plan: BlockingPlan;
  readonly #crowdedAbove: number;
  readonly #spillFolder: string;
  readonly #snapshot: PersonSpill;
  readonly #keys: SortedSpill;
  readonly #fields: PersonFields;
  readonly #personPages: PersonPageWriter;
  readonly #keyPages: KeyPageWriter;
  readonly #words = new WordCounts();
  readonly #repeated: number[] = [];
  readonly #sharedIds: number[] = [];
  readonly #personKeys: number[] = [];
  #rows = 0;
  #persons = 0;

  /**
   * `folder` is an existing private folder for the new file and the sort files; `path` is inside it. Another limit than
   * CROWDED_ABOVE is for measurements and tests.
   */
  constructor(folder: string, path: string, plan: BlockingPlan, crowdedAbove = CROWDED_ABOVE) {
    this.#path = path;
    this.#plan = plan;
    this.#crowdedAbove = crowdedAbove;
    this.#spillFolder = join(folder, 'sort');
    mkdirSync(this.#spillFolder, { recursive: true, mode: 0o700 });
    const file = (name: string) => join(this.#spillFolder, name);
    this.#snapshot = new PersonSpill(this.#spillFolder);
    this.#keys = new SortedSpill(this.#spillFolder);
    this.#fields = new PersonFields(file('fields.bin'));
    this.#personPages = new PersonPageWriter(file('person-pages.bin'));
    this.#keyPages = new KeyPageWriter(file('key-pages.bin'));
    this.#db = new Database(path);
    this.#db.pragma('journal_mode = off');
    this.#db.pragma('synchronous = off');
    this.#db.pragma('locking_mode = exclusive');
    this.#db.exec(TABLES);
    this.#db.exec('begin');
  }

  /** Returns the number of the row, from 1. */
  add(person: StoredPerson): number {
    if (this.#rows + 1 >= MOST_PERSONS)
      throw new Error(`a registry holds fewer than ${MOST_PERSONS} persons`);
    this.#snapshot.add(person, ++this.#rows);
    return this.#rows;
  }

  /** Sorts everything, writes it, and closes the file. */
  finish(meta: Readonly<Record<string, string>>): RegistryContents {
    const steps = this.finishInSteps(meta);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }

  /** The same, yielding often, so that a Ctrl-C is noticed in between. */
  *finishInSteps(meta: Readonly<Record<string, string>>): Generator<undefined, RegistryContents> {
    yield* this.#snapshot.groups((records, group) => this.#addGroup(records, group));
    this.#personPages.finish();
    this.#fields.finish();
    const blocks = new BlockWriter(
      this.#db,
      this.#plan,
      this.#keys,
      this.#fields,
      this.#keyPages,
      this.#crowdedAbove,
    );
    const crowdedKeys = yield* blocks.fileAll(PERSONAL_ID_RULE + 1);
    this.#keyPages.finish();
    const nameCounts = yield* this.#countNames();
    this.#words.store(this.#db);
    const insertMeta = this.#db.prepare('insert into meta values (?, ?)');
    const facts: Record<string, string> = { ...meta, persons: String(this.#persons) };
    for (const name of Object.keys(facts).sort()) insertMeta.run(name, facts[name]);
    yield* this.#writeSections(facts.registry_id ?? '', nameCounts);
    this.close();
    return {
      persons: this.#persons,
      repeated: this.#repeated.sort((a, b) => a - b),
      sharedIds: this.#sharedIds.sort((a, b) => a - b),
      crowdedKeys,
    };
  }

  /** Releases the file and removes the sort files; safe to call twice. */
  close(): void {
    this.#snapshot.close();
    this.#keys.close();
    this.#fields.close();
    this.#personPages.pages.close();
    this.#keyPages.pages.close();
    this.#db.close();
    rmSync(this.#spillFolder, { recursive: true, force: true });
  }

  /** The rows of one ID: of those that repeat a person to the letter the first stays; different persons all stay, flagged. */
  #addGroup(records: RecordWords, group: readonly number[]): void {
    const { words } = records;
    const { persons, repeated } =
      group.length === 1 ? { persons: group, repeated: NONE } : findRepeated(words, group);
    for (const at of repeated) this.#repeated.push(rowOfRecord(words, at));
    for (const at of persons) {
      if (persons.length > 1) {
        this.#sharedIds.push(rowOfRecord(words, at));
        flagNotUnique(words, at);
      }
      this.#addPerson(records, at);
    }
  }

  #addPerson(records: RecordWords, at: number): void {
    const number = ++this.#persons;
    const name = normalizeName(nameOfRecord(records, at));
    const person = personOfRecord(records.words, at, number, name);
    this.#personPages.add(records, at);
    this.#personKeys.length = 0;
    this.#plan.appendKeys(person, this.#personKeys);
    for (const key of this.#personKeys) if (key >= KEY_SPACE) this.#keys.add(key, number);
    this.#keys.add(NAME_COUNT_RULE * KEY_SPACE + this.#plan.nameCountKey(name), number);
    this.#fields.add((field) => this.#plan.narrowingValue(person, field));
    this.#words.add(name, person.residence.province);
  }

  /**
   * How many share each person's name, by number: 4 bytes a person. Only names that several persons share are stored for
   * themselves: a name that is not found is counted once.
   */
  *#countNames(): Generator<undefined, Uint32Array> {
    const counts = new Uint32Array(this.#persons + 1);
    const insert = this.#db.prepare('insert into name_count values (?, ?)');
    yield* this.#keys.groups(NAME_COUNT_RULE, (key, group) => {
      for (const person of group) counts[person] = group.length;
      if (group.length > 1) insert.run(key - NAME_COUNT_RULE * KEY_SPACE, group.length);
    });
    return counts;
  }

  /** Closes the database, and puts the pages behind it. */
  *#writeSections(registryId: string, nameCounts: Uint32Array): Generator<undefined, void> {
    const writers = { persons: this.#personPages.pages, keys: this.#keyPages.pages };
    describeSections(this.#db, registryId, writers);
    this.#db.pragma(`application_id = ${APPLICATION_ID}`);
    this.#db.pragma(`user_version = ${SCHEMA_VERSION}`);
    this.#db.exec('commit');
    const bytes = databaseBytes(this.#db);
    this.#db.close();
    let number = 0;
    yield* appendSections(this.#path, bytes, writers, (page) => setCounts(page, () => nameCounts[++number]!));
  }
}
