import {
  type Amount,
  type BalancedTable,
  TABLE_COLUMNS,
  TABLE_ROWS,
  TABLE_UNITS,
  type TableColumn,
} from '../../domain/balanced-table.js';
import type { DeadlineReport, DispatchFigures, ErrorLine } from '../../domain/deadline-report.js';
import { ENTRY_ERROR_CODES, type EntryError } from '../../domain/entry-errors.js';
import { recordOf } from '../count.js';
import { FIGURE_NAMES } from './given-figures.js';
import { FigureSystem } from './suppress.js';
import { TABLE_SUMS } from './table.js';

/** A person has up to four rows: below so many times the least persons, rows may be of fewer persons. */
const ROWS_A_PERSON = 4;
const TOTAL = 'total';
const REST = 'rest';

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
    },
    behind: report.behind.map(({ code, why }) => ({ code, why, left: null, share: null, timesFaster: null })),
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

const cellId = (code: string, row: string, column: string) => `table ${code} ${row} ${column}`;

function addTables(
  system: FigureSystem,
  lines: readonly { readonly code: string; readonly table: BalancedTable }[],
  total: BalancedTable,
  min: number,
): void {
  for (const { code, table } of [...lines, { code: TOTAL, table: total }]) {
    for (const row of TABLE_ROWS)
      for (const column of TABLE_COLUMNS) {
        const persons = table[row][column].persons ?? 0;
        const doses = table[row][column].doses ?? 0;
        const count = persons === 0 ? doses : persons;
        system.add(cellId(code, row, column), count, count > 0 && count < min);
      }
    for (const { sum, parts } of TABLE_SUMS)
      system.tie(
        cellId(code, ...sum),
        parts.map(([row, column]) => cellId(code, row, column)),
      );
  }
  for (const row of TABLE_ROWS)
    for (const column of TABLE_COLUMNS)
      system.tie(
        cellId(TOTAL, row, column),
        lines.map(({ code }) => cellId(code, row, column)),
      );
  // The days of the country tell how many are verified in all.
  system.add('verified', Number.POSITIVE_INFINITY, false);
  system.tie('verified', [
    cellId(TOTAL, 'sent', 'verified_as_sent'),
    cellId(TOTAL, 'sent', 'verified_corrected'),
  ]);
}

const LINE_COUNTS = ['rows', 'work', 'toCorrect', 'toAsk', 'toReview', 'unreadable'] as const;
/** In files with one dose a row these rows are the doses of the table. */
const SAME_AS_DOSES: readonly (readonly [string, TableColumn])[] = [
  ['rows', 'all'],
  ['asSent', 'verified_as_sent'],
  ['toCorrect', 'verified_corrected'],
  ['toAsk', 'mismatch'],
  ['toReview', 'needs_review'],
  ['unreadable', 'rejected'],
];

const lineId = (id: string, count: string) => `line ${id} ${count}`;

function valuesOf(line: ErrorLine): ReadonlyMap<string, number> {
  const values = new Map<string, number>(LINE_COUNTS.map((count) => [count, line[count] ?? 0]));
  values.set('asSent', (line.rows ?? 0) - (line.work ?? 0));
  for (const kind of ENTRY_ERROR_CODES) values.set(kind, line.kinds[kind] ?? 0);
  return values;
}

/** The lines of the country, the provinces, the facilities listed, and what is left of each province. */
function addErrors(system: FigureSystem, { errors }: DeadlineReport, min: number): void {
  const add = (id: string, values: ReadonlyMap<string, number>) => {
    for (const [count, value] of values) system.add(lineId(id, count), value, value > 0 && value < min);
    system.tie(lineId(id, 'rows'), [lineId(id, 'asSent'), lineId(id, 'work')]);
    system.tie(
      lineId(id, 'work'),
      LINE_COUNTS.slice(2).map((count) => lineId(id, count)),
    );
    system.tie(lineId(id, 'person_not_told'), [lineId(id, 'toAsk'), lineId(id, 'toReview')]);
    system.tie(lineId(id, 'row_unreadable'), [lineId(id, 'unreadable')]);
  };
  const tieAll = (sum: string, parts: readonly string[], counts: Iterable<string>) => {
    for (const count of counts)
      system.tie(
        lineId(sum, count),
        parts.map((part) => lineId(part, count)),
      );
  };
  const linkTable = (id: string) => {
    for (const [count, column] of SAME_AS_DOSES) {
      system.add(cellId(id, 'sent', column), 0, false);
      system.tie(lineId(id, count), [cellId(id, 'sent', column)]);
    }
  };
  const totals = valuesOf(errors.total);
  add(TOTAL, totals);
  linkTable(TOTAL);
  for (const province of errors.provinces) {
    const left = new Map(valuesOf(province));
    add(province.code, left);
    linkTable(province.code);
    const own = errors.facilities
      .map((facility, i) => ({ facility, id: `${province.code}#${i}` }))
      .filter(({ facility }) => facility.province === province.code);
    if (own.length === 0) continue;
    for (const { facility, id } of own) {
      const values = valuesOf(facility);
      add(id, values);
      for (const [count, value] of values) left.set(count, left.get(count)! - value);
    }
    const rest = `${province.code}#${REST}`;
    add(rest, left);
    tieAll(province.code, [...own.map(({ id }) => id), rest], left.keys());
  }
  tieAll(
    TOTAL,
    errors.provinces.map(({ code }) => code),
    totals.keys(),
  );
}

const figureId = (code: string, name: string) => `figure ${code} ${name}`;

function addFigures(system: FigureSystem, { provinces, total }: DeadlineReport, min: number): void {
  for (const name of FIGURE_NAMES) {
    const sum = total.figures[name];
    if (sum === null) continue;
    const given = provinces.filter(({ figures }) => figures[name] !== null);
    const isSmall = (value: number) => value > 0 && value < min;
    system.add(figureId(TOTAL, name), sum, isSmall(sum));
    for (const { code, figures } of given)
      system.add(figureId(code, name), figures[name]!, isSmall(figures[name]!));
    system.tie(
      figureId(TOTAL, name),
      given.map(({ code }) => figureId(code, name)),
    );
  }
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
