import type { DeadlineReport, ProvinceReport } from '../../domain/deadline-report.js';
import type { Language } from '../../domain/run-facts.js';
import { Html, html } from '../html.js';
import { formatDate } from '../number-format.js';
import { pageHead, skipLink } from '../page-head.js';
import { type MapProvince, tileMap } from '../tile-map.js';
import { renderBalanced } from './balance.js';
import { renderDispatchFigures, renderOfficers } from './dispatch-figures.js';
import { renderErrors } from './errors.js';
import { tableDone } from './figures.js';
import { renderFlags } from './flags.js';
import { renderLead } from './lead.js';
import { renderNotes } from './notes.js';
import { progressChart } from './progress-chart.js';
import { dayTable, progressTable } from './progress-table.js';
import { renderRuns } from './runs.js';
import { SORT_SCRIPT, SORT_SCRIPT_SOURCE } from './sort-script.js';
import { DEADLINE_STYLE } from './style.js';
import { renderSummary } from './summary.js';
import { renderTrust } from './trust.js';

const TITLE = {
  vi: 'Báo cáo làm sạch dữ liệu tiêm chủng COVID-19',
  en: 'Cleaning of COVID-19 vaccination data: report',
} as const;

function mapProvince({ code, shortName, table, state, dataDay }: ProvinceReport): MapProvince {
  const done = table === null ? null : tableDone(table, 'persons');
  return { code, shortName, done, staleDay: state === 'stale' ? dataDay : null };
}

/** The newest day of data, and the day of the report where that is another. */
function dayText({ asOf, newestDay }: DeadlineReport, lang: Language): string {
  const [report, data] = [formatDate(asOf), formatDate(newestDay)];
  if (asOf === newestDay) return lang === 'vi' ? `Số liệu đến ngày ${data}.` : `Figures up to ${data}.`;
  return lang === 'vi'
    ? `Báo cáo ngày ${report}, số liệu đến ngày ${data}.`
    : `Report of ${report}, figures up to ${data}.`;
}

/** One part of the page, with its heading; the table of contents lists them. */
interface Part {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly render: (report: DeadlineReport, lang: Language) => Html;
}

const PARTS: readonly Part[] = [
  {
    id: 'progress',
    title: { vi: 'Tiến độ đến hạn', en: 'Progress to the deadline' },
    render: (report, lang) => html`${progressChart(report, lang)}
${dayTable(report, lang)}`,
  },
  {
    id: 'provinces',
    title: { vi: 'Tiến độ từng tỉnh', en: 'Progress by province' },
    render: (report, lang) => html`${tileMap(report.provinces.map(mapProvince), lang)}
${progressTable(report, lang)}`,
  },
  {
    id: 'balance',
    title: { vi: 'Bảng số liệu cân đối', en: 'The balanced tables' },
    render: renderBalanced,
  },
  {
    id: 'errors',
    title: { vi: 'Sai sót và nơi phát sinh', en: 'Who makes which errors' },
    render: renderErrors,
  },
  {
    id: 'flags',
    title: { vi: 'Số liệu bất thường', en: 'Figures that look wrong' },
    render: renderFlags,
  },
  {
    id: 'figures',
    title: { vi: 'Các mục khác của công văn', en: 'Further headings of the dispatches' },
    render: renderDispatchFigures,
  },
  { id: 'officers', title: { vi: 'Cán bộ đầu mối', en: 'Focal officers' }, render: renderOfficers },
  {
    id: 'trust',
    title: { vi: 'Kết quả đáng tin đến đâu', en: 'How far the results can be relied on' },
    render: renderTrust,
  },
  {
    id: 'runs',
    title: { vi: 'Số liệu lấy từ đâu', en: 'Where the figures come from' },
    render: renderRuns,
  },
  { id: 'notes', title: { vi: 'Ghi chú và cách đọc', en: 'Notes, and how to read' }, render: renderNotes },
];

/**
 * The page bao-cao.html: self-contained (no network; one small script, which only sorts tables), readable on paper, in the
 * dark, on a phone and by ear. Every text of the report is escaped. The same report and language give the same bytes.
 */
export function renderDeadlineHtml(report: DeadlineReport, lang: Language): string {
  const vi = lang === 'vi';
  const title = TITLE[lang];
  const links = PARTS.map((part) => html`<li><a href="#part-${part.id}">${part.title[lang]}</a></li>`);
  const parts = PARTS.map(
    (part) => html`<section>
<h2 id="part-${part.id}">${part.title[lang]}</h2>
${part.render(report, lang)}
</section>`,
  );
  const versions = [...new Set(report.runs.map(({ toolVersion }) => toolVersion))].sort().join(', ');
  const page = html`${pageHead({ title, style: DEADLINE_STYLE, lang, scriptSource: SORT_SCRIPT_SOURCE })}
<body>
${skipLink(lang)}
<header><div>
<h1>${title}</h1>
<p>${dayText(report, lang)} ${vi ? 'Hạn hoàn thành' : 'Deadline'}: ${formatDate(report.deadline)}.</p>
</div></header>
<main id="main" tabindex="-1">
${renderLead(report, lang)}
${renderSummary(report, lang)}
<nav aria-label="${vi ? 'Mục lục' : 'Contents'}"><ul>${links}</ul></nav>
${parts}
<footer>doisoat ${versions}</footer>
</main>
<script>${new Html(SORT_SCRIPT)}</script>
</body>
</html>
`;
  return page.text;
}
