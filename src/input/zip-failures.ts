import type { Failure } from '../domain/failure.js';
import { errorCode, inputFailure } from './input-failures.js';

const ASK_AGAIN = 'Unpack the archive, look at what is in it, and give the files.';
const SOUND = 'a sound .zip archive';

/** Names of entries are shown shortened, on one line. */
const shown = (name: string) => JSON.stringify(name.slice(0, 120));

export function zipDamaged(path: string, cause: unknown): Failure {
  const code = errorCode(cause);
  const detail = code === 'unknown' ? '' : ` (${code})`;
  return inputFailure(
    'input_zip_damaged',
    `${path} is a zip archive or a workbook, and it is damaged or incomplete${detail}`,
    SOUND,
    'Copy or export the file again, and compare its size with the original.',
    cause,
  );
}

export function memberDamaged(label: string, cause: unknown): Failure {
  return inputFailure(
    'input_zip_damaged',
    `${label}: the compressed data is damaged or incomplete`,
    SOUND,
    'Copy or export the archive again; "unzip -t" tells whether it is sound.',
    cause,
  );
}

export function memberMissing(label: string): Failure {
  return inputFailure(
    'input_changed',
    `${label} is no longer in its archive`,
    'an archive that nobody writes to during the run',
    'Wait until the archive is complete, then run again; nothing was published.',
  );
}

export function zipEmpty(path: string): Failure {
  return inputFailure(
    'input_zip_no_data',
    `${path} holds no .csv, .tsv, .txt, .gz or .xlsx file`,
    'an archive with exported files',
    ASK_AGAIN,
  );
}

export function zipEncrypted(path: string, name: string): Failure {
  return inputFailure(
    'input_zip_encrypted',
    `${path}: the entry ${shown(name)} is locked with a password`,
    'an archive without a password',
    'Unpack the archive with its password, and give the files.',
  );
}

export function zipNested(path: string, name: string): Failure {
  return inputFailure(
    'input_zip_nested',
    `${path}: the entry ${shown(name)} is itself an archive, or a workbook of a kind that cannot be read`,
    'exported files directly in the archive (.csv, .tsv, .txt, .gz, .xlsx, .xlsm)',
    'Unpack the archive, save old workbooks as .xlsx or CSV UTF-8, and give the files; nothing of it was read.',
  );
}

export function zipMethod(path: string, name: string, method: number): Failure {
  return inputFailure(
    'input_zip_method',
    `${path}: the entry ${shown(name)} is compressed in an unusual way (method ${method})`,
    'entries that are stored or deflated',
    'Pack the files again with the archive program of the system, or give them unpacked.',
  );
}

export function zipSameName(path: string, name: string): Failure {
  return inputFailure(
    'input_zip_same_name',
    `${path}: two entries have the name ${shown(name)}`,
    'one entry for each name, so that every row leads back to one of them',
    ASK_AGAIN,
  );
}

export function zipLimit(path: string, what: string, limit: string): Failure {
  return inputFailure('input_zip_limit', `${path}: ${what}`, limit, ASK_AGAIN);
}
