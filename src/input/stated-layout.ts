import type { DoseField, FileLayout, LayoutKind, RecordField, SexCoding } from '../domain/dose-record.js';
import { uniqueNames } from './column-names.js';
import { foldHeader, oneLine } from './fold-header.js';
import type { DetectedLayout } from './header.js';
import {
  DELIMITERS,
  HEAD_BYTES,
  type HeadRecord,
  headerWidth,
  headRecords,
  isNumberRow,
  spareCells,
} from './header-rows.js';
import { decideSexCoding } from './sex-coding.js';
import { twoRowNames } from './wide-header.js';

/** A column by its header text, or by its number from 1. */
export type ColumnReference = string | number;

type References<F extends string> = Readonly<Partial<Record<F, ColumnReference | undefined>>>;
type Positions<F extends string> = Partial<Record<F, number>>;

/** Where a person says that header and fields of a file are. */
export interface StatedLayout {
  readonly kind: LayoutKind;
  /** Undefined: the one that gives the most cells. */
  readonly delimiter?: string | undefined;
  /** Numbers of the header's rows, from 1, one or two that follow each other; none: the file has no header. */
  readonly headerRows: readonly number[];
  /** Undefined: behind the header and a row that numbers the columns. */
  readonly firstDataRow?: number | undefined;
  readonly fields: References<RecordField>;
  readonly doses: readonly References<DoseField>[];
}

export interface StatedOptions {
  readonly sexCoding?: SexCoding | undefined;
  /** `firstBytes` is the whole file. By default: when it is shorter than HEAD_BYTES. */
  readonly complete?: boolean | undefined;
}

/** `unfit`: what the file lacks of what was stated, in words. */
export type ReadStated =
  | Extract<DetectedLayout, { kind: 'found' }>
  | { readonly kind: 'unfit'; readonly faults: readonly string[] };

interface Names {
  readonly names: readonly string[];
  readonly longNames: readonly string[];
}

/** Reads header and columns where a person says that they are, in the first decoded bytes of a file. */
export function layoutAsStated(
  firstBytes: Buffer,
  stated: StatedLayout,
  options: StatedOptions = {},
): ReadStated {
  const complete = options.complete ?? firstBytes.length < HEAD_BYTES;
  const delimiter = stated.delimiter ?? likelyDelimiter(firstBytes, stated, complete);
  const records = headRecords(firstBytes, delimiter, complete);
  const header = stated.headerRows.map((number) => records.find(({ record }) => record === number));
  const absent = stated.headerRows.filter((_, i) => (header[i]?.fields.length ?? 0) === 0);
  if (absent.length > 0) return { kind: 'unfit', faults: absent.map(noHeaderText) };
  const firstDataRow = stated.firstDataRow ?? afterHeader(records, stated.headerRows);
  const sample = records.filter(({ record }) => record >= firstDataRow);
  const { names, longNames } = namesOf(header as HeadRecord[]);
  const width = header.length === 0 ? usualWidth(sample) : headerWidth(cellsOf(header), sample);
  const columns = uniqueNames(fitted(names, width), fitted(longNames, width));
  const finder = new ColumnFinder(columns, fitted(names, width));
  const fields = finder.all('columns', stated.fields);
  const doses = stated.doses.map((dose, i) => finder.all(`doses.${i}`, dose));
  if (finder.faults.length > 0) return { kind: 'unfit', faults: finder.faults };
  const spare = spareCells(width, sample);
  const at = fields.sex;
  const values = at === undefined ? [] : sample.map((row) => row.fields[at] ?? '');
  const { sexCoding, source } = decideSexCoding(
    at === undefined ? '' : (longNames[at] ?? ''),
    values,
    stated.kind === 'wide',
    options.sexCoding,
  );
  return {
    kind: 'found',
    sexCodingSource: source,
    headerRows: stated.headerRows,
    headers: fitted(names, width),
    layout: {
      kind: stated.kind,
      delimiter,
      columns,
      fields,
      doses: doses.length === 0 ? [{}] : doses,
      sexCoding,
      ...(spare > 0 && { spareCells: spare }),
      firstDataRow,
    },
  };
}

/** How a mapping names a column so that it is found again: by its header text, else by its number. */
export function referenceOf(
  { columns }: FileLayout,
  headers: readonly string[],
  at: number,
): ColumnReference {
  const name = columns[at]!;
  const found = new ColumnFinder(columns, headers).find(name);
  return found === at ? name : at + 1;
}

