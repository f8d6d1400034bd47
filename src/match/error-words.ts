import type { Comparison } from '../domain/decision.js';
import type { InvalidDateCode, UnusableIdCode } from '../domain/identity.js';
import type { IdentityField } from '../domain/outcome.js';
import type { Bilingual } from '../domain/reasons.js';
import type { RepairCode } from '../domain/repairs.js';

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
  given_accent_differs: { vi: 'sai dấu ở tên', en: 'given name with another accent' },
  reordered: { vi: 'đảo thứ tự', en: 'words in another order' },
  extra_word: { vi: 'thừa một chữ ở đầu', en: 'one word too many in front' },
  abbreviated: { vi: 'viết tắt', en: 'abbreviated' },
  middle_dropped: { vi: 'thừa hoặc thiếu tên đệm', en: 'middle name dropped or added' },
  close: { vi: 'sai một chữ', en: 'one word mistyped' },
  close_given: { vi: 'sai một chữ ở tên', en: 'given name mistyped' },
  two_slips: { vi: 'sai hai lỗi', en: 'two slips' },
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
  one_digit: {
    vi: 'sai một chữ số hoặc đảo hai chữ số liền nhau',
    en: 'one digit wrong or two neighbours exchanged',
  },
  one_part: { vi: 'sai ngày, tháng hoặc năm', en: 'day, month or year wrong' },
  same_year: { vi: 'khác ngày và tháng', en: 'another day and month' },
  different: { vi: 'khác hẳn', en: 'different' },
  missing: { vi: 'bỏ trống hoặc không đọc được', en: 'missing or unreadable' },
};

/** What each comparison level of the ID says of the record; `exact` is said of a repaired one. */
export const ID_ERRORS: Record<Comparison['id'], Bilingual> = {
  exact: { vi: 'sai định dạng', en: 'badly formatted' },
  one_edit: {
    vi: 'sai, thừa hoặc thiếu một chữ số, hoặc đảo hai chữ số liền nhau',
    en: 'one digit wrong, added or lost, or two neighbours exchanged',
  },
  of_another: { vi: 'là số của người khác', en: 'somebody else’s number' },
  different: { vi: 'khác hẳn số của ứng viên', en: 'not the candidate’s number' },
  cmnd_exact: { vi: 'dùng số CMND 9 số', en: 'nine-digit card number used' },
  cmnd_different: { vi: 'số CMND khác', en: 'another card number' },
  known_part: { vi: 'bị mất chữ số', en: 'digits lost' },
  known_part_different: { vi: 'bị mất chữ số, phần còn lại khác', en: 'digits lost, and the rest differs' },
  missing: { vi: 'không đối chiếu được', en: 'cannot be compared' },
};

/** What each comparison level of the sex says of the record. */
export const SEX_ERRORS: Record<Comparison['sex'], Bilingual> = {
  same: { vi: 'khớp', en: 'agrees' },
  different: { vi: 'ghi sai', en: 'wrong' },
  missing: { vi: 'không đọc được', en: 'unreadable' },
};

/** A field in which nothing was written. */
export const EMPTY: Bilingual = { vi: 'bỏ trống', en: 'empty' };

/** A passport number in the ID field. */
export const PASSPORT: Bilingual = { vi: 'là số hộ chiếu', en: 'a passport number' };

/** Why an ID cannot be used. */
export const UNUSABLE_ID_ERRORS: Record<UnusableIdCode, Bilingual> = {
  wrong_length: { vi: 'thừa hoặc thiếu chữ số', en: 'too many or too few digits' },
  scientific_notation: {
    vi: 'Excel đã đổi sang dạng 7,9E+10 nên mất chữ số',
    en: 'turned into the form 7.9E+10 by a spreadsheet, digits lost',
  },
  phone_number: { vi: 'là số điện thoại', en: 'a phone number' },
  not_a_number: { vi: 'không phải số', en: 'not a number' },
};

/** Why a birth date cannot be used. */
export const INVALID_DATE_ERRORS: Record<InvalidDateCode, Bilingual> = {
  impossible_date: { vi: 'ngày không có thật', en: 'no such day' },
  placeholder: { vi: 'ghi ngày giả thay cho ngày thật', en: 'a made-up date in place of the real one' },
  future: { vi: 'ngày trong tương lai', en: 'a day in the future' },
  unreadable: { vi: 'không đọc được', en: 'unreadable' },
};

/** How the fault looks to the person who typed it, where the repair's own words describe the cure. */
export const REPAIRS_SEEN: Partial<Record<RepairCode, Bilingual>> = {
  leading_zeros: { vi: 'mất số 0 ở đầu', en: 'leading zeros lost' },
  separators_removed: { vi: 'có dấu cách, dấu chấm hoặc dấu nháy', en: 'holds separators or an apostrophe' },
  decimal_removed: { vi: 'có đuôi .0', en: 'ends in .0' },
  letters_for_digits: { vi: 'có chữ O, l thay cho số 0, 1', en: 'letters O, l in place of 0, 1' },
  legacy_encoding: { vi: 'sai bảng mã', en: 'in an old encoding' },
  mojibake: { vi: 'chữ bị vỡ do sai bảng mã', en: 'letters broken by a wrong encoding' },
  keystrokes: { vi: 'còn sót phím gõ Telex hoặc VNI', en: 'Telex or VNI keystrokes left in' },
  title_removed: { vi: 'có danh xưng', en: 'with a title' },
  note_removed: { vi: 'có ghi chú trong họ tên', en: 'with a note in the name' },
  glued_words_split: { vi: 'các chữ dính liền', en: 'words run together' },
  excel_serial: { vi: 'Excel đã đổi ngày thành số thứ tự', en: 'turned into a day number by a spreadsheet' },
  year_typed_as_date: {
    vi: 'Excel đã đổi năm sinh thành một ngày của năm 1905',
    en: 'the year was turned into a day of 1905 by a spreadsheet',
  },
  two_digit_year: { vi: 'năm chỉ có hai chữ số', en: 'the year has two digits only' },
  impossible_day: { vi: 'ngày không có thật', en: 'no such day' },
  day_month_swapped: { vi: 'đảo ngày và tháng', en: 'day and month exchanged' },
};
