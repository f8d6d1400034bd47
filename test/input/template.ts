/** The two header rows of the platform's workbook (sheet PL1), with their line breaks, notes and merged cells. */
const PERSON: readonly (readonly [string, string])[] = [
  ['#', ''],
  ['Họ và tên (*)', ''],
  ['Ngày sinh dạng dd/mm/yyyy (*)', ''],
  ['Giới tính (*)\n(0:nam, 1:nữ)', ''],
  ['Mã nhóm \nđối tượng ưu tiên (*)\n(Tham khảo PL2)', ''],
  ['Đơn vị công tác', ''],
  ['Số điện thoại(*)\n(Tối thiểu 10 số)', ''],
  ['Số CCCD, Mã định danh(*)\n(Loại 8,9,12 số)', ''],
  ['Số thẻ bảo hiểm y tế\n(Mã thẻ 10/15 ký tự)', ''],
  ['Nơi ở tạm trú (hiện tại) (*)\n(Tham khảo PL3)', 'Tỉnh/Thành phố'],
  ['', 'Mã\n Tỉnh/Thành phố (*)'],
  ['', 'Quận/Huyện'],
  ['', 'Mã Quận/Huyện\n(*)'],
  ['', 'Xã/Phường'],
  ['', 'Mã Xã/Phường\n(*)'],
  ['', 'Địa chỉ chi tiết'],
];
const DOSE: readonly string[] = [
  'Tên vắc xin (*)\n(Tham khảo PL5)',
  'Ngày tiêm dạng dd/mm/yyyy (*)',
  'Lô vắc xin',
  'Địa điểm tiêm (*)\n(Tham khảo PL4)',
];
const REST: readonly (readonly [string, string])[] = [
  ['Ghi chú', ''],
  ['Kết quả import Thất bại\n(không điền ô này)', ''],
  ['Kết quả import Thành công\n(không điền ô này)', ''],
];

export const TEMPLATE_COLUMNS: readonly (readonly [upper: string, lower: string])[] = [
  ...PERSON,
  ...[1, 2, 3, 4].flatMap((n) => DOSE.map((text, i): [string, string] => [i === 0 ? `Mũi ${n}` : '', text])),
  ...REST,
];

export function csvLine(cells: readonly string[], delimiter = ','): string {
  return cells
    .map((cell) => (/["\n\r,;\t|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(delimiter);
}

/** The template as a CSV file: six rows of notes, the header in rows 7 and 8, one data row. */
export function templateCsv(columns = TEMPLATE_COLUMNS, delimiter = ','): Buffer {
  const width = columns.length;
  const notes = [
    'DANH SÁCH ĐỐI TƯỢNG TIÊM',
    '',
    'Ghi chú: cột có dấu (*) là bắt buộc, "Mũi 1" là mũi đầu',
    '',
    '',
    '',
  ];
  const lines = [
    ...notes.map((note) => csvLine([note, ...Array<string>(width - 1).fill('')], delimiter)),
    csvLine(
      columns.map(([upper]) => upper),
      delimiter,
    ),
    csvLine(
      columns.map(([, lower]) => lower),
      delimiter,
    ),
    csvLine(
      columns.map((_, i) => `giá trị ${i}`),
      delimiter,
    ),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n`);
}
