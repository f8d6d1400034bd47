import type { Comparison } from '../domain/decision.js';
import type { InvalidDateCode, UnusableIdCode } from '../domain/identity.js';
import type { IdentityField } from '../domain/outcome.js';
import type { Bilingual } from '../domain/reasons.js';
import { REPAIRS, type RepairCode } from '../domain/repairs.js';

/** Fields of an identity, as a sentence names them. */
export const FIELD_NAMES: Record<IdentityField, Bilingual> = {
  id: { vi: 'số định danh', en: 'ID' },
  name: { vi: 'họ tên', en: 'name' },
  birth_date: { vi: 'ngày sinh', en: 'birth date' },
  sex: { vi: 'giới tính', en: 'sex' },
};

/** What a comparison level of the name says of the record where its words add nothing. */
export const NAME_ERRORS = {
  accents_missing: { vi: 'thiếu dấu', en: 'accents missing' },
  accents_differ: { vi: 'sai dấu', en: 'wrong accents' },
  reordered: { vi: 'đảo thứ tự các chữ', en: 'words in another order' },
  abbreviated: { vi: 'viết tắt', en: 'abbreviated' },
  two_slips: { vi: 'có hai lỗi', en: 'two slips' },
  partial: { vi: 'khác họ hoặc tên đệm', en: 'another surname or middle name' },
  missing: { vi: 'không so được', en: 'cannot be compared' },
} as const satisfies Partial<Record<Comparison['name'], Bilingual>>;

/** What a comparison level of the birth date says of the record where its parts add nothing. */
export const BIRTH_DATE_ERRORS = {
  placeholder: { vi: 'ghi 01/01 thay cho ngày thật', en: '01/01 in place of the day' },
  swapped: { vi: 'hồ sơ ghi đảo ngày và tháng', en: 'day and month exchanged' },
  same_year: { vi: 'chỉ đúng năm', en: 'only the year agrees' },
  missing: { vi: 'không so được', en: 'cannot be compared' },
} as const satisfies Partial<Record<Comparison['birthDate'], Bilingual>>;

/** What each comparison level of the ID says of the record where its digits add nothing. */
export const ID_ERRORS: Record<Comparison['id'], Bilingual> = {
  exact: { vi: 'khớp', en: 'agrees' },
  one_edit: { vi: 'sai một chữ số', en: 'one digit wrong' },
  of_another: { vi: 'là số của người khác', en: 'somebody else’s number' },
  different: {
    vi: 'khác, không cấp cho ai trong cơ sở dữ liệu',
    en: 'another, which nobody in the registry has',
  },
  cmnd_exact: { vi: 'hồ sơ đang ghi số CMND cũ 9 số', en: 'the record has the old nine-digit card number' },
  cmnd_different: {
    vi: 'hồ sơ ghi số CMND 9 số, khác số CMND trong cơ sở dữ liệu',
    en: 'a nine-digit card number, not the one in the registry',
  },
  known_part: { vi: 'bị mất chữ số', en: 'digits lost' },
  known_part_different: { vi: 'bị mất chữ số, phần còn lại khác', en: 'digits lost, and the rest differs' },
  missing: {
    vi: 'hồ sơ ghi số CMND 9 số; cơ sở dữ liệu không có số CMND của người này',
    en: 'a nine-digit card number; the registry has none of this person',
  },
};

/** What each comparison level of the sex says of the record. */
export const SEX_ERRORS: Record<Comparison['sex'], Bilingual> = {
  same: { vi: 'khớp', en: 'agrees' },
  different: { vi: 'khác cơ sở dữ liệu', en: 'not as in the registry' },
  missing: { vi: 'không đọc được', en: 'unreadable' },
};

/** A field in which nothing was written. */
export const EMPTY: Bilingual = { vi: 'hồ sơ đang để trống', en: 'empty in the record' };

/** A field that says in words that nothing is known: `không rõ`, `-`. */
export const NOT_GIVEN: Bilingual = { vi: 'hồ sơ không ghi', en: 'not given in the record' };

/** A passport number in the ID field. */
export const PASSPORT: Bilingual = { vi: 'hồ sơ đang ghi số hộ chiếu', en: 'a passport number' };

/** Why an ID cannot be used. */
export const UNUSABLE_ID_ERRORS: Record<UnusableIdCode, Bilingual> = {
  wrong_length: { vi: 'thừa hoặc thiếu chữ số', en: 'too many or too few digits' },
  scientific_notation: {
    vi: 'Excel đã rút gọn số thành dạng có chữ E',
    en: 'shortened by a spreadsheet to the form with an E, digits lost',
  },
  phone_number: { vi: 'là số điện thoại', en: 'a phone number' },
  not_a_number: { vi: 'không phải số định danh', en: 'no ID' },
};

/** Why a birth date cannot be used. */
export const INVALID_DATE_ERRORS: Record<InvalidDateCode, Bilingual> = {
  impossible_date: { vi: 'không có ngày này trong lịch', en: 'no such day in the calendar' },
  placeholder: { vi: 'ghi ngày giả thay cho ngày thật', en: 'a made-up date in place of the real one' },
  future: { vi: 'ngày trong tương lai', en: 'a day in the future' },
  unreadable: { vi: 'không đọc được', en: 'unreadable' },
};

/** How the fault looks to the person who typed it; the repair's own words (`REPAIRS`) describe the cure. */
export const REPAIRS_SEEN: Record<RepairCode, Bilingual> = {
  ...REPAIRS,
  leading_zeros: { vi: 'mất số 0 ở đầu', en: 'leading zeros lost' },
  separators_removed: {
    vi: 'số có dấu cách, dấu chấm hoặc ký hiệu khác',
    en: 'holds spaces, dots or other signs',
  },
  decimal_removed: { vi: 'có đuôi .0', en: 'ends in .0' },
  letters_for_digits: { vi: 'có chữ O, l thay cho số 0, 1', en: 'letters O, l in place of 0, 1' },
  legacy_encoding: { vi: 'lỗi phông chữ', en: 'in an old encoding' },
  mojibake: { vi: 'lỗi phông chữ', en: 'letters broken by a wrong encoding' },
  undecoded: { vi: 'lỗi phông chữ', en: 'in an unknown encoding' },
  letter_lost: { vi: 'có chữ bị mất (dấu ?)', en: 'a letter lost (a question mark)' },
  keystrokes: { vi: 'còn sót phím gõ Telex hoặc VNI', en: 'Telex or VNI keystrokes left in' },
  title_removed: { vi: 'có danh xưng', en: 'with a form of address' },
  note_removed: { vi: 'có ghi chú trong họ tên', en: 'with a note in the name' },
  glued_words_split: { vi: 'các chữ dính liền', en: 'words run together' },
  excel_serial: { vi: 'Excel đã đổi ngày thành số thứ tự', en: 'turned into a day number by a spreadsheet' },
  year_typed_as_date: {
    vi: 'Excel đã đổi năm sinh thành một ngày của năm 1905',
    en: 'the year was turned into a day of 1905 by a spreadsheet',
  },
  two_digit_year: { vi: 'hồ sơ ghi năm hai chữ số', en: 'the year has two digits only' },
  impossible_day: { vi: 'không có ngày này trong lịch', en: 'no such day in the calendar' },
  day_month_swapped: { vi: 'hồ sơ ghi đảo ngày và tháng', en: 'day and month exchanged' },
};
