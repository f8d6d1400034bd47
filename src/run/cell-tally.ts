import type { CellName } from '../domain/summary-cell.js';
import type { CellCount } from './worker-setup.js';

/** Counts rows and doses by cell; cells are numbered in the order of their first row. */
export class CellTally {
  readonly #numbers = new Map<string, number>();
  readonly #cells: { -readonly [K in keyof CellCount]: CellCount[K] }[] = [];

  /** Adds one row and returns the number of its cell. */
  add(name: CellName, doses: number, rows = 1): number {
    const key = `${name.province}|${name.outcome}|${name.reason}|${name.officialClass}|${name.wrongField}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#cells.length;
      this.#numbers.set(key, number);
      this.#cells.push({ ...name, rows: 0, doses: 0 });
    }
    this.addTo(number, doses, rows);
    return number;
  }

  /** Adds one row to a cell that is there already. */
  addTo(number: number, doses: number, rows = 1): void {
    const cell = this.#cells[number]!;
    cell.rows += rows;
    cell.doses += doses;
  }

  cells(): readonly CellCount[] {
    return this.#cells;
  }
}
