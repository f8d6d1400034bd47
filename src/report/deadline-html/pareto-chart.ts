import type { FacilityErrors } from '../../domain/deadline-report.js';
import type { Language } from '../../domain/run-facts.js';
import { chartFrame } from '../chart-frame.js';
import { type Html, html } from '../html.js';
import { formatInteger } from '../number-format.js';
import { percent } from './figures.js';

const WIDTH = 980;
const HEIGHT = 250;
const LEFT = 58;
const RIGHT = 952;
const TOP = 16;
const BOTTOM = 206;

/** How much of the work the first facilities account for, as a rising staircase. Nothing where shares are suppressed. */
export function paretoChart(facilities: readonly FacilityErrors[], lang: Language): Html {
  const vi = lang === 'vi';
  const shares = facilities.flatMap(({ cumulativeShare }) =>
    cumulativeShare === null ? [] : [cumulativeShare],
  );
  if (shares.length < 2 || shares.length < facilities.length) return html``;
  const tenth = (value: number) => Math.round(value * 10) / 10;
  const x = (rank: number) => tenth(LEFT + (rank / shares.length) * (RIGHT - LEFT));
  const y = (share: number) => tenth(BOTTOM - share * (BOTTOM - TOP));
  const steps = shares.map((share, i) => `${x(i)},${y(share)} ${x(i + 1)},${y(share)}`);
  const grid = [0, 0.2, 0.4, 0.6, 0.8, 1].map(
    (share) =>
      html`<line class="grid" x1="${LEFT}" x2="${RIGHT}" y1="${y(share)}" y2="${y(share)}"/><text class="small" x="${LEFT - 8}" y="${tenth(y(share) + 4)}" text-anchor="end">${Math.round(share * 100)}${vi ? '\u00a0%' : '%'}</text>`,
  );
  const every = Math.max(1, Math.ceil(shares.length / 10));
  const ranks = shares.flatMap((_, i) =>
    (i + 1) % every === 0
      ? [
          html`<text class="small" x="${tenth((x(i) + x(i + 1)) / 2)}" y="${BOTTOM + 18}" text-anchor="middle">${formatInteger(i + 1, lang)}</text>`,
        ]
      : [],
  );
  const title = vi
    ? 'Các cơ sở đầu danh sách chiếm bao nhiêu phần việc'
    : 'How much of the work the first facilities account for';
  const at = [...new Set([1, Math.ceil(shares.length / 2), shares.length])];
  const words = at.map((rank) =>
    vi
      ? `${formatInteger(rank, lang)} cơ sở đầu chiếm ${percent(shares[rank - 1]!, lang)}`
      : `the first ${formatInteger(rank, lang)}: ${percent(shares[rank - 1]!, lang)}`,
  );
  const frame = { id: 'pareto', kind: 'chart', title, width: WIDTH, height: HEIGHT } as const;
  return chartFrame(
    { ...frame, text: `${words.join('; ')}.` },
    html`${grid}
<polygon class="area" points="${LEFT},${BOTTOM} ${steps.join(' ')} ${RIGHT},${BOTTOM}"/>
<polyline class="line-measured" points="${steps.join(' ')}"/>
${ranks}
<text class="small" x="${(LEFT + RIGHT) / 2}" y="${BOTTOM + 38}" text-anchor="middle">${vi ? 'số cơ sở, từ cơ sở nhiều việc nhất' : 'facilities, from the one with most work'}</text>`,
  );
}
