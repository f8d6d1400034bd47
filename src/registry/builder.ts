import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type BlockingPlan, KEY_SPACE, type StoredPerson } from '../domain/blocking-plan.js';
import { normalizeName } from '../normalize/name.js';
import { BlockWriter, type CrowdedKeys } from './block-writer.js';
import { KeyPageWriter } from './key-pages.js';
import type { PageWriter } from './page-writer.js';
import { PersonFields } from './person-fields.js';
import { PersonPageWriter, setCounts } from './person-pages.js';
import {
  flagNotUnique,
  nameOfRecord,
  personOfRecord,
  type RecordWords,
  samePerson,
} from './person-record.js';
import { PersonSpill, rowOfRecord } from './person-spill.js';
import { APPLICATION_ID, CROWDED_ABOVE, SCHEMA_VERSION, TABLES } from './schema.js';
import type { SectionName } from './section-file.js';
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
    const nameCounts = this.#countNames();
    this.#words.store(this.#db);
    const insertMeta = this.#db.prepare('insert into meta values (?, ?)');
    const facts = { ...meta, persons: String(this.#persons) };
    for (const name of Object.keys(facts).sort()) insertMeta.run(name, facts[name as keyof typeof facts]);
    yield* this.#writeSections(nameCounts);
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
    const kept: number[] = [];
    for (const at of group) {
      if (kept.some((other) => samePerson(words, other, at))) this.#repeated.push(rowOfRecord(words, at));
      else kept.push(at);
    }
    if (kept.length > 1) {
      for (const at of kept) {
        this.#sharedIds.push(rowOfRecord(words, at));
        flagNotUnique(words, at);
      }
    }
    for (const at of kept) this.#addPerson(records, at);
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
  #countNames(): Uint32Array {
    const counts = new Uint32Array(this.#persons + 1);
    const insert = this.#db.prepare('insert into name_count values (?, ?)');
    this.#keys.forEachGroup(NAME_COUNT_RULE, (key, group) => {
      for (const person of group) counts[person] = group.length;
      if (group.length > 1) insert.run(key - NAME_COUNT_RULE * KEY_SPACE, group.length);
    });
    return counts;
  }

  /** Closes the database, and puts the pages behind it. */
  *#writeSections(nameCounts: Uint32Array): Generator<undefined, void> {
    let number = 0;
    const sections = [
      ['persons', this.#personPages.pages, (page) => setCounts(page, () => nameCounts[++number]!)],
      ['keys', this.#keyPages.pages, () => {}],
    ] as const satisfies readonly (readonly [SectionName, PageWriter, (page: Uint32Array) => void])[];
    const insert = this.#db.prepare('insert into section values (?, ?, ?, ?)');
    for (const [name, writer] of sections) {
      const { pages, bytes, directoryChecksum } = writer.finish();
      insert.run(name, pages, bytes, directoryChecksum);
    }
    this.#db.pragma(`application_id = ${APPLICATION_ID}`);
    this.#db.pragma(`user_version = ${SCHEMA_VERSION}`);
    this.#db.exec('commit');
    this.#db.close();
    const file = openSync(this.#path, 'a');
    try {
      for (const [, writer, change] of sections) yield* writer.appendTo(file, change);
    } finally {
      closeSync(file);
    }
  }
}
