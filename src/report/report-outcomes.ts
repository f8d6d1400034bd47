import { OFFICIAL_CLASSES, type OutcomeName } from '../domain/outcome.js';
import { OUTCOME_FILES } from '../domain/output-files.js';
import { REASON_CODES, REASONS, type ReasonCode } from '../domain/reasons.js';
import type { Language } from '../domain/run-facts.js';
import type { Count } from './count.js';
import { type Html, html } from './html.js';
import { CLASS_LABELS, OUTCOME_LABELS, OUTCOME_MEANINGS, TOTAL_LABEL } from './labels.js';
import { formatInteger, formatShare } from './number-format.js';
import { reasonTexts } from './sentences.js';
import type { ProvinceSummary, Summary } from './summary.js';
import { headingCell, tableRegion } from './table-region.js';

/** The order in which a reader has to act. */
const OUTCOME_ORDER = ['needs_review', 'mismatch', 'rejected', 'verified'] as const satisfies OutcomeName[];

/** The reasons that occur among an outcome, most rows first; equal ones in the order of the closed list. */
export function reasonsOf(total: ProvinceSummary, outcome: OutcomeName): ReasonCode[] {
  return REASON_CODES.filter(
    (code) => REASONS[code].outcome === outcome && total.reasons[code].rows > 0,
  ).sort((a, b) => total.reasons[b].rows - total.reasons[a].rows);
}

/** Every reason that occurs, in a sentence, with its size and what to do next, by outcome. */
export function renderReasonTable(summary: Summary, lang: Language): Html {
  const { total } = summary;
  const vi = lang === 'vi';
  const figures = (count: Count) =>
    [count.rows, count.persons, count.doses].map(
      (value) => html`<td class="num">${formatInteger(value, lang)}</td>`,
    );
  const groups = OUTCOME_ORDER.filter((outcome) => total.outcomes[outcome].rows > 0).map((outcome) => {
    const rows = reasonsOf(total, outcome).map((code) => {
      const { text, next } = reasonTexts(code, lang);
      return html`<tr><th scope="row" class="wide">${text}<br><code>${code}</code></th><td class="wide">${next}</td>${figures(total.reasons[code])}</tr>`;
    });
    const name = html`<tr><th scope="rowgroup" colspan="5">${OUTCOME_LABELS[outcome][lang]} – <code>${OUTCOME_FILES[outcome]}</code></th></tr>`;
    return [name, ...rows];
  });
  const labels = vi
    ? ['Lý do', 'Việc cần làm', 'Dòng', 'Đối tượng', 'Mũi tiêm']
    : ['Reason', 'What to do', 'Rows', 'Persons', 'Doses'];
  return tableRegion({
    id: 'reasons',
    caption: vi ? 'Lý do và việc cần làm' : 'Reasons, and what to do',
    hint: vi ? 'cột ds_reason của các tệp kết quả' : 'column ds_reason of the result files',
    head: html`<tr>${labels.map((label, i) => headingCell({ label, num: i >= 2 }))}</tr>`,
    bodies: groups,
  });
}

const CROSS_ORDER = ['verified', 'needs_review', 'mismatch', 'rejected'] as const satisfies OutcomeName[];

/** What became of the records of each official class, in persons: shows what the run gained. */
export function renderCrossTable(summary: Summary, lang: Language): Html {
  const { total } = summary;
  const n = (count: Count) => html`<td class="num">${formatInteger(count.persons, lang)}</td>`;
  const row = (label: string, sent: Count, outcomes: Readonly<Record<OutcomeName, Count>>) =>
    html`<tr><th scope="row">${label}</th>${n(sent)}${CROSS_ORDER.map((outcome) => n(outcomes[outcome]))}<td class="num">${formatShare(outcomes.verified.persons, sent.persons, lang)}</td></tr>`;
  const body = OFFICIAL_CLASSES.map((name) =>
    row(CLASS_LABELS[name][lang], total.official[name], total.officialByOutcome[name]),
  );
  const vi = lang === 'vi';
  const heads = [
    headingCell({ label: vi ? 'Khi gửi đi' : 'As sent' }),
    headingCell({ label: vi ? 'Đã gửi' : 'Sent', num: true }),
    ...CROSS_ORDER.map((outcome) => headingCell({ label: OUTCOME_LABELS[outcome][lang], num: true })),
    headingCell({ label: vi ? '% đối tượng đã xác minh' : '% of persons verified', num: true }),
  ];
  return tableRegion({
    id: 'cross',
    caption: vi ? 'Hồ sơ khi gửi đi và kết quả sau đối soát' : 'The records as sent, and what became of them',
    hint: vi ? 'đối tượng, toàn bộ' : 'persons, all provinces',
    stick: true,
    head: html`<tr>${heads}</tr>`,
    bodies: [body],
    foot: row(TOTAL_LABEL[lang], total.sent, total.outcomes),
  });
}

/** The headline figures: sent, then each outcome with its share of persons. */
export function renderHeadline(summary: Summary, lang: Language): Html {
  const { total } = summary;
  const vi = lang === 'vi';
  const sizes = (count: Count) =>
    `${formatInteger(count.doses, lang)} ${vi ? 'mũi tiêm' : 'doses'}, ${formatInteger(count.rows, lang)} ${vi ? 'dòng' : 'rows'}`;
  const persons = (count: Count) =>
    `${vi ? '% đối tượng' : '% of persons'}: ${formatInteger(count.persons, lang)}/${formatInteger(total.sent.persons, lang)}`;
  const card = (outcome: OutcomeName) => {
    const count = total.outcomes[outcome];
    return html`<li class="key-${outcome}"><b>${OUTCOME_LABELS[outcome][lang]}</b><strong>${formatShare(count.persons, total.sent.persons, lang)}</strong><span>${persons(count)}</span><span>${sizes(count)}</span><span>${OUTCOME_MEANINGS[outcome][lang]}</span></li>`;
  };
  return html`<ul class="cards">
<li><b>${vi ? 'Đã gửi đối soát' : 'Sent'}</b><strong>${formatInteger(total.sent.persons, lang)}</strong><span>${vi ? 'đối tượng' : 'persons'}</span><span>${sizes(total.sent)}</span></li>
${CROSS_ORDER.map(card)}
</ul>`;
}
