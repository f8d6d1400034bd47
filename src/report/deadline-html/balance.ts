import {
  type BalancedTable,
  TABLE_COLUMNS,
  TABLE_ROWS,
  type TableColumn,
  type TableRow,
  type TableUnit,
} from '../../domain/balanced-table.js';
import type { DeadlineReport } from '../../domain/deadline-report.js';
import type { Language } from '../../domain/run-facts.js';
import { STATE_LABELS, SUPPRESSED, TABLE_COLUMN_LABELS, TABLE_ROW_LABELS } from '../deadline-labels.js';
import { type Html, html } from '../html.js';
import { TOTAL_LABEL, UNKNOWN_PROVINCE } from '../labels.js';
import { formatInteger } from '../number-format.js';
import { headingCell, tableRegion } from '../table-region.js';
import { cell, count, percent, tableDone } from './figures.js';

const UNITS = {
  persons: { vi: 'Đối tượng', en: 'Persons' },
  doses: { vi: 'Mũi tiêm', en: 'Doses' },
} as const satisfies Record<TableUnit, unknown>;

/** Rows that are parts of the row above them, by how deep they stand. */
const DEPTH: Readonly<Partial<Record<TableRow, number>>> = {
  no_or_bad_id: 1,
  with_id: 1,
  right: 2,
  wrong: 2,
  not_verified: 2,
  wrong_id: 3,
  wrong_name: 3,
  wrong_birth_date: 3,
  wrong_other: 3,
};

/** The ministry's balanced table: the country in persons and doses, then the provinces in each unit. */
export function renderBalanced(report: DeadlineReport, lang: Language): Html {
  const vi = lang === 'vi';
  const checked = formatInteger(report.balance.sumsChecked, lang);
  const cells = formatInteger(report.suppressedCells, lang);
  const suppressed =
    report.minCell === null
      ? ''
      : html`<p>${
          vi
            ? `Ô có ít hơn ${formatInteger(report.minCell, lang)} đối tượng, và ô có thể làm lộ ô đó, không công bố: ghi ${SUPPRESSED} (${cells} ô).`
            : `Cells of fewer than ${formatInteger(report.minCell, lang)} persons, and cells that would give one away, are not published: ${SUPPRESSED} (${cells} cells).`
        }</p>`;
  return html`<div class="box"><p>${
    vi
      ? `✓ Số liệu khớp: đã kiểm tra ${checked} tổng theo hàng, theo cột và theo tỉnh, bằng đối tượng và bằng mũi tiêm; tổng nào cũng đúng bằng các phần cộng lại.`
      : `✓ The figures add up: ${checked} sums of rows, columns and provinces were checked, in persons and in doses; each equals its parts.`
  }</p>${suppressed}</div>
${countryTable(report.total.table, lang)}
${provinceTable(report, 'persons', lang)}
${provinceTable(report, 'doses', lang)}`;
}

function countryTable(table: BalancedTable, lang: Language): Html {
  const vi = lang === 'vi';
  const labels = TABLE_COLUMNS.map((column, i) =>
    headingCell({ label: TABLE_COLUMN_LABELS[column][lang], num: true, first: i === 0 }),
  );
  const groups = (['persons', 'doses'] as const).map(
    (unit) => html`<th scope="colgroup" colspan="${TABLE_COLUMNS.length}">${UNITS[unit][lang]}</th>`,
  );
  const rows = TABLE_ROWS.map((row) => {
    const of = (unit: TableUnit) =>
      TABLE_COLUMNS.map((column, i) => cell(count(table[row][column][unit], lang), undefined, i === 0));
    return html`<tr class="depth-${DEPTH[row] ?? 0}"><th scope="row">${TABLE_ROW_LABELS[row][lang]}</th>${of('persons')}${of('doses')}</tr>`;
  });
  return tableRegion({
    id: 'country',
    caption: vi
      ? 'Cả nước: hồ sơ khi gửi đi và kết quả đối soát'
      : 'The country: records as sent, and what became of them',
    hint: vi
      ? 'đã gửi = không có hoặc sai định dạng + có số định danh; có số định danh = đúng + sai + chưa xác thực'
      : 'sent = no or wrongly formatted ID + with ID; with ID = right + wrong + not verified',
    stick: true,
    head: html`<tr><th scope="col" rowspan="2">${vi ? 'Khi gửi đi' : 'As sent'}</th>${groups}</tr>
<tr>${labels}</tr>`,
    bodies: [rows],
  });
}

const AS_SENT = TABLE_ROWS.filter((row) => row !== 'sent');
const RESULTS = TABLE_COLUMNS.filter((column) => column !== 'all');
const COLUMN_COUNT = 1 + AS_SENT.length + RESULTS.length + 1;

function provinceTable(report: DeadlineReport, unit: TableUnit, lang: Language): Html {
  const vi = lang === 'vi';
  const figure = (label: string, col: number, first = false) => headingCell({ label, num: true, first, col });
  const asSent = AS_SENT.map((row, i) => figure(TABLE_ROW_LABELS[row][lang], i + 2, i === 0));
  const results = RESULTS.map((column, i) =>
    figure(TABLE_COLUMN_LABELS[column][lang], i + 2 + AS_SENT.length, i === 0),
  );
  const share = figure(vi ? '% đã xác minh' : '% verified', COLUMN_COUNT);
  const head = html`<tr><th scope="col" rowspan="2" data-col="0">${vi ? 'Tỉnh, thành phố' : 'Province'}</th><th scope="col" rowspan="2" class="num" data-col="1">${TABLE_ROW_LABELS.sent[lang]}</th><th scope="colgroup" colspan="${asSent.length}">${vi ? 'Hồ sơ khi gửi đi' : 'The records as sent'}</th><th scope="colgroup" colspan="${results.length + 1}">${vi ? 'Sau khi đối soát' : 'What became of them'}</th></tr>
<tr>${asSent}${results}${share}</tr>`;
  const cells = (table: BalancedTable) => {
    const at = (row: TableRow, column: TableColumn, first = false) =>
      cell(count(table[row][column][unit], lang), undefined, first);
    const { sent, share: of } = tableDone(table, unit);
    return html`${at('sent', 'all')}${AS_SENT.map((row, i) => at(row, 'all', i === 0))}${RESULTS.map((column, i) => at('sent', column, i === 0))}${cell(sent === 0 ? '–' : percent(of, lang), of)}`;
  };
  const none = html`<td colspan="${COLUMN_COUNT}"><b>${STATE_LABELS.missing[lang]}</b></td>`;
  const row = (label: string, table: BalancedTable | null) =>
    html`<tr><th scope="row">${label}</th>${table === null ? none : cells(table)}</tr>`;
  const unknown = report.unknown === null ? [] : [row(UNKNOWN_PROVINCE[lang], report.unknown.table)];
  return tableRegion({
    id: `provinces-${unit}`,
    caption: vi ? `${UNITS[unit].vi} theo tỉnh` : `${UNITS[unit].en} by province`,
    hint: vi
      ? 'đã gửi = không có hoặc sai định dạng + có số định danh = đã xác minh + không khớp + cần xem lại + bị loại'
      : 'sent = no or wrongly formatted ID + with ID = verified + mismatch + needs review + rejected',
    stick: true,
    sort: true,
    head,
    bodies: [report.provinces.map(({ shortName, table }) => row(shortName, table)), unknown],
    foot: row(TOTAL_LABEL[lang], report.total.table),
  });
}
