import { splitQuoted } from './split-quoted.js';

const QUOTE = 0x22;
const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const DIGIT_ZERO = 0x30;
const DIGIT_NINE = 0x39;
/** Room at first: of a chunk beside an earlier run few rows are read. */
const FIRST_ROWS = 256;

/**
 * Where some cells of the rows of a chunk stand in its bytes, so that most rows are read without a string of theirs being
 * made. Rows that are not well-formed at first sight are left to the splitter.
 */
export class ChunkCells {
  readonly bytes: Buffer;
  /** Columns a row has here. */
  readonly perRow: number;
  /** First byte of each cell, and the one behind its last: `perRow` of each row, in the order of the wanted columns. */
  starts: Int32Array;
  ends: Int32Array;
  readonly #delimiter: number;
  readonly #hasReturn: boolean;
  readonly #wanted: readonly (number | undefined)[];
  readonly #digitColumn: number;
  readonly #rowStarts: Int32Array;
  readonly #rowEnds: Int32Array;
  #rows = 0;

  /**
   * `wanted`: columns to find, undefined for one that the file does not have. Only rows with a digit at the start of
   * `digitColumn` are taken: these are neither blank nor headers nor footers.
   */
  constructor(
    bytes: Buffer,
    delimiter: string,
    width: number,
    wanted: readonly (number | undefined)[],
    digitColumn: number,
  ) {
    this.bytes = bytes;
    this.perRow = wanted.length;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#hasReturn = bytes.includes(CARRIAGE_RETURN);
    this.#wanted = wanted;
    this.#digitColumn = digitColumn;
    this.#rowStarts = new Int32Array(width);
    this.#rowEnds = new Int32Array(width);
    this.starts = new Int32Array(FIRST_ROWS * this.perRow);
    this.ends = new Int32Array(FIRST_ROWS * this.perRow);
  }

  /** Finds the cells of a record; null for one that the splitter must look at. */
  find(record: number, start: number, end: number, hasQuote: boolean): CellRow | null {
    if (this.#hasReturn) {
      const at = this.bytes.indexOf(CARRIAGE_RETURN, start);
      if (at >= 0 && at < end) return null;
    }
    const isCanonical = hasQuote ? this.#boundsWithQuotes(start, end) : this.#bounds(start, end);
    if (isCanonical === null) return null;
    const digitAt = this.#rowStarts[this.#digitColumn]!;
    const first = this.bytes[digitAt]!;
    if (digitAt >= this.#rowEnds[this.#digitColumn]! || first < DIGIT_ZERO || first > DIGIT_NINE) return null;
    this.#keep();
    const plain = isCanonical && this.#delimiter === COMMA;
    return new CellRow(this, this.#rows++ * this.perRow, record, start, end, plain, hasQuote);
  }

  /** The fields of a row, verbatim. */
  fieldsOf(start: number, end: number, hasQuote: boolean): readonly string[] {
    const text = this.bytes.toString('utf8', start, end);
    const delimiter = String.fromCharCode(this.#delimiter);
    const quoted = hasQuote ? splitQuoted(text, delimiter) : null;
    return quoted?.fields ?? text.split(delimiter);
  }

  #keep(): void {
    const at = this.#rows * this.perRow;
    if (at + this.perRow > this.starts.length) {
      this.starts = doubled(this.starts);
      this.ends = doubled(this.ends);
    }
    for (let i = 0; i < this.perRow; i++) {
      const column = this.#wanted[i];
      if (column === undefined) {
        this.starts[at + i] = 0;
        this.ends[at + i] = 0;
        continue;
      }
      this.starts[at + i] = this.#rowStarts[column]!;
      this.ends[at + i] = this.#rowEnds[column]!;
    }
  }

  /** True when the record has as many cells as the header, none of them quoted; else null. */
  #bounds(start: number, end: number): true | null {
    const bytes = this.bytes;
    const delimiter = this.#delimiter;
    const starts = this.#rowStarts;
    const ends = this.#rowEnds;
    const last = starts.length - 1;
    let column = 0;
    starts[0] = start;
    for (let at = start; at < end; at++) {
      if (bytes[at] !== delimiter) continue;
      if (column === last) return null;
      ends[column++] = at;
      starts[column] = at + 1;
    }
    if (column !== last) return null;
    ends[column] = end;
    return true;
  }

  /**
   * The same with cells that are quoted as a whole and hold no quote; true when each needs its quotes. Null also where it
   * takes a closer look.
   */
  #boundsWithQuotes(start: number, end: number): boolean | null {
    const bytes = this.bytes;
    const delimiter = this.#delimiter;
    const width = this.#rowStarts.length;
    let isCanonical = true;
    let at = start;
    for (let column = 0; column < width; column++) {
      let needsQuotes = false;
      if (bytes[at] === QUOTE && at < end) {
        const from = ++at;
        for (; at < end && bytes[at] !== QUOTE; at++) {
          if (bytes[at] === COMMA) needsQuotes = true;
          else if (bytes[at] === LINE_FEED) return null;
        }
        if (at >= end) return null;
        this.#rowStarts[column] = from;
        this.#rowEnds[column] = at++;
        if (!needsQuotes) isCanonical = false;
      } else {
        this.#rowStarts[column] = at;
        for (; at < end && bytes[at] !== delimiter; at++) if (bytes[at] === QUOTE) return null;
        this.#rowEnds[column] = at;
      }
      if (column === width - 1) return at === end ? isCanonical : null;
      if (at >= end || bytes[at] !== delimiter) return null;
      at++;
    }
    return null;
  }
}

/** A row whose cells are known by their bytes; strings are made when somebody asks for them. */
export class CellRow {
  readonly kind = 'fields';
  readonly cells: ChunkCells;
  /** Position of its first cell in the lists of `cells`. */
  readonly at: number;
  readonly record: number;
  readonly start: number;
  readonly end: number;
  readonly plain: boolean;
  readonly #hasQuote: boolean;

  constructor(
    cells: ChunkCells,
    at: number,
    record: number,
    start: number,
    end: number,
    plain: boolean,
    hasQuote: boolean,
  ) {
    this.cells = cells;
    this.at = at;
    this.record = record;
    this.start = start;
    this.end = end;
    this.plain = plain;
    this.#hasQuote = hasQuote;
  }

  /** One value a column, verbatim. */
  get fields(): readonly string[] {
    return this.cells.fieldsOf(this.start, this.end, this.#hasQuote);
  }

  /** The text of one of the wanted columns. */
  text(cell: number): string {
    const { bytes, starts, ends } = this.cells;
    const start = starts[this.at + cell]!;
    const end = ends[this.at + cell]!;
    return start === end ? '' : bytes.toString('utf8', start, end);
  }
}

function doubled(numbers: Int32Array): Int32Array {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
