import type { TableColumn, TableRow } from '../../domain/balanced-table.js';
import { ROW_SUMS, TABLE_COLUMNS, TABLE_ROWS, TABLE_UNITS } from '../../domain/balanced-table.js';
import type { DeadlineReport } from '../../domain/deadline-report.js';
import type { Language } from '../../domain/run-facts.js';
import type { DocumentBlock } from '../../domain/text-document.js';
import { formatDate, formatInteger, formatShare } from '../number-format.js';
import { body, bodyTable, heading, item, subheading, tableTitle } from './blocks.js';
import {
  COLUMN_TITLES,
  figure,
  plural,
  provincesOf,
  ROW_TITLES,
  SUPPRESSED,
  saysAll,
  UNIT_TITLES,
} from './words.js';

/** I. What was reached up to the day of the report, and that it adds up. */
export function resultsSection(report: DeadlineReport, lang: Language): readonly DocumentBlock[] {
  const vi = lang === 'vi';
  const day = formatDate(report.newestDay);
  return [
    heading(vi ? `I. KẾT QUẢ ĐẾN NGÀY ${day}` : `I. RESULTS UP TO ${day}`),
    subheading(vi ? '1. Phạm vi số liệu' : '1. Which data there are'),
    body(scope(report, lang)),
    subheading(vi ? '2. Kết quả xác thực hồ sơ đã gửi' : '2. The records as they were sent'),
    ...withoutHidden(asSent(report, lang), lang),
    tableTitle(vi ? 'Bảng 1. Hồ sơ đã gửi, theo loại' : 'Table 1. Records sent, by official category'),
    rowTable(report, lang),
    subheading(vi ? '3. Kết quả đối soát' : '3. Results of the reconciliation'),
    ...withoutHidden(reconciled(report, lang), lang),
    tableTitle(vi ? 'Bảng 2. Kết quả đối soát' : 'Table 2. Results of the reconciliation'),
    columnTable(report, lang),
    subheading(vi ? '4. Cân đối số liệu' : '4. The figures add up'),
    body(balance(report, lang)),
  ];
}

function scope(report: DeadlineReport, lang: Language): string {
  const { provinces, missing, stale, newestDay, unknown } = report;
  const [all, given] = [provinces.length, provinces.length - missing.length];
  const vi = lang === 'vi';
  const parts = [
    vi
      ? `Đến ngày ${formatDate(report.asOf)}, có số liệu của ${given}/${all} tỉnh, thành phố trực thuộc Trung ương; ngày có số liệu mới nhất là ${formatDate(newestDay)}.`
      : `Up to ${formatDate(report.asOf)} there are data of ${given} of ${all} provinces; the newest day with data is ${formatDate(newestDay)}.`,
  ];
  if (missing.length > 0) {
    const names = provincesOf(missing, lang);
    parts.push(
      vi
        ? `${missing.length} địa phương chưa có số liệu, không tính trong các tổng số dưới đây: ${names}.`
        : `${missing.length} ${plural(missing.length, 'province has', 'provinces have')} no data and ${plural(missing.length, 'is', 'are')} not in the sums below: ${names}.`,
    );
  }
  if (stale.length > 0) {
    const names = provincesOf(stale, lang);
    parts.push(
      vi
        ? `${stale.length} địa phương chỉ có số liệu cũ, tính theo lần gần nhất: ${names}.`
        : `${stale.length} ${plural(stale.length, 'province has', 'provinces have')} only older data, which count: ${names}.`,
    );
  }
  const unknownSent = unknown?.table.sent.all;
  if (unknownSent !== undefined) {
    const [persons, doses] = [figure(unknownSent.persons, lang), figure(unknownSent.doses, lang)];
    const text = vi
      ? `Tổng số gồm cả ${persons} đối tượng với ${doses} mũi tiêm chưa xác định được tỉnh.`
      : `The sums include ${persons} persons with ${doses} doses whose province is unknown.`;
    if (saysAll(text, lang)) parts.push(text);
  }
  return parts.join(' ');
}

