import type { Row } from './run-rows.js';

/** Persons and doses by `class/field`, outcome and reason of one province; see decisions/0004 for persons. */
export type Cells = ReadonlyMap<string, { readonly row: Row; persons: number; doses: number; rows: number }>;

const UNSETTLED = ['verified exact', 'verified corrected', 'needs_review', 'mismatch', 'rejected'];

function rank({ outcome, reason }: Row): number {
  return UNSETTLED.indexOf(outcome === 'verified' ? `${outcome} ${reason}` : outcome);
}

/**
 * Counts the rows of a run by province: a person counts once in a province, in the cell of its least settled row; of two
 * cells as unsettled, in the one whose first row in the run comes first.
 */
export function countRows(rows: readonly Row[]): ReadonlyMap<string, Cells> {
  const provinces = new Map<
    string,
    Map<string, { row: Row; persons: number; doses: number; rows: number }>
  >();
  const firstRow = new Map<string, number>();
  const cellOfPerson = new Map<string, string>();
  rows.forEach((row, i) => {
    const { province, outcome, reason, officialClass, wrongField } = row;
    const cell = [province, outcome, reason, officialClass, wrongField].join('|');
    if (!firstRow.has(cell)) firstRow.set(cell, i);
    const cells = provinces.get(province) ?? new Map();
    provinces.set(province, cells);
    const counted = cells.get(cell) ?? { row, persons: 0, doses: 0, rows: 0 };
    cells.set(cell, counted);
    counted.doses += row.doses;
    counted.rows++;
    if (row.isNobodys) return;
    const person = `${province}|${row.person}`;
    const known = cellOfPerson.get(person);
    const before = known === undefined ? undefined : cells.get(known)!.row;
    if (
      before === undefined ||
      rank(row) > rank(before) ||
      (rank(row) === rank(before) && firstRow.get(cell)! < firstRow.get(known!)!)
    )
      cellOfPerson.set(person, cell);
  });
  for (const [person, cell] of cellOfPerson)
    provinces.get(person.slice(0, person.indexOf('|')))!.get(cell)!.persons++;
  return provinces;
}
