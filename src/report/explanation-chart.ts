import type { Language } from '../domain/run-facts.js';
import { formatBits, type WaterfallStep } from './explanation-steps.js';
import { type Html, html } from './html.js';

const WIDTH = 860;
const ROW_HEIGHT = 40;
const TOP = 34;
/** Room below the bars for the words of the threshold. */
const FOOT = 22;
/** The bars stand between the labels on the left and the bits on the right. */
const BARS_FROM = 330;
const BARS_TO = 780;

/** Fill patterns of the charts, once a page: solid for, hatched against, so that they survive black and white. */
export const CHART_PATTERNS = html`<svg class="patterns" width="0" height="0" aria-hidden="true"><defs>
<pattern id="fill-against" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="bg-mismatch"/><rect width="2" height="6" class="ink"/></pattern>
</defs></svg>`;

export interface ChartOptions {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  /** Bits at which a lone candidate would be verified; null where there is no such line. */
  readonly verifyBits: number | null;
  readonly lang: Language;
}

/** A waterfall of bits: each bar runs from the sum before a step to the sum after it. The same steps, the same bytes. */
export function renderWaterfallChart(steps: readonly WaterfallStep[], options: ChartOptions): Html {
  const { id, title, verifyBits, lang } = options;
  const ends = steps.flatMap(({ from, to }) => [from, to]).concat(verifyBits ?? 0, 0);
  const least = Math.min(...ends);
  const span = Math.max(Math.max(...ends) - least, 1);
  const x = (bits: number) => tenth(BARS_FROM + ((bits - least) / span) * (BARS_TO - BARS_FROM));
  const height = TOP + steps.length * ROW_HEIGHT + FOOT;
  const rows = steps.map((step, i) => row(step, TOP + i * ROW_HEIGHT, x, lang, i < steps.length - 1));
  const words = steps.map(({ label, detail, bits }) => `${label} (${detail}): ${formatBits(bits, lang)} bit`);
  return html`<svg class="waterfall" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-title ${id}-text">
<title id="${id}-title">${title}</title>
<desc id="${id}-text">${words.join('; ')}.</desc>
${axis(x(0), height, lang === 'vi' ? '0: ngang với “không có ai”' : '0: as likely as nobody', 'zero')}
${verifyBits === null ? '' : axis(x(verifyBits), height, verifyLabel(verifyBits, lang), 'needed')}
${rows}
</svg>`;
}

/** A rival takes a share of the probability, so the line holds only where there is none. */
function verifyLabel(bits: number, lang: Language): string {
  const text = formatBits(bits, lang);
  return lang === 'vi' ? `${text}: đủ nếu không có ai khác` : `${text}: enough without a rival`;
}

/** The line of even odds has its words above the bars, the threshold below, so that they never meet. */
function axis(x: number, height: number, label: string, kind: 'zero' | 'needed'): Html {
  const bottom = height - FOOT;
  const middle = Math.min(x, BARS_TO - 20);
  return html`<line class="axis-${kind}" x1="${x}" x2="${x}" y1="${TOP - 10}" y2="${bottom}"/>
<text class="small" x="${middle}" y="${kind === 'zero' ? TOP - 16 : bottom + 14}" text-anchor="middle">${label}</text>`;
}

function row(
  step: WaterfallStep,
  y: number,
  x: (bits: number) => number,
  lang: Language,
  hasNext: boolean,
): Html {
  const [left, right] = [x(Math.min(step.from, step.to)), x(Math.max(step.from, step.to))];
  const fill = step.kind === 'total' ? 'sum' : step.to < step.from ? 'against' : 'for';
  const end = x(step.to);
  const link = hasNext
    ? html`<line class="link" x1="${end}" x2="${end}" y1="${y + 28}" y2="${y + ROW_HEIGHT + 8}"/>`
    : '';
  const bold = step.kind === 'total' ? 'label strong' : 'label';
  return html`${link}<rect class="bar-${fill}" x="${left}" y="${y + 8}" width="${tenth(Math.max(right - left, 1.5))}" height="20"/>
<text class="${bold}" x="0" y="${y + 16}">${step.label}</text><text class="small" x="0" y="${y + 31}">${step.detail}</text>
<text class="${bold}" x="${WIDTH - 4}" y="${y + 23}" text-anchor="end">${formatBits(step.bits, lang)}</text>`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
