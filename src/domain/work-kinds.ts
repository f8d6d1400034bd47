import type { Bilingual, ReasonCode } from './reasons.js';

/**
 * What is asked of the reader, most certain first. `correct`: the person is certain, the changes are known. `ask`:
 * nobody fits. `review`: somebody may be the person. `mend`: the row of the source file cannot be read.
 */
export const WORK_CLASSES = ['correct', 'ask', 'review', 'mend'] as const;
export type WorkClass = (typeof WORK_CLASSES)[number];

interface KindText extends Bilingual {
  readonly workClass: WorkClass;
}

/**
 * The closed list of kinds of errors by which worklists are counted, and their order within a class. Rows that are not
 * identified have the code of their reason (`ds_reason`).
 */
export const WORK_KINDS = {
  id_missing: { workClass: 'correct', vi: 'thiếu số định danh', en: 'no ID' },
  id_zeros_lost: {
    workClass: 'correct',
    vi: 'số định danh mất số 0 ở đầu',
    en: 'ID without its leading zeros',
  },
  id_bad_format: {
    workClass: 'correct',
    vi: 'số định danh thừa, thiếu chữ số hoặc có ký tự lạ',
    en: 'ID with digits too many or too few, or other signs',
  },
  id_wrong: { workClass: 'correct', vi: 'sai số định danh', en: 'wrong ID' },
  id_old_card: { workClass: 'correct', vi: 'đang ghi số CMND cũ', en: 'old nine-digit card number' },
  id_passport: { workClass: 'correct', vi: 'đang ghi số hộ chiếu', en: 'passport number' },
  name_missing: { workClass: 'correct', vi: 'thiếu họ tên', en: 'no name' },
  name_font: {
    workClass: 'correct',
    vi: 'họ tên lỗi phông chữ, sót phím gõ hoặc mất chữ',
    en: 'name in a broken encoding, with keystrokes or letters lost',
  },
  name_extra: {
    workClass: 'correct',
    vi: 'họ tên có danh xưng, ghi chú hoặc chữ dính liền',
    en: 'name with a form of address, a note, or words run together',
  },
  name_accents: { workClass: 'correct', vi: 'họ tên thiếu dấu, sai dấu', en: 'accents missing or wrong' },
  name_order: {
    workClass: 'correct',
    vi: 'họ tên đảo thứ tự các chữ',
    en: 'words of the name in another order',
  },
  name_letters: {
    workClass: 'correct',
    vi: 'họ tên sai, thiếu hoặc thừa chữ',
    en: 'letters or words of the name wrong, missing or too many',
  },
  birth_missing: { workClass: 'correct', vi: 'thiếu ngày sinh', en: 'no birth date' },
  birth_spreadsheet: {
    workClass: 'correct',
    vi: 'ngày sinh bị Excel đổi thành ngày khác',
    en: 'birth date changed by a spreadsheet',
  },
  birth_impossible: {
    workClass: 'correct',
    vi: 'ngày sinh không có trong lịch hoặc không đọc được',
    en: 'birth date not in the calendar, or unreadable',
  },
  birth_swapped: { workClass: 'correct', vi: 'ngày sinh đảo ngày và tháng', en: 'day and month exchanged' },
  birth_incomplete: {
    workClass: 'correct',
    vi: 'ngày sinh chỉ có năm hoặc ghi 01/01 thay cho ngày thật',
    en: 'only the birth year, or 01/01 in place of the day',
  },
  birth_wrong: { workClass: 'correct', vi: 'sai ngày sinh', en: 'wrong birth date' },
  sex_missing: { workClass: 'correct', vi: 'thiếu giới tính', en: 'no sex' },
  sex_wrong: { workClass: 'correct', vi: 'sai giới tính', en: 'wrong sex' },
  id_belongs_to_another: {
    workClass: 'ask',
    vi: 'số định danh là của người khác',
    en: 'the ID is another person’s',
  },
  id_not_in_registry: {
    workClass: 'ask',
    vi: 'số định danh không có trong cơ sở dữ liệu dân cư',
    en: 'the ID is not in the population registry',
  },
  nobody_found: {
    workClass: 'ask',
    vi: 'không có số định danh dùng được và không tìm thấy ai',
    en: 'no usable ID, and nobody found',
  },
  passport_not_in_registry: { workClass: 'ask', vi: 'dùng hộ chiếu', en: 'uses a passport' },
  id_and_name_of_different_persons: {
    workClass: 'review',
    vi: 'số của một người, họ tên và ngày sinh giống người khác',
    en: 'the ID of one person, name and birth date more like another’s',
  },
  registry_id_not_unique: {
    workClass: 'review',
    vi: 'số định danh cấp cho nhiều người',
    en: 'the ID is given to more than one person',
  },
  dead_before_dose: {
    workClass: 'review',
    vi: 'cần kiểm tra ngày tiêm và người được tiêm',
    en: 'check the date of the dose and who was vaccinated',
  },
  rival_too_close: { workClass: 'review', vi: 'có nhiều người gần giống', en: 'several persons nearly fit' },
  conflicting_fields: { workClass: 'review', vi: 'có trường khác nhiều', en: 'a field differs much' },
  not_enough_evidence: { workClass: 'review', vi: 'chưa đủ căn cứ', en: 'not enough evidence' },
  no_name_and_no_id: { workClass: 'mend', vi: 'thiếu cả họ tên và số định danh', en: 'neither name nor ID' },
  wrong_field_count: { workClass: 'mend', vi: 'thừa hoặc thiếu cột', en: 'too many or too few columns' },
  broken_quotes: { workClass: 'mend', vi: 'dấu nháy kép không đóng', en: 'a quotation mark is not closed' },
  invalid_encoding: { workClass: 'mend', vi: 'chữ bị lỗi phông', en: 'broken letters' },
} as const satisfies Record<string, KindText>;

export type WorkKind = keyof typeof WORK_KINDS;
export const WORK_KIND_CODES = Object.keys(WORK_KINDS) as readonly WorkKind[];

/** Reasons of rows that need no work: right as they are, or no records. */
const NO_WORK = ['exact', 'empty_row', 'not_a_record'] as const satisfies readonly ReasonCode[];
type NoWork = (typeof NO_WORK)[number];

/** The kind of work of a row that is not identified. */
export type ReasonOfWork = Exclude<ReasonCode, NoWork | 'corrected'> & WorkKind;

/** Whether rows that ended for this reason need work. */
export function needsWork(reason: string): boolean {
  return !(NO_WORK as readonly string[]).includes(reason);
}
