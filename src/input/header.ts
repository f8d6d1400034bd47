import type { FileLayout, RecordField, SexCoding } from '../domain/dose-record.js';
import { uniqueNames } from './column-names.js';
import { DOSE_SYNONYMS, FIELD_LABELS, RECORD_SYNONYMS } from './column-synonyms.js';
import { foldHeader, oneLine } from './fold-header.js';
import { guessRecordField } from './guess-field.js';
import {
  DELIMITERS,
  HEAD_BYTES,
  type HeadRecord,
  headerWidth,
  headRecords,
  isNumberRow,
  searched,
  showableTexts,
  spareCells,
} from './header-rows.js';
import { matchColumns } from './match-columns.js';
import { decideSexCoding, type SexCodingSource } from './sex-coding.js';
import { type HeaderMatch, joinedWideHeader, wideHeader } from './wide-header.js';

export interface DetectOptions {
  /** Overrides what header and values say. */
  readonly sexCoding?: SexCoding | undefined;
  /** `firstBytes` is the whole file. By default: when it is shorter than HEAD_BYTES. */
  readonly complete?: boolean | undefined;
}

/** What was not found, for a message: the same for dose files and snapshots. */
export type LayoutFault =
  | {
      readonly kind: 'unknown';
      readonly columnsFound: readonly string[];
      readonly columnsMissing: readonly string[];
    }
  /** The line of the header goes on behind a bare `\r`: with it the first row would be lost. */
  | { readonly kind: 'mixed_line_endings' }
  /** Columns that claim one field, as `name (column N)`. */
  | { readonly kind: 'duplicate'; readonly names: readonly string[] };

export type DetectedLayout =
  | {
      readonly kind: 'found';
      readonly layout: FileLayout;
      readonly sexCodingSource: SexCodingSource;
      /** Numbers of the header's rows, from 1; none: there is no header. */
      readonly headerRows: readonly number[];
      /** Texts of the header, one a column, before they are made unique. */
      readonly headers: readonly string[];
    }
  | LayoutFault;

interface Candidate extends HeaderMatch {
  readonly kind: 'long' | 'wide';
  readonly delimiter: string;
  readonly records: readonly HeadRecord[];
  /** Index in `records` of the first row after the header. */
  readonly after: number;
  readonly headerRows: 1 | 2;
  readonly cells: readonly string[];
  readonly names: readonly string[];
  readonly longNames: readonly string[];
  readonly score: number;
}

/**
 * Finds delimiter, header and columns of a dose file in its first decoded bytes (up to HEAD_BYTES). Every delimiter
 * and every row is tried; the reading that names the most fields wins. Usable: an ID column, or name and birth date.
 */
export function detectLayout(firstBytes: Buffer, options: DetectOptions = {}): DetectedLayout {
  const complete = options.complete ?? firstBytes.length < HEAD_BYTES;
  let best: Candidate | undefined;
  for (const delimiter of DELIMITERS) {
    const records = headRecords(firstBytes, delimiter, complete);
    for (let i = 0; i < searched(records).length; i++) {
      for (const candidate of candidatesAt(records, i, delimiter)) {
        if (best === undefined || candidate.score > best.score) best = candidate;
      }
    }
  }
  if (best === undefined) return { kind: 'unknown', columnsFound: [], columnsMissing: missingFields({}) };
  const missing = missingFields(best.fields);
  const isGlued = best.records[best.after - 1]?.glued === true;
  if (isGlued && mappedCount(best) >= 2) return { kind: 'mixed_line_endings' };
  if (missing.length > 0 || mappedCount(best) < 2) {
    const columnsFound = showableTexts(best.cells);
    return {
      kind: 'unknown',
      columnsFound,
      columnsMissing: missing.length > 0 ? missing : missingFields({}),
    };
  }
  if (best.duplicates.length > 0) {
    const names = best.duplicates.flat().map((i) => `${best.names[i]} (column ${i + 1})`);
    return { kind: 'duplicate', names };
  }
  return foundLayout(best, options.sexCoding);
}

function* candidatesAt(records: readonly HeadRecord[], i: number, delimiter: string): Generator<Candidate> {
  const upper = (records[i] as HeadRecord).fields;
  if (upper.length === 0) return;
  const lower = records[i + 1]?.fields ?? [];
  const wide = lower.length === 0 ? undefined : wideHeader(upper, lower);
  const base = { delimiter, records };
  if (wide !== undefined) {
    const cells = wide.names;
    yield { ...base, ...wide, kind: 'wide', after: i + 2, headerRows: 2, cells, score: score(wide, cells) };
  }
  const names = upper.map(oneLine);
  const one = {
    ...base,
    after: i + 1,
    headerRows: 1 as const,
    cells: upper,
    names: upper.map((cell) => cell.trim()),
    longNames: names,
  };
  const joined = joinedWideHeader(upper);
  if (joined !== undefined) yield { ...one, ...joined, kind: 'wide', score: score(joined, upper) };
  const long = longHeader(upper);
  yield { ...one, ...long, kind: 'long', score: score(long, upper) };
}

function longHeader(cells: readonly string[]): HeaderMatch {
  const folded = cells.map(foldHeader);
  const dose = matchColumns(folded, DOSE_SYNONYMS);
  const taken = new Set(Object.values(dose.fields));
  const person = matchColumns(
    folded.map((text, i) => (taken.has(i) ? '' : text)),
    RECORD_SYNONYMS,
    guessRecordField,
  );
  return {
    fields: person.fields,
    doses: [dose.fields],
    duplicates: [...person.duplicates, ...dose.duplicates],
  };
}

/** Mapped fields count; of equal ones, the reading with more cells, so that the message of a failure shows most. */
function score(match: HeaderMatch, cells: readonly string[]): number {
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  return mappedCount(match) + Math.min(filled, 999) / 1000;
}

function mappedCount(match: HeaderMatch): number {
  return match.doses.reduce((sum, dose) => sum + Object.keys(dose).length, Object.keys(match.fields).length);
}

function missingFields(fields: Partial<Record<RecordField, number>>): string[] {
  if (fields.personal_id !== undefined) return [];
  const wanted: RecordField[] = ['name', 'birth_date'];
  const missing = wanted.filter((field) => fields[field] === undefined);
  return missing.length === 0
    ? []
    : [...missing, 'personal_id' as const].map((field) => FIELD_LABELS[field] ?? field);
}

function foundLayout(best: Candidate, option: SexCoding | undefined): DetectedLayout {
  const { records, fields } = best;
  let after = best.after;
  const headerRows = records.slice(after - best.headerRows, after).map(({ record }) => record);
  if (isNumberRow(records[after]?.fields ?? [])) after++;
  const sample = records.slice(after);
  const width = headerWidth(best.cells, sample);
  const spare = spareCells(width, sample);
  const sexColumn = fields.sex;
  const header = sexColumn === undefined ? '' : (best.longNames[sexColumn] ?? '');
  const values = sexColumn === undefined ? [] : sample.map((row) => row.fields[sexColumn] ?? '');
  const { sexCoding, source } = decideSexCoding(header, values, best.kind === 'wide', option);
  const last = records[after - 1] as HeadRecord;
  return {
    kind: 'found',
    sexCodingSource: source,
    headerRows,
    headers: best.names.slice(0, width),
    layout: {
      kind: best.kind,
      delimiter: best.delimiter,
      columns: uniqueNames(best.names.slice(0, width), best.longNames.slice(0, width)),
      fields,
      doses: best.doses,
      sexCoding,
      ...(spare > 0 && { spareCells: spare }),
      firstDataRow: last.record + 1,
    },
  };
}
