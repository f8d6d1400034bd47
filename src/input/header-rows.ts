import { oneLine } from './fold-header.js';
import { parseQuoted } from './parse-quoted.js';
import { RecordScanner } from './record-scanner.js';

/** Tried in this order; the reading that names the most fields wins, an earlier one of equals. ASCII, one byte each. */
export const DELIMITERS = [',', ';', '\t', '|', '^', '~'] as const;
/** Rows above the header that are looked through; the platform's template has eight. */
const SEARCHED_RECORDS = 41;
/** Rows after that which serve as a sample of the values. */
const SAMPLE_RECORDS = 400;
/** Records that the header search looks at. */
export const HEAD_RECORDS = SEARCHED_RECORDS + SAMPLE_RECORDS;
/** How much of a file the header search looks at. */
export const HEAD_BYTES = 256 * 1024;

/** One record of the head of a file; `fields` is empty for a broken or blank one. */
export interface HeadRecord {
  /** Record number from 1. */
  readonly record: number;
  readonly fields: readonly string[];
  /** A bare `\r` outside quotes: to whoever wrote it these are several lines. */
  readonly glued: boolean;
}

/** The first records of a file, split leniently, with the same boundaries and numbers as in the chunks. */
export function headRecords(head: Buffer, delimiter: string, complete: boolean): HeadRecord[] {
  const records: HeadRecord[] = [];
  const scanner = new RecordScanner(head, delimiter, complete);
  for (let record = 1; record <= HEAD_RECORDS && scanner.advance(); record++) {
    const text = head.toString('utf8', scanner.start, scanner.end);
    let fields: readonly string[] = [];
    if (scanner.quoted && !scanner.broken) fields = parseQuoted([text], delimiter)[0] ?? [];
    else if (!scanner.broken && text !== '') fields = text.split(delimiter);
    records.push({ record, fields, glued: !scanner.quoted && text.includes('\r') });
  }
  return records;
}

/** The part of the records in which a header is looked for. */
export function searched(records: readonly HeadRecord[]): readonly HeadRecord[] {
  return records.slice(0, SEARCHED_RECORDS);
}

/**
 * Number of columns: that of the header, whose unnamed trailing cells count unless every row of the sample is shorter.
 */
export function headerWidth(header: readonly string[], sample: readonly HeadRecord[]): number {
  let named = header.length;
  while (named > 0 && (header[named - 1] as string).trim() === '') named--;
  const longest = sample.reduce((length, row) => Math.max(length, row.fields.length), 0);
  return longest === 0 ? header.length : Math.max(named, Math.min(header.length, longest));
}

/**
 * How many empty cells most rows of the sample have behind the last column; 0 unless it is most of them. In any other
 * file a row with one cell too many has a delimiter too many somewhere, and its values stand in the wrong columns.
 */
export function spareCells(width: number, sample: readonly HeadRecord[]): number {
  const counts = new Map<number, number>();
  let rows = 0;
  for (const { fields } of sample) {
    if (fields.length < width || !fields.slice(width).every((field) => field === '')) continue;
    rows++;
    counts.set(fields.length - width, (counts.get(fields.length - width) ?? 0) + 1);
  }
  for (const [spare, count] of counts) if (count * 2 > rows) return spare;
  return 0;
}

/** A row that only numbers the columns, (1) (2) (3), as Vietnamese forms have under their header. */
export function isNumberRow(fields: readonly string[]): boolean {
  let expected = 0;
  for (const field of fields) {
    const text = field.trim().replace(/^\((.*)\)$/, '$1');
    if (text === '') continue;
    expected++;
    if (text !== String(expected)) return false;
  }
  return expected >= 4;
}

/**
 * The texts of a row as a failure message may show them. A row with a long number in it is data, not a header, and
 * no message may hold data: then nothing is shown.
 */
export function showableTexts(cells: readonly string[]): string[] {
  if (cells.some((cell) => /\d{4}|\d[/.-]\d/.test(cell))) return [];
  return cells.map(oneLine).filter((cell) => cell !== '');
}
