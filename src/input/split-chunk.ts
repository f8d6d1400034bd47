import { isUtf8 } from 'node:buffer';
import type { FileLayout } from '../domain/dose-record.js';
import type { RejectReason } from '../domain/reasons.js';
import type { ChunkCells } from './chunk-cells.js';
import { showInvalidUtf8 } from './invalid-utf8.js';
import { parseQuoted } from './parse-quoted.js';
import { RecordScanner } from './record-scanner.js';
import { splitQuoted } from './split-quoted.js';

export type BrokenCode = Exclude<RejectReason, 'no_name_and_no_id' | 'not_a_record'>;

/** One row of a chunk. `start` and `end` are its byte range in the chunk, without the line ending. */
export type SplitRecord =
  | {
      readonly kind: 'fields';
      /** Record number in the file, from 1. */
      readonly record: number;
      readonly start: number;
      readonly end: number;
      /** The bytes can be copied to RFC 4180 output as they are: comma, no needless quote, no CR, as many fields as columns. */
      readonly plain: boolean;
      /** One value a column, verbatim. */
      readonly fields: readonly string[];
    }
  | {
      readonly kind: 'broken';
      readonly record: number;
      readonly start: number;
      readonly end: number;
      readonly code: BrokenCode;
      /** As far as they can be read, one a column: missing ones are empty, surplus ones left out. */
      readonly fields: readonly string[];
      /** The whole raw record; bytes that are not UTF-8 are shown as \xHH. */
      readonly text: string;
    };

/** From so many columns on no address has as many commas as a row. */
const MIN_GUARDED_COLUMNS = 6;
/** A date or a long number, as rows have them and addresses hardly. */
const ROW_VALUE = /(?:^|\D)(?:\d{8,12}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})(?:\D|$)/;

/** What the splitter needs to know of a file; a FileLayout or a snapshot layout. */
export type SplitLayout = Pick<FileLayout, 'delimiter' | 'columns' | 'firstDataRow' | 'spareCells'>;

/** Steps through records of a chunk, all or some, as `RecordScanner` does. */
export type RecordSource = Pick<
  RecordScanner,
  'advance' | 'start' | 'end' | 'index' | 'hasQuote' | 'quoted' | 'broken'
>;

/**
 * Splits a chunk of whole records into rows, in order. Never throws for bad data: a bad row is a `broken` value.
 * Blank lines and the records before `firstDataRow` are numbered but give no row. `scanner`: the records to take, where
 * not all are wanted. `cells`: what is to be found of rows without making strings of them.
 */
export function splitChunk(
  bytes: Buffer,
  firstRecord: number,
  layout: SplitLayout,
  scanner: RecordSource = new RecordScanner(bytes, layout.delimiter, true),
  cells: ChunkCells | null = null,
): SplitRecord[] {
  const { delimiter, firstDataRow, spareCells: spare = 0 } = layout;
  const width = layout.columns.length;
  const comma = delimiter === ',';
  const valid = isUtf8(bytes);
  const hasReturn = bytes.includes(0x0d);
  const rows: SplitRecord[] = [];
  const quotedRows: number[] = [];
  const quotedTexts: string[] = [];

  while (scanner.advance()) {
    const { start, end } = scanner;
    const record = firstRecord + scanner.index;
    if (record < firstDataRow || end === start) continue;
    if (!valid && !isUtf8(bytes.subarray(start, end))) {
      const text = showInvalidUtf8(bytes.subarray(start, end));
      rows.push(broken(record, start, end, 'invalid_encoding', text.split(delimiter), width, text));
      continue;
    }
    const found = cells === null || scanner.broken ? null : cells.find(record, start, end, scanner.hasQuote);
    if (found !== null) {
      rows.push(found);
      continue;
    }
    const text = bytes.toString('utf8', start, end);
    if (scanner.broken) {
      const code = scanner.hasQuote ? 'broken_quotes' : 'wrong_field_count';
      rows.push(broken(record, start, end, code, text.split(delimiter), width, text));
    } else if (scanner.quoted) {
      const quoted = splitQuoted(text, delimiter);
      if (quoted !== null) {
        const { fields, isCanonical } = quoted;
        const plain = comma && isCanonical && fields.length === width && !(hasReturn && text.includes('\r'));
        rows.push(classify(record, start, end, fields, plain, width, spare, text));
        continue;
      }
      quotedRows.push(rows.length);
      quotedTexts.push(text);
      // Holds the place; replaced below, when all quoted records of the chunk have been parsed in one call.
      rows.push({ kind: 'fields', record, start, end, plain: false, fields: [] });
    } else {
      const fields = text.split(delimiter);
      const plain =
        comma && !scanner.hasQuote && fields.length === width && !(hasReturn && text.includes('\r'));
      rows.push(classify(record, start, end, fields, plain, width, spare, text));
    }
  }

  const parsed = quotedTexts.length === 0 ? [] : parseQuoted(quotedTexts, delimiter);
  for (let i = 0; i < quotedRows.length; i++) {
    const row = quotedRows[i] as number;
    const text = quotedTexts[i] as string;
    const fields = parsed[i];
    const { record, start, end } = rows[row] as SplitRecord;
    rows[row] =
      fields === undefined || holdsWholeRow(text, fields, delimiter, width)
        ? broken(record, start, end, 'broken_quotes', text.split(delimiter), width, text)
        : classify(record, start, end, fields, false, width, spare, text);
  }
  return rows;
}

/** A row with readable fields: good, empty, or of another width than the header. */
function classify(
  record: number,
  start: number,
  end: number,
  fields: string[],
  plain: boolean,
  width: number,
  spare: number,
  text: string,
): SplitRecord {
  if (isBlank(fields)) return broken(record, start, end, 'empty_row', fields, width, text);
  if (fields.length !== width) {
    // Empty cells after the last column carry nothing where the other rows have them too. Where they do not, a cell was
    // divided by a stray delimiter, and every value behind it is in the wrong column.
    if (fields.length - width <= spare)
      for (let i = fields.length - 1; i >= width && fields[i] === ''; i--) fields.pop();
    if (fields.length !== width) return broken(record, start, end, 'wrong_field_count', fields, width, text);
  }
  return { kind: 'fields', record, start, end, plain, fields };
}

/**
 * True when one cell holds a line with as many delimiters as a whole row has. Two stray quotes a row apart make a
 * well-formed record of two rows (`a,b,"` above `c,d,"`, with `"` as a ditto mark): such a record must not pass for
 * one row. In a narrow file, where an address easily holds as many commas, the line must also hold a date or an ID.
 */
function holdsWholeRow(text: string, fields: readonly string[], delimiter: string, width: number): boolean {
  if (width < 2 || !text.includes('\n')) return false;
  for (const field of fields) {
    if (!field.includes('\n')) continue;
    for (const line of field.split('\n')) {
      if (line.split(delimiter).length < width) continue;
      if (width >= MIN_GUARDED_COLUMNS || ROW_VALUE.test(line)) return true;
    }
  }
  return false;
}

function isBlank(fields: readonly string[]): boolean {
  for (const field of fields) if (field !== '' && field.trim() !== '') return false;
  return true;
}

function broken(
  record: number,
  start: number,
  end: number,
  code: BrokenCode,
  read: readonly string[],
  width: number,
  text: string,
): SplitRecord {
  const fields = read.slice(0, width);
  while (fields.length < width) fields.push('');
  return { kind: 'broken', record, start, end, code, fields, text };
}
