import type { ExplainedCandidate, ExplainedMatch, Explanation } from '../domain/explanation.js';
import type { Language } from '../domain/run-facts.js';
import { CHART_PATTERNS, renderWaterfallChart } from './explanation-chart.js';
import { conditionTexts } from './explanation-conditions.js';
import {
  comparedText,
  decisionTexts,
  disagreementText,
  disclosureText,
  outcomeText,
  repairsText,
  rowsText,
  shares,
} from './explanation-sentences.js';
import { formatBits, formatProbability, stepsOf } from './explanation-steps.js';
import { EXPLANATION_STYLE } from './explanation-style.js';
import { candidateFacts } from './explanation-text.js';
import { COMPARED_FIELDS, comparisonWords, valueWords } from './explanation-words.js';
import { type Html, html } from './html.js';
import { pageHead, skipLink } from './page-head.js';
import { headingCell, tableRegion } from './table-region.js';

/**
 * The explanations as one self-contained page (no network, no script): readable on screen, in the dark, on paper and by
 * ear. Every value of a row is escaped. The same explanations give the same bytes.
 */
export function renderExplanationHtml(explanations: readonly Explanation[], lang: Language): string {
  const vi = lang === 'vi';
  const title = vi ? 'Vì sao hồ sơ có kết quả này' : 'Why a record ended as it did';
  const first = explanations[0];
  const page = html`${pageHead({ title, style: EXPLANATION_STYLE, lang })}
<body>
${skipLink(lang)}
<header><div>
<h1>${title}</h1>
<p>${disclosureText(explanations, lang)}</p>
</div></header>
<main id="main" tabindex="-1">
${CHART_PATTERNS}
<p>${howToRead(lang)}</p>
${explanations.map((explanation, i) => section(explanation, i + 1, lang))}
<footer>doisoat ${first?.toolVersion ?? ''}, ${vi ? 'mô hình' : 'model'} ${first?.modelVersion ?? ''}</footer>
</main>
</body>
</html>
`;
  return page.text;
}

function howToRead(lang: Language): string {
  return lang === 'vi'
    ? 'Mỗi trường được so với cơ sở dữ liệu dân cư và cho một số điểm, tính bằng bit: thêm 1 bit là khả năng đúng người này tăng gấp đôi, bớt 1 bit là giảm một nửa. Tổng bằng 0 nghĩa là ngang với khả năng “không có ai trong cơ sở dữ liệu”.'
    : 'Each field is compared with the registry and weighs some bits: one bit more doubles the odds that it is this person, one bit less halves them. A sum of 0 means: as likely as “nobody in the registry”.';
}

function section(explanation: Explanation, number: number, lang: Language): Html {
  const vi = lang === 'vi';
  const { match, outcome } = explanation;
  const note = explanation.agreesWithRun
    ? html``
    : html`<div class="box fault"><p>${disagreementText(lang)}</p></div>`;
  const texts = decisionTexts(explanation, lang).map((text) => html`<p>${text}</p>`);
  return html`<section aria-labelledby="record-${number}">
<h2 id="record-${number}">${rowsText(explanation, lang)}</h2>
<ul class="cards"><li class="key-${outcome}"><b>${outcomeText(explanation, lang)}</b><span>${explanation.sentence}</span></li></ul>
${note}
${match === null ? html`` : body(match, number, lang)}
<h3>${vi ? 'Vì sao có kết quả này' : 'Why this result'}</h3>
${texts}
${match === null ? html`` : conditions(match, lang)}
</section>`;
}

function body(match: ExplainedMatch, number: number, lang: Language): Html {
  const vi = lang === 'vi';
  const candidates = match.candidates.map((person, i) =>
    candidate(person, match, `c${number}-${i + 1}`, i + 1, lang),
  );
  return html`${readings(match, number, lang)}
<h3>${vi ? 'So với ai' : 'Who was compared'}</h3>
<p>${comparedText(match, lang)}</p>
${candidates}
${shareTable(match, number, lang)}`;
}

