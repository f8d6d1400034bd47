import { stringify } from 'csv-stringify/sync';
import { type BalancedTable, TABLE_COLUMNS, TABLE_ROWS, TABLE_UNITS } from '../../domain/balanced-table.js';
import type { DeadlineReport, DispatchFigures, Progress } from '../../domain/deadline-report.js';
import { TOTAL_LABEL, UNKNOWN_PROVINCE } from '../labels.js';
import { TOTAL_CODE } from '../summary.js';
import { FIGURE_NAMES } from './given-figures.js';

/** What a suppressed figure is written as. */
export const SUPPRESSED = '*';

interface Line {
  readonly code: string;
  readonly name: string;
  readonly state: string;
  readonly day: string;
  readonly daysOld: number | null;
  readonly table: BalancedTable | null;
  readonly progress: Progress | null;
  readonly population: number | null;
  readonly figures: DispatchFigures | null;
}

interface Column {
  readonly key: string;
  readonly value: (line: Line) => string | number | null;
}

/** All columns of summary.csv of the report folder, in file order. Keys are stable. */
export const DEADLINE_COLUMNS: readonly Column[] = [
  { key: 'province_code', value: ({ code }) => code },
  { key: 'province_name', value: ({ name }) => name },
  { key: 'state', value: ({ state }) => state },
  { key: 'data_day', value: ({ day }) => day },
  { key: 'days_old', value: ({ daysOld }) => daysOld },
  ...TABLE_ROWS.flatMap((row) =>
    TABLE_COLUMNS.flatMap((column) =>
      TABLE_UNITS.map(
        (unit): Column => ({
          key: column === 'all' ? `${unit}_${row}` : `${unit}_${row}_${column}`,
          value: ({ table }) => (table === null ? null : (table[row][column][unit] ?? SUPPRESSED)),
        }),
      ),
    ),
  ),
  { key: 'persons_left', value: ({ progress }) => progress?.left ?? null },
  { key: 'needed_per_day', value: ({ progress }) => progress?.neededPerDay ?? null },
  { key: 'pace_slowest', value: ({ progress }) => progress?.pace?.slowest ?? null },
  { key: 'pace_median', value: ({ progress }) => progress?.pace?.median ?? null },
  { key: 'pace_fastest', value: ({ progress }) => progress?.pace?.fastest ?? null },
  { key: 'expected_day', value: ({ progress }) => progress?.projection?.expected ?? null },
  { key: 'earliest_day', value: ({ progress }) => progress?.projection?.earliest ?? null },
  { key: 'latest_day', value: ({ progress }) => progress?.projection?.latest ?? null },
  { key: 'verdict', value: ({ progress }) => progress?.verdict ?? null },
  { key: 'population', value: ({ population }) => population },
  ...FIGURE_NAMES.map(
    (name): Column => ({
      key: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value: ({ figures }) => figures?.[name] ?? null,
    }),
  ),
];

/**
 * summary.csv of the report folder: the 63 provinces, the unknown province (if rows of it there are), the totals. A missing
 * province has empty cells; a suppressed figure is `*`. RFC 4180, `\n`.
 */
export function renderDeadlineCsv(report: DeadlineReport): string {
  const rows = linesOf(report).map((line) => DEADLINE_COLUMNS.map((column) => column.value(line) ?? ''));
  return stringify([DEADLINE_COLUMNS.map(({ key }) => key), ...rows], { record_delimiter: 'unix' });
}

function linesOf({ provinces, unknown, total, newestDay }: DeadlineReport): Line[] {
  const lines = provinces.map(
    ({ code, name, state, dataDay, daysOld, table, progress, coverage, figures }): Line => ({
      code,
      name,
      state,
      day: dataDay ?? '',
      daysOld,
      table,
      progress,
      population: coverage?.population ?? null,
      figures,
    }),
  );
  const none = { daysOld: null, progress: null, population: null, figures: null };
  if (unknown !== null) {
    const { dataDay: day, table } = unknown;
    lines.push({ ...none, code: '', name: UNKNOWN_PROVINCE.vi, state: '', day, table });
  }
  const { table, progress, coverage, figures } = total;
  const population = coverage?.population ?? null;
  return [
    ...lines,
    {
      code: TOTAL_CODE,
      name: TOTAL_LABEL.vi,
      state: '',
      day: newestDay,
      daysOld: null,
      table,
      progress,
      population,
      figures,
    },
  ];
}
