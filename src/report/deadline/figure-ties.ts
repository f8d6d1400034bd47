import {
  type BalancedTable,
  TABLE_COLUMNS,
  TABLE_ROWS,
  type TableColumn,
} from '../../domain/balanced-table.js';
import type { DeadlineReport, ErrorLine } from '../../domain/deadline-report.js';
import { ENTRY_ERROR_CODES } from '../../domain/entry-errors.js';
import { FIGURE_NAMES } from './given-figures.js';
import type { FigureSystem } from './suppress.js';
import { TABLE_SUMS } from './table.js';

/** The line of the country, and what is left of a province beside its facilities that are listed. */
export const TOTAL = 'total';
const REST = 'rest';

export const cellId = (code: string, row: string, column: string) => `table ${code} ${row} ${column}`;

/** The tables of provinces and country, with the sums within and across them. */
export function addTables(
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

export const LINE_COUNTS = ['rows', 'work', 'toCorrect', 'toAsk', 'toReview', 'unreadable'] as const;
/** In files with one dose a row these rows are the doses of the table. */
const SAME_AS_DOSES: readonly (readonly [string, TableColumn])[] = [
  ['rows', 'all'],
  ['asSent', 'verified_as_sent'],
  ['toCorrect', 'verified_corrected'],
  ['toAsk', 'mismatch'],
  ['toReview', 'needs_review'],
  ['unreadable', 'rejected'],
];

export const lineId = (id: string, count: string) => `line ${id} ${count}`;

function valuesOf(line: ErrorLine): ReadonlyMap<string, number> {
  const values = new Map<string, number>(LINE_COUNTS.map((count) => [count, line[count] ?? 0]));
  values.set('asSent', (line.rows ?? 0) - (line.work ?? 0));
  for (const kind of ENTRY_ERROR_CODES) values.set(kind, line.kinds[kind] ?? 0);
  return values;
}

/** The lines of the country, the provinces, the facilities listed, and what is left of each province. */
export function addErrors(system: FigureSystem, { errors }: DeadlineReport, min: number): void {
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

export const figureId = (code: string, name: string) => `figure ${code} ${name}`;

/** What provinces reported beside the runs, with the sums of it. */
export function addFigures(system: FigureSystem, { provinces, total }: DeadlineReport, min: number): void {
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
