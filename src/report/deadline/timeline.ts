import type { SummaryCell } from '../../domain/summary-cell.js';
import type { ReportedRun } from './reported-run.js';

/** The run that counts for a province on one day. */
export interface TimelineEntry {
  readonly day: string;
  /** Index of the run. */
  readonly run: number;
  /** The province's part of the run. */
  readonly cells: readonly SummaryCell[];
  /** Runs of the same day that hold the province too and do not count. */
  readonly superseded: readonly (readonly SummaryCell[])[];
}

/** The days of each province, oldest first; the unknown province has an empty code. */
export type Timelines = ReadonlyMap<string, readonly TimelineEntry[]>;

/**
 * Which run counts for which province on which day: of two runs of one day the later argument. Runs after `asOf` are left
 * out. A run of all provinces holds the unknown province too, even when none of its rows is there.
 */
export function timelinesOf(runs: readonly ReportedRun[], asOf: string): Timelines {
  const order = runs.map((_, i) => i).filter((i) => runs[i]!.day <= asOf);
  order.sort((a, b) => (runs[a]!.day < runs[b]!.day ? -1 : runs[a]!.day > runs[b]!.day ? 1 : a - b));
  const timelines = new Map<string, TimelineEntry[]>();
  for (const run of order) {
    const { day } = runs[run]!;
    for (const [code, cells] of cellsByProvince(runs[run]!)) {
      const timeline = timelines.get(code) ?? [];
      timelines.set(code, timeline);
      const before = timeline.at(-1);
      const superseded = before?.day === day ? [...before.superseded, before.cells] : [];
      if (before?.day === day) timeline.pop();
      timeline.push({ day, run, cells, superseded });
    }
  }
  return timelines;
}

function cellsByProvince({ cells, provinces }: ReportedRun): Map<string, SummaryCell[]> {
  const byCode = new Map<string, SummaryCell[]>((provinces ?? ['']).map((code) => [code, []]));
  for (const cell of cells) {
    const own = byCode.get(cell.province);
    if (own === undefined) byCode.set(cell.province, [cell]);
    else own.push(cell);
  }
  return byCode;
}

/** The newest day of any run up to `asOf`; null: there is none. */
export function newestDay(runs: readonly ReportedRun[], asOf: string | null): string | null {
  const days = runs.map(({ day }) => day).filter((day) => asOf === null || day <= asOf);
  return days.sort().at(-1) ?? null;
}

/** For each run the codes of the provinces whose newest run it is, sorted, the unknown province (empty) first. */
export function newestOf(timelines: Timelines, runs: number): string[][] {
  const codes: string[][] = Array.from({ length: runs }, () => []);
  for (const [code, timeline] of timelines) codes[timeline.at(-1)!.run]!.push(code);
  return codes.map((list) => list.sort());
}
