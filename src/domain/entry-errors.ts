import type { IdentityField } from './outcome.js';
import type { Bilingual } from './reasons.js';

interface EntryErrorText extends Bilingual {
  /** The field that is wrong; `row` where it is the row as a whole. */
  readonly field: IdentityField | 'row';
}

/**
 * The closed list of errors of entry that the deadline report counts by facility and province. They are told from the
 * corrections of verified rows, and from the reasons and the ID of all others; a row can have several.
 */
export const ENTRY_ERRORS = {
  id_missing: { field: 'id', vi: 'không có số định danh', en: 'no ID' },
  id_leading_zeros: { field: 'id', vi: 'mất số 0 ở đầu số định danh', en: 'leading zeros of the ID lost' },
  id_scientific: {
    field: 'id',
    vi: 'số định danh bị Excel rút gọn (có chữ E)',
    en: 'ID shortened by a spreadsheet (with an E)',
  },
  id_wrong_length: {
    field: 'id',
    vi: 'số định danh thừa hoặc thiếu chữ số',
    en: 'ID with too many or too few digits',
  },
  id_signs: {
    field: 'id',
    vi: 'số định danh lẫn chữ, dấu hoặc đuôi .0',
    en: 'letters, signs or .0 in the ID',
  },
  id_phone: {
    field: 'id',
    vi: 'ghi số điện thoại thay số định danh',
    en: 'a phone number in place of the ID',
  },
  id_old_card: { field: 'id', vi: 'ghi số CMND 9 số', en: 'the old nine-digit card number' },
  id_passport: { field: 'id', vi: 'ghi số hộ chiếu', en: 'a passport number' },
  id_one_digit: {
    field: 'id',
    vi: 'số định danh sai hoặc đảo một chữ số',
    en: 'one digit of the ID wrong or two exchanged',
  },
  id_of_another: { field: 'id', vi: 'ghi số định danh của người khác', en: 'another person’s ID' },
  id_unknown: {
    field: 'id',
    vi: 'số định danh không có trong cơ sở dữ liệu dân cư',
    en: 'an ID that the registry does not have',
  },
  id_on_many: {
    field: 'id',
    vi: 'một số định danh ghi cho từ ba người trở lên',
    en: 'one ID on the rows of three or more persons',
  },
  name_missing: { field: 'name', vi: 'không có họ tên', en: 'no name' },
  name_no_accents: { field: 'name', vi: 'họ tên không dấu', en: 'name without accents' },
  name_wrong_accents: { field: 'name', vi: 'họ tên sai dấu', en: 'wrong accents in the name' },
  name_encoding: {
    field: 'name',
    vi: 'họ tên lỗi phông chữ hoặc sót phím gõ',
    en: 'name in a broken encoding or with keystrokes left in',
  },
  name_additions: {
    field: 'name',
    vi: 'họ tên kèm danh xưng hoặc ghi chú',
    en: 'form of address or note in the name',
  },
  name_words: {
    field: 'name',
    vi: 'họ tên thiếu chữ, viết tắt, dính chữ hoặc đảo thứ tự',
    en: 'words of the name missing, abbreviated, run together or in another order',
  },
  name_spelling: { field: 'name', vi: 'họ tên sai chữ cái', en: 'name misspelt' },
  name_other: { field: 'name', vi: 'họ tên khác', en: 'another name' },
  birth_missing: { field: 'birth_date', vi: 'không có ngày sinh', en: 'no birth date' },
  birth_swapped: {
    field: 'birth_date',
    vi: 'đảo ngày và tháng sinh',
    en: 'day and month of birth exchanged',
  },
  birth_spreadsheet: {
    field: 'birth_date',
    vi: 'ngày sinh bị Excel đổi (năm 1905, số thứ tự)',
    en: 'birth date changed by a spreadsheet (1905, day number)',
  },
  birth_year_only: { field: 'birth_date', vi: 'chỉ có năm sinh', en: 'only the year of birth' },
  birth_placeholder: {
    field: 'birth_date',
    vi: 'ngày sinh giả (như 01/01)',
    en: 'made-up birth date (such as 01/01)',
  },
  birth_two_digit_year: { field: 'birth_date', vi: 'năm sinh ghi hai chữ số', en: 'two-digit year of birth' },
  birth_impossible: {
    field: 'birth_date',
    vi: 'ngày sinh không có trong lịch, trong tương lai hoặc không đọc được',
    en: 'birth date not in the calendar, in the future or unreadable',
  },
  birth_part: {
    field: 'birth_date',
    vi: 'sai ngày, tháng hoặc năm sinh',
    en: 'day, month or year of birth wrong',
  },
  birth_other: { field: 'birth_date', vi: 'ngày sinh khác', en: 'another birth date' },
  sex_missing: { field: 'sex', vi: 'không có giới tính', en: 'no sex' },
  sex_wrong: { field: 'sex', vi: 'sai giới tính', en: 'wrong sex' },
  duplicate_dose: {
    field: 'row',
    vi: 'trùng mũi tiêm (cùng người, cùng mũi)',
    en: 'dose entered more than once (same person, same dose)',
  },
  person_not_told: {
    field: 'row',
    vi: 'chưa xác định được người (cần xem lại hoặc không tìm thấy), chưa rõ sai ở trường nào',
    en: 'person not identified (review, or nobody found), the wrong field not known',
  },
  row_unreadable: { field: 'row', vi: 'dòng hỏng, không đọc được', en: 'row broken, cannot be read' },
} as const satisfies Record<string, EntryErrorText>;

export type EntryError = keyof typeof ENTRY_ERRORS;
export const ENTRY_ERROR_CODES = Object.keys(ENTRY_ERRORS) as readonly EntryError[];

/** Rows (hồ sơ) of each error that occurs. Null: suppressed for publication; a code that is not there: none. */
export type EntryErrorCounts = Readonly<Partial<Record<EntryError, number | null>>>;
