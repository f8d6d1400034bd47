import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';

const SAVE_AS_CSV =
  'Open the file in Excel or LibreOffice, choose "Save as", "CSV UTF-8 (Comma delimited)", and give that file.';

/** An input that cannot be used: exit code 3. */
export function inputFailure(
  code: string,
  what: string,
  expected: string,
  next: string,
  cause?: unknown,
): Failure {
  return new Failure({ code, exitCode: EXIT.inputUnusable, what, expected, next }, { cause });
}

/** Translates an error of the file system into what to do about it. `cause` need not be an Error of this realm. */
export function fileSystemFailure(path: string, cause: unknown): Failure {
  const code = errorCode(cause);
  const expected = 'a CSV file, plain or .gz, that can be read';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return inputFailure(
        'input_missing',
        `${path}: there is no such file`,
        expected,
        'Check the path.',
        cause,
      );
    case 'EISDIR':
      return inputFailure(
        'input_is_directory',
        `${path} is a folder`,
        expected,
        'Name the files in it.',
        cause,
      );
    case 'EACCES':
    case 'EPERM':
      return inputFailure(
        'input_no_permission',
        `${path}: no permission to read`,
        expected,
        'Ask the owner of the file for read access, or run as a user who has it.',
        cause,
      );
    default:
      return inputFailure(
        'input_unreadable',
        `${path}: reading failed (${code})`,
        expected,
        'Check the disk or the network drive, and try again.',
        cause,
      );
  }
}

/** The `code` of a Node error, or `unknown`. */
export function errorCode(cause: unknown): string {
  if (typeof cause === 'object' && cause !== null && 'code' in cause) return String(cause.code);
  return 'unknown';
}

export function emptyFailure(path: string): Failure {
  return inputFailure(
    'input_empty',
    `${path} is empty`,
    'a header row and data rows',
    'Export the file again.',
  );
}

export function workbookFailure(path: string): Failure {
  return inputFailure(
    'input_is_workbook',
    `${path} is an Excel workbook or a zip archive, not a CSV file`,
    'CSV text, plain or .gz',
    SAVE_AS_CSV,
  );
}

export function gzipFailure(path: string, cause: unknown): Failure {
  if (errorCode(cause) === 'Z_BUF_ERROR') {
    return inputFailure(
      'input_gzip_truncated',
      `${path} stops in the middle of its compressed data`,
      'a complete .gz file',
      'Copy or export the file again, and compare its size with the original.',
      cause,
    );
  }
  return inputFailure(
    'input_gzip_damaged',
    `${path}: the compressed data is damaged (${errorCode(cause)})`,
    'a sound .gz file',
    'Copy or export the file again; "gzip -t" tells whether it is sound.',
    cause,
  );
}
