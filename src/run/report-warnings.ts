import type { InputWarning } from '../domain/deadline-report.js';
import type { Bilingual } from '../domain/reasons.js';
import type { RunManifest } from './read-manifest.js';

const NOT_UTF8: Bilingual = {
  vi: 'quá nửa số dòng bị lỗi phông (không phải UTF-8): cần lưu lại tệp rồi chạy lại',
  en: 'more than half of the rows are not UTF-8: save the file anew and run again',
};
const BIRTH_MONTH_FIRST: Bilingual = {
  vi: 'ngày sinh được đọc theo thứ tự tháng/ngày/năm',
  en: 'birth dates were read month first',
};
const DOSE_MONTH_FIRST: Bilingual = {
  vi: 'ngày tiêm được đọc theo thứ tự tháng/ngày/năm',
  en: 'dose dates were read month first',
};
const NO_ID_COLUMN: Bilingual = { vi: 'không có cột số định danh', en: 'there is no ID column' };
const NO_FACILITY: Bilingual = {
  vi: 'không có cột cơ sở tiêm: tỉnh được lấy theo nơi ở',
  en: 'there is no column of the facility: the province is that of the residence',
};

/** What the manifest tells of inputs that makes one cautious. */
export function runWarnings(
  inputs: RunManifest['inputs'],
  notUtf8: readonly string[],
): Omit<InputWarning, 'run'>[] {
  return inputs.flatMap(({ name: input, read_as: { birth_dates, dose_dates, columns, dose_columns } }) => {
    const texts: Bilingual[] = [];
    if (notUtf8.includes(input)) texts.push(NOT_UTF8);
    if (birth_dates === 'month-first') texts.push(BIRTH_MONTH_FIRST);
    if (dose_dates === 'month-first') texts.push(DOSE_MONTH_FIRST);
    if (columns.personal_id === undefined) texts.push(NO_ID_COLUMN);
    const named = ({ facility_code, facility_name, facility_province }: (typeof dose_columns)[number]) =>
      (facility_code ?? facility_name ?? facility_province) !== undefined;
    if (!dose_columns.some(named)) texts.push(NO_FACILITY);
    return texts.map((text) => ({ input, text }));
  });
}
