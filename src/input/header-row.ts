import type { FileLayout } from '../domain/dose-record.js';
import { DOSE_SYNONYMS, RECORD_SYNONYMS } from './column-synonyms.js';
import { foldHeader } from './fold-header.js';
import { knownField } from './match-columns.js';
import { textAt } from './read-records.js';

const LEAST_NAMES = 3;

/**
 * True for a header among the data, as where several lists were put into one file: at least three cells, and half of
 * those that are written, name a field. A row with a number where the ID or the birth date is, is none.
 */
export function isHeaderRow(fields: readonly string[], { fields: at }: FileLayout): boolean {
  if (startsWithDigit(textAt(fields, at.personal_id)) || startsWithDigit(textAt(fields, at.birth_date)))
    return false;
  let written = 0;
  let names = 0;
  for (const field of fields) {
    if (field.trim() === '') continue;
    written++;
    if (field.length > 80) continue;
    const text = foldHeader(field);
    if (knownField(text, RECORD_SYNONYMS) ?? knownField(text, DOSE_SYNONYMS)) names++;
  }
  return names >= LEAST_NAMES && names * 2 >= written;
}

function startsWithDigit(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 48 && first <= 57;
}
