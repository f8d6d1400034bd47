import type { IdentityField } from '../domain/outcome.js';
import type { Bilingual } from '../domain/reasons.js';
import type { Language } from '../domain/run-facts.js';
import type { WorkClass } from '../domain/work-kinds.js';
import type { Grouping, ListTitle, WorkLine } from '../domain/worklist.js';
import { provinceLabel } from './labels.js';

/** Name of the sheet of each class; at most 28 characters, so that a number can follow. */
export const SHEET_NAMES: Readonly<Record<WorkClass, Bilingual>> = {
  correct: { vi: '1 Sửa ngay', en: '1 Correct' },
  ask: { vi: '2 Hỏi lại người dân', en: '2 Ask the citizen' },
  review: { vi: '3 Xem căn cước', en: '3 Look at the card' },
  mend: { vi: '4 Sửa tệp nguồn', en: '4 Mend the source file' },
};

/** What a class of work is. */
export const CLASS_MEANINGS: Readonly<Record<WorkClass, Bilingual>> = {
  correct: {
    vi: 'Đã xác định đúng người; biết phải sửa thành gì.',
    en: 'The person is certain; it is known what to correct.',
  },
  ask: {
    vi: 'Không tìm được ai khớp với hồ sơ.',
    en: 'Nobody fits the record.',
  },
  review: {
    vi: 'Có người có thể là chủ hồ sơ nhưng chưa đủ chắc chắn.',
    en: 'Somebody may be the person, but not with enough certainty.',
  },
  mend: {
    vi: 'Dòng trong tệp nguồn bị hỏng, không đọc được.',
    en: 'The row of the source file cannot be read.',
  },
};

/** What to do with the rows of a class. */
export const CLASS_STEPS: Readonly<Record<WorkClass, Bilingual>> = {
  correct: {
    vi: 'Sửa hồ sơ theo cột “Đề xuất” (nên xem lại giấy tờ trước khi sửa), rồi ký số. Thấy đề xuất sai thì ghi giá trị đúng và báo lại.',
    en: 'Correct the record as column “Proposed” says (better look at the papers first), then sign it digitally. Where the proposal is wrong, write the right value and report it.',
  },
  ask: {
    vi: 'Liên hệ lại người được tiêm, xem giấy tờ gốc, ghi giá trị đúng. Giấy tờ đúng như hồ sơ thì chuyển công an cấp xã kiểm tra.',
    en: 'Contact the vaccinated person, look at the original papers, write the right value. If the papers agree with the record, pass it to the commune police.',
  },
  review: {
    vi: 'Xem căn cước của người được tiêm (trẻ em: giấy khai sinh), đối chiếu các trường nêu trong danh sách, ghi giá trị đúng.',
    en: 'Look at the identity card of the vaccinated person (children: birth certificate), compare the fields listed, write the right value.',
  },
  mend: {
    vi: 'Mở tệp nguồn, sửa dòng đó rồi gửi lại tệp để chạy đối soát lần sau.',
    en: 'Open the source file, mend the row and send the file again for the next run.',
  },
};

/** Choices for the answer; without commas, for a spreadsheet takes them for the end of a choice. */
export const ANSWERS: Readonly<Record<WorkClass, readonly Bilingual[]>> = {
  correct: [
    { vi: 'Đúng như đề xuất', en: 'As proposed' },
    { vi: 'Sai - giá trị đúng ghi ở cột sau', en: 'Wrong - right value in the next column' },
    { vi: 'Không liên hệ được', en: 'Cannot be reached' },
  ],
  ask: [
    { vi: 'Hồ sơ sai - giá trị đúng ghi ở cột sau', en: 'Record wrong - right value in the next column' },
    { vi: 'Giấy tờ đúng như hồ sơ - chuyển công an', en: 'Papers agree - passed to the police' },
    { vi: 'Người nước ngoài', en: 'Foreigner' },
    { vi: 'Không liên hệ được', en: 'Cannot be reached' },
  ],
  review: [
    { vi: 'Hồ sơ đúng như giấy tờ', en: 'Papers agree with the record' },
    { vi: 'Hồ sơ sai - giá trị đúng ghi ở cột sau', en: 'Record wrong - right value in the next column' },
    { vi: 'Không liên hệ được', en: 'Cannot be reached' },
  ],
  mend: [
    { vi: 'Đã sửa tệp nguồn', en: 'Source file mended' },
    { vi: 'Không phải hồ sơ tiêm', en: 'No dose record' },
    { vi: 'Chưa sửa được', en: 'Not mended yet' },
  ],
};

const FIELD_LABELS: Readonly<Record<IdentityField | 'record', Bilingual>> = {
  id: { vi: 'Số định danh', en: 'ID' },
  name: { vi: 'Họ và tên', en: 'Name' },
  birth_date: { vi: 'Ngày sinh', en: 'Birth date' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  record: { vi: 'Cả dòng', en: 'The whole row' },
};

/** A field as the column of fields names it. */
export function fieldLabel(field: WorkLine['field'], lang: Language): string {
  return FIELD_LABELS[field][lang];
}

const UNKNOWN: Readonly<Record<Grouping, Bilingual>> = {
  facility: { vi: 'Không rõ cơ sở', en: 'Facility not known' },
  commune: { vi: 'Không rõ xã, phường', en: 'Commune not known' },
  province: { vi: 'Không rõ tỉnh', en: 'Province not known' },
};

/** What a list is about, in words. */
export function listLabel({ code, name, province }: ListTitle, by: Grouping, lang: Language): string {
  if (name === '' && code === '') return UNKNOWN[by][lang];
  if (by === 'province') return `${code} ${provinceLabel(province, lang)}`;
  return [code, name].filter((text) => text !== '').join(' ');
}

/** Folder of a province. */
export function provinceFolderLabel(province: string, lang: Language): string {
  return province === '' ? UNKNOWN.province[lang] : `${province} ${provinceLabel(province, lang)}`;
}
