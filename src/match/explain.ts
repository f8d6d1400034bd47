import type { Candidate, Comparison, Decision } from '../domain/decision.js';
import type { RecordIdentity } from '../domain/identity.js';
import type { FieldDifferences, IdentityField } from '../domain/outcome.js';
import { type Bilingual, REASONS } from '../domain/reasons.js';
import { REPAIRS } from '../domain/repairs.js';
import type { Language } from '../domain/run-facts.js';

const FIELD_NAMES: Record<IdentityField, Bilingual> = {
  id: { vi: 'số định danh', en: 'ID' },
  name: { vi: 'họ tên', en: 'name' },
  birth_date: { vi: 'ngày sinh', en: 'birth date' },
  sex: { vi: 'giới tính', en: 'sex' },
};

const NAME_ERRORS: Record<Comparison['name'], Bilingual> = {
  exact: { vi: 'khớp', en: 'agrees' },
  accents_missing: { vi: 'thiếu dấu', en: 'accents missing' },
  accents_differ: { vi: 'sai dấu', en: 'accents differ' },
  reordered: { vi: 'đảo thứ tự', en: 'words in another order' },
  extra_word: { vi: 'thừa một chữ ở đầu hoặc cuối', en: 'one word too many in front or behind' },
  abbreviated: { vi: 'viết tắt', en: 'abbreviated' },
  middle_dropped: { vi: 'thừa hoặc thiếu tên đệm', en: 'middle name dropped or added' },
  close: { vi: 'sai một chữ', en: 'one word mistyped' },
  close_given: { vi: 'sai một chữ ở tên', en: 'given name mistyped' },
  partial: { vi: 'chỉ khớp một phần', en: 'agrees only in part' },
  different: { vi: 'khác hẳn', en: 'different' },
  missing: { vi: 'bỏ trống', en: 'missing' },
};

const BIRTH_DATE_ERRORS: Record<Comparison['birthDate'], Bilingual> = {
  exact: { vi: 'khớp', en: 'agrees' },
  compatible: { vi: 'khớp', en: 'agrees' },
  year_only: { vi: 'chỉ có năm hoặc tháng', en: 'only year or month known' },
  placeholder: { vi: 'ghi 01/01 thay cho ngày thật', en: '01/01 in place of the day' },
  swapped: { vi: 'đảo ngày và tháng', en: 'day and month exchanged' },
  one_digit: { vi: 'gõ nhầm một chữ số', en: 'one digit mistyped' },
  one_part: { vi: 'sai ngày, tháng hoặc năm', en: 'day, month or year wrong' },
  same_year: { vi: 'khác ngày và tháng', en: 'another day and month' },
  different: { vi: 'khác hẳn', en: 'different' },
  missing: { vi: 'bỏ trống hoặc không đọc được', en: 'missing or unreadable' },
};

const ID_ERRORS: Record<Comparison['id'], Bilingual> = {
  exact: { vi: 'sai định dạng', en: 'badly formatted' },
  one_edit: { vi: 'gõ nhầm một chữ số', en: 'one digit mistyped' },
  different: { vi: 'số khác', en: 'another number' },
  cmnd_exact: { vi: 'dùng số CMND 9 số', en: 'nine-digit card number used' },
  cmnd_different: { vi: 'số CMND khác', en: 'another card number' },
  missing: { vi: 'bỏ trống hoặc không dùng được', en: 'missing or unusable' },
};

const SEX_ERRORS: Record<Comparison['sex'], Bilingual> = {
  same: { vi: 'khớp', en: 'agrees' },
  different: { vi: 'ghi sai', en: 'wrong' },
  missing: { vi: 'bỏ trống hoặc không đọc được', en: 'missing or unreadable' },
};

function kindOfError(field: IdentityField, comparison: Comparison, record: RecordIdentity): Bilingual {
  switch (field) {
    case 'id': {
      const id = record.personalId;
      const repair = id.kind === 'citizen' && comparison.id === 'exact' ? id.repairs[0] : undefined;
      return repair === undefined ? ID_ERRORS[comparison.id] : (REPAIRS_SEEN[repair] ?? REPAIRS[repair]);
    }
    case 'name':
      return NAME_ERRORS[comparison.name];
    case 'birth_date':
      return BIRTH_DATE_ERRORS[comparison.birthDate];
    case 'sex':
      return SEX_ERRORS[comparison.sex];
  }
}

/** How the fault looks to the person who typed it, where the repair's own words describe the cure. */
const REPAIRS_SEEN: Partial<Record<keyof typeof REPAIRS, Bilingual>> = {
  leading_zeros: { vi: 'mất số 0 ở đầu', en: 'leading zeros lost' },
  separators_removed: { vi: 'có dấu cách hoặc dấu chấm', en: 'holds separators' },
  decimal_removed: { vi: 'có đuôi .0', en: 'ends in .0' },
  letters_for_digits: { vi: 'có chữ O, l thay cho số 0, 1', en: 'letters O, l in place of 0, 1' },
};

function listErrors(
  found: FieldDifferences,
  comparison: Comparison,
  record: RecordIdentity,
  language: Language,
  withValues: boolean,
): string {
  const parts: string[] = [];
  for (const field of Object.keys(FIELD_NAMES) as IdentityField[]) {
    const difference = found[field];
    if (difference === undefined) continue;
    const name = FIELD_NAMES[field][language];
    const kind = kindOfError(field, comparison, record)[language];
    const [from, to] = difference;
    if (!withValues) parts.push(`${name} ${kind}`);
    else if (from === '')
      parts.push(language === 'vi' ? `${name}: điền “${to}” (${kind})` : `${name}: enter “${to}” (${kind})`);
    else
      parts.push(
        language === 'vi'
          ? `${name} “${from}” thành “${to}” (${kind})`
          : `${name} “${from}” to “${to}” (${kind})`,
      );
  }
  return parts.join('; ');
}

/**
 * One plain sentence or two: what was found, which field, what kind of error, what to do.
 * A mismatch never tells anything about a person other than the one the row is about.
 */
export function explainDecision(
  decision: Decision,
  record: RecordIdentity | null,
  best: Candidate | undefined,
  language: Language,
): string {
  const reason = REASONS[decision.reason];
  const sentence = reason[language];
  const next = reason.next[language];
  if (record === null || best === undefined) return `${sentence} ${next}`;
  if (decision.kind === 'verified') {
    if (decision.reason === 'exact') return sentence;
    const errors = listErrors(decision.corrections, best.comparison, record, language, true);
    return language === 'vi'
      ? `Đã xác định đúng một người. Cần sửa: ${errors}.`
      : `Exactly one person is identified. To correct: ${errors}.`;
  }
  if (decision.kind === 'needs_review') {
    const errors = listErrors(
      decision.candidates[0]?.differences ?? {},
      best.comparison,
      record,
      language,
      false,
    );
    const detail =
      errors === ''
        ? ''
        : language === 'vi'
          ? ` So với ứng viên gần nhất: ${errors}.`
          : ` Against the closest candidate: ${errors}.`;
    return `${sentence}${detail} ${next}`;
  }
  return `${sentence} ${next}`;
}
