import type { ReportFlag } from '../../domain/report-flags.js';
import { type CountedTable, doneOf, tableOf } from './table.js';
import type { TimelineEntry } from './timeline.js';

/** A person gets at most four doses by 05/2022; on average more than five is a fault of the data. */
const MOST_DOSES = 5;
/** A handful of persons doubles easily. */
const LEAST_DOUBLED = 100;

/** Implausible totals of one table. `population` null: not given. */
export function tableFlags(
  province: string,
  date: string,
  { sent }: CountedTable,
  population: number | null,
): ReportFlag[] {
  const { persons, doses } = sent.all;
  const flag = (code: ReportFlag['code'], found: number, compared: number): ReportFlag => ({
    code,
    province,
    date,
    found,
    compared,
  });
  const flags: ReportFlag[] = [];
  if (population !== null && persons > population) flags.push(flag('coverage_over_100', persons, population));
  if (doses < persons) flags.push(flag('fewer_doses_than_persons', doses, persons));
  if (doses > MOST_DOSES * persons) flags.push(flag('too_many_doses', doses, persons));
  return flags;
}

/** What changed implausibly from one day of a province to the next, and runs of one day of which one was left out. */
export function timelineFlags(province: string, timeline: readonly TimelineEntry[]): ReportFlag[] {
  const flags: ReportFlag[] = [];
  let before: number | null = null;
  for (const { day: date, cells, superseded } of timeline) {
    const { sent } = doneOf(tableOf(cells));
    const flag = (code: ReportFlag['code'], found: number, compared: number) =>
      flags.push({ code, province, date, found, compared });
    for (const other of superseded) {
      const left = doneOf(tableOf(other)).sent;
      if (left > 0) flag('several_runs_one_day', left, sent);
    }
    if (before !== null && sent < before) flag('total_falls', sent, before);
    if (before !== null && before >= LEAST_DOUBLED && sent >= 2 * before) flag('total_doubles', sent, before);
    before = sent;
  }
  return flags;
}