function noHeaderText(row: number): string {
  return `header_rows: row ${row} is blank, broken or not among the first rows of the file`;
}

/** The delimiter by which the header, or else the first data row, has the most cells. */
function likelyDelimiter(firstBytes: Buffer, stated: StatedLayout, complete: boolean): string {
  const row = stated.headerRows.at(-1) ?? stated.firstDataRow ?? 1;
  const cells = (delimiter: string) =>
    headRecords(firstBytes, delimiter, complete).find(({ record }) => record >= row)?.fields.length ?? 0;
  return [...DELIMITERS].sort((a, b) => cells(b) - cells(a))[0]!;
}

function afterHeader(records: readonly HeadRecord[], headerRows: readonly number[]): number {
  const after = (headerRows.at(-1) ?? 0) + 1;
  const next = records.find(({ record }) => record === after);
  return headerRows.length > 0 && next !== undefined && isNumberRow(next.fields) ? after + 1 : after;
}

function namesOf([upper, lower]: readonly HeadRecord[]): Names {
  if (upper === undefined) return { names: [], longNames: [] };
  if (lower !== undefined) return twoRowNames(upper.fields, lower.fields);
  return { names: upper.fields.map((cell) => cell.trim()), longNames: upper.fields.map(oneLine) };
}

function cellsOf(header: readonly (HeadRecord | undefined)[]): readonly string[] {
  const [upper = [], lower = []] = header.map((row) => row?.fields ?? []);
  const cells = Math.max(upper.length, lower.length);
  return Array.from({ length: cells }, (_, i) => (lower[i] || upper[i]) ?? '');
}

/** The number of cells that most rows have; of equally frequent ones the greater. */
function usualWidth(sample: readonly HeadRecord[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of sample) {
    if (fields.length > 0) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, rowsA], [b, rowsB]) => rowsB - rowsA || b - a);
  return most?.[0] ?? 0;
}

function fitted(names: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, i) => names[i] ?? '');
}

const plain = (text: string) => oneLine(text).normalize('NFC');

class ColumnFinder {
  readonly faults: string[] = [];
  readonly #columns: readonly string[];
  readonly #headers: readonly string[];
  readonly #taken = new Map<number, string>();

  constructor(columns: readonly string[], headers: readonly string[]) {
    this.#columns = columns;
    this.#headers = headers.map(plain);
  }

  /** In the order of the columns, as a header that is found gives them. */
  all<F extends string>(place: string, references: References<F>): Positions<F> {
    const found: (readonly [F, number])[] = [];
    for (const [field, reference] of Object.entries(references) as [F, ColumnReference | undefined][]) {
      if (reference === undefined) continue;
      const where = `${place}.${field}`;
      const at = this.find(reference);
      if (typeof at === 'string') {
        this.faults.push(`${where}: ${at}`);
        continue;
      }
      const other = this.#taken.get(at);
      if (other !== undefined) this.faults.push(`${where}: column ${at + 1} is ${other} already`);
      this.#taken.set(at, where);
      found.push([field, at]);
    }
    return Object.fromEntries(found.sort(([, a], [, b]) => a - b)) as Positions<F>;
  }

  /** The position, or what is wrong. */
  find(reference: ColumnReference): number | string {
    if (typeof reference === 'number') {
      const last = this.#columns.length;
      return reference <= last ? reference - 1 : `there is no column ${reference}, the file has ${last}`;
    }
    const wanted = plain(reference);
    const folded = foldHeader(reference);
    const readings = [
      this.#headers.map((name) => name === wanted),
      this.#columns.map((name) => plain(name) === wanted),
      this.#headers.map((name) => folded !== '' && foldHeader(name) === folded),
    ];
    for (const fits of readings) {
      const found = fits.flatMap((isIt, i) => (isIt ? [i] : []));
      if (found.length === 1) return found[0]!;
      if (found.length > 1) {
        const numbers = found.map((i) => i + 1).join(', ');
        return `columns ${numbers} are all called "${shown(reference)}": give the number`;
      }
    }
    return `the file has no column "${shown(reference)}"`;
  }
}

function shown(text: string): string {
  return oneLine(text).slice(0, 60);
}