/** `1.000 đối tượng với 2.390 mũi tiêm (70,4 %)`; the share is that of the persons. */
function amountText(
  report: DeadlineReport,
  row: TableRow,
  column: TableColumn,
  lang: Language,
  of?: TableRow,
) {
  const { table } = report.total;
  const { persons, doses } = table[row][column];
  const whole = of === undefined ? null : table[of].all.persons;
  const text =
    lang === 'vi'
      ? `${figure(persons, lang)} đối tượng với ${figure(doses, lang)} mũi tiêm`
      : `${figure(persons, lang)} persons with ${figure(doses, lang)} doses`;
  if (persons === null || whole === null) return text;
  const share = formatShare(persons, whole, lang);
  return lang === 'vi' ? `${text}, chiếm ${share} số đối tượng` : `${text}, ${share} of the persons`;
}

/** Without the sentences of figures that are not published. */
function withoutHidden(blocks: readonly DocumentBlock[], lang: Language): readonly DocumentBlock[] {
  return blocks.filter((block) => block.kind !== 'paragraph' || saysAll(block.text, lang));
}

function asSent(report: DeadlineReport, lang: Language): DocumentBlock[] {
  const vi = lang === 'vi';
  const text = (row: TableRow, of?: TableRow) => amountText(report, row, 'all', lang, of);
  const persons = (row: TableRow) => figure(report.total.table[row].all.persons, lang);
  const detail = (words: string) => (saysAll(words, lang) ? words : '');
  return vi
    ? [
        body(`Tổng số hồ sơ đã gửi xác thực là ${text('sent')}, gồm:`),
        item(`Có số định danh: ${text('with_id', 'sent')} đã gửi.`),
        item(`Không có hoặc sai định dạng số định danh: ${text('no_or_bad_id', 'sent')} đã gửi.`),
        body('Trong số đối tượng có số định danh:'),
        item(`Thông tin đúng: ${text('right', 'with_id')} có số định danh.`),
        item(
          `Thông tin sai: ${text('wrong', 'with_id')} có số định danh${detail(`; trong đó sai số định danh ${persons('wrong_id')}, sai họ và tên ${persons('wrong_name')}, sai ngày sinh ${persons('wrong_birth_date')}, sai trường khác ${persons('wrong_other')} đối tượng`)}.`,
        ),
        item(`Chưa xác thực (không tìm thấy): ${text('not_verified', 'with_id')} có số định danh.`),
      ]
    : [
        body(`Sent for verification were ${text('sent')}:`),
        item(`With an ID: ${text('with_id', 'sent')} sent.`),
        item(`No or wrongly formatted ID: ${text('no_or_bad_id', 'sent')} sent.`),
        body('Of those with an ID:'),
        item(`Right: ${text('right', 'with_id')} with an ID.`),
        item(
          `Wrong: ${text('wrong', 'with_id')} with an ID${detail(`; wrong are the ID of ${persons('wrong_id')}, the name of ${persons('wrong_name')}, the birth date of ${persons('wrong_birth_date')}, another field of ${persons('wrong_other')} persons`)}.`,
        ),
        item(`Not verified (not found): ${text('not_verified', 'with_id')} with an ID.`),
      ];
}

function reconciled(report: DeadlineReport, lang: Language): DocumentBlock[] {
  const text = (column: TableColumn) => amountText(report, 'sent', column, lang, 'sent');
  return lang === 'vi'
    ? [
        body('Hồ sơ đã gửi được đối soát với bản chụp Cơ sở dữ liệu quốc gia về dân cư, kết quả như sau:'),
        item(`Xác minh đúng như đã gửi: ${text('verified_as_sent')} đã gửi.`),
        item(`Xác minh được người, còn phải sửa hồ sơ: ${text('verified_corrected')} đã gửi.`),
        item(`Không khớp với ai, phải hỏi lại người dân: ${text('mismatch')} đã gửi.`),
        item(`Cần cán bộ xem lại: ${text('needs_review')} đã gửi.`),
        item(`Dòng dữ liệu hỏng, bị loại: ${text('rejected')} đã gửi.`),
      ]
    : [
        body('The records were reconciled with a snapshot of the national population database:'),
        item(`Verified as sent: ${text('verified_as_sent')} sent.`),
        item(`Identified, the record needs corrections: ${text('verified_corrected')} sent.`),
        item(`Nobody fits, the citizen has to be asked: ${text('mismatch')} sent.`),
        item(`An officer has to compare: ${text('needs_review')} sent.`),
        item(`Broken rows, rejected: ${text('rejected')} sent.`),
      ];
}

