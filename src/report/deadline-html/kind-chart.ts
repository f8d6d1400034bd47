import type { ErrorLine } from '../../domain/deadline-report.js';
import { ENTRY_ERRORS } from '../../domain/entry-errors.js';
import type { Language } from '../../domain/run-facts.js';
import { chartFrame } from '../chart-frame.js';
import { type Html, html } from '../html.js';
import { kindsByCount } from './error-kinds.js';
import { count } from './figures.js';

const WIDTH = 980;
const ROW = 26;
const BARS_FROM = 430;
const BARS_TO = 860;
const MOST_BARS = 12;
/** So that a long label ends before its bar. */
const LONG_LABEL = 48;

/** The most frequent kinds of errors as bars. The table below has all of them. */
export function kindChart(total: ErrorLine, lang: Language): Html {
  const vi = lang === 'vi';
  const kinds = kindsByCount(total).flatMap(({ code, rows }) => (rows === null ? [] : [{ code, rows }]));
  const shown = kinds.slice(0, MOST_BARS);
  const most = shown[0]?.rows ?? 0;
  if (most === 0) return html``;
  const bars = shown.map(({ code, rows }, i) => {
    const width = Math.round(Math.max((rows / most) * (BARS_TO - BARS_FROM), 1) * 10) / 10;
    const label = ENTRY_ERRORS[code][lang];
    const text = label.length > LONG_LABEL ? `${label.slice(0, LONG_LABEL - 1).trimEnd()}…` : label;
    return html`<text class="label" x="${BARS_FROM - 10}" y="${i * ROW + 18}" text-anchor="end">${text}</text><rect class="bar" x="${BARS_FROM}" y="${i * ROW + 4}" width="${width}" height="${ROW - 8}"/><text class="label" x="${Math.round((BARS_FROM + width + 8) * 10) / 10}" y="${i * ROW + 18}">${count(rows, lang)}</text>`;
  });
  const title = vi ? 'Sai sót nhiều nhất, số hồ sơ' : 'The most frequent errors, records';
  const text = shown.map(({ code, rows }) => `${ENTRY_ERRORS[code][lang]}: ${count(rows, lang)}`).join('; ');
  const height = shown.length * ROW + 4;
  return chartFrame(
    { id: 'kinds', kind: 'chart', title, text: `${text}.`, width: WIDTH, height },
    html`${bars}`,
  );
}
