import type { RecordField } from '../domain/dose-record.js';
import type { FormCode, LackCode, RemarkCode, SuspicionCode } from '../domain/input-profile.js';
import type { Bilingual } from '../domain/reasons.js';
import { REPAIRS } from '../domain/repairs.js';
import type { EncodingReason } from '../domain/text-encoding.js';

export const FORM_LABELS: Readonly<Record<FormCode, Bilingual>> = {
  day_month_year: { vi: 'dd/mm/yyyy', en: 'dd/mm/yyyy' },
  year_month_day: { vi: 'yyyy-mm-dd', en: 'yyyy-mm-dd' },
  two_digit_year: { vi: 'năm hai chữ số', en: 'two-digit year' },
  year_only: { vi: 'chỉ có năm', en: 'year only' },
  month_year: { vi: 'tháng và năm', en: 'month and year' },
  serial: { vi: 'số thứ tự ngày của Excel', en: 'Excel serial day' },
  with_time: { vi: 'có giờ', en: 'with a time of day' },
  other_date: { vi: 'dạng khác', en: 'another form' },
  digits_12: { vi: '12 chữ số', en: '12 digits' },
  digits_9: { vi: '9 chữ số (CMND)', en: '9 digits (CMND)' },
  zeros_lost: { vi: 'mất số 0 ở đầu (11, 10, 8 chữ số)', en: 'leading zeros lost (11, 10, 8 digits)' },
  passport: { vi: 'hộ chiếu', en: 'passport' },
  scientific: { vi: 'dạng 7,9E+10 (mất chữ số)', en: 'as 7.9E+10 (digits lost)' },
  phone: { vi: 'số điện thoại', en: 'phone number' },
  letters: { vi: 'có chữ cái', en: 'with letters' },
  wrong_length: { vi: 'sai độ dài', en: 'wrong length' },
  separators: { vi: 'có dấu cách, dấu chấm', en: 'with spaces or dots' },
  says_none: { vi: 'ghi là không có', en: 'says that there is none' },
  capitals: { vi: 'CHỮ HOA', en: 'CAPITALS' },
  lower_case: { vi: 'chữ thường', en: 'lower case' },
  title_case: { vi: 'Chữ Hoa Đầu Từ', en: 'Title Case' },
  mixed_case: { vi: 'hoa thường lẫn lộn', en: 'mixed case' },
  word: { vi: 'chữ (Nam, Nữ)', en: 'words (Nam, Nữ)' },
  code_0: { vi: 'mã 0', en: 'code 0' },
  code_1: { vi: 'mã 1', en: 'code 1' },
  code_2: { vi: 'mã 2', en: 'code 2' },
  unknown_text: { vi: 'không hiểu', en: 'not understood' },
  mobile: { vi: 'số di động', en: 'mobile number' },
  not_mobile: { vi: 'không phải số di động', en: 'no mobile number' },
};

export const REMARK_LABELS: Readonly<Record<RemarkCode, Bilingual>> = {
  ...REPAIRS,
  impossible_date: { vi: 'ngày không có thật', en: 'impossible date' },
  placeholder: { vi: 'ngày giả (01/01/1900)', en: 'placeholder (01/01/1900)' },
  future: { vi: 'ngày trong tương lai', en: 'date in the future' },
  unreadable: { vi: 'không đọc được', en: 'unreadable' },
  no_accents: { vi: 'không dấu', en: 'no accents' },
  month_over_12: { vi: 'số ở chỗ tháng lớn hơn 12', en: 'number in the month’s place over 12' },
  implausible_number: { vi: 'số không đúng cấu trúc', en: 'structure not possible' },
  one_word: { vi: 'chỉ một từ', en: 'one word only' },
};

export const LACK_COSTS: Readonly<Record<LackCode, Bilingual>> = {
  personal_id: {
    vi: 'số định danh: mọi dòng phải tìm theo họ tên và ngày sinh; nhiều dòng sẽ cần xem lại',
    en: 'ID: every row has to be found by name and birth date; many will need review',
  },
  name: {
    vi: 'họ tên: chỉ có số định danh thì không xác minh được ai',
    en: 'name: an ID alone verifies nobody',
  },
  birth_date: {
    vi: 'ngày sinh: người trùng tên không phân biệt được; nhiều dòng sẽ cần xem lại',
    en: 'birth date: namesakes cannot be told apart; many rows will need review',
  },
  sex: { vi: 'giới tính: bớt một căn cứ so sánh', en: 'sex: one piece of evidence less' },
  place: {
    vi: 'nơi ở (tỉnh, huyện, xã): người không có số định danh khó tìm hơn, và không tách được theo tỉnh',
    en: 'place (province, district, commune): persons without an ID are harder to find, and rows have no province',
  },
  dose_date: {
    vi: 'ngày tiêm: không phát hiện được người đã mất trước ngày tiêm',
    en: 'dose date: who died before the dose is not noticed',
  },
  facility: {
    vi: 'cơ sở tiêm: không lập được danh sách việc theo cơ sở; tỉnh lấy theo nơi ở',
    en: 'facility: no worklists by facility; the province is that of the residence',
  },
};

/** What a suspicion says, and what to do about it. */
export const SUSPICION_TEXTS: Readonly<
  Record<SuspicionCode, { readonly what: Bilingual; readonly next: Bilingual }>
