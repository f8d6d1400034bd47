import type {
  Coverage,
  DeadlineReport,
  DispatchFigures,
  Progress,
  ProvinceReport,
  ReportRun,
} from '../../domain/deadline-report.js';
import { PROVINCES } from '../../domain/provinces.js';
import type { Bilingual } from '../../domain/reasons.js';
import type { ReportFlag } from '../../domain/report-flags.js';
import { recordOf } from '../count.js';
import { TOTAL_CODE } from '../summary.js';
import { behindProvinces } from './behind.js';
import { daysBetween } from './days.js';
import type { FacilityTally } from './error-tally.js';
import { errorReport } from './errors.js';
import { figureFlags, tableFlags, timelineFlags } from './flags.js';
import { FIGURE_NAMES, type GivenFigures, NOTHING_GIVEN } from './given-figures.js';
import { progressOf, seriesOf } from './progress.js';
import type { ReportedRun } from './reported-run.js';
import { type CountedTable, checkTables, tableOf } from './table.js';
import { newestDay, newestOf, type Timelines } from './timeline.js';
import { type RunInUse, trustReport } from './trust.js';

export interface DeadlineInput {
  readonly runs: readonly ReportedRun[];
  readonly timelines: Timelines;
  readonly asOf: string;
  readonly deadline: string;
  /** A province is stale when its newest run is more days older than `asOf`; null: when there is a newer day. */
  readonly staleAfter: number | null;
  readonly given: GivenFigures;
  readonly facilities: readonly FacilityTally[];
  readonly mostFacilities: number;
  readonly notes: readonly Bilingual[];
}

/** Composes the report; nothing is suppressed yet. @throws Error when it does not add up. */
export function composeReport(input: DeadlineInput): DeadlineReport {
  const { runs, timelines, asOf, deadline } = input;
  const newest = newestDay(runs, asOf) ?? asOf;
  const tables = new Map<string, CountedTable>(
    [...timelines].map(([code, timeline]) => [code, tableOf(timeline.at(-1)!.cells)]),
  );
  const total = tableOf([...timelines.values()].flatMap((timeline) => timeline.at(-1)!.cells));
  const sumsChecked = checkTables([...tables.values()], total);
  const provinces = PROVINCES.map(({ code, name, shortName }) =>
    provinceReport({ code, name, shortName }, input, newest, tables.get(code) ?? null),
  );
  const series = [...timelines].map(([code, timeline]) => ({
    ...seriesOf(timeline),
    isProvince: code !== '',
  }));
  const unknown = timelines.get('')?.at(-1);
  const coverage = totalCoverage(provinces);
  const use = usesOf(input);
  return {
    asOf,
    deadline,
    daysLeft: daysBetween(asOf, deadline),
    newestDay: newest,
    provinces,
    unknown:
      unknown === undefined || unknown.cells.length === 0
        ? null
        : { dataDay: unknown.day, run: unknown.run, table: tables.get('')! },
    total: {
      table: total,
      progress: progressOf(series, asOf, deadline),
      coverage,
      ...sumFigures(provinces),
    },
    missing: provinces.filter(({ state }) => state === 'missing').map(({ code }) => code),
    stale: provinces.filter(({ state }) => state === 'stale').map(({ code }) => code),
    behind: behindProvinces(provinces),
    flags: flagsOf(input, tables, total, newest),
    errors: errorReport(input.facilities, input.mostFacilities),
    trust: trustReport(
      use.filter(({ newestOf: codes }) => codes.length > 0),
      use,
    ),
    runs: reportRuns(input, use),
    balance: { sumsChecked },
    minCell: null,
    suppressedCells: 0,
    notes: [...NOTES, ...populationNote(input.given), ...input.notes],
  };
}

const NOTES: readonly Bilingual[] = [
  {
    vi: 'Một người có hồ sơ ở hai tỉnh được tính ở cả hai tỉnh; trong một tỉnh mỗi người chỉ tính một lần, theo hồ sơ còn nhiều việc phải làm nhất.',
    en: 'A person recorded in two provinces counts in both; within a province a person counts once, with the record that needs most work.',
  },
  {
    vi: 'Tỉnh chưa có dữ liệu không có trong dòng tổng cộng; tỉnh có dữ liệu cũ được tính theo lần đối soát gần nhất của tỉnh đó.',
    en: 'A province without data is not in the total; one with old data counts with its newest run.',
  },
  {
    vi: 'Số hồ sơ theo loại lỗi và theo cơ sở tính bằng dòng; một dòng có thể có nhiều lỗi.',
    en: 'Errors by kind and by facility are counted in rows; a row can have several.',
  },
];

