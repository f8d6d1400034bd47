import { PROVINCES } from '../domain/provinces.js';
import type { Language, RunFacts } from '../domain/run-facts.js';
import { renderBarChart } from './bar-chart.js';
import { renderFalseMatches } from './false-match-table.js';
import { type Html, html } from './html.js';
import { renderNotCompared } from './not-compared.js';
import { formatDate } from './number-format.js';
import { officialTerms } from './official-terms.js';
import { pageHead, skipLink } from './page-head.js';
import { renderBalance, renderInputs, renderNotes, renderSettings, scopeText } from './report-background.js';
import { renderCrossTable, renderHeadline, renderReasonTable } from './report-outcomes.js';
import { REPORT_STYLE } from './report-style.js';
import { renderOfficialTable, renderWrongTable } from './report-tables.js';
import { nextSteps, officialSentence } from './sentences.js';
import type { Summary } from './summary.js';
import { tileMap } from './tile-map.js';
import { TILE_STYLE } from './tile-style.js';
import { renderVerifySteps } from './verify-steps.js';

const TEXTS = {
  title: {
    vi: 'Kết quả đối soát hồ sơ tiêm chủng COVID-19 với cơ sở dữ liệu dân cư',
    en: 'COVID-19 vaccination records reconciled with the population registry',
  },
  what: {
    vi: 'Mỗi hồ sơ tiêm đã gửi được so với cơ sở dữ liệu dân cư theo bốn trường bắt buộc: họ và tên, giới tính, ngày sinh, số định danh. Trang này cho biết bao nhiêu hồ sơ tìm được đúng một người, bao nhiêu hồ sơ còn phải làm tiếp, và ai làm việc gì. Trang chỉ có số tổng hợp, không có thông tin của cá nhân nào.',
    en: 'Each vaccination record sent was compared with the population registry by the four mandatory fields: full name, sex, birth date, ID number. This page says for how many records exactly one person was found, how many need more work, and what that work is. It holds totals only and nobody’s personal data.',
  },
  empty: {
    vi: 'Không có dòng nào trong phạm vi: không có việc gì phải làm.',
    en: 'No row was in scope: there is nothing to do.',
  },
  next: { vi: 'Việc cần làm tiếp theo', en: 'What to do next' },
  official: { vi: 'Hồ sơ khi gửi đi và kết quả', en: 'Records as sent, and results' },
  chart: { vi: 'Kết quả theo tỉnh', en: 'Results by province' },
  wrong: { vi: 'Hồ sơ sai ở trường nào', en: 'Which field is wrong' },
  reasons: { vi: 'Lý do của từng kết quả', en: 'The reason of each outcome' },
  background: { vi: 'Số liệu này lấy từ đâu', en: 'Where the figures come from' },
  notes: { vi: 'Ghi chú', en: 'Notes' },
  terms: { vi: 'Giải thích từ ngữ', en: 'Terms' },
} as const;

/**
 * The page report.html: self-contained (no network, no script), readable on paper and on a phone.
 * Every file name and code in it is escaped. The same arguments give the same bytes.
 */
export function renderReportHtml(summary: Summary, facts: RunFacts, lang: Language): string {
  const t = (key: keyof typeof TEXTS) => TEXTS[key][lang];
  const vi = lang === 'vi';
  const steps = nextSteps(summary.total, facts, lang).map((step) => html`<li>${step}</li>`);
  const page = html`${pageHead({ title: t('title'), style: `${REPORT_STYLE}${TILE_STYLE}`, lang })}
<body>
${skipLink(lang)}
<header><div>
<h1>${t('title')}</h1>
<p>${vi ? 'Phạm vi' : 'Scope'}: ${scopeText(facts, lang)}. ${vi ? 'Hạn hoàn thành' : 'Deadline'}: ${formatDate(facts.deadline)}.</p>
</div></header>
<main id="main" tabindex="-1">
${renderHeadline(summary, lang)}
${renderBalance(summary, facts, lang)}
<p>${t('what')}</p>
<h2>${t('next')}</h2>
${steps.length === 0 ? html`<p>${t('empty')}</p>` : html`<ol>${steps}</ol>`}
<h2>${t('official')}</h2>
<p>${officialSentence(summary.total, lang)}</p>
${renderCrossTable(summary, lang)}
${renderOfficialTable(summary, 'persons', lang)}
${renderOfficialTable(summary, 'doses', lang)}
<h2>${t('chart')}</h2>
${renderMap(summary, lang)}
${renderBarChart(summary, lang)}
<h2>${t('wrong')}</h2>
${renderWrongTable(summary, lang)}
<h2>${t('reasons')}</h2>
${renderReasonTable(summary, lang)}
<h2>${t('terms')}</h2>
<dl>${officialTerms(lang)}</dl>
<h2>${t('background')}</h2>
${renderInputs(facts, lang)}
${renderSettings(facts, lang)}
${renderVerifySteps(summary, facts, lang)}
${renderFalseMatches(facts.decoys, lang)}
${renderNotCompared(facts.notCompared, lang)}
<h2>${t('notes')}</h2>
${renderNotes(facts, lang)}
<footer>doisoat ${facts.toolVersion}</footer>
</main>
</body>
</html>
`;
  return page.text;
}

/** A map says something from here on. */
const LEAST_PROVINCES = 2;

/** The provinces of the run as tiles, those that are not in it marked; nothing where there is only one. */
function renderMap(summary: Summary, lang: Language): Html {
  const own = new Map(summary.provinces.map((province) => [province.code, province]));
  const provinces = PROVINCES.map(({ code, shortName }) => {
    const found = own.get(code);
    if (found === undefined) return { code, shortName, done: null, staleDay: null };
    const sent = found.sent.persons;
    const share = sent === 0 ? null : found.outcomes.verified.persons / sent;
    return { code, shortName, done: { sent, share }, staleDay: null };
  });
  if (provinces.filter(({ done }) => done !== null).length < LEAST_PROVINCES) return html``;
  return tileMap(provinces, lang);
}
