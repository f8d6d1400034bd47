import {
  type Amount,
  type BalancedTable,
  TABLE_COLUMNS,
  TABLE_ROWS,
  TABLE_UNITS,
} from '../../domain/balanced-table.js';
import type { DayFigures, DeadlineReport, DispatchFigures, ErrorLine } from '../../domain/deadline-report.js';
import type { EntryError } from '../../domain/entry-errors.js';
import { recordOf } from '../count.js';
import {
  addErrors,
  addFigures,
  addTables,
  cellId,
  figureId,
  LINE_COUNTS,
  lineId,
  TOTAL,
} from './figure-ties.js';
import { FIGURE_NAMES } from './given-figures.js';
import { FigureSystem } from './suppress.js';

/** A person has up to four rows: below so many times the least persons, rows may be of fewer persons. */
const ROWS_A_PERSON = 4;

/**
 * The report for publication: figures of fewer than `min` persons are null, with as many others as it takes that none
 * can be computed back from sums, within a table, across provinces, or from the counts of errors. Zeros are shown. Days
 * and paces of provinces, the figures of flags, and the names of officers are left out altogether.
 */
export function publishable(report: DeadlineReport, min: number): DeadlineReport {
  const system = new FigureSystem();
  const lines = [
    ...report.provinces.flatMap(({ code, table }) => (table === null ? [] : [{ code, table }])),
    ...(report.unknown === null ? [] : [{ code: '', table: report.unknown.table }]),
  ];
  addTables(system, lines, report.total.table, min);
  addErrors(system, report, min * ROWS_A_PERSON);
  addFigures(system, report, min);
  system.protect();
  const tableOf = (code: string, table: BalancedTable) => hideTable(system, code, table);
  const line = (id: string, of: ErrorLine) => hideLine(system, id, of);
  const { errors, total } = report;
  const published: DeadlineReport = {
    ...report,
    provinces: report.provinces.map((province) => {
      const table = province.table === null ? null : tableOf(province.code, province.table);
      return {
        ...province,
        table,
        progress: null,
        coverage: table?.sent.all.persons === null ? null : province.coverage,
        figures: hideFigures(system, province.code, province.figures),
        officers: [],
      };
    }),
    unknown: report.unknown === null ? null : { ...report.unknown, table: tableOf('', report.unknown.table) },
    total: {
      ...total,
      table: tableOf(TOTAL, total.table),
      // The inhabitants and persons of all but one province would give that one away.
      coverage: null,
      figures: hideFigures(system, TOTAL, total.figures),
      progress: { ...total.progress, days: daysApart(total.progress.days, min) },
    },
    behind: withoutRanks(report.behind),
    flags: report.flags.map((flag) => ({ ...flag, found: null, compared: null })),
    errors: {
      ...errors,
      total: line(TOTAL, errors.total),
      provinces: errors.provinces.map((province) => ({
        code: province.code,
        ...line(province.code, province),
      })),
      facilities: errors.facilities.map((facility, i) => {
        const hidden = line(`${facility.province}#${i}`, facility);
        return {
          ...facility,
          ...hidden,
          cumulativeShare: null,
        };
      }),
    },
    trust: { ...report.trust, falseMatchesByProvince: [] },
    runs: report.runs.map((run) =>
      run.newestOf.some((code) => system.isHidden(cellId(code, 'sent', 'all')))
        ? { ...run, rows: null, inputs: [] }
        : run,
    ),
    minCell: min,
    notes: [
      ...report.notes,
      {
        vi: `Bản công bố: ô dưới ${min} đối tượng được che, cùng các ô khác để không tính ngược được; không có số liệu theo ngày của từng tỉnh và không có tên cán bộ đầu mối.`,
        en: `For publication: cells of fewer than ${min} persons are suppressed, and others so that they cannot be computed back; without the days of single provinces and the focal officers.`,
      },
    ],
  };
  return { ...published, suppressedCells: countHidden(published) };
}

/** The order of the report would tell who has more persons left: by code, within each state. */
function withoutRanks(behind: DeadlineReport['behind']): DeadlineReport['behind'] {
  const states = [...new Set(behind.map(({ why }) => why))];
  return states.flatMap((state) =>
    behind
      .filter(({ why }) => why === state)
      .map(({ code, why }) => ({ code, why, left: null, share: null, timesFaster: null }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
  );
}

const HIDDEN: Amount = { persons: null, doses: null };

function hideTable(system: FigureSystem, code: string, table: BalancedTable): BalancedTable {
  return recordOf(TABLE_ROWS, (row) =>
    recordOf(TABLE_COLUMNS, (column) =>
      system.isHidden(cellId(code, row, column)) ? HIDDEN : table[row][column],
    ),
  );
}

function hideLine(system: FigureSystem, id: string, line: ErrorLine): ErrorLine {
  const shown = (count: string, value: number | null) => (system.isHidden(lineId(id, count)) ? null : value);
  const kinds = Object.keys(line.kinds) as EntryError[];
  return {
    ...recordOf(LINE_COUNTS, (count) => shown(count, line[count])),
    kinds: recordOf(kinds, (kind) => shown(kind, line.kinds[kind]!)),
  };
}

function hideFigures(system: FigureSystem, code: string, figures: DispatchFigures): DispatchFigures {
  return recordOf(FIGURE_NAMES, (name) => (system.isHidden(figureId(code, name)) ? null : figures[name]));
}

function countHidden({ provinces, unknown, total }: DeadlineReport): number {
  let count = 0;
  for (const table of [...provinces.map((province) => province.table), unknown?.table, total.table])
    if (table)
      for (const row of TABLE_ROWS)
        for (const column of TABLE_COLUMNS) if (isHiddenAmount(table[row][column])) count++;
  return count;
}

function isHiddenAmount(amount: Amount): boolean {
  return TABLE_UNITS.every((unit) => amount[unit] === null);
}

/**
 * The newest day, and of the others those that differ from the next one shown by nobody or by `min` persons at least:
 * between two days with a smaller difference single persons could be told.
 */
function daysApart(days: readonly DayFigures[], min: number): DayFigures[] {
  const shown: DayFigures[] = [];
  for (const day of days.toReversed()) {
    const next = shown.at(-1);
    const differences = next === undefined ? [] : differencesOf(day, next);
    if (differences.every((count) => count === 0 || count >= min)) shown.push(day);
  }
  return shown.reverse();
}

function differencesOf(a: DayFigures, b: DayFigures): number[] {
  const left = (day: DayFigures) => day.sent - day.verified;
  return [b.sent - a.sent, b.verified - a.verified, left(b) - left(a)].map(Math.abs);
}
