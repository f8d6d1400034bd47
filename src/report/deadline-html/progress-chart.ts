import type { DeadlineReport } from '../../domain/deadline-report.js';
import type { Language } from '../../domain/run-facts.js';
import { chartFrame } from '../chart-frame.js';
import { latestDay, UNDETERMINED } from '../deadline-words.js';
import { type Html, html } from '../html.js';
import { formatDate, formatDecimal } from '../number-format.js';
import { day, percent } from './figures.js';
import { type Point, type ProgressPlot, progressPlot } from './progress-scale.js';

const WIDTH = 980;
const HEIGHT = 330;
const LEFT = 58;
const RIGHT = 952;
const TOP = 34;
const BOTTOM = 288;
/** So near each other two figures would be set over one another. */
const LABEL_WIDTH = 62;

/** Share verified by day, the line that is needed, and where the pace leads. The same report, the same bytes. */
export function progressChart(report: DeadlineReport, lang: Language): Html {
  const vi = lang === 'vi';
  const plot = progressPlot(report.total.progress, report);
  if (plot === null)
    return html`<p>${vi ? 'Chưa có ngày nào có số liệu.' : 'There is no day with data yet.'}</p>`;
  const scale = scaleOf(plot);
  const title = vi ? 'Tỷ lệ đối tượng đã xác minh theo ngày' : 'Share of persons verified by day';
  const frame = { id: 'progress', kind: 'chart', title, width: WIDTH, height: HEIGHT } as const;
  const picture = chartFrame(
    { ...frame, text: chartText(report, plot, lang) },
    html`<defs><pattern id="fill-range" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" class="range-back"/><rect width="1.6" height="7" class="range-ink"/></pattern></defs>
${axes(plot, scale, lang)}
${plot.range.length === 0 ? '' : html`<polygon class="range" points="${points(plot.range, scale)}"/>`}
${polyline('expected', plot.expected, scale)}
${polyline('needed', plot.needed, scale)}
${deadlineMark(plot, report, scale, lang)}
${polyline('measured', plot.measured, scale)}
${marks(plot, scale, lang)}`,
  );
  return html`${picture}
${legend(plot, lang)}`;
}

interface Scale {
  readonly x: (days: number) => number;
  readonly y: (share: number) => number;
}

