import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import { systemCode } from './output-failure.js';

/** True for an error of SQLite or of the pages behind it. During a run the registry is the only database. */
export function isDatabaseError(cause: unknown): boolean {
  return systemCode(cause).startsWith('SQLITE_') || systemCode(cause) === 'REGISTRY_DAMAGED';
}

/** A registry that was opened, but is damaged inside, as exit 3. */
export function registryFailure(path: string, cause: unknown): Failure {
  return new Failure(
    {
      code: 'registry_unreadable',
      exitCode: EXIT.inputUnusable,
      what: `The registry ${path} cannot be read (${systemCode(cause)}).`,
      expected: 'a whole file made by `doisoat registry build`',
      next: 'Copy it again, or build it again from the snapshot; nothing was published.',
    },
    { cause },
  );
}
