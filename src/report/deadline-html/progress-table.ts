import {
  type Coverage,
  type DeadlineReport,
  PROGRESS_VERDICTS,
  type Progress,
} from '../../domain/deadline-report.js';
import type { Bilingual } from '../../domain/reasons.js';
import type { Language } from '../../domain/run-facts.js';
import { STATE_LABELS, SUPPRESSED } from '../deadline-labels.js';
import { latestDay, NEEDED_NOTE, paceText } from '../deadline-words.js';
import { type Html, html } from '../html.js';
import { TOTAL_LABEL, UNKNOWN_PROVINCE } from '../labels.js';
import { formatDate, formatInteger } from '../number-format.js';
import { headingCell, tableRegion } from '../table-region.js';
import { cell, count, type Done, day, percent, tableDone, totalDone } from './figures.js';

/** What one line of the table is made of; null: of the unknown province (`progress`), or not given (`coverage`). */
interface Line {
  readonly dataDay: string | null;
  readonly stale: boolean;
  readonly done: Done;
  readonly progress: Progress | null;
  readonly coverage: Coverage | null;
  readonly deadline: string;
}

interface Column {
  readonly label: Bilingual;
  /** False: words. */
  readonly num: boolean;
  /** Only where the days and paces of provinces are told, not in a report for publication. */
  readonly paced: boolean;
  readonly cell: (line: Line, lang: Language) => Html;
}

/** A column about the progress of a line; `–` where there is none. */
function paced(
  label: Bilingual,
  text: (progress: Progress, lang: Language) => string,
  sort?: (progress: Progress) => number | string | null | undefined,
): Column {
  return {
    label,
    num: true,
    paced: true,
    cell: ({ progress }, lang) =>
      progress === null ? cell('–') : cell(text(progress, lang), sort?.(progress)),
  };
}

function words(
  label: Bilingual,
  text: (progress: Progress, lang: Language, deadline: string) => string,
): Column {
  return {
    label,
    num: false,
    paced: true,
    cell: ({ progress, deadline }, lang) =>
      html`<td class="nowrap">${progress === null ? '–' : text(progress, lang, deadline)}</td>`,
  };
}

function figure(label: Bilingual, of: (line: Line, lang: Language) => Html): Column {
  return { label, num: true, paced: false, cell: of };
}

const COLUMNS: readonly Column[] = [
  figure({ vi: 'Số liệu ngày', en: 'Data of' }, ({ dataDay, stale }, lang) => {
    const age = stale ? html` <b>(${lang === 'vi' ? 'cũ' : 'old'})</b>` : '';
    return cell(html`${day(dataDay)}${age}`, sortDay(dataDay));
  }),
  figure({ vi: 'Đã gửi', en: 'Sent' }, ({ done }, lang) => cell(count(done.sent, lang))),
  figure({ vi: 'Đã xác minh', en: 'Verified' }, ({ done }, lang) => cell(count(done.verified, lang))),
  figure({ vi: '% đã xác minh', en: '% verified' }, ({ done }, lang) =>
    cell(done.sent === 0 ? '–' : percent(done.share, lang), done.share),
  ),
  {
    label: { vi: 'Còn lại', en: 'Left' },
    num: true,
    paced: true,
    cell: ({ done: { sent, verified } }, lang) =>
      cell(sent === null || verified === null ? SUPPRESSED : formatInteger(sent - verified, lang)),
  },
  paced({ vi: 'Cần mỗi ngày', en: 'Needed a day' }, ({ neededPerDay }, lang) =>
    neededPerDay === null ? '–' : formatInteger(neededPerDay, lang),
  ),
  paced(
    { vi: 'Gần đây mỗi ngày', en: 'Recently a day' },
    (progress, lang) => (progress.pace === null ? '–' : paceText(progress.pace.median, lang)),
    (progress) => progress.pace?.median,
  ),
  paced(
    { vi: 'Dự kiến xong', en: 'Expected end' },
    ({ projection }) => day(projection?.expected ?? null),
    ({ projection }) => sortDay(projection?.expected ?? null),
  ),
  words({ vi: 'Sớm nhất – muộn nhất', en: 'Earliest – latest' }, ({ projection }, _, deadline) => {
    if (projection === null) return '–';
    const { earliest, expected } = projection;
    return `${shortDay(earliest, expected)} – ${shortDay(latestDay(projection, deadline), expected)}`;
  }),
  words(
    { vi: 'So với hạn', en: 'Against the deadline' },
    ({ verdict }, lang) => PROGRESS_VERDICTS[verdict][lang],
  ),
  figure({ vi: '% dân số', en: '% of inhabitants' }, ({ coverage }, lang) =>
    cell(coverage === null ? '–' : percent(coverage.share, lang), coverage?.share),
  ),
];