function rowTable({ total }: DeadlineReport, lang: Language) {
  return unitTable(
    lang,
    TABLE_ROWS.map((row) => {
      const indent = row.startsWith('wrong_') ? '– ' : '';
      return [indent + ROW_TITLES[row][lang], total.table[row].all] as const;
    }),
    total.table.sent.all,
    (i) => ROW_SUMS.some(({ sum }) => sum === TABLE_ROWS[i]),
  );
}

function columnTable({ total }: DeadlineReport, lang: Language) {
  return unitTable(
    lang,
    TABLE_COLUMNS.map((column) => [COLUMN_TITLES[column][lang], total.table.sent[column]] as const),
    total.table.sent.all,
    (i) => i === 0,
  );
}

type Amounts = DeadlineReport['total']['table']['sent']['all'];

function unitTable(
  lang: Language,
  lines: readonly (readonly [string, Amounts])[],
  whole: Amounts,
  strong: (row: number) => boolean,
) {
  const share = lang === 'vi' ? 'Tỷ lệ' : 'Share';
  const columns = TABLE_UNITS.flatMap(
    (unit) => [[UNIT_TITLES[unit][lang], 27, 'right'] as const, [share, 17, 'right'] as const] as const,
  );
  const rows = lines.map(([name, amounts]) => [
    name,
    ...TABLE_UNITS.flatMap((unit) => {
      const value = amounts[unit];
      if (value === null) return [SUPPRESSED, SUPPRESSED];
      return [formatInteger(value, lang), formatShare(value, whole[unit] ?? 0, lang)];
    }),
  ]);
  return bodyTable([[lang === 'vi' ? 'Nội dung' : 'Category', 75, 'left'], ...columns], rows, strong);
}

function balance(
  { total, balance: { sumsChecked }, suppressedCells, minCell }: DeadlineReport,
  lang: Language,
): string {
  const vi = lang === 'vi';
  const equation = (unit: 'persons' | 'doses') => {
    const amount = (row: TableRow) => figure(total.table[row].all[unit], lang);
    return [
      `${amount('sent')} = ${amount('with_id')} + ${amount('no_or_bad_id')}`,
      `${amount('with_id')} = ${amount('right')} + ${amount('wrong')} + ${amount('not_verified')}`,
    ];
  };
  const [persons, doses] = [equation('persons'), equation('doses')];
  const checked = formatInteger(sumsChecked, lang);
  const sums = vi
    ? `Số liệu cân đối cả theo đối tượng và theo mũi tiêm. Số đã gửi bằng số có số định danh cộng số không có hoặc sai định dạng: ${persons[0]} đối tượng; ${doses[0]} mũi tiêm. Số có số định danh bằng số đúng cộng số sai cộng số chưa xác thực: ${persons[1]} đối tượng; ${doses[1]} mũi tiêm. Đã kiểm tra ${checked} phép cộng của các bảng theo tỉnh và toàn quốc, tất cả đều khớp.`
    : `The figures add up in persons and in doses. Sent is with ID plus no or wrongly formatted ID: ${persons[0]} persons; ${doses[0]} doses. With ID is right plus wrong plus not verified: ${persons[1]} persons; ${doses[1]} doses. ${checked} sums of the tables by province and of the country were checked, and all agree.`;
  // Equations of suppressed figures say nothing.
  const text = saysAll(sums, lang)
    ? sums
    : vi
      ? `Số liệu cân đối cả theo đối tượng và theo mũi tiêm. Đã kiểm tra ${checked} phép cộng, tất cả đều khớp.`
      : `The figures add up in persons and in doses. ${checked} sums were checked, and all agree.`;
  if (minCell === null) return text;
  const [cells, least] = [formatInteger(suppressedCells, lang), formatInteger(minCell, lang)];
  return vi
    ? `${text} Để không lộ thông tin cá nhân, ${cells} ô dưới ${least} đối tượng, hoặc có thể làm lộ các ô đó, không được công bố (ghi dấu ${SUPPRESSED}).`
    : `${text} So that nobody can be recognised, ${cells} cells of fewer than ${least} persons, or that would give such cells away, are not published (marked ${SUPPRESSED}).`;
}
