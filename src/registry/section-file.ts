import { closeSync, fstatSync, openSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { DamagedRegistry } from './damaged-registry.js';
import { KeyPages } from './key-pages.js';
import type { SectionFacts } from './page-writer.js';
import { PersonPages } from './person-pages.js';

/**
 * Sections in the order in which they stand behind the database in its file. SQLite reads no further than its header
 * says: files with room behind the database are of its own making too (SQLITE_FCNTL_CHUNK_SIZE).
 */
export const SECTIONS = ['persons', 'keys'] as const;
export type SectionName = (typeof SECTIONS)[number];

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

/** Opens the pages behind a registry's database. @throws DamagedRegistry when they are not as they were built */
export function openSections(path: string, db: Database.Database): Sections {
  const facts = new Map(
    (db.prepare('select * from section').raw().all() as [string, number, number, number][]).map(
      ([name, pages, bytes, directoryChecksum]): [string, SectionFacts] => [
        name,
        { pages, bytes, directoryChecksum },
      ],
    ),
  );
  const persons = facts.get('persons');
  const keys = facts.get('keys');
  if (persons === undefined || keys === undefined) throw new DamagedRegistry('a section is missing');
  const start = databaseBytes(db);
  const file = openSync(path, 'r');
  try {
    if (fstatSync(file).size !== start + persons.bytes + keys.bytes)
      throw new DamagedRegistry('its size is not what was written');
    return {
      persons: new PersonPages(file, start, persons),
      keys: new KeyPages(file, start + persons.bytes, keys),
      close: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}
