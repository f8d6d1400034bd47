import { ByteBuilder } from './byte-builder.js';
import { XmlFault } from './xml-fault.js';

/** Columns of a sheet, A to XFD. */
const MAX_COLUMNS = 16_384;
const COMMA = 0x2c;

/**
 * One row of a sheet: the CSV fields of its cells. Used again for every row, so that no object is made for a row or a
 * cell.
 */
export class RowBuffer {
  /** From 1. */
  number = 0;
  isHidden = false;
  /** Columns up to the last cell with a text. */
  width = 0;
  /** Formulas without a value. */
  unvalued = 0;
  /** Cells that hold an error such as #N/A. */
  errors = 0;
  /** The fields one after the other, in the order of the cells. */
  readonly fields = new ByteBuilder();

  #starts = new Int32Array(64);
  #ends = new Int32Array(64);

  begin(number: number, isHidden: boolean): void {
    this.number = number;
    this.isHidden = isHidden;
    this.width = 0;
    this.unvalued = 0;
    this.errors = 0;
    this.fields.clear();
  }

  /** The bytes of `fields` from `start` on belong to a column, from 0. @throws XmlFault: not in ascending order, too far right. */
  take(column: number, start: number): void {
    const end = this.fields.length;
    if (start === end) return;
    if (column >= MAX_COLUMNS) throw new XmlFault(`row ${this.number} has a cell beyond column XFD`);
    if (column < this.width) throw new XmlFault(`the cells of row ${this.number} are not in order`);
    if (column >= this.#starts.length) this.#grow(column);
    for (let empty = this.width; empty < column; empty++) {
      this.#starts[empty] = 0;
      this.#ends[empty] = 0;
    }
    this.#starts[column] = start;
    this.#ends[column] = end;
    this.width = column + 1;
  }

  /** Appends the row as a CSV record of at least `columns` fields, its line ending included. */
  appendRecord(target: ByteBuilder, columns: number): void {
    const { width, fields } = this;
    target.reserve(fields.length + Math.max(width, columns) + 1);
    for (let i = 0; i < width; i++) {
      if (i > 0) target.bytes[target.length++] = COMMA;
      target.append(fields.bytes, this.#starts[i] as number, this.#ends[i] as number);
    }
    for (let i = Math.max(1, width); i < columns; i++) target.bytes[target.length++] = COMMA;
    target.bytes[target.length++] = 0x0a;
  }

  #grow(column: number): void {
    const size = Math.min(MAX_COLUMNS, Math.max(column + 1, this.#starts.length * 2));
    const starts = new Int32Array(size);
    const ends = new Int32Array(size);
    starts.set(this.#starts);
    ends.set(this.#ends);
    this.#starts = starts;
    this.#ends = ends;
  }
}
