import type { DeadlineReport, Progress } from '../../domain/deadline-report.js';
import { addDays, daysBetween } from '../deadline/days.js';

/** A point of the chart: whole or part days from the first one, and the share verified. */
export interface Point {
  readonly days: number;
  readonly share: number;
}

/** What the progress chart has to show. Days count from `first`. */
export interface ProgressPlot {
  readonly first: string;
  /** Length of the time axis in days. */
  readonly span: number;
  readonly deadline: number;
  readonly lowest: number;
  readonly measured: readonly Point[];
  /** From the newest day to everything at the deadline; empty: nothing is left, or the deadline is over. */
  readonly needed: readonly Point[];
  /** At the median pace; empty: no pace. */
  readonly expected: readonly Point[];
  /** Outline between the fastest and the slowest pace; empty: no pace. */
  readonly range: readonly Point[];
  /** The day on which the work ends at the median pace; null: none, or beyond the axis. */
  readonly end: { readonly days: number; readonly day: string } | null;
  readonly ticks: readonly { readonly days: number; readonly day: string }[];
}

/** Room for the projection beyond the deadline, as a part of the time before it. */
const BEYOND = 0.6;
/** The axis reaches to the expected end, if that is no longer than so many times the time before it. */
const LONGEST = 4;
const MOST_TICKS = 9;

/** Null: there is no day with data, or nothing was sent. */
export function progressPlot(
  progress: Progress,
  { deadline }: Pick<DeadlineReport, 'deadline'>,
): ProgressPlot | null {
  const shown = progress.days.filter(({ share }) => share !== null);
  const [oldest, newest] = [shown[0], shown.at(-1)];
  if (oldest === undefined || newest === undefined) return null;
  const first = oldest.day < deadline ? oldest.day : deadline;
  const at = (day: string) => daysBetween(first, day);
  const measured = shown.map(({ day, share }) => ({ days: at(day), share: share! }));
  const now = measured.at(-1)!;
  const end = at(deadline);
  const planned = Math.max(end, now.days, 1);
  const { pace, projection } = progress;
  const latest = projection?.latest ?? null;
  const most = Math.ceil(planned * (1 + BEYOND));
  const expected = projection?.expected ?? null;
  const ends = expected === null || at(expected) > planned * LONGEST ? null : expected;
  const reach = Math.min(Math.max(latest === null ? most : at(latest), planned), most);
  const span = pace === null ? planned : Math.max(reach, ends === null ? 0 : at(ends));
  const lowest = Math.max(0, Math.floor((Math.min(...measured.map(({ share }) => share)) - 0.02) * 10) / 10);
  const line = (perDay: number) => lineFrom(now, perDay / newest.sent, span, lowest);
  return {
    first,
    span,
    deadline: end,
    lowest,
    measured,
    needed: progress.left > 0 && end > now.days ? [now, { days: end, share: 1 }] : [],
    expected: pace === null || progress.left === 0 ? [] : line(pace.median),
    range:
      pace === null || progress.left === 0
        ? []
        : [...line(pace.fastest), ...line(pace.slowest).slice(1).reverse()],
    end: ends === null || progress.left === 0 ? null : { days: at(ends), day: ends },
    ticks: ticksOf(first, span),
  };
}

/** From `now` at a steady rate: up to everything and on along the top, or down to the bottom of the chart. */
function lineFrom(now: Point, rate: number, span: number, lowest: number): Point[] {
  const limit = rate > 0 ? 1 : lowest;
  const reached = rate === 0 ? Number.POSITIVE_INFINITY : now.days + (limit - now.share) / rate;
  if (reached >= span) return [now, { days: span, share: now.share + rate * (span - now.days) }];
  return [now, { days: reached, share: limit }, { days: span, share: limit }];
}

function ticksOf(first: string, span: number) {
  const step = Math.max(1, Math.ceil(span / MOST_TICKS));
  const ticks: { days: number; day: string }[] = [];
  for (let days = 0; days <= span; days += step) ticks.push({ days, day: addDays(first, days) });
  return ticks;
}
