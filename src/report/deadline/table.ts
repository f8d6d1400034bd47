import {
  COLUMN_SUM,
  ROW_SUMS,
  TABLE_COLUMNS,
  TABLE_ROWS,
  TABLE_UNITS,
  type TableColumn,
  type TableRow,
  type TableUnit,
} from '../../domain/balanced-table.js';
import type { SummaryCell } from '../../domain/summary-cell.js';
import { recordOf } from '../count.js';

type Counted = Record<TableUnit, number>;
/** A table in which nothing is suppressed. */
export type CountedTable = Readonly<Record<TableRow, Readonly<Record<TableColumn, Counted>>>>;

function rowOf({ officialClass, wrongField }: SummaryCell): TableRow {
  if (officialClass !== 'wrong') return officialClass;
  return `wrong_${wrongField === 'none' ? 'other' : wrongField}`;
}

function columnOf({ outcome, reason }: SummaryCell): TableColumn {
  if (outcome !== 'verified') return outcome;
  return reason === 'exact' ? 'verified_as_sent' : 'verified_corrected';
}

function emptyTable(): CountedTable {
  return recordOf(TABLE_ROWS, () => recordOf(TABLE_COLUMNS, () => ({ persons: 0, doses: 0 })));
}

function add(to: Counted, from: Counted): void {
  for (const unit of TABLE_UNITS) to[unit] += from[unit];
}

/** The table of some cells. Sums are added from the cells one by one, not from their parts: checking them says something. */
export function tableOf(cells: readonly SummaryCell[]): CountedTable {
  const table = emptyTable();
  for (const cell of cells) {
    const column = columnOf(cell);
    for (let row: TableRow | undefined = rowOf(cell); row !== undefined; row = sumOf(row)) {
      add(table[row][column], cell);
      add(table[row].all, cell);
    }
  }
  return table;
}

function sumOf(row: TableRow): TableRow | undefined {
  return ROW_SUMS.find(({ parts }) => (parts as readonly TableRow[]).includes(row))?.sum;
}

/** A sum within one table: which cell must be the sum of which. */
export interface TableSum {
  readonly sum: readonly [TableRow, TableColumn];
  readonly parts: readonly (readonly [TableRow, TableColumn])[];
}

/** All sums within a table: down the rows and across the columns. */
export const TABLE_SUMS: readonly TableSum[] = [
  ...TABLE_ROWS.map(
    (row): TableSum => ({
      sum: [row, COLUMN_SUM.sum],
      parts: COLUMN_SUM.parts.map((column) => [row, column]),
    }),
  ),
  ...ROW_SUMS.flatMap(({ sum, parts }) =>
    TABLE_COLUMNS.map(
      (column): TableSum => ({ sum: [sum, column], parts: parts.map((row) => [row, column]) }),
    ),
  ),
];

/**
 * Checks every sum within the tables, and the tables against their total. Returns how many sums were compared.
 * @throws Error when one is wrong: a broken invariant.
 */
export function checkTables(parts: readonly CountedTable[], total: CountedTable): number {
  let checked = 0;
  const check = (expected: number, found: number, where: string) => {
    checked++;
    if (expected !== found) throw new Error(`the report does not add up at ${where}: ${expected}, ${found}`);
  };
  for (const unit of TABLE_UNITS) {
    for (const table of [...parts, total])
      for (const { sum, parts: cells } of TABLE_SUMS) {
        const found = cells.reduce((all, [row, column]) => all + table[row][column][unit], 0);
        check(table[sum[0]][sum[1]][unit], found, `${sum.join(' ')} ${unit}`);
      }
    for (const row of TABLE_ROWS)
      for (const column of TABLE_COLUMNS) {
        const found = parts.reduce((all, table) => all + table[row][column][unit], 0);
        check(total[row][column][unit], found, `total ${row} ${column} ${unit}`);
      }
  }
  return checked;
}

/** Persons sent, and persons verified: as sent or with corrections. */
export function doneOf({ sent }: CountedTable): { readonly sent: number; readonly verified: number } {
  return {
    sent: sent.all.persons,
    verified: sent.verified_as_sent.persons + sent.verified_corrected.persons,
  };
}