> = {
  days_up_to_12: {
    what: {
      vi: 'không có ngày sinh nào có ngày lớn hơn 12 (bình thường 19 trên 31 ngày): ngày và tháng có thể bị đảo khi mở bằng Excel',
      en: 'no birth date has a day over 12 (usually 19 days of 31 do): a spreadsheet may have exchanged day and month',
    },
    next: {
      vi: 'So vài dòng với giấy tờ; lấy lại tệp gốc chưa mở bằng Excel. Nếu cả tệp ghi tháng trước: đặt birth_dates là month-first trong tệp ánh xạ.',
      en: 'Compare a few rows with the papers; ask for the export as it was before a spreadsheet opened it. If the whole file is month first, say birth_dates month-first in a mapping.',
    },
  },
  month_first: {
    what: {
      vi: 'ngày sinh ghi tháng trước (mm/dd/yyyy)',
      en: 'birth dates are written month first (mm/dd/yyyy)',
    },
    next: {
      vi: 'Xin cơ sở xuất lại dạng dd/mm/yyyy, hoặc tách riêng các dòng này thành một tệp và đặt birth_dates là month-first trong tệp ánh xạ.',
      en: 'Have it exported again as dd/mm/yyyy, or put these rows into a file of their own and say birth_dates month-first in a mapping.',
    },
  },
  no_accents: {
    what: { vi: 'họ tên mất hết dấu', en: 'names have lost their accents' },
    next: {
      vi: 'Xin lại dữ liệu có dấu. Vẫn chạy được, nhưng họ tên không dấu là căn cứ yếu hơn và nhiều dòng sẽ cần xem lại.',
      en: 'Ask for the data with accents. A run works, but such names are weaker evidence and more rows need review.',
    },
  },
  capitals: {
    what: { vi: 'họ tên toàn chữ hoa', en: 'names are all in capitals' },
    next: {
      vi: 'Không phải sửa: chữ hoa, chữ thường được coi như nhau. Chỉ là dấu hiệu cho biết cách nhập của nơi đó.',
      en: 'Nothing to mend: case does not matter to the comparison. It tells how the place enters its data.',
    },
  },
  first_of_january: {
    what: {
      vi: 'ngày sinh là 01/01: có lẽ chỉ biết năm',
      en: 'birth dates are 01/01: perhaps only the year is known',
    },
    next: {
      vi: 'Hỏi cơ sở: nếu chỉ biết năm thì ghi năm. Ngày 01/01 được coi là căn cứ yếu.',
      en: 'Ask the place: where only the year is known, write the year. 01/01 counts as weak evidence.',
    },
  },
  shared_id: {
    what: { vi: 'một số định danh ở nhiều dòng khác họ tên', en: 'one ID on rows of different names' },
    next: {
      vi: 'Xem các dòng này trong tệp nguồn: số điền thay (của trạm, của người nhà) hoặc kéo công thức nhầm. Xóa số sai rồi chạy lại.',
      en: 'Look at these rows in the source: a number filled in for others (the station’s, a relative’s), or dragged down by mistake. Remove wrong numbers and run again.',
    },
  },
  shared_phone: {
    what: { vi: 'một số điện thoại của nhiều người', en: 'one phone number for many persons' },
    next: {
      vi: 'Có lẽ là số của trạm hay tổ trưởng; không dùng để liên hệ từng người. Không ảnh hưởng đến đối soát.',
      en: 'Perhaps the station’s or a group leader’s: of no use to reach the person. It does not touch the matching.',
    },
  },
};

export const ENCODING_REASONS: Readonly<Record<EncodingReason, Bilingual>> = {
  mark: { vi: 'dấu ở đầu tệp (BOM)', en: 'its byte order mark' },
  zero_bytes: { vi: 'vị trí các byte 0', en: 'the places of its zero bytes' },
  valid: { vi: 'mọi byte hợp lệ', en: 'all its bytes being valid' },
  mixed: { vi: 'phần lớn byte hợp lệ', en: 'most of its bytes being valid' },
  words: { vi: 'các từ tiếng Việt', en: 'its words' },
  option: { vi: 'người dùng chỉ định', en: 'what was stated' },
};

export const DELIMITER_LABELS: Readonly<Record<string, Bilingual>> = {
  ',': { vi: 'dấu phẩy', en: 'comma' },
  ';': { vi: 'dấu chấm phẩy', en: 'semicolon' },
  '\t': { vi: 'tab', en: 'tab' },
};

export const LAYOUT_LABELS: Readonly<Record<'long' | 'wide' | 'snapshot', Bilingual>> = {
  long: { vi: 'danh sách mũi tiêm, một mũi một dòng', en: 'doses, long: one dose a row' },
  wide: { vi: 'danh sách mũi tiêm, một người một dòng', en: 'doses, wide: one person a row' },
  snapshot: { vi: 'tệp trích dân cư', en: 'snapshot of the registry' },
};

export const SHEET_REASONS: Readonly<Record<string, Bilingual>> = {
  no_header: { vi: 'không có dòng tiêu đề', en: 'no usable header' },
  no_rows: { vi: 'không có dòng nào', en: 'no rows' },
  guide: { vi: 'hướng dẫn', en: 'a guide' },
  hidden: { vi: 'ẩn', en: 'hidden' },
  not_asked: { vi: 'không yêu cầu', en: 'not asked for' },
};

/** Fields as people know them; others are shown by their code. */
export const FIELD_NAMES: Readonly<Partial<Record<RecordField | 'dose_date' | 'vaccine', Bilingual>>> = {
  name: { vi: 'họ tên', en: 'name' },
  birth_date: { vi: 'ngày sinh', en: 'birth date' },
  sex: { vi: 'giới tính', en: 'sex' },
  personal_id: { vi: 'số định danh', en: 'ID' },
  phone: { vi: 'điện thoại', en: 'phone' },
  dose_date: { vi: 'ngày tiêm', en: 'dose date' },
  vaccine: { vi: 'vắc xin', en: 'vaccine' },
};
