import type { Bilingual } from '../domain/reasons.js';
import type { Unit } from './count.js';

/** What can be wrong with the figures. The first five concern single cells, the others sums. */
export const BALANCE_FAULTS = {
  not_a_count: { vi: 'số đếm không phải số nguyên không âm', en: 'a count is not a non-negative integer' },
  more_persons_than_rows: { vi: 'số đối tượng lớn hơn số dòng', en: 'more persons than rows' },
  unknown_province: { vi: 'mã tỉnh không có trong danh mục', en: 'the province code is not in the list' },
  reason_of_other_outcome: { vi: 'lý do không thuộc kết quả', en: 'the reason belongs to another outcome' },
  field_of_other_class: {
    vi: 'trường sai chỉ ghi cho hồ sơ sai, và hồ sơ sai phải có trường sai',
    en: 'records of class wrong, and only they, have a wrong field',
  },
  provinces_and_total: { vi: 'các tỉnh cộng lại khác dòng tổng', en: 'provinces do not add up to the total' },
  id_and_sent: {
    vi: 'có số định danh + không có hoặc sai định dạng ≠ đã gửi',
    en: 'with ID + no or bad ID ≠ sent',
  },
  classes_and_id: {
    vi: 'đúng + sai + chưa xác thực ≠ có số định danh',
    en: 'right + wrong + not verified ≠ with ID',
  },
  fields_and_wrong: { vi: 'sai theo từng trường ≠ sai', en: 'wrong by field ≠ wrong' },
  outcomes_and_sent: { vi: 'các kết quả cộng lại ≠ đã gửi', en: 'outcomes do not add up to sent' },
  reasons_and_outcome: {
    vi: 'các lý do cộng lại khác kết quả',
    en: 'reasons do not add up to their outcome',
  },
  inputs_and_rows: {
    vi: 'số dòng các tệp đầu vào ≠ số dòng kết quả + số dòng ngoài phạm vi',
    en: 'rows of the inputs ≠ rows of the results + rows out of scope',
  },
} as const satisfies Record<string, Bilingual>;
export type BalanceFaultCode = keyof typeof BALANCE_FAULTS;

/** One place where the figures do not add up. */
export interface BalanceFault {
  readonly code: BalanceFaultCode;
  /** Province code, empty for the unknown province, `total` for the totals. */
  readonly province: string;
  /** Null where no unit is meant. */
  readonly unit: Unit | null;
  /** The two figures that should be equal; both 0 where the fault is no sum. */
  readonly expected: number;
  readonly found: number;
}
