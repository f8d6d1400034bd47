import type { TableColumn, TableRow } from '../../domain/balanced-table.js';
import type { ReportRun } from '../../domain/deadline-report.js';
import { PROVINCES } from '../../domain/provinces.js';
import type { Bilingual } from '../../domain/reasons.js';
import type { Language } from '../../domain/run-facts.js';
import { provinceLabel } from '../labels.js';
import { formatInteger } from '../number-format.js';

/** To be filled in by hand: what the program cannot know. */
export const BLANK = '…';
/** In a table: no data. */
export const NO_DATA = '…';
/** In a table: not published, because it is small or would give a small one away. */
export const SUPPRESSED = '*';
/** In a table: it does not arise. */
export const NONE = '–';

/** The rows of the balanced table, as a list of the dispatches names them. */
export const ROW_TITLES: Readonly<Record<TableRow, Bilingual>> = {
  sent: { vi: 'Tổng số đã gửi xác thực', en: 'Sent in all' },
  no_or_bad_id: {
    vi: 'Không có hoặc sai định dạng số định danh',
    en: 'No or wrongly formatted ID',
  },
  with_id: { vi: 'Có số định danh', en: 'With ID' },
  right: { vi: 'Thông tin đúng', en: 'Right' },
  wrong: { vi: 'Thông tin sai', en: 'Wrong' },
  wrong_id: { vi: 'Sai số định danh', en: 'Wrong ID' },
  wrong_name: { vi: 'Sai họ và tên', en: 'Wrong name' },
  wrong_birth_date: { vi: 'Sai ngày sinh', en: 'Wrong birth date' },
  wrong_other: { vi: 'Sai trường khác', en: 'Wrong other field' },
  not_verified: { vi: 'Chưa xác thực (không tìm thấy)', en: 'Not verified (not found)' },
};

/** What the reconciliation did with the records. */
export const COLUMN_TITLES: Readonly<Record<TableColumn, Bilingual>> = {
  all: { vi: 'Tổng số', en: 'All' },
  verified_as_sent: { vi: 'Xác minh đúng như đã gửi', en: 'Verified as sent' },
  verified_corrected: { vi: 'Xác minh được, phải sửa hồ sơ', en: 'Verified with corrections' },
  mismatch: { vi: 'Không khớp với ai', en: 'Mismatch' },
  needs_review: { vi: 'Cần cán bộ xem lại', en: 'Needs review' },
  rejected: { vi: 'Dòng hỏng, bị loại', en: 'Rejected' },
};

export const UNIT_TITLES = {
  persons: { vi: 'Đối tượng', en: 'Persons' },
  doses: { vi: 'Mũi tiêm', en: 'Doses' },
} as const satisfies Record<string, Bilingual>;

const NOT_PUBLISHED: Bilingual = { vi: '[không công bố]', en: '[not published]' };

/** A figure in a sentence: null is one that is not published. */
export function figure(value: number | null, lang: Language): string {
  if (value !== null) return formatInteger(Math.round(value), lang);
  return NOT_PUBLISHED[lang];
}

/** False for a sentence that holds a suppressed figure: it is left out. */
export function saysAll(text: string, lang: Language): boolean {
  return !text.includes(NOT_PUBLISHED[lang]);
}

/** A figure of a table that may be suppressed. */
export function cell(value: number | null): number | string {
  return value ?? SUPPRESSED;
}

/** `Cà Mau, Lai Châu và Hà Nội`. */
export function listOf(items: readonly string[], lang: Language): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  return `${items.slice(0, -1).join(', ')} ${lang === 'vi' ? 'và' : 'and'} ${last}`;
}

const FULL_NAMES: ReadonlyMap<string, string> = new Map(PROVINCES.map(({ code, name }) => [code, name]));

/** The full name in a letter: `Thành phố Hồ Chí Minh`, `tỉnh Cà Mau`; in English the short one. */
function letterName(code: string, lang: Language): string {
  const name = FULL_NAMES.get(code);
  return lang === 'en' || name === undefined ? provinceLabel(code, lang) : name.replace(/^Tỉnh /, 'tỉnh ');
}

export function provincesOf(codes: readonly string[], lang: Language): string {
  return listOf(
    codes.map((code) => letterName(code, lang)),
    lang,
  );
}

/** Who is written to: `Sở Y tế tỉnh Cà Mau và Sở Y tế Thành phố Hồ Chí Minh`. */
export function healthDepartments(codes: readonly string[], lang: Language): string {
  return listOf(
    codes.map((code) =>
      lang === 'vi'
        ? `Sở Y tế ${letterName(code, lang)}`
        : `the health department of ${letterName(code, lang)}`,
    ),
    lang,
  );
}

/** The first letter as a capital. */
export function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** A run as a text names it. */
export function runLabel(runs: readonly ReportRun[], index: number): string {
  return runs[index]?.name ?? String(index);
}

/** One or several, in English. */
export function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}