/** Of how many provinces the population was given; nothing where nobody gave one, or of all. */
function populationNote(given: GivenFigures): Bilingual[] {
  const known = [...given.values()].filter(({ population }) => population !== null).length;
  if (known === 0 || known === PROVINCES.length) return [];
  return [
    {
      vi: `Dân số: có ${known}/${PROVINCES.length} tỉnh; tỷ lệ so với dân số chỉ tính cho các tỉnh này.`,
      en: `Population: given for ${known} of ${PROVINCES.length} provinces; shares of inhabitants are of these alone.`,
    },
  ];
}

function provinceReport(
  names: Pick<ProvinceReport, 'code' | 'name' | 'shortName'>,
  { timelines, asOf, deadline, staleAfter, given }: DeadlineInput,
  newest: string,
  table: CountedTable | null,
): ProvinceReport {
  const { population, figures, officers } = given.get(names.code) ?? NOTHING_GIVEN;
  const timeline = timelines.get(names.code);
  const last = timeline?.at(-1);
  if (timeline === undefined || last === undefined || table === null) {
    const nothing = { dataDay: null, daysOld: null, run: null, table: null, progress: null, coverage: null };
    return { ...names, ...nothing, state: 'missing', figures, officers };
  }
  const daysOld = daysBetween(last.day, asOf);
  const isStale = staleAfter === null ? last.day < newest : daysOld > staleAfter;
  const progress: Progress = progressOf([{ ...seriesOf(timeline), isProvince: true }], asOf, deadline);
  return {
    ...names,
    state: isStale ? 'stale' : 'current',
    dataDay: last.day,
    daysOld,
    run: last.run,
    table,
    progress,
    coverage: population === null ? null : coverageOf(population, table.sent.all.persons),
    figures,
    officers,
  };
}

function coverageOf(population: number, persons: number): Coverage | null {
  return population === 0 ? null : { population, persons, share: persons / population };
}

function totalCoverage(provinces: readonly ProvinceReport[]): Coverage | null {
  const known = provinces.flatMap(({ coverage }) => (coverage === null ? [] : [coverage]));
  const sum = (value: (coverage: Coverage) => number) => known.reduce((all, one) => all + value(one), 0);
  return known.length === 0
    ? null
    : coverageOf(
        sum(({ population }) => population),
        sum(({ persons }) => persons),
      );
}

function sumFigures(provinces: readonly ProvinceReport[]) {
  const given = (name: keyof DispatchFigures) =>
    provinces.map(({ figures }) => figures[name]).filter((value) => value !== null);
  return {
    figures: recordOf(FIGURE_NAMES, (name) =>
      given(name).length === 0 ? null : given(name).reduce((sum, value) => sum + value, 0),
    ),
    figuresGiven: recordOf(FIGURE_NAMES, (name) => given(name).length),
  };
}

function flagsOf(
  { timelines, given }: DeadlineInput,
  tables: ReadonlyMap<string, CountedTable>,
  total: CountedTable,
  newest: string,
): ReportFlag[] {
  const flags = [...PROVINCES.map(({ code }) => code), ''].flatMap((code) => {
    const { population, figures } = given.get(code) ?? NOTHING_GIVEN;
    const timeline = timelines.get(code);
    const table = tables.get(code);
    if (timeline === undefined || table === undefined) return figureFlags(code, figures, null, null);
    const { day } = timeline.at(-1)!;
    return [
      ...timelineFlags(code, timeline),
      ...tableFlags(code, day, table, population),
      ...figureFlags(code, figures, table.sent.all.persons, day),
    ];
  });
  return [...flags, ...tableFlags(TOTAL_CODE, newest, total, null)];
}

/** All runs that give a figure, with the provinces whose newest run each is. */
function usesOf({ runs, timelines }: DeadlineInput): RunInUse[] {
  const codes = newestOf(timelines, runs.length);
  const used = new Set([...timelines.values()].flatMap((timeline) => timeline.map(({ run }) => run)));
  return runs
    .map((run, index) => ({ index, run, newestOf: codes[index]! }))
    .filter(({ index }) => used.has(index));
}

function reportRuns({ runs }: DeadlineInput, use: readonly RunInUse[]): ReportRun[] {
  return runs.map(
    ({ cells: _, decoys: _decoys, notCompared: _notCompared, warnings: _warnings, ...run }, i) => {
      const used = use.find(({ index }) => index === i);
      const codes = used?.newestOf ?? [];
      return {
        ...run,
        use: codes.length > 0 ? 'newest' : used === undefined ? 'left_out' : 'trend',
        newestOf: codes,
      };
    },
  );
}