function scaleOf({ span, lowest }: ProgressPlot): Scale {
  return {
    x: (days) => tenth(LEFT + (days / span) * (RIGHT - LEFT)),
    y: (share) => tenth(BOTTOM - ((share - lowest) / (1 - lowest)) * (BOTTOM - TOP)),
  };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function points(list: readonly Point[], { x, y }: Scale): string {
  return list.map(({ days, share }) => `${x(days)},${y(share)}`).join(' ');
}

function polyline(kind: string, list: readonly Point[], scale: Scale): Html {
  return list.length < 2 ? html`` : html`<polyline class="line-${kind}" points="${points(list, scale)}"/>`;
}

function axes(plot: ProgressPlot, { x, y }: Scale, lang: Language): Html {
  const steps = plot.lowest >= 0.8 ? 4 : 5;
  const shares = Array.from({ length: steps + 1 }, (_, i) => plot.lowest + ((1 - plot.lowest) * i) / steps);
  const sign = lang === 'vi' ? '\u00a0%' : '%';
  const lines = shares.map(
    (share) =>
      html`<line class="grid" x1="${LEFT}" x2="${RIGHT}" y1="${y(share)}" y2="${y(share)}"/><text class="small" x="${LEFT - 8}" y="${tenth(y(share) + 4)}" text-anchor="end">${formatDecimal(share * 100, 1, lang)}${sign}</text>`,
  );
  const expected = plot.end === null ? Number.NEGATIVE_INFINITY : x(plot.end.days);
  const ticks = plot.ticks.filter(({ days }) => Math.abs(x(days) - expected) >= LABEL_WIDTH);
  const days = ticks.map(
    ({ days, day }) =>
      html`<line class="grid" x1="${x(days)}" x2="${x(days)}" y1="${BOTTOM}" y2="${BOTTOM + 5}"/><text class="small" x="${x(days)}" y="${BOTTOM + 20}" text-anchor="middle">${formatDate(day).slice(0, 5)}</text>`,
  );
  const end =
    plot.end === null
      ? ''
      : html`<line class="projected" x1="${expected}" x2="${expected}" y1="${TOP}" y2="${BOTTOM + 5}"/><text class="label strong" x="${expected}" y="${BOTTOM + 20}" text-anchor="${expected > RIGHT - LABEL_WIDTH / 2 ? 'end' : 'middle'}">${formatDate(plot.end.day).slice(0, 5)}</text>`;
  return html`${lines}${days}${end}`;
}

function deadlineMark(plot: ProgressPlot, { deadline }: DeadlineReport, { x }: Scale, lang: Language): Html {
  const at = x(plot.deadline);
  // The words stay inside the picture on whichever side the line stands.
  const anchor = at > (LEFT + RIGHT) / 2 ? 'end' : 'start';
  return html`<line class="deadline" x1="${at}" x2="${at}" y1="${TOP - 12}" y2="${BOTTOM}"/><text class="label strong" x="${anchor === 'end' ? at - 7 : at + 7}" y="${TOP - 16}" text-anchor="${anchor}">${lang === 'vi' ? 'hạn' : 'deadline'} ${formatDate(deadline)}</text>`;
}

/** A dot a day; the newest and the first with their figures. */
function marks({ measured }: ProgressPlot, { x, y }: Scale, lang: Language): Html {
  const dots = measured.map(
    ({ days, share }) => html`<circle class="dot" cx="${x(days)}" cy="${y(share)}" r="4"/>`,
  );
  const newest = measured.at(-1)!;
  const far = measured.filter(({ days }) => x(newest.days) - x(days) >= LABEL_WIDTH);
  const words = [newest, ...far.slice(0, 1)].map(({ days, share }) => {
    const below = tenth(Math.min(y(share) + 21, BOTTOM - 6));
    return html`<text class="label strong" x="${tenth(x(days) + 5)}" y="${below}">${percent(share, lang)}</text>`;
  });
  return html`${dots}${words}`;
}

function legend(plot: ProgressPlot, lang: Language): Html {
  const vi = lang === 'vi';
  const line = (kind: string) => html`<line class="line-${kind}" x1="1" x2="33" y1="7" y2="7"/>`;
  const entry = (sample: Html, text: string) =>
    html`<li><svg width="34" height="14" aria-hidden="true">${sample}</svg> ${text}</li>`;
  const entries = [
    entry(
      html`${line('measured')}<circle class="dot" cx="17" cy="7" r="4"/>`,
      vi ? 'đã xác minh' : 'verified',
    ),
  ];
  if (plot.needed.length > 0)
    entries.push(entry(line('needed'), vi ? 'mức cần đạt để kịp hạn' : 'needed to be in time'));
  if (plot.expected.length > 0)
    entries.push(
      entry(
        line('expected'),
        vi
          ? 'dự báo theo tốc độ gần đây, ngày đậm: dự kiến xong'
          : 'at the recent pace; bold day: expected end',
      ),
    );
  if (plot.range.length > 0)
    entries.push(
      entry(
        html`<rect class="range" x="1" y="1" width="32" height="12"/>`,
        vi ? 'từ ngày nhanh nhất đến ngày chậm nhất' : 'from the fastest to the slowest day',
      ),
    );
  return html`<ul class="legend">${entries}</ul>`;
}

/** The same in words. */
function chartText({ total, deadline }: DeadlineReport, plot: ProgressPlot, lang: Language): string {
  const { days, projection } = total.progress;
  const shown = days.filter(({ share }) => share !== null);
  const figures = shown.map((entry) => `${formatDate(entry.day)}: ${percent(entry.share, lang)}`).join('; ');
  const vi = lang === 'vi';
  const texts = [figures];
  if (plot.needed.length > 0)
    texts.push(
      vi
        ? `cần đạt 100\u00a0% vào ngày ${formatDate(deadline)}`
        : `100% is needed on ${formatDate(deadline)}`,
    );
  const last = projection === null ? null : latestDay(projection, deadline);
  const latest = last === null ? UNDETERMINED[lang] : formatDate(last);
  if (projection !== null)
    texts.push(
      vi
        ? `dự báo xong ngày ${day(projection.expected)}, sớm nhất ${day(projection.earliest)}, muộn nhất ${latest}`
        : `expected to be done on ${day(projection.expected)}, at the earliest ${day(projection.earliest)}, at the latest ${latest}`,
    );
  return `${texts.join('. ')}.`;
}
