import type { Bilingual } from './reasons.js';

/** The closed list of what normalisation repaired, or found damaged and could not repair; reports count them to say which facility makes which error. */
export const REPAIRS = {
  unicode_form: { vi: 'chữ tổ hợp dấu được đưa về dựng sẵn', en: 'combining marks composed' },
  invisible_characters: { vi: 'bỏ ký tự ẩn', en: 'invisible characters removed' },
  lookalike_letter: { vi: 'thay chữ giống Đ', en: 'look-alike of Đ replaced' },
  legacy_encoding: { vi: 'giải mã bảng mã cũ', en: 'legacy encoding decoded' },
  mojibake: { vi: 'sửa chữ UTF-8 bị đọc sai', en: 'mis-read UTF-8 decoded' },
  keystrokes: { vi: 'sửa phím gõ Telex/VNI còn sót', en: 'Telex or VNI keystrokes resolved' },
  letter_lost: {
    vi: 'mất chữ (dấu ? hoặc ký tự hỏng), không khôi phục được',
    en: 'a letter is lost (? or a broken character) and cannot be restored',
  },
  undecoded: {
    vi: 'chữ sai bảng mã, chưa đủ căn cứ để giải mã',
    en: 'wrong encoding, left as it is for want of evidence',
  },
  title_removed: { vi: 'bỏ danh xưng', en: 'title removed' },
  note_removed: { vi: 'bỏ ghi chú, số, ngày trong tên', en: 'note, number or date removed from the name' },
  glued_words_split: { vi: 'tách chữ dính liền', en: 'glued words split' },
  excel_serial: { vi: 'đổi số thứ tự ngày của Excel', en: 'Excel serial day decoded' },
  year_typed_as_date: {
    vi: 'năm gõ vào ô ngày (ra năm 1905)',
    en: 'year typed into a date cell (shown as 1905)',
  },
  two_digit_year: { vi: 'năm hai chữ số', en: 'two-digit year' },
  placeholder_day: { vi: 'ngày 01/01 thay cho ngày không rõ', en: '01/01 in place of an unknown day' },
  impossible_day: { vi: 'ngày không có trong lịch, chỉ giữ năm', en: 'day not in the calendar, year kept' },
  day_month_swapped: { vi: 'đảo ngày và tháng', en: 'day and month exchanged' },
  time_removed: { vi: 'bỏ giờ phút', en: 'time of day removed' },
  leading_zeros: { vi: 'bổ sung số 0 ở đầu', en: 'leading zeros restored' },
  separators_removed: { vi: 'bỏ dấu cách, dấu chấm trong số', en: 'separators removed from a number' },
  decimal_removed: { vi: 'bỏ phần thập phân .0', en: 'decimal part .0 removed' },
  letters_for_digits: { vi: 'đổi chữ O, l thành số 0, 1', en: 'letters O and l read as 0 and 1' },
} as const satisfies Record<string, Bilingual>;

export type RepairCode = keyof typeof REPAIRS;
