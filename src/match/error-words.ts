import type { Comparison } from '../domain/decision.js';
import type { IdentityField } from '../domain/outcome.js';
import type { Bilingual } from '../domain/reasons.js';
import type { REPAIRS } from '../domain/repairs.js';

/** Fields of an identity, as a sentence names them. */
export const FIELD_NAMES: Record<IdentityField, Bilingual> = {
  id: { vi: 'số định danh', en: 'ID' },
  name: { vi: 'họ tên', en: 'name' },
  birth_date: { vi: 'ngày sinh', en: 'birth date' },
  sex: { vi: 'giới tính', en: 'sex' },
};

/** What each comparison level of the name says of the record. */
export const NAME_ERRORS: Record<Comparison['name'], Bilingual> = {
  exact: { vi: 'khớp', en: 'agrees' },
  accents_missing: { vi: 'thiếu dấu', en: 'accents missing' },
  accents_differ: { vi: 'sai dấu', en: 'accents differ' },
  reordered: { vi: 'đảo thứ tự', en: 'words in another order' },
  extra_word: { vi: 'thừa một chữ ở đầu', en: 'one word too many in front' },
  abbreviated: { vi: 'viết tắt', en: 'abbreviated' },
  middle_dropped: { vi: 'thừa hoặc thiếu tên đệm', en: 'middle name dropped or added' },
  close: { vi: 'sai một chữ', en: 'one word mistyped' },
  close_given: { vi: 'sai một chữ ở tên', en: 'given name mistyped' },
  partial: { vi: 'chỉ khớp một phần', en: 'agrees only in part' },
  different: { vi: 'khác hẳn', en: 'different' },
  missing: { vi: 'bỏ trống', en: 'missing' },
};

/** What each comparison level of the birth date says of the record. */
export const BIRTH_DATE_ERRORS: Record<Comparison['birthDate'], Bilingual> = {
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

/** What each comparison level of the ID says of the record; `exact` is said of a repaired one. */
export const ID_ERRORS: Record<Comparison['id'], Bilingual> = {
  exact: { vi: 'sai định dạng', en: 'badly formatted' },
  one_edit: { vi: 'gõ nhầm một chữ số', en: 'one digit mistyped' },
  of_another: { vi: 'là số của người khác', en: 'somebody else’s number' },
  different: { vi: 'số khác', en: 'another number' },
  cmnd_exact: { vi: 'dùng số CMND 9 số', en: 'nine-digit card number used' },
  cmnd_different: { vi: 'số CMND khác', en: 'another card number' },
  missing: { vi: 'bỏ trống hoặc không dùng được', en: 'missing or unusable' },
};

/** What each comparison level of the sex says of the record. */
export const SEX_ERRORS: Record<Comparison['sex'], Bilingual> = {
  same: { vi: 'khớp', en: 'agrees' },
  different: { vi: 'ghi sai', en: 'wrong' },
  missing: { vi: 'bỏ trống hoặc không đọc được', en: 'missing or unreadable' },
};

/** How the fault looks to the person who typed it, where the repair's own words describe the cure. */
export const REPAIRS_SEEN: Partial<Record<keyof typeof REPAIRS, Bilingual>> = {
  leading_zeros: { vi: 'mất số 0 ở đầu', en: 'leading zeros lost' },
  separators_removed: { vi: 'có dấu cách hoặc dấu chấm', en: 'holds separators' },
  decimal_removed: { vi: 'có đuôi .0', en: 'ends in .0' },
  letters_for_digits: { vi: 'có chữ O, l thay cho số 0, 1', en: 'letters O, l in place of 0, 1' },
};
