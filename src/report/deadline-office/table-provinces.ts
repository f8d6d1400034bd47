import {
  type BalancedTable,
  TABLE_COLUMNS,
  TABLE_ROWS,
  TABLE_UNITS,
  type TableColumn,
  type TableRow,
  type TableUnit,
} from '../../domain/balanced-table.js';
import type { DeadlineReport } from '../../domain/deadline-report.js';
import type { Language } from '../../domain/run-facts.js';
import { TOTAL_LABEL, UNKNOWN_PROVINCE } from '../labels.js';
import { formatDate } from '../number-format.js';
import type { OfficeColumn, OfficeRow, OfficeTable } from './office-table.js';
import { COLUMN_TITLES, cell, NO_DATA, ROW_TITLES, SUPPRESSED, UNIT_TITLES } from './words.js';

const SHORT_ROWS: Readonly<Partial<Record<TableRow, { vi: string; en: string }>>> = {
  sent: { vi: 'Tổng số đã gửi', en: 'Sent in all' },
  no_or_bad_id: { vi: 'Không có, sai định dạng', en: 'No or bad ID' },
  wrong: { vi: 'Tổng số sai', en: 'Wrong in all' },
  wrong_id: { vi: 'Số định danh', en: 'ID' },
  wrong_name: { vi: 'Họ và tên', en: 'Name' },
  wrong_birth_date: { vi: 'Ngày sinh', en: 'Birth date' },
  wrong_other: { vi: 'Trường khác', en: 'Other' },
  not_verified: { vi: 'Chưa xác thực', en: 'Not verified' },
};

/** The columns that name a province. */
export function provinceColumns(lang: Language, mm = 32): readonly OfficeColumn[] {
  return [
    { label: lang === 'vi' ? 'STT' : 'No.', kind: 'order', mm: 9, characters: 6 },
    { label: lang === 'vi' ? 'Mã tỉnh' : 'Code', kind: 'code', mm: 0, characters: 7 },
    { label: lang === 'vi' ? 'Tỉnh, thành phố' : 'Province', kind: 'text', mm, characters: 22 },
  ];
}

/** A row for each province, then the unknown one, then the total. */
export function provinceRows(
  report: DeadlineReport,
  lang: Language,
  cells: (table: BalancedTable | null) => OfficeRow,
): { readonly rows: readonly OfficeRow[]; readonly total: OfficeRow } {
  const rows: OfficeRow[] = report.provinces.map(({ code, shortName, table }, i) => [
    i + 1,
    code,
    shortName,
    ...cells(table),
  ]);
  if (report.unknown !== null) rows.push(['', '', UNKNOWN_PROVINCE[lang], ...cells(report.unknown.table)]);
  return { rows, total: ['', '', TOTAL_LABEL[lang], ...cells(report.total.table)] };
}

/** What the marks in the tables mean. */
export function marks(report: DeadlineReport, lang: Language): string {
  const text = lang === 'vi' ? `Dấu “${NO_DATA}”: chưa có số liệu.` : `“${NO_DATA}”: no data.`;
  if (report.minCell === null) return text;
  return lang === 'vi'
    ? `${text} Dấu “${SUPPRESSED}”: không công bố để không lộ thông tin cá nhân.`
    : `${text} “${SUPPRESSED}”: not published, so that nobody can be recognised.`;
}

/** The records as they were sent, by province, in one unit. */
export function sentByProvince(report: DeadlineReport, unit: TableUnit, lang: Language): OfficeTable {
  const vi = lang === 'vi';
  const wrong = { vi: 'Thông tin sai', en: 'Wrong' }[lang];
  const columns = TABLE_ROWS.map((row): OfficeColumn => {
    const label = (SHORT_ROWS[row] ?? ROW_TITLES[row])[lang];
    const group = row.startsWith('wrong') ? { group: wrong } : {};
    return {
      label,
      ...group,
      kind: 'amount',
      mm: row === 'sent' || row === 'with_id' ? 23 : 21,
      characters: 14,
    };
  });
  const name = UNIT_TITLES[unit][lang].toLowerCase();
  return {
    sheet: vi ? `Theo tỉnh - ${name}` : `By province - ${name}`,
    title: vi ? `Hồ sơ đã gửi theo tỉnh, thành phố (${name})` : `Records sent, by province (${name})`,
    notes: [
      vi
        ? `Đơn vị: ${name}. Tổng số đã gửi = có số định danh + không có, sai định dạng; có số định danh = đúng + sai + chưa xác thực. ${marks(report, lang)}`
        : `Unit: ${name}. Sent = with ID + no or bad ID; with ID = right + wrong + not verified. ${marks(report, lang)}`,
    ],
    columns: [...provinceColumns(lang), ...columns],
    ...provinceRows(report, lang, (table) =>
      TABLE_ROWS.map((row) => (table === null ? NO_DATA : cell(table[row].all[unit]))),
    ),
    names: 3,
    fontSize: 10,
  };
}

