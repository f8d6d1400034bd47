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
  vi: 'Liên hệ lại người được tiêm, xem giấy tờ gốc: hồ sơ ghi sai thì sửa; giấy tờ đúng như hồ sơ thì chuyển công an cấp xã kiểm tra.',
  en: 'Contact the vaccinated person again and look at the original papers: if the record is wrong, correct it; if the papers agree with it, pass it to the commune police to check.',
};
const COMPARE_PAPERS: Bilingual = {
  vi: 'Xem căn cước (trẻ em: giấy khai sinh): đúng người nào thì sửa hồ sơ theo người đó; không đúng ai thì liên hệ lại người được tiêm.',
  en: 'Look at the identity card (children: birth certificate): if it is one of the persons listed, correct the record accordingly; if none, contact the vaccinated person again.',
};
const FIX_FILE: Bilingual = {
  vi: 'Mở tệp nguồn, sửa dòng này rồi chạy lại.',
  en: 'Open the source file, mend this row and run again.',
};

/** The closed list of reasons (`ds_reason`). Adding or renaming one is a breaking change. */
export const REASONS = {
  exact: {
    outcome: 'verified',
    vi: 'Hồ sơ khớp với cơ sở dữ liệu dân cư, không phải sửa gì.',
    en: 'The record agrees with the population registry; there is nothing to correct.',
    next: { vi: 'Ký số hồ sơ.', en: 'Sign the record digitally.' },
  },
  corrected: {
    outcome: 'verified',
    vi: 'Đã xác định đúng một người; hồ sơ cần sửa các trường nêu ở cột ds_corrections.',
    en: 'Exactly one person is identified; the record needs the changes listed in ds_corrections.',
    next: {
      vi: 'Sửa hồ sơ theo cột ds_corrections rồi ký số.',
      en: 'Correct the record as ds_corrections says, then sign it digitally.',
    },
  },
  id_belongs_to_another: {
    outcome: 'mismatch',
    vi: 'Số định danh trong hồ sơ là của người khác, và không tìm được người nào chắc chắn là người trong hồ sơ.',
    en: 'The ID in the record is another person’s, and nobody can be the person of the record with enough certainty.',
    next: ASK_CITIZEN,
  },
  id_not_in_registry: {
    outcome: 'mismatch',
    vi: 'Số định danh không có trong cơ sở dữ liệu dân cư, và không tìm được người nào chắc chắn là người trong hồ sơ.',
    en: 'The ID is not in the population registry, and nobody can be the person of the record with enough certainty.',
    next: ASK_CITIZEN,
  },
  nobody_found: {
    outcome: 'mismatch',
    vi: 'Hồ sơ không có số định danh dùng được, và không tìm được người nào chắc chắn là người trong hồ sơ.',
    en: 'The record has no usable ID, and nobody can be the person of the record with enough certainty.',
    next: ASK_CITIZEN,
  },
  passport_not_in_registry: {
    outcome: 'mismatch',
    vi: 'Hồ sơ dùng hộ chiếu, và không có ai trong cơ sở dữ liệu dân cư đủ chắc chắn là người này; người nước ngoài không phải đối chiếu.',
    en: 'The record uses a passport, and nobody in the registry can be the person with enough certainty; foreigners need no registry check.',
    next: {
      vi: 'Nếu là người nước ngoài: xác minh theo hộ chiếu. Nếu là công dân Việt Nam: bổ sung số định danh.',
      en: 'A foreigner: verify by passport. A citizen of Viet Nam: add the personal ID.',
    },
  },
  rival_too_close: {
    outcome: 'needs_review',
    vi: 'Có từ hai người gần khớp trở lên, và người khớp nhất chưa đủ xa người thứ hai để tự xác minh.',
    en: 'Two or more persons nearly fit, and the best is not far enough ahead of the second.',
    next: COMPARE_PAPERS,
  },
  id_and_name_of_different_persons: {
    outcome: 'needs_review',
    vi: 'Số trong hồ sơ là của một người, nhưng họ tên, ngày sinh giống người khác hơn.',
    en: 'The number is one person’s, but name and birth date are more like another’s.',
    next: COMPARE_PAPERS,
  },
  conflicting_fields: {
    outcome: 'needs_review',
    vi: 'Có thể là một người, nhưng có trường khác mà không nhận ra là lỗi nhập liệu thường gặp.',
    en: 'It may be one person, but a field differs in a way that was not recognised as a usual typing error.',
    next: COMPARE_PAPERS,
  },
  not_enough_evidence: {
    outcome: 'needs_review',
    vi: 'Có thể là một người, nhưng các trường khớp nhau (số định danh, họ tên, ngày sinh, nơi ở) chưa đủ chắc chắn để tự xác minh.',
    en: 'It may be one person, but what agrees (ID, name, birth date, place) is not certain enough to verify.',
    next: COMPARE_PAPERS,
  },
  dead_before_dose: {
    outcome: 'needs_review',
    vi: 'Theo cơ sở dữ liệu dân cư, người khớp với hồ sơ đã mất trước ngày tiêm.',
    en: 'By the population registry, the person who fits died before the date of the dose.',
    next: {
      vi: 'Kiểm tra ngày tiêm và giấy tờ: ghi sai thì sửa hồ sơ; người được tiêm là người khác thì ghi lại đúng người; còn nếu cơ sở dữ liệu sai thì báo công an cấp xã.',
      en: 'Check the date of the dose and the papers: if they are wrong, correct the record; if somebody else was vaccinated, enter that person; if the registry is wrong, tell the commune police.',
    },
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
    vi: 'Dòng có số cột khác với dòng tiêu đề, thường do thừa hoặc thiếu dấu phẩy.',
    en: 'The row has another number of fields than the header, often because of a comma too many or too few.',
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
    vi: 'Dòng có chữ bị lỗi phông (không phải UTF-8).',
    en: 'The row holds broken letters (not UTF-8).',
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
    vi: 'Dòng cộng, dòng tiêu đề lặp lại, người lập biểu hoặc chữ ký, không phải hồ sơ tiêm.',
    en: 'A sum, a repeated header or a signature line, not a dose record.',
    next: NOTHING_TO_DO,
  },
  no_name_and_no_id: {
    outcome: 'rejected',
    vi: 'Dòng thiếu cả họ tên và số định danh.',
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
