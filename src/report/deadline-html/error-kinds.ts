import type { ErrorLine } from '../../domain/deadline-report.js';
import { ENTRY_ERROR_CODES, ENTRY_ERRORS, type EntryError } from '../../domain/entry-errors.js';
import type { Language } from '../../domain/run-facts.js';
import { count } from './figures.js';

export interface KindCount {
  readonly code: EntryError;
  /** Null: suppressed. */
  readonly rows: number | null;
}

/** The kinds of errors that occur, most rows first, suppressed ones last; equal ones in the order of the closed list. */
export function kindsByCount({ kinds }: Pick<ErrorLine, 'kinds'>): KindCount[] {
  return ENTRY_ERROR_CODES.flatMap((code): KindCount[] => {
    const rows = kinds[code];
    return rows === undefined || rows === 0 ? [] : [{ code, rows }];
  }).sort((a, b) => (b.rows ?? -1) - (a.rows ?? -1));
}

/** These two are counted in columns of their own: what is to be asked or reviewed, and what cannot be read. */
const IN_COLUMNS: readonly EntryError[] = ['person_not_told', 'row_unreadable'];

/** `họ tên không dấu 1.240; …`: the most frequent errors of fields of a line in words. */
export function mainKinds(line: Pick<ErrorLine, 'kinds'>, most: number, lang: Language): string {
  const shown = kindsByCount(line)
    .filter(({ code }) => !IN_COLUMNS.includes(code))
    .slice(0, most);
  if (shown.length === 0) return '–';
  return shown.map(({ code, rows }) => `${ENTRY_ERRORS[code][lang]} ${count(rows, lang)}`).join('; ');
}