/** A table in a box that scrolls on a narrow screen, with a caption that names it. */
function table(id: string, caption: string, heads: readonly string[], rows: readonly Html[]): Html {
  return tableRegion({
    id,
    caption,
    head: html`<tr>${heads.map((label) => headingCell({ label }))}</tr>`,
    bodies: [rows],
  });
}

function readings(match: ExplainedMatch, number: number, lang: Language): Html {
  const heads =
    lang === 'vi'
      ? ['Trường', 'Trong tệp', 'Hiểu là', 'Ghi chú khi đọc']
      : ['Field', 'As sent', 'Understood as', 'Remarks'];
  const rows = match.readings.map(
    (reading) =>
      html`<tr><th scope="row">${COMPARED_FIELDS[reading.field][lang]}</th><td>${reading.sent === '' ? '–' : reading.sent}</td><td>${valueWords(reading.field, reading.understood, lang)}</td><td>${repairsText(reading, lang)}</td></tr>`,
  );
  return table(`readings-${number}`, lang === 'vi' ? 'Hồ sơ nói gì' : 'What the record says', heads, rows);
}

function candidate(
  person: ExplainedCandidate,
  match: ExplainedMatch,
  id: string,
  number: number,
  lang: Language,
): Html {
  const vi = lang === 'vi';
  const probability = formatProbability(person.probability, lang);
  const name = `${vi ? 'Người' : 'Candidate'} ${number}`;
  const { neededProbability: needed } = person;
  const chart = renderWaterfallChart(stepsOf(person, match.persons, lang), {
    id,
    title: `${name}: ${vi ? 'điểm của từng trường, tính bằng bit' : 'weight of each field in bits'}`,
    verifyBits: needed > 0 && needed < 1 ? Math.log2(needed / (1 - needed)) : null,
    lang,
  });
  const heads = vi
    ? ['Trường', 'Hồ sơ', 'Cơ sở dữ liệu', 'So sánh', 'Bit']
    : ['Field', 'Record', 'Registry', 'Comparison', 'Bits'];
  const rows = person.fields.map(
    (field) =>
      html`<tr><th scope="row">${COMPARED_FIELDS[field.field][lang]}</th><td>${valueWords(field.field, field.record, lang)}</td><td>${valueWords(field.field, field.registry, lang)}</td><td>${comparisonWords(field, lang)}</td><td class="num">${formatBits(field.bits, lang)}</td></tr>`,
  );
  return html`<div class="candidate">
<h3>${name}: <code>${person.personId}</code>, ${vi ? 'xác suất' : 'probability'} ${probability}${candidateFacts(person, lang)}</h3>
<div class="scroll" role="region" aria-label="${name}" tabindex="0">${chart}</div>
${table(`${id}-fields`, vi ? `${name}: từng trường` : `${name}: field by field`, heads, rows)}
</div>`;
}

function shareTable(match: ExplainedMatch, number: number, lang: Language): Html {
  const vi = lang === 'vi';
  const rows = shares(match, lang).map(
    ({ label, share }) =>
      html`<tr><th scope="row">${label}</th><td>${formatProbability(share, lang)}</td></tr>`,
  );
  const caption = vi ? 'Xác suất chia cho' : 'The probability is shared by';
  return table(`shares-${number}`, caption, vi ? ['Ai', 'Xác suất'] : ['Who', 'Probability'], rows);
}

function conditions(match: ExplainedMatch, lang: Language): Html {
  const vi = lang === 'vi';
  const texts = conditionTexts(match, lang);
  if (texts.length === 0) return html``;
  const items = texts.map(({ text, holds, decides }) => {
    const mark = holds ? (vi ? 'đạt' : 'holds') : vi ? 'không đạt' : 'fails';
    const kind = holds ? 'holds' : decides ? 'fails decides' : 'fails';
    return html`<li class="${kind}"><b>${holds ? '✓' : '✗'} ${mark}</b><span>${text}</span></li>`;
  });
  return html`<ul class="conditions">${items}</ul>`;
}
