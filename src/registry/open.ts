import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import { APPLICATION_ID, SCHEMA_VERSION } from './schema.js';

const BUILD_IT = 'Build one: doisoat registry build --snapshot FILE... --db registry.db';

function unusable(code: string, what: string, expected: string, next: string, cause?: unknown): Failure {
  return new Failure({ code, exitCode: EXIT.inputUnusable, what, expected, next }, { cause });
}

/**
 * Opens a registry for reading.
 * @throws Failure (exit 3) when the file is missing, no SQLite database, no registry, or of another version.
 */
export function openRegistryFile(path: string): Database.Database {
  if (!existsSync(path)) {
    throw unusable('registry_missing', `The registry ${path} does not exist.`, 'a registry file', BUILD_IT);
  }
  if (!statSync(path).isFile()) {
    throw unusable('registry_not_a_file', `The registry ${path} is not a file.`, 'a registry file', BUILD_IT);
  }
  let db: Database.Database;
  let applicationId: unknown;
  let version: unknown;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true });
    applicationId = db.pragma('application_id', { simple: true });
    version = db.pragma('user_version', { simple: true });
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (code === 'SQLITE_NOTADB') {
      throw unusable(
        'registry_not_a_database',
        `The registry ${path} is not an SQLite database.`,
        'a file made by `doisoat registry build`',
        BUILD_IT,
        error,
      );
    }
    throw unusable(
      'registry_unreadable',
      `The registry ${path} cannot be read (${code}).`,
      'a readable file made by `doisoat registry build`',
      'Check the permissions, or build it again.',
      error,
    );
  }
  if (applicationId !== APPLICATION_ID) {
    db.close();
    throw unusable(
      'registry_not_a_registry',
      `The database ${path} is not a doisoat registry.`,
      'a file made by `doisoat registry build`',
      BUILD_IT,
    );
  }
  if (version !== SCHEMA_VERSION) {
    db.close();
    throw unusable(
      'registry_version',
      `The registry ${path} has version ${String(version)}.`,
      `version ${SCHEMA_VERSION}`,
      'Build the registry again from the snapshot with this version of doisoat.',
    );
  }
  return db;
}
