import type { Failure } from '../domain/failure.js';
import type { LayoutFault } from './header.js';
import { inputFailure } from './input-failures.js';

/** What the header of each kind of file has to name. */
export const DOSE_HEADER_RULE = 'Số CCCD/CMND, or Họ và tên and Ngày sinh';
export const SNAPSHOT_HEADER_RULE =
  'personal ID (or CMND), full name (or surname and given name), birth date: SoDinhDanh, HoVaTen, NgayThangNamSinh';

/** The Failure (exit code 3) for a file whose header cannot be used; `path` as the user gave it, `rule` one of the above. */
export function layoutFailure(path: string, fault: LayoutFault, rule: string): Failure {
  if (fault.kind === 'mixed_line_endings') {
    return inputFailure(
      'mixed_line_endings',
      `${path}: the header row ends with a carriage return alone, other rows do not: the rows cannot be told apart`,
      'one kind of line ending in a file',
      'Open the file in a text editor or Excel, save it as CSV UTF-8, and run again.',
    );
  }
  if (fault.kind === 'duplicate') {
    return inputFailure(
      'duplicate_columns',
      `${path}: several columns mean the same field: ${fault.names.join(', ')}`,
      'one column for each field',
      'Rename the columns that are not meant, or remove them, and run again.',
    );
  }
  return inputFailure(
    'unknown_layout',
    `${path}: no usable header row; columns missing: ${fault.columnsMissing.join(', ')}; ${columnsFound(fault.columnsFound)}`,
    `a header row in the first 40 rows that names at least ${rule}`,
    `Give the columns these names (accents, case and order do not matter), and save as CSV UTF-8${rule === DOSE_HEADER_RULE ? '; or say with --mapping where header and columns are (docs/profile.md).' : '.'}`,
  );
}

const SHOWN = 40;

function columnsFound(texts: readonly string[]): string {
  const more = texts.length > SHOWN ? `, and ${texts.length - SHOWN} more` : '';
  const shown = texts.slice(0, SHOWN).map((text) => text.slice(0, 60));
  return shown.length === 0 ? 'no row looks like a header' : `columns found: ${shown.join(', ')}${more}`;
}
