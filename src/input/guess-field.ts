import type { RecordField } from '../domain/dose-record.js';

/** Words that make a column speak of somebody else, of the paper itself, or of a kind rather than a value. */
const NOT_THE_PERSON = new Set(
  'me cha bo vo chong con chau anh chi giam than nha lap can si duong y ta chu quan ly ngay noi cap loai han ghi khong ket qua trang thai file hinh link lien he'.split(
    ' ',
  ),
);

/**
 * A careful guess for a long header text that no table has, such as "Họ và tên người được tiêm chủng" or
 * "Số CCCD của đối tượng". Undefined rather than wrong: "Họ tên mẹ", "Ngày cấp CCCD" or "Mã" are not mapped.
 */
export function guessRecordField(words: readonly string[]): RecordField | undefined {
  if (words.length > 10) return undefined;
  const text = words.join(' ');
  if (/\b(co so|don vi|co quan|to chuc|ho gia dinh)\b/.test(text)) return undefined;
  const lead = /^(ho va ten|ho ten|ngay sinh|ngay thang nam sinh|nam sinh|gioi tinh)\b/.exec(text)?.[1];
  const rest = lead === undefined ? words : words.slice(lead.split(' ').length);
  if (isOfSomebodyElse(rest)) return undefined;
  if (lead === 'ho va ten' || lead === 'ho ten') return 'name';
  if (lead === 'ngay sinh' || lead === 'ngay thang nam sinh' || lead === 'nam sinh') return 'birth_date';
  if (lead === 'gioi tinh') return 'sex';
  if (/\b(cccd|cmnd|cmt|cmtnd|dinh danh|can cuoc|chung minh)\b/.test(text)) return 'personal_id';
  return undefined;
}

/** True when a header text speaks of somebody else than the person of the row, or of the paper itself. */
export function isOfSomebodyElse(words: readonly string[]): boolean {
  if (!words.some((word) => NOT_THE_PERSON.has(word))) return false;
  // "căn cước" holds the word "căn", which also opens "cán bộ".
  const withoutCard = words.join(' ').replace(/\bcan cuoc\b/g, 'cccd');
  return withoutCard.split(' ').some((word) => NOT_THE_PERSON.has(word));
}
