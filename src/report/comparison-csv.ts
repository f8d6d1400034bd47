import { stringify } from 'csv-stringify/sync';
import type { IdentityField } from '../domain/outcome.js';
import { type Bilingual, REASONS } from '../domain/reasons.js';
import type { ChangedRow } from '../domain/run-comparison.js';
import type { Language } from '../domain/run-facts.js';
import { OUTCOME_LABELS } from './labels.js';

/** Columns of the list of changed rows. It holds no name, birth date or ID but those of identified persons. */
const COLUMNS = [
  'source_file',
  'source_row',
  'old_outcome',
  'old_reason',
  'old_person_id',
  'new_outcome',
  'new_reason',
  'new_person_id',
  'what_changed',
] as const;

const FIELDS: Readonly<Record<IdentityField, Bilingual>> = {
  id: { vi: 'số định danh', en: 'ID' },
  name: { vi: 'họ tên', en: 'name' },
  birth_date: { vi: 'ngày sinh', en: 'birth date' },
  sex: { vi: 'giới tính', en: 'sex' },
};

/** The header record. RFC 4180, `\n`. */
export function renderChangesHeader(): string {
  return stringify([[...COLUMNS]], { record_delimiter: 'unix' });
}

/** The records of some changed rows. */
export function renderChanges(rows: readonly ChangedRow[], lang: Language): string {
  const records = rows.map((row) => [
    row.file,
    row.row,
    row.old.outcome,
    row.old.reason,
    row.old.personId,
    row.new.outcome,
    row.new.reason,
    row.new.personId,
    changeSentence(row, lang),
  ]);
  return stringify(records, { record_delimiter: 'unix' });
}

/** What changed, in one plain sentence without a name or an ID. */
export function changeSentence(row: ChangedRow, lang: Language): string {
  const vi = lang === 'vi';
  const parts: string[] = [];
  const before = OUTCOME_LABELS[row.old.outcome][lang].toLowerCase();
  const after = OUTCOME_LABELS[row.new.outcome][lang].toLowerCase();
  const reason = REASONS[row.new.reason][lang].replace(/\.$/, '');
  if (row.old.outcome !== row.new.outcome) {
    parts.push(
      vi ? `trước: ${before}, nay: ${after}: ${reason}` : `was: ${before}, is now: ${after}: ${reason}`,
    );
  } else if (row.old.personId !== row.new.personId) {
    parts.push(vi ? 'xác định là một người khác' : 'another person is identified');
  } else if (row.old.reason !== row.new.reason) {
    parts.push(vi ? `vẫn ${after}, lý do khác: ${reason}` : `still ${after}, for another reason: ${reason}`);
  }
  // A row that is no longer verified loses all corrections; to say so would tell nothing new.
  if (row.corrections.length > 0 && row.old.outcome === row.new.outcome) {
    const fields = row.corrections.map((field) => FIELDS[field][lang]).join(', ');
    parts.push(vi ? `nội dung cần sửa thay đổi ở: ${fields}` : `the corrections changed for: ${fields}`);
  }
  const text = parts.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
