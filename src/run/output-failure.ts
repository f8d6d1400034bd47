import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';

const FREE_SPACE =
  'Free some space or choose a folder on another disk, then run again; nothing was published.';
const CHECK_ACCESS = 'Choose a folder that you may write to, then run again; nothing was published.';

/** The `code` of a system error; errors of other realms are no instances of Error, so only the code is read. */
export function systemCode(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return '';
  return typeof cause.code === 'string' ? cause.code : '';
}

/** True for errors of the operating system while writing, such as a full disk. */
export function isSystemError(cause: unknown): boolean {
  return /^E[A-Z0-9]+$/.test(systemCode(cause)) || systemCode(cause) === 'SQLITE_FULL';
}

/** A fault while writing to `path`, as exit 5. */
export function outputFailure(path: string, cause: unknown): Failure {
  const code = systemCode(cause);
  const make = (name: string, what: string, expected: string, next: string) =>
    new Failure({ code: name, exitCode: EXIT.outputUnwritable, what, expected, next }, { cause });
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return make(
        'output_disk_full',
        `No space is left while writing ${path}.`,
        'enough free space',
        FREE_SPACE,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return make(
        'output_no_permission',
        `No permission to write ${path}.`,
        'a writable folder',
        CHECK_ACCESS,
      );
    default:
      return make('output_unwritable', `Cannot write ${path} (${code}).`, 'a writable folder', CHECK_ACCESS);
  }
}

/** The place a run or a registry would be published at is taken; `replaceable`: --replace would take it all the same. */
export function outputExistsFailure(path: string, replaceable: boolean): Failure {
  return new Failure({
    code: 'output_exists',
    exitCode: EXIT.outputUnwritable,
    what: `${path} is already there.`,
    expected: 'a new name: what was published is never overwritten',
    next: replaceable
      ? 'Choose another name, move the old one away, or add --replace.'
      : 'Choose another name, or move the old one away.',
  });
}

/** Another process took this one for dead and took over its place; it must not publish any more. */
export function lostLockFailure(path: string): Failure {
  return new Failure({
    code: 'lock_lost',
    exitCode: EXIT.locked,
    what: `Another process has taken over the work on ${path}: this one gave no sign of life for too long.`,
    expected: 'one run at a time for one output',
    next: 'Let the other one finish; this one published nothing.',
  });
}