/** How far each province is, by when it will be done, and how much it must do every day. Persons. */
export function progressTable(report: DeadlineReport, lang: Language): Html {
  const vi = lang === 'vi';
  const { deadline } = report;
  const columns = COLUMNS.filter((column) => report.minCell === null || !column.paced);
  const name = headingCell({ label: vi ? 'Tỉnh, thành phố' : 'Province', col: 0 });
  const heads = columns.map(({ label, num }, i) => headingCell({ label: label[lang], num, col: i + 1 }));
  const row = (label: string, line: Line) =>
    html`<tr><th scope="row">${label}</th>${columns.map((column) => column.cell(line, lang))}</tr>`;
  const rows = report.provinces.map(({ shortName, state, table, dataDay, progress, coverage }) =>
    table === null
      ? html`<tr><th scope="row">${shortName}</th><td colspan="${columns.length}"><b>${STATE_LABELS.missing[lang]}</b></td></tr>`
      : row(shortName, {
          dataDay,
          stale: state === 'stale',
          done: tableDone(table, 'persons'),
          progress,
          coverage,
          deadline,
        }),
  );
  const unknown =
    report.unknown === null
      ? []
      : [
          row(UNKNOWN_PROVINCE[lang], {
            dataDay: report.unknown.dataDay,
            stale: false,
            done: tableDone(report.unknown.table, 'persons'),
            progress: null,
            coverage: null,
            deadline,
          }),
        ];
  const { progress, coverage } = report.total;
  const { newestDay: dataDay } = report;
  const total = { dataDay, stale: false, done: totalDone(report), progress, coverage, deadline };
  const hint = vi
    ? 'đã gửi = đã xác minh + còn lại; % dân số chỉ có khi được cung cấp dân số'
    : 'sent = verified + left; inhabitants only where their number was given';
  return html`<div id="progress-table">${tableRegion({
    id: 'progress',
    caption: vi ? 'Tiến độ từng tỉnh, đối tượng' : 'Progress by province, persons',
    hint,
    stick: true,
    sort: true,
    head: html`<tr>${name}${heads}</tr>`,
    bodies: [rows, unknown],
    foot: row(TOTAL_LABEL[lang], total),
  })}${report.minCell === null ? html`<p class="soft">${NEEDED_NOTE[lang]}</p>` : ''}</div>`;
}

/** Without the year where it is the year of the day beside it. */
function shortDay(iso: string | null, beside: string | null): string {
  return iso !== null && iso.slice(0, 4) === beside?.slice(0, 4) ? formatDate(iso).slice(0, 5) : day(iso);
}

/** A day as a number that sorts as days do. */
function sortDay(iso: string | null): string | null {
  return iso === null ? null : iso.replaceAll('-', '');
}

/** The figures of the progress chart, a row a day. */
export function dayTable({ total }: DeadlineReport, lang: Language): Html {
  const vi = lang === 'vi';
  if (total.progress.days.length === 0) return html``;
  const heads = vi
    ? ['Tỉnh có số liệu', 'Đã gửi', 'Đã xác minh', '% đã xác minh']
    : ['Provinces with data', 'Sent', 'Verified', '% verified'];
  const rows = total.progress.days.map(
    ({ day: date, provinces, sent, verified, share }) =>
      html`<tr><th scope="row">${formatDate(date)}</th>${cell(formatInteger(provinces, lang))}${cell(formatInteger(sent, lang))}${cell(formatInteger(verified, lang))}${cell(share === null ? '–' : percent(share, lang))}</tr>`,
  );
  return tableRegion({
    id: 'days',
    caption: vi ? 'Cả nước theo ngày, đối tượng' : 'The country by day, persons',
    head: html`<tr>${headingCell({ label: vi ? 'Ngày' : 'Day' })}${heads.map((label) => headingCell({ label, num: true }))}</tr>`,
    bodies: [rows],
  });
}
