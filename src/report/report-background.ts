import type { Language, RunFacts } from '../domain/run-facts.js';
import { checkRun } from './balance.js';
import { type Html, html } from './html.js';
import { LAYOUT_LABELS, provinceLabel } from './labels.js';
import { formatBytes, formatDecimal, formatInteger } from './number-format.js';
import { faultSentence, noteSentences } from './sentences.js';
import type { Summary } from './summary.js';
import { headingCell, tableRegion } from './table-region.js';

/** More faults than this say nothing new; summary.json has them all. */
const FAULTS_SHOWN = 20;

/** Whether rows and columns add up, as computed from the figures themselves; the faults if they do not. */
export function renderBalance(summary: Summary, facts: RunFacts, lang: Language): Html {
  const faults = checkRun(summary, facts);
  if (faults.length === 0) {
    return html`<div class="box"><p>${
      lang === 'vi'
        ? '✓ Số liệu khớp: mọi dòng đầu vào đều có kết quả, các cột cộng đúng bằng số đã gửi, các tỉnh cộng đúng bằng tổng cộng.'
        : '✓ The figures add up: every input row has an outcome, the columns sum to what was sent, the provinces to the total.'
    }</p></div>`;
  }
  const count = formatInteger(faults.length, lang);
  const shown = faults.slice(0, FAULTS_SHOWN).map((fault) => html`<li>${faultSentence(fault, lang)}</li>`);
  return html`<div class="box fault" role="alert"><p><b>${
    lang === 'vi'
      ? `✗ Số liệu không khớp ở ${count} chỗ. Không sử dụng báo cáo này; hãy báo cho người vận hành.`
      : `✗ The figures do not add up in ${count} places. Do not use this report; tell the operator.`
  }</b></p><ul>${shown}</ul></div>`;
}

/** The provinces a run was restricted to, in words. */
export function scopeText(facts: RunFacts, lang: Language): string {
  const { provinces } = facts.options;
  if (provinces === null)
    return lang === 'vi' ? 'tất cả các tỉnh có trong tệp' : 'all provinces in the files';
  return provinces.map((code) => provinceLabel(code, lang)).join(', ');
}

/** The input files with their hashes. */
export function renderInputs(facts: RunFacts, lang: Language): Html {
  const vi = lang === 'vi';
  const rows = facts.inputs.map(
    (input) =>
      html`<tr><th scope="row"><bdi>${input.name}</bdi></th><td class="num">${formatInteger(input.rows, lang)}</td><td class="num">${formatBytes(input.bytes, lang)}</td><td>${LAYOUT_LABELS[input.layout][lang]}</td><td>${input.encoding}</td><td class="wide"><code>${input.sha256}</code></td></tr>`,
  );
  const labels = vi
    ? ['Tệp', 'Dòng', 'Kích thước', 'Bố cục', 'Bảng mã', 'SHA-256']
    : ['File', 'Rows', 'Size', 'Layout', 'Encoding', 'SHA-256'];
  return tableRegion({
    id: 'inputs',
    caption: vi ? 'Tệp đầu vào' : 'Input files',
    head: html`<tr>${labels.map((label, i) => headingCell({ label, num: i === 1 || i === 2 }))}</tr>`,
    bodies: [rows],
  });
}

/** Registry, model, thresholds and options: what the figures depend on. */
export function renderSettings(facts: RunFacts, lang: Language): Html {
  const vi = lang === 'vi';
  const { verifyProbability, reviewProbability, marginBits } = facts.thresholds;
  const times = formatDecimal(2 ** marginBits, 0, lang);
  const percent = (value: number) => `${formatDecimal(value * 100, 4, lang)}${vi ? '\u00a0%' : '%'}`;
  const limit = facts.options.limit;
  const items: [string, string][] = [
    [vi ? 'Phạm vi' : 'Scope', scopeText(facts, lang)],
    [
      vi ? 'Giới hạn số dòng' : 'Row limit',
      limit === null ? (vi ? 'không' : 'none') : formatInteger(limit, lang),
    ],
    [
      vi ? 'Cơ sở dữ liệu dân cư' : 'Population registry',
      `${formatInteger(facts.registry.persons, lang)} ${vi ? 'người' : 'persons'}, ${facts.registry.id}`,
    ],
    [vi ? 'Mô hình so khớp' : 'Matching model', facts.modelVersion],
    [
      vi ? 'Xác minh khi' : 'Verified when',
      vi
        ? `xác suất đúng người từ ${percent(verifyProbability)} trở lên và cao hơn người thứ hai ít nhất ${times} lần`
        : `the probability of the right person is ${percent(verifyProbability)} or more, and at least ${times} times the second one's`,
    ],
    [
      vi ? 'Xem lại khi' : 'Reviewed when',
      vi
        ? `có người với xác suất từ ${percent(reviewProbability)} trở lên`
        : `a candidate has a probability of ${percent(reviewProbability)} or more`,
    ],
    [vi ? 'Phiên bản công cụ' : 'Tool version', `doisoat ${facts.toolVersion}`],
  ];
  return html`<dl>${items.map(([term, text]) => html`<dt>${term}</dt><dd>${text}</dd>`)}</dl>`;
}

/** What was left out, and how to read the figures. */
export function renderNotes(facts: RunFacts, lang: Language): Html {
  return html`<ul>${noteSentences(facts, lang).map((note) => html`<li>${note}</li>`)}</ul>`;
}
