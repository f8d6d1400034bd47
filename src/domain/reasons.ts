import type { OutcomeName } from './outcome.js';

/** A sentence in both languages of the program. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

interface ReasonText extends Bilingual {
  readonly outcome: OutcomeName;
  /** What the reader does next. */
  readonly next: Bilingual;
}

const NOTHING_TO_DO: Bilingual = { vi: 'Không cần làm gì thêm.', en: 'Nothing to do.' };
const ASK_CITIZEN: Bilingual = {
  vi: 'Liên hệ lại người tiêm, xem giấy tờ gốc và sửa hồ sơ.',
  en: 'Contact the person again, look at the original papers and correct the record.',
};
const COMPARE_PAPERS: Bilingual = {
  vi: 'Đối chiếu giấy tờ gốc với từng ứng viên rồi chọn đúng người.',
  en: 'Compare the original papers with each candidate and choose the right person.',
};
const FIX_FILE: Bilingual = {
  vi: 'Sửa dòng này trong tệp nguồn rồi chạy lại.',
  en: 'Mend this row in the source file and run again.',
};

/** The closed list of reasons (`ds_reason`). Adding or renaming one is a breaking change. */
export const REASONS = {
  exact: {
    outcome: 'verified',
    vi: 'Bốn trường bắt buộc khớp hoàn toàn với cơ sở dữ liệu dân cư.',
    en: 'The four mandatory fields agree with the population registry.',
    next: { vi: 'Ký số hồ sơ.', en: 'Sign the record digitally.' },
  },
  corrected: {
    outcome: 'verified',
    vi: 'Đã xác định đúng một người; hồ sơ cần sửa các trường nêu ở cột ds_corrections.',
    en: 'Exactly one person is identified; the record needs the changes listed in ds_corrections.',
    next: {
      vi: 'Sửa hồ sơ theo cột ds_corrections.',
      en: 'Correct the record as ds_corrections says.',
    },
  },
  id_belongs_to_another: {
    outcome: 'mismatch',
    vi: 'Số định danh trong hồ sơ thuộc về người khác và không tìm thấy ai khớp với họ tên, ngày sinh.',
    en: 'The ID in the record belongs to another person, and nobody fits the name and birth date.',
    next: ASK_CITIZEN,
  },
  id_not_in_registry: {
    outcome: 'mismatch',
    vi: 'Số định danh không có trong cơ sở dữ liệu dân cư và không tìm thấy ai khớp với họ tên, ngày sinh.',
    en: 'The ID is not in the population registry, and nobody fits the name and birth date.',
    next: ASK_CITIZEN,
  },
  nobody_found: {
    outcome: 'mismatch',
    vi: 'Hồ sơ không có số định danh dùng được và không tìm thấy ai khớp với họ tên, ngày sinh.',
    en: 'The record has no usable ID, and nobody fits the name and birth date.',
    next: ASK_CITIZEN,
  },
  passport_not_in_registry: {
    outcome: 'mismatch',
    vi: 'Hồ sơ dùng hộ chiếu và không tìm thấy ai khớp trong cơ sở dữ liệu dân cư; người nước ngoài không phải đối chiếu.',
    en: 'The record uses a passport and nobody in the registry fits; foreigners need no registry check.',
    next: {
      vi: 'Nếu là người nước ngoài: xác minh theo hộ chiếu. Nếu là công dân Việt Nam: bổ sung số định danh.',
      en: 'A foreigner: verify by passport. A citizen of Viet Nam: add the personal ID.',
    },
  },
  rival_too_close: {
    outcome: 'needs_review',
    vi: 'Có từ hai người trở lên cùng khớp với hồ sơ, chưa đủ căn cứ để chọn.',
    en: 'Two or more persons fit the record about equally well.',
    next: COMPARE_PAPERS,
  },
  id_and_name_of_different_persons: {
    outcome: 'needs_review',
    vi: 'Số định danh là của một người nhưng họ tên, ngày sinh là của người khác.',
    en: 'The ID is one person’s, the name and birth date are another’s.',
    next: COMPARE_PAPERS,
  },
  conflicting_fields: {
    outcome: 'needs_review',
    vi: 'Có một người gần khớp nhưng một trường mâu thuẫn mà không giải thích được bằng lỗi nhập liệu thường gặp.',
    en: 'One person nearly fits, but a field contradicts and no usual typing error explains it.',
    next: COMPARE_PAPERS,
  },
  not_enough_evidence: {
    outcome: 'needs_review',
    vi: 'Có người có thể là chủ hồ sơ nhưng chưa đủ các trường độc lập khớp nhau (số định danh, tên, ngày sinh) để tự xác minh.',
    en: 'Somebody may be the person, but too few independent fields (ID, given name, birth date) agree to verify.',
    next: COMPARE_PAPERS,
  },
  dead_before_dose: {
    outcome: 'needs_review',
    vi: 'Người khớp với hồ sơ đã mất trước ngày tiêm.',
    en: 'The person who fits died before the date of the dose.',
    next: COMPARE_PAPERS,
  },
  registry_id_not_unique: {
    outcome: 'needs_review',
    vi: 'Số định danh này được cấp cho nhiều người khác nhau trong bản trích cơ sở dữ liệu dân cư.',
    en: 'The registry snapshot gives this ID to more than one person.',
    next: {
      vi: 'Chuyển công an cấp xã đối chiếu số định danh.',
      en: 'Ask the commune police to check the ID.',
    },
  },
  wrong_field_count: {
    outcome: 'rejected',
    vi: 'Dòng có số cột khác với dòng tiêu đề.',
    en: 'The row has another number of fields than the header.',
    next: FIX_FILE,
  },
  broken_quotes: {
    outcome: 'rejected',
    vi: 'Dấu nháy kép trong dòng không đóng đúng chỗ.',
    en: 'A quotation mark in the row is not closed where it should be.',
    next: FIX_FILE,
  },
  invalid_encoding: {
    outcome: 'rejected',
    vi: 'Dòng có byte không phải UTF-8.',
    en: 'The row holds bytes that are not UTF-8.',
    next: {
      vi: 'Lưu lại tệp nguồn ở dạng CSV UTF-8 rồi chạy lại.',
      en: 'Save the source file as CSV UTF-8 and run again.',
    },
  },
  empty_row: {
    outcome: 'rejected',
    vi: 'Dòng không có dữ liệu.',
    en: 'The row holds no data.',
    next: NOTHING_TO_DO,
  },
  not_a_record: {
    outcome: 'rejected',
    vi: 'Dòng cộng, người lập biểu hoặc chữ ký ở cuối danh sách, không phải hồ sơ tiêm.',
    en: 'A sum or a signature line below the list, not a dose record.',
    next: NOTHING_TO_DO,
  },
  no_name_and_no_id: {
    outcome: 'rejected',
    vi: 'Dòng không có họ tên và không có số định danh.',
    en: 'The row has neither a name nor an ID.',
    next: FIX_FILE,
  },
} as const satisfies Record<string, ReasonText>;

export type ReasonCode = keyof typeof REASONS;
type ReasonsOf<O extends OutcomeName> = {
  [K in ReasonCode]: (typeof REASONS)[K]['outcome'] extends O ? K : never;
}[ReasonCode];

export type MismatchReason = ReasonsOf<'mismatch'>;
export type ReviewReason = ReasonsOf<'needs_review'>;
export type RejectReason = ReasonsOf<'rejected'>;

export const REASON_CODES = Object.keys(REASONS) as readonly ReasonCode[];
