import type Database from 'better-sqlite3';
import { openRegistryFile } from './open.js';
import { openSections, type Sections } from './section-file.js';

/** A registry: its database and the pages behind it. `close` closes both. */
export interface WholeRegistry extends Sections {
  readonly db: Database.Database;
  readonly meta: ReadonlyMap<string, string>;
}

/**
 * Opens a registry and makes something of it; closes it again when that fails.
 * @throws Failure as `openRegistryFile`, DamagedRegistry, what `make` throws
 */
export function openWhole<T>(path: string, make: (registry: WholeRegistry) => T): T {
  const db = openRegistryFile(path);
  let close = () => {};
  try {
    const meta = new Map(db.prepare('select name, value from meta').raw().all() as [string, string][]);
    const sections = openSections(path, db, meta.get('registry_id') ?? '');
    close = sections.close;
    const closeBoth = () => {
      sections.close();
      db.close();
    };
    return make({ ...sections, db, meta, close: closeBoth });
  } catch (error) {
    close();
    db.close();
    throw error;
  }
}
