import type { DayFigures, Pace, Progress, Projection } from '../../domain/deadline-report.js';
import { addDays, daysBetween } from './days.js';
import { doneOf, tableOf } from './table.js';
import type { TimelineEntry } from './timeline.js';

/** The pace is that of so many steps from one day of data to the next; what was long ago says little. */
const STEPS = 7;
/** With fewer days nobody can tell a pace from a chance. */
const LEAST_DAYS = 3;
/** A projection beyond ten years is no projection. */
const MOST_DAYS = 3650;

/** Persons sent and verified in a province, day by day. */
export interface DaySeries {
  readonly days: readonly { readonly day: string; readonly sent: number; readonly verified: number }[];
}

export function seriesOf(timeline: readonly TimelineEntry[]): DaySeries {
  return { days: timeline.map(({ day, cells }) => ({ day, ...doneOf(tableOf(cells)) })) };
}

/**
 * How far the work is and when it will be done, of one province or of several together.
 * On a day without data of its own, a province counts with its last figures before. A step from one day to the next
 * counts only provinces that had data at its beginning, so that a province that joins is no loss of pace.
 * `counted`: how many of the series are provinces, for `DayFigures.provinces`.
 */
export function progressOf(
  all: readonly (DaySeries & { readonly isProvince: boolean })[],
  asOf: string,
  deadline: string,
): Progress {
  const names = [...new Set(all.flatMap(({ days }) => days.map(({ day }) => day)))].sort();
  const days: DayFigures[] = [];
  const steps: number[] = [];
  names.forEach((day, i) => {
    const before = names[i - 1];
    let [provinces, sent, verified, fall] = [0, 0, 0, 0];
    for (const series of all) {
      const now = stateOn(series, day);
      if (now === null) continue;
      if (series.isProvince) provinces++;
      sent += now.sent;
      verified += now.verified;
      const then = before === undefined ? null : stateOn(series, before);
      if (then !== null) fall += then.sent - then.verified - (now.sent - now.verified);
    }
    days.push({ day, provinces, sent, verified, share: sent === 0 ? null : verified / sent });
    if (before !== undefined) steps.push(fall / daysBetween(before, day));
  });
  const last = days.at(-1);
  const left = last === undefined ? 0 : last.sent - last.verified;
  const daysLeft = daysBetween(asOf, deadline);
  const pace = days.length < LEAST_DAYS ? null : paceOf(steps.slice(-STEPS));
  const projection = pace === null || left === 0 ? null : projectionOf(left, pace, last!.day);
  return {
    days,
    left,
    neededPerDay: daysLeft > 0 ? Math.ceil(left / daysLeft) : null,
    pace,
    projection,
    verdict: verdictOf(left, daysLeft, projection, days.length, deadline),
  };
}

function stateOn({ days }: DaySeries, day: string) {
  let state = null;
  for (const entry of days) if (entry.day <= day) state = entry;
  return state;
}

/** Null: no progress to speak of. */
function paceOf(steps: readonly number[]): Pace | null {
  const sorted = [...steps].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  const tenths = (value: number) => Math.round(value * 10) / 10;
  if (tenths(median) <= 0) return null;
  return {
    steps: sorted.length,
    slowest: tenths(sorted[0]!),
    median: tenths(median),
    fastest: tenths(sorted.at(-1)!),
  };
}

function projectionOf(left: number, { slowest, median, fastest }: Pace, from: string): Projection {
  const at = (pace: number) => {
    const days = pace <= 0 ? Number.POSITIVE_INFINITY : Math.ceil(left / pace);
    return days > MOST_DAYS ? null : addDays(from, days);
  };
  return { expected: at(median), earliest: at(fastest), latest: at(slowest) };
}

function verdictOf(
  left: number,
  daysLeft: number,
  projection: Projection | null,
  days: number,
  deadline: string,
): Progress['verdict'] {
  if (left === 0) return 'done';
  if (daysLeft < 0) return 'overdue';
  // What is left on the last day is not done by it, whether or not a pace is known.
  if (projection === null && daysLeft === 0) return 'late';
  if (projection === null) return days < LEAST_DAYS ? 'cannot_be_told' : 'no_progress';
  const { earliest, latest } = projection;
  if (earliest === null || earliest > deadline) return 'late';
  return latest !== null && latest <= deadline ? 'on_time' : 'uncertain';
}