const SHORT_COLUMNS: Readonly<Record<TableColumn, { vi: string; en: string }>> = {
  all: { vi: 'Đã gửi', en: 'Sent' },
  verified_as_sent: { vi: 'Đúng như gửi', en: 'Verified as sent' },
  verified_corrected: { vi: 'Phải sửa', en: 'Corrected' },
  mismatch: { vi: 'Không khớp', en: 'Mismatch' },
  needs_review: { vi: 'Cần xem lại', en: 'Review' },
  rejected: { vi: 'Bị loại', en: 'Rejected' },
};

/** What the reconciliation did with them, by province, in both units. */
export function resultsByProvince(report: DeadlineReport, lang: Language): OfficeTable {
  const vi = lang === 'vi';
  const columns = TABLE_UNITS.flatMap((unit) =>
    TABLE_COLUMNS.map(
      (column): OfficeColumn => ({
        label: SHORT_COLUMNS[column][lang],
        group: UNIT_TITLES[unit][lang],
        kind: 'amount',
        mm: unit === 'persons' ? (column === 'rejected' ? 15 : 18) : column === 'rejected' ? 16 : 19.5,
        characters: 14,
      }),
    ),
  );
  return {
    sheet: vi ? 'Kết quả đối soát' : 'Results',
    title: vi ? 'Kết quả đối soát theo tỉnh, thành phố' : 'Results of the reconciliation, by province',
    notes: [
      `${TABLE_COLUMNS.slice(1)
        .filter((column) => SHORT_COLUMNS[column][lang] !== COLUMN_TITLES[column][lang])
        .map((column) => `${SHORT_COLUMNS[column][lang]}: ${COLUMN_TITLES[column][lang].toLowerCase()}`)
        .join('; ')}. ${marks(report, lang)}`,
    ],
    columns: [...provinceColumns(lang, 27), ...columns],
    ...provinceRows(report, lang, (table) =>
      TABLE_UNITS.flatMap((unit) =>
        TABLE_COLUMNS.map((column) => (table === null ? NO_DATA : cell(table.sent[column][unit]))),
      ),
    ),
    names: 3,
    fontSize: 9,
  };
}

/** The whole balanced table of the country in one unit. */
export function balancedTable(report: DeadlineReport, unit: TableUnit, lang: Language): OfficeTable {
  const vi = lang === 'vi';
  const name = UNIT_TITLES[unit][lang].toLowerCase();
  const { table } = report.total;
  return {
    sheet: vi ? `Cân đối - ${name}` : `Balance - ${name}`,
    title: vi ? `Bảng cân đối toàn quốc (${name})` : `Balanced table of the country (${name})`,
    notes: [
      vi
        ? `Số liệu đến ngày ${formatDate(report.asOf)}. Đơn vị: ${name}. Hàng: hồ sơ như đã gửi; cột: kết quả đối soát. Cột “Tổng số” bằng tổng năm cột bên phải.`
        : `Data up to ${formatDate(report.asOf)} (day/month/year). Unit: ${name}. Rows: the records as sent; columns: what became of them. “All” is the sum of the five columns on its right.`,
    ],
    columns: [
      { label: vi ? 'Hồ sơ như đã gửi' : 'As sent', kind: 'text', mm: 70, characters: 44 },
      ...TABLE_COLUMNS.map(
        (column): OfficeColumn => ({
          label: COLUMN_TITLES[column][lang],
          kind: 'amount',
          mm: 28,
          characters: 17,
        }),
      ),
    ],
    rows: TABLE_ROWS.map((row) => [
      (row.startsWith('wrong_') ? '– ' : '') + ROW_TITLES[row][lang],
      ...TABLE_COLUMNS.map((column) => cell(table[row][column][unit])),
    ]),
    total: null,
    names: 1,
    fontSize: 11,
    workbookOnly: true,
    filter: false,
  };
}
