import type { Cells } from './count.js';
import { countRows } from './count.js';
import type { Row, RunRows } from './run-rows.js';

/** The state of a province on one day: the run that counts, and its figures. */
export interface DayState {
  readonly day: string;
  readonly run: number;
  readonly cells: Cells;
  readonly rows: readonly Row[];
}

/** Days of each province, oldest first; of two runs of a day the later argument. */
export function statesOf(runs: readonly RunRows[], asOf: string): ReadonlyMap<string, readonly DayState[]> {
  const states = new Map<string, DayState[]>();
  runs.forEach((run, i) => {
    if (run.day > asOf) return;
    const counted = countRows(run.rows);
    const codes = new Set([...counted.keys(), ...(run.provinces ?? [''])]);
    for (const code of codes) {
      const known = (states.get(code) ?? []).filter(({ day }) => day !== run.day);
      const rows = run.rows.filter(({ province }) => province === code);
      known.push({ day: run.day, run: i, cells: counted.get(code) ?? new Map(), rows });
      states.set(
        code,
        known.sort((a, b) => (a.day < b.day ? -1 : 1)),
      );
    }
  });
  return states;
}

const PARTS: Readonly<Record<string, readonly string[]>> = {
  no_or_bad_id: ['no_or_bad_id', 'sent'],
  right: ['right', 'with_id', 'sent'],
  wrong: ['wrong', 'with_id', 'sent'],
  not_verified: ['not_verified', 'with_id', 'sent'],
};

/** `persons sent mismatch` and the like, of any number of provinces together. Wrong by field under `wrong_*`. */
export function tableOf(all: readonly Cells[]): Map<string, number> {
  const table = new Map<string, number>();
  const add = (key: string, value: number) => table.set(key, (table.get(key) ?? 0) + value);
  for (const cells of all)
    for (const { row, persons, doses } of cells.values()) {
      const { outcome, reason, officialClass, wrongField } = row;
      const treated =
        outcome !== 'verified' ? outcome : reason === 'exact' ? 'verified_as_sent' : 'verified_corrected';
      const rows = [...PARTS[officialClass]!, ...(officialClass === 'wrong' ? [`wrong_${wrongField}`] : [])];
      for (const name of rows)
        for (const column of ['all', treated]) {
          add(`persons ${name} ${column}`, persons);
          add(`doses ${name} ${column}`, doses);
        }
    }
  return table;
}

/** Persons sent and verified. */
export function doneOf(cells: Cells): { sent: number; verified: number } {
  let [sent, verified] = [0, 0];
  for (const { row, persons } of cells.values()) {
    sent += persons;
    if (row.outcome === 'verified') verified += persons;
  }
  return { sent, verified };
}

const DAY = 86_400_000;
const toTenths = (value: number) => Math.round(value * 10) / 10;

/** Days, what is left, pace and projection of some provinces together. */
export function progressOf(all: readonly (readonly DayState[])[], asOf: string, deadline: string) {
  const days = [...new Set(all.flat().map(({ day }) => day))].sort();
  const at = (states: readonly DayState[], day: string) => states.filter((state) => state.day <= day).at(-1);
  const left = (state: DayState) => {
    const { sent, verified } = doneOf(state.cells);
    return sent - verified;
  };
  const steps = days.slice(1).map((day, i) => {
    const before = days[i]!;
    const gap = (Date.parse(day) - Date.parse(before)) / DAY;
    const joined = all.filter((states) => at(states, before) !== undefined);
    return joined.reduce((sum, states) => sum + left(at(states, before)!) - left(at(states, day)!), 0) / gap;
  });
  const series = days.map((day) => {
    const states = all.map((own) => at(own, day)).filter((state) => state !== undefined);
    const done = states.map(({ cells }) => doneOf(cells));
    return {
      day,
      sent: done.reduce((sum, { sent }) => sum + sent, 0),
      verified: done.reduce((sum, { verified }) => sum + verified, 0),
    };
  });
  const last = series.at(-1)!;
  const remaining = last.sent - last.verified;
  const daysLeft = (Date.parse(deadline) - Date.parse(asOf)) / DAY;
  const sorted = steps.slice(-7).sort((a, b) => a - b);
  const half = sorted.length / 2;
  const median = toTenths((sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2);
  const pace =
    days.length < 3 || !(median > 0)
      ? null
      : { slowest: toTenths(sorted[0]!), median, fastest: toTenths(sorted.at(-1)!) };
  const dayAt = (speed: number) => {
    const more = Math.ceil(remaining / speed);
    return speed > 0 && more <= 3650
      ? new Date(Date.parse(last.day) + more * DAY).toISOString().slice(0, 10)
      : null;
  };
  return {
    days: series,
    left: remaining,
    needed_per_day: daysLeft > 0 ? Math.ceil(remaining / daysLeft) : null,
    pace,
    projection:
      pace === null || remaining === 0
        ? null
        : { expected: dayAt(pace.median), earliest: dayAt(pace.fastest), latest: dayAt(pace.slowest) },
  };
}
