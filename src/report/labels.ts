import type { LayoutKind } from '../domain/dose-record.js';
import type { OfficialClass, OutcomeName, WrongField } from '../domain/outcome.js';
import { PROVINCES } from '../domain/provinces.js';
import type { Bilingual } from '../domain/reasons.js';
import type { Language } from '../domain/run-facts.js';
import type { Unit } from './count.js';

/** A field by which a record of class "wrong" is counted. */
export type CountedField = Exclude<WrongField, 'none'>;
export const COUNTED_FIELDS = [
  'id',
  'name',
  'birth_date',
  'other',
] as const satisfies readonly CountedField[];

/** The official classes in the words of the ministry's tables. */
export const CLASS_LABELS: Readonly<Record<OfficialClass, Bilingual>> = {
  right: { vi: 'Đúng', en: 'Right' },
  wrong: { vi: 'Sai', en: 'Wrong' },
  not_verified: { vi: 'Chưa xác thực', en: 'Not verified' },
  no_or_bad_id: { vi: 'Không có hoặc sai định dạng', en: 'No or wrongly formatted ID' },
};

export const OUTCOME_LABELS: Readonly<Record<OutcomeName, Bilingual>> = {
  verified: { vi: 'Đã xác minh', en: 'Verified' },
  mismatch: { vi: 'Không khớp', en: 'Mismatch' },
  needs_review: { vi: 'Cần xem lại', en: 'Needs review' },
  rejected: { vi: 'Bị loại', en: 'Rejected' },
};

/** What an outcome means, for a reader who is no statistician. */
export const OUTCOME_MEANINGS: Readonly<Record<OutcomeName, Bilingual>> = {
  verified: {
    vi: 'Tìm được đúng một người trong cơ sở dữ liệu dân cư.',
    en: 'Exactly one person of the population registry was found.',
  },
  mismatch: {
    vi: 'Không tìm được ai khớp. Cơ sở tiêm phải hỏi lại người dân.',
    en: 'Nobody fits. The facility has to ask the citizen again.',
  },
  needs_review: {
    vi: 'Có người có thể là chủ hồ sơ, nhưng phải có cán bộ đối chiếu.',
    en: 'Somebody may be the person, but an officer has to compare.',
  },
  rejected: {
    vi: 'Dòng dữ liệu hỏng, không đọc được.',
    en: 'The row is broken and cannot be read.',
  },
};

/** Who asks the citizen of a record that fits nobody, and what for. */
export const ASK_AGAIN: Bilingual = {
  vi: 'trạm y tế xã phối hợp với cơ sở tiêm liên hệ lại người được tiêm, xem giấy tờ gốc và sửa hồ sơ',
  en: 'the commune stations and the facilities contact the vaccinated persons again, look at the original papers and correct the records',
};

export const FIELD_LABELS: Readonly<Record<CountedField, Bilingual>> = {
  id: { vi: 'Số định danh', en: 'ID number' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  birth_date: { vi: 'Ngày sinh', en: 'Birth date' },
  other: { vi: 'Trường khác', en: 'Other field' },
};

export const LAYOUT_LABELS: Readonly<Record<LayoutKind, Bilingual>> = {
  long: { vi: 'mỗi dòng một mũi', en: 'one dose a row' },
  wide: { vi: 'mỗi dòng một người', en: 'one person a row' },
};

export const UNIT_LABELS: Readonly<Record<Unit, Bilingual>> = {
  rows: { vi: 'dòng', en: 'rows' },
  doses: { vi: 'mũi tiêm', en: 'doses' },
  persons: { vi: 'đối tượng', en: 'persons' },
};

export const UNKNOWN_PROVINCE: Bilingual = { vi: 'Không xác định', en: 'Unknown' };
export const TOTAL_LABEL: Bilingual = { vi: 'Tổng cộng', en: 'Total' };

const SHORT_NAMES: ReadonlyMap<string, string> = new Map(PROVINCES.map((p) => [p.code, p.shortName]));

/** The short name of a province for people: `Hà Nội`; a code that is none of the 63 is shown as it stands. */
export function provinceLabel(code: string, lang: Language): string {
  return code === '' ? UNKNOWN_PROVINCE[lang] : (SHORT_NAMES.get(code) ?? code);
}
