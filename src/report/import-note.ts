import type { IdentityField } from '../domain/outcome.js';
import type { Language } from '../domain/run-facts.js';
import { fieldLabel } from './worklist-words.js';

/** Why a record is imported anew. `oldId`: the number in a wrong format, empty without one; `others`: what else changed. */
export function importNote(oldId: string, others: readonly IdentityField[], lang: Language): string {
  const vi = lang === 'vi';
  const reason = vi
    ? oldId === ''
      ? 'Không có số định danh'
      : `Số định danh sai định dạng (đã ghi: ${oldId})`
    : oldId === ''
      ? 'No ID'
      : `ID in a wrong format (was: ${oldId})`;
  const list = others.map((field) => fieldLabel(field, lang).toLowerCase()).join(', ');
  if (others.length === 0) return reason;
  return vi ? `${reason}; đã sửa ${list}` : `${reason}; corrected: ${list}`;
}
