import type { DoseField, RecordField } from '../domain/dose-record.js';
import { DOSE_SYNONYMS, RECORD_SYNONYMS } from './column-synonyms.js';
import { foldHeader } from './fold-header.js';
import { guessRecordField, isOfSomebodyElse } from './guess-field.js';
import { matchColumns } from './match-columns.js';

/** The field that a header text alone would be taken for; `somebody_else`: no field of the person; null: nobody knows. */
export function fieldOfHeader(header: string): RecordField | DoseField | 'somebody_else' | null {
  const folded = foldHeader(header);
  if (folded === '') return null;
  const dose = matchColumns([folded], DOSE_SYNONYMS).fields;
  const person = matchColumns([folded], RECORD_SYNONYMS, guessRecordField).fields;
  const [field] = Object.keys({ ...dose, ...person }) as (RecordField | DoseField)[];
  if (field !== undefined) return field;
  // "Ngày" alone may well be the birth date; "Ngày cấp" is not, for its other word.
  const words = folded.split(' ').filter((word) => word !== 'ngay');
  return isOfSomebodyElse(words) ? 'somebody_else' : null;
}
