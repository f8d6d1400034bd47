import type { DispatchFigures } from '../../domain/deadline-report.js';
import type { ReportFlag } from '../../domain/report-flags.js';
import { type CountedTable, tableOf } from './table.js';
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

/** Figures that a province gave and that cannot be. `sent`: persons; null: missing. */
export function figureFlags(
  province: string,
  { complaintsReceived, complaintsHandled, personsSigned }: DispatchFigures,
  sent: number | null,
  date: string | null,
): ReportFlag[] {
  const over = (code: ReportFlag['code'], found: number | null, compared: number | null): ReportFlag[] =>
    found !== null && compared !== null && found > compared
      ? [{ code, province, date, found, compared }]
      : [];
  return [
    ...over('handled_over_received', complaintsHandled, complaintsReceived),
    ...over('signed_over_sent', personsSigned, sent),
  ];
}

/**
 * What changed implausibly from one day of a province to the next, and runs of one day of which one was left out. A fall is
 * told in doses: persons become fewer whenever two ways of writing one person are corrected.
 */
export function timelineFlags(province: string, timeline: readonly TimelineEntry[]): ReportFlag[] {
  const flags: ReportFlag[] = [];
  let before: { readonly persons: number; readonly doses: number } | null = null;
  for (const { day: date, cells, superseded } of timeline) {
    const now = tableOf(cells).sent.all;
    const flag = (code: ReportFlag['code'], found: number, compared: number) =>
      flags.push({ code, province, date, found, compared });
    for (const other of superseded) {
      const left = tableOf(other).sent.all.persons;
      if (left > 0) flag('several_runs_one_day', left, now.persons);
    }
    if (before !== null && now.doses < before.doses) flag('total_falls', now.doses, before.doses);
    if (before !== null && before.persons >= LEAST_DOUBLED && now.persons >= 2 * before.persons)
      flag('total_doubles', now.persons, before.persons);
    before = now;
  }
  return flags;
}
