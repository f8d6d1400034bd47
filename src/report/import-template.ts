import { IMPORT_DOSES, type ImportPerson } from '../domain/import-person.js';
import type { CellRange, HeadRow, SheetLayout, StyledCell } from '../domain/sheet.js';

interface TemplateColumn {
  /** Text of the header's first row, and of its second one; a group of doses stands above its first column only. */
  readonly upper: string;
  readonly lower: string;
  readonly width: number;
}

const person = (upper: string, width: number): TemplateColumn => ({ upper, lower: '', width });
const place = (lower: string, width: number, upper = ''): TemplateColumn => ({ upper, lower, width });

/**
 * The columns A to AI of the platform's workbook (tiemchungcovid19, sheet PL1), verbatim, with their line breaks, double
 * spaces and notes: the platform refuses a file whose headers differ.
 */
const COLUMNS: readonly TemplateColumn[] = [
  person('#', 6),
  person('Họ và tên (*)', 24),
  person('Ngày sinh dạng dd/mm/yyyy (*)', 13),
  person('Giới tính (*)\n(0:nam, 1:nữ)', 11),
  person('Mã nhóm \nđối tượng ưu tiên (*)\n(Tham khảo PL2)', 17),
  person('Đơn vị công tác', 18),
  person('Số điện thoại(*)\n(Tối thiểu 10 số)', 15),
  person('Số CCCD, Mã định danh(*)\n(Loại 8,9,12 số)', 18),
  person('Số thẻ bảo hiểm y tế\n(Mã thẻ 10/15 ký tự)', 18),
  place('Tỉnh/Thành phố', 20, 'Nơi ở tạm trú (hiện tại) (*)\n(Tham khảo PL3)'),
  place('Mã\n Tỉnh/Thành phố (*)', 12),
  place('Quận/Huyện', 18),
  place('Mã Quận/Huyện\n(*)', 12),
  place('Xã/Phường', 20),
  place('Mã Xã/Phường\n(*)', 12),
  place('Địa chỉ chi tiết', 20),
  ...Array.from({ length: IMPORT_DOSES }, (_, i) => [
    place('Tên vắc xin (*)\n(Tham khảo PL5)', 26, `Mũi ${i + 1}`),
    place('Ngày tiêm dạng dd/mm/yyyy (*)', 13),
    place('Lô vắc xin', 12),
    place('Địa điểm tiêm (*)\n(Tham khảo PL4)', 13),
  ]).flat(),
  person('Ghi chú', 44),
  person('Kết quả import Thất bại\n(không điền ô này)', 18),
  person('Kết quả import Thành công\n(không điền ô này)', 18),
];

/** Rows 1 to 6 are notes; the platform reads from row 9 on. */
const NOTES: readonly string[] = [
  'DANH SÁCH ĐỐI TƯỢNG TIÊM VẮC XIN PHÒNG COVID-19',
  'Lập tự động: hồ sơ không có số định danh hoặc số sai định dạng, đã xác định đúng người và điền số (Công văn 2262/BYT-CNTT).',
  'Chỉ nhập vào nền tảng sau khi công an cấp xã đã xác nhận. Không thay đổi cấu trúc của tệp này.',
  'Các cột có dấu (*) là bắt buộc nhập; ô còn trống là hồ sơ gốc không ghi, phải bổ sung trước khi nhập.',
  'Ngày tháng ở dạng văn bản dd/mm/yyyy. Tham khảo các danh mục PL2, PL3, PL4, PL5 của tệp mẫu.',
  'Lý do nhập lại ở cột Ghi chú.',
];

const SHEET_NAME = 'PL1_Danh sach doi tuong tiem';

/** The sheet of the platform's import workbook; the platform knows it in Vietnamese only. */
export function importSheet(rows: number): SheetLayout {
  const head: HeadRow[] = [
    ...NOTES.map((value, i): HeadRow => ({ cells: [{ value, style: i === 0 ? 'title' : 'plain_line' }] })),
    { cells: COLUMNS.map(({ upper }) => headerCell(upper)), height: 62 },
    { cells: COLUMNS.map(({ lower }) => headerCell(lower)), height: 48 },
  ];
  return {
    name: SHEET_NAME,
    columns: COLUMNS.map(({ width }) => ({ width, style: 'text' })),
    head,
    merges: headerMerges(NOTES.length),
    freezeColumns: 2,
    filter: false,
    choices: [],
    dataRows: rows,
    repeatHead: false,
    printColumns: null,
    landscape: true,
    footer: SHEET_NAME,
  };
}

function headerCell(value: string): StyledCell {
  return { value, style: 'header' };
}

/** A plain column's header is merged downwards, a group's to the right. `top`: the upper header row, from 0. */
function headerMerges(top: number): CellRange[] {
  const merges: CellRange[] = [];
  for (let i = 0; i < COLUMNS.length; i++) {
    const { upper, lower } = COLUMNS[i]!;
    if (lower === '') {
      merges.push({ top, left: i, bottom: top + 1, right: i });
      continue;
    }
    if (upper === '') continue;
    let right = i;
    while (COLUMNS[right + 1]?.upper === '' && COLUMNS[right + 1]?.lower !== '') right++;
    merges.push({ top, left: i, bottom: top, right });
  }
  return merges;
}

/** The rows of a person: one for each IMPORT_DOSES doses. `number`: of the first, from 1. */
export function importRows(someone: ImportPerson, number: number): string[][] {
  const rows: string[][] = [];
  for (let first = 0; first === 0 || first < someone.doses.length; first += IMPORT_DOSES) {
    const doses = Array.from({ length: IMPORT_DOSES }, (_, i) => someone.doses[first + i]);
    rows.push([
      String(number + rows.length),
      someone.name,
      someone.birthDate,
      someone.sex,
      someone.priorityGroup,
      someone.employer,
      someone.phone,
      someone.id,
      someone.insuranceCard,
      someone.provinceName,
      someone.provinceCode,
      someone.districtName,
      someone.districtCode,
      someone.communeName,
      someone.communeCode,
      someone.addressDetail,
      ...doses.flatMap((dose) => [
        dose?.vaccine ?? '',
        dose?.date ?? '',
        dose?.lot ?? '',
        dose?.facility ?? '',
      ]),
      someone.note,
      '',
      '',
    ]);
  }
  return rows;
}
