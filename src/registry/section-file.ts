import { closeSync, fstatSync, openSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { DamagedRegistry } from './damaged-registry.js';
import { KeyPages } from './key-pages.js';
import { seedOfSection } from './page-checksum.js';
import type { SectionFacts } from './page-format.js';
import type { PageWriter } from './page-writer.js';
import { PersonPages } from './person-pages.js';

/**
 * Sections stand in this order behind the database in its file. SQLite reads no further than its header says: files with
 * room behind the database are of its own making too (SQLITE_FCNTL_CHUNK_SIZE).
 */
export interface SectionWriters {
  readonly persons: PageWriter;
  readonly keys: PageWriter;
}

export interface Sections {
  readonly persons: PersonPages;
  readonly keys: KeyPages;
  readonly close: () => void;
}

/** Bytes of the database itself. */
export function databaseBytes(db: Database.Database): number {
  const count = db.pragma('page_count', { simple: true }) as number;
  return count * (db.pragma('page_size', { simple: true }) as number);
}

/** Stores what `openSections` needs; nothing can be added to the pages any more. */
export function describeSections(
  db: Database.Database,
  registryId: string,
  { persons, keys }: SectionWriters,
): void {
  const insert = db.prepare('insert into section values (?, ?, ?, ?)');
  for (const [name, writer] of [
    ['persons', persons],
    ['keys', keys],
  ] as const) {
    const { pages, bytes, directoryChecksum } = writer.finish(seedOfSection(registryId, name));
    insert.run(name, pages, bytes, directoryChecksum);
  }
}

/**
 * Puts the pages behind a database that is closed and takes `bytes`; `changePersons` changes each page of persons before.
 * Yields now and then.
 */
export function* appendSections(
  path: string,
  bytes: number,
  { persons, keys }: SectionWriters,
  changePersons: (page: Uint32Array) => void,
): Generator<undefined, void> {
  const file = openSync(path, 'a');
  try {
    if (fstatSync(file).size !== bytes) throw new Error('the database is not as long as it says');
    yield* persons.appendTo(file, changePersons);
    yield* keys.appendTo(file, () => {});
  } finally {
    closeSync(file);
  }
}

/** Opens the pages behind a registry's database. @throws DamagedRegistry when they are not as they were built */
export function openSections(path: string, db: Database.Database, registryId: string): Sections {
  const persons = factsOf(db, 'persons');
  const keys = factsOf(db, 'keys');
  const start = databaseBytes(db);
  const file = openFile(path);
  try {
    if (fstatSync(file).size !== start + persons.bytes + keys.bytes)
      throw new DamagedRegistry('its size is not what was written');
    return {
      persons: new PersonPages(file, start, persons, seedOfSection(registryId, 'persons')),
      keys: new KeyPages(file, start + persons.bytes, keys, seedOfSection(registryId, 'keys')),
      close: () => closeRead(file),
    };
  } catch (error) {
    closeRead(file);
    throw error;
  }
}

/** Closes a file that was only read: that this fails changes nothing of what was read. */
function closeRead(file: number): void {
  try {
    closeSync(file);
  } catch {
    // Some network file systems tell of old faults here.
  }
}

function factsOf(db: Database.Database, name: keyof SectionWriters): SectionFacts {
  const read = db.prepare('select pages, bytes, directory_checksum from section where name = ?').raw();
  const row = read.get(name) as [number, number, number] | undefined;
  if (row === undefined) throw new DamagedRegistry('a section is missing');
  const [pages, bytes, directoryChecksum] = row;
  return { pages, bytes, directoryChecksum };
}

/** SQLite has just opened it: a fault here is none of the results' places, of which system errors tell. */
function openFile(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw new DamagedRegistry('it cannot be opened', { cause: error });
  }
}
