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
    return html`<tbody><tr><th scope="rowgroup" colspan="5">${OUTCOME_LABELS[outcome][lang]} – <code>${OUTCOME_FILES[outcome]}</code></th></tr>
${rows}</tbody>`;
  });
  return html`<div class="scroll" role="region" aria-labelledby="caption-reasons" tabindex="0"><table>
<caption id="caption-reasons"><div>${vi ? 'Lý do và việc cần làm' : 'Reasons, and what to do'} <span>(${vi ? 'cột ds_reason của các tệp kết quả' : 'column ds_reason of the result files'})</span></div></caption>
<thead><tr><th scope="col">${vi ? 'Lý do' : 'Reason'}</th><th scope="col">${vi ? 'Việc cần làm' : 'What to do'}</th><th scope="col" class="num">${vi ? 'Dòng' : 'Rows'}</th><th scope="col" class="num">${vi ? 'Đối tượng' : 'Persons'}</th><th scope="col" class="num">${vi ? 'Mũi tiêm' : 'Doses'}</th></tr></thead>
${groups}
</table></div>`;
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
  return html`<div class="scroll" role="region" aria-labelledby="caption-cross" tabindex="0"><table class="stick">
<caption id="caption-cross"><div>${vi ? 'Hồ sơ khi gửi đi và kết quả sau đối soát' : 'The records as sent, and what became of them'} <span>(${vi ? 'đối tượng, toàn bộ' : 'persons, all provinces'})</span></div></caption>
<thead><tr><th scope="col">${vi ? 'Khi gửi đi' : 'As sent'}</th><th scope="col" class="num">${vi ? 'Đã gửi' : 'Sent'}</th>${CROSS_ORDER.map((outcome) => html`<th scope="col" class="num">${OUTCOME_LABELS[outcome][lang]}</th>`)}<th scope="col" class="num">${vi ? '% đối tượng đã xác minh' : '% of persons verified'}</th></tr></thead>
<tbody>${body}</tbody>
<tfoot>${row(TOTAL_LABEL[lang], total.sent, total.outcomes)}</tfoot>
</table></div>`;
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
