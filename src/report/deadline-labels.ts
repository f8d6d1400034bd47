import type { TableColumn, TableRow } from '../domain/balanced-table.js';
import type {
  DispatchFigures,
  ErrorLine,
  ProvinceState,
  ReportRun,
  RunDisagreement,
} from '../domain/deadline-report.js';
import type { Bilingual } from '../domain/reasons.js';
import { CLASS_LABELS, FIELD_LABELS, OUTCOME_LABELS } from './labels.js';

/** Rows of the balanced table in the words of the ministry's tables. */
export const TABLE_ROW_LABELS: Readonly<Record<TableRow, Bilingual>> = {
  sent: { vi: 'Đã gửi', en: 'Sent' },
  no_or_bad_id: CLASS_LABELS.no_or_bad_id,
  with_id: { vi: 'Có số định danh', en: 'With ID' },
  right: CLASS_LABELS.right,
  wrong: CLASS_LABELS.wrong,
  wrong_id: { vi: `Sai: ${FIELD_LABELS.id.vi}`, en: `Wrong: ${FIELD_LABELS.id.en}` },
  wrong_name: { vi: `Sai: ${FIELD_LABELS.name.vi}`, en: `Wrong: ${FIELD_LABELS.name.en}` },
  wrong_birth_date: { vi: `Sai: ${FIELD_LABELS.birth_date.vi}`, en: `Wrong: ${FIELD_LABELS.birth_date.en}` },
  wrong_other: { vi: `Sai: ${FIELD_LABELS.other.vi}`, en: `Wrong: ${FIELD_LABELS.other.en}` },
  not_verified: CLASS_LABELS.not_verified,
};

/** Columns of the balanced table: what the run did. */
export const TABLE_COLUMN_LABELS: Readonly<Record<TableColumn, Bilingual>> = {
  all: { vi: 'Tất cả', en: 'All' },
  verified_as_sent: { vi: 'Đã xác minh như đã gửi', en: 'Verified as sent' },
  verified_corrected: { vi: 'Đã xác minh, phải sửa', en: 'Verified, to correct' },
  mismatch: OUTCOME_LABELS.mismatch,
  needs_review: OUTCOME_LABELS.needs_review,
  rejected: OUTCOME_LABELS.rejected,
};

export const STATE_LABELS: Readonly<Record<ProvinceState, Bilingual>> = {
  current: { vi: 'số liệu mới', en: 'up to date' },
  stale: { vi: 'số liệu cũ', en: 'out of date' },
  missing: { vi: 'chưa có số liệu', en: 'no data' },
};

/** What is to be done with the rows that are not verified as sent. */
export const WORK_LABELS: Readonly<Record<'toCorrect' | 'toAsk' | 'toReview' | 'unreadable', Bilingual>> = {
  toCorrect: { vi: 'Phải sửa', en: 'To correct' },
  toAsk: { vi: 'Phải hỏi lại', en: 'To ask again' },
  toReview: { vi: 'Phải xem lại', en: 'To review' },
  unreadable: { vi: 'Không đọc được', en: 'Unreadable' },
} satisfies Partial<Record<keyof ErrorLine, Bilingual>>;
export const WORK_COLUMNS = ['toCorrect', 'toAsk', 'toReview', 'unreadable'] as const;

/** Further headings of the dispatches. */
export const FIGURE_LABELS: Readonly<Record<keyof DispatchFigures, Bilingual>> = {
  complaintsReceived: { vi: 'Phản ánh đã nhận', en: 'Complaints received' },
  complaintsHandled: { vi: 'Phản ánh đã xử lý', en: 'Complaints handled' },
  personsSigned: { vi: 'Đối tượng đã ký số', en: 'Persons signed digitally' },
  passportsIssued: { vi: 'Hộ chiếu vắc xin đã cấp', en: 'Vaccine passports issued' },
};
export const FIGURES = [
  'complaintsReceived',
  'complaintsHandled',
  'personsSigned',
  'passportsIssued',
] as const satisfies readonly (keyof DispatchFigures)[];

export const RUN_USE_LABELS: Readonly<Record<ReportRun['use'], Bilingual>> = {
  newest: { vi: 'mới nhất', en: 'newest' },
  trend: { vi: 'chỉ cho diễn biến', en: 'trend only' },
  left_out: { vi: 'không dùng', en: 'left out' },
};

export const DIFFERENCE_LABELS: Readonly<Record<RunDisagreement['what'], Bilingual>> = {
  tool_version: { vi: 'Phiên bản công cụ', en: 'Tool version' },
  model: { vi: 'Mô hình so khớp', en: 'Matching model' },
  registry: { vi: 'Cơ sở dữ liệu dân cư', en: 'Population registry' },
  thresholds: { vi: 'Ngưỡng xác minh', en: 'Thresholds' },
  admin_units: { vi: 'Danh mục đơn vị hành chính', en: 'Administrative units' },
};

/** Where nobody gave a figure. */
export const NOT_GIVEN: Bilingual = { vi: 'chưa có số liệu', en: 'no figure yet' };
export const NOT_GIVEN_OR_SUPPRESSED: Bilingual = {
  vi: 'chưa có hoặc không công bố',
  en: 'none yet, or not published',
};
/** Stands for a figure that is suppressed for publication. */
export const SUPPRESSED = '*';
