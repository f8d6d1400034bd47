import type { OutcomeName } from '../domain/outcome.js';
import type { Language } from '../domain/run-facts.js';
import { type Html, html } from './html.js';
import { OUTCOME_LABELS, provinceLabel } from './labels.js';
import { formatInteger, formatShare } from './number-format.js';
import type { ProvinceSummary, Summary } from './summary.js';

const BAR_WIDTH = 400;
const BAR_HEIGHT = 14;

/** From settled to unsettled; each has a pattern of its own, so that the chart survives a black-and-white print. */
const SERIES = ['verified', 'needs_review', 'mismatch', 'rejected'] as const satisfies readonly OutcomeName[];

const PATTERNS = html`<svg class="patterns" width="0" height="0" aria-hidden="true"><defs>
<pattern id="fill-needs_review" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="bg-needs_review"/><rect width="2" height="6" class="ink"/></pattern>
<pattern id="fill-mismatch" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="bg-mismatch"/><circle cx="3" cy="3" r="1.3" class="ink"/></pattern>
</defs></svg>`;

/**
 * Bars of equal length, one a province, divided by outcome in persons, with the figures in words beside them.
 * Plain SVG in a list that takes as many columns as fit; the same summary gives the same bytes.
 * Colours come from the page's style sheet.
 */
export function renderBarChart(summary: Summary, lang: Language): Html {
  const legend = SERIES.map(
    (outcome) =>
      html`<li><svg width="22" height="14" aria-hidden="true"><rect x="1" y="1" width="20" height="12" class="fill-${outcome}"/></svg> ${OUTCOME_LABELS[outcome][lang]}</li>`,
  );
  return html`<p>${chartText(summary, lang)}</p>
${PATTERNS}
<ul class="legend">${legend}</ul>
<ul class="bars">${summary.provinces.map((province) => bar(province, lang))}</ul>`;
}

/** What the chart shows, in words: the whole, the lowest and the highest known province. */
function chartText(summary: Summary, lang: Language): string {
  const share = (s: ProvinceSummary) => formatShare(s.outcomes.verified.persons, s.sent.persons, lang);
  const named = (s: ProvinceSummary) => `${provinceLabel(s.code, lang)} ${share(s)}`;
  const rate = (s: ProvinceSummary) => s.outcomes.verified.persons / s.sent.persons;
  if (summary.total.sent.persons === 0) return lang === 'vi' ? 'Không có số liệu.' : 'There are no figures.';
  const known = summary.provinces.filter(({ code, sent }) => code !== '' && sent.persons > 0);
  const range = { vi: '', en: '' };
  if (known.length > 1) {
    const lowest = known.reduce((best, s) => (rate(s) < rate(best) ? s : best));
    const highest = known.reduce((best, s) => (rate(s) > rate(best) ? s : best));
    range.vi = `; thấp nhất ${named(lowest)}, cao nhất ${named(highest)}`;
    range.en = `; lowest ${named(lowest)}, highest ${named(highest)}`;
  }
  return lang === 'vi'
    ? `Đã xác minh ${share(summary.total)} đối tượng${range.vi}. Bên phải mỗi tỉnh: % đối tượng đã xác minh, số đối tượng đã gửi.`
    : `${share(summary.total)} of persons verified${range.en}. Beside each province: % of persons verified, persons sent.`;
}

function bar(province: ProvinceSummary, lang: Language): Html {
  const { persons } = province.sent;
  const share = (outcome: OutcomeName) => formatShare(province.outcomes[outcome].persons, persons, lang);
  const segments: Html[] = [];
  let done = 0;
  let from = 0;
  for (const outcome of SERIES) {
    done += province.outcomes[outcome].persons;
    // Ends are rounded, not widths, so that the segments always fill the bar.
    const to = persons === 0 ? 0 : Math.round((done * BAR_WIDTH * 10) / persons) / 10;
    const width = Math.round((to - from) * 10) / 10;
    if (width > 0) {
      segments.push(
        html`<rect x="${from}" width="${width}" height="${BAR_HEIGHT}" class="fill-${outcome}"/>`,
      );
    }
    from = to;
  }
  const words = SERIES.map((outcome) => `${OUTCOME_LABELS[outcome][lang]} ${share(outcome)}`).join(', ');
  return html`<li><span>${provinceLabel(province.code, lang)}</span><span class="soft">${share('verified')}, ${formatInteger(persons, lang)}</span><svg viewBox="0 0 ${BAR_WIDTH} ${BAR_HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${words}">${segments}</svg></li>`;
}
