import { uniqueNames } from './column-names.js';
import { DOSE_SYNONYMS } from './column-synonyms.js';
import { foldHeader, oneLine } from './fold-header.js';
import type { DetectOptions, LayoutFault } from './header.js';
import {
  DELIMITERS,
  HEAD_BYTES,
  type HeadRecord,
  headerWidth,
  headRecords,
  searched,
  showableTexts,
  spareCells,
} from './header-rows.js';
import { type ColumnMatch, matchColumns } from './match-columns.js';
import { SNAPSHOT_LABELS, SNAPSHOT_SYNONYMS, type SnapshotField } from './snapshot-synonyms.js';
import { joinedWideHeader } from './wide-header.js';

/** Where to find each field in a row of a registry snapshot. The sex there is always coded as `registry`, or words. */
export interface SnapshotLayout {
  readonly delimiter: string;
  /** Names of all columns in file order, unique. */
  readonly columns: readonly string[];
  readonly fields: Readonly<Partial<Record<SnapshotField, number>>>;
  /** As of a FileLayout. */
  readonly spareCells?: number;
  /** Record number, from 1 and headers included, of the first data row. */
  readonly firstDataRow: number;
}

export type DetectedSnapshotLayout =
  | { readonly kind: 'found'; readonly layout: SnapshotLayout }
  /** The header has columns of doses. */
  | { readonly kind: 'dose_list' }
  | LayoutFault;

interface Candidate extends ColumnMatch<SnapshotField> {
  readonly delimiter: string;
  readonly records: readonly HeadRecord[];
  readonly index: number;
  readonly score: number;
}

/**
 * Finds delimiter, header and columns of a registry snapshot in its first decoded bytes. Required: a personal ID or
 * an old one, the name (whole, or at least surname and given name), and the birth date.
 */
export function detectSnapshotLayout(
  firstBytes: Buffer,
  options: DetectOptions = {},
): DetectedSnapshotLayout {
  const complete = options.complete ?? firstBytes.length < HEAD_BYTES;
  let best: Candidate | undefined;
  for (const delimiter of DELIMITERS) {
    const records = headRecords(firstBytes, delimiter, complete);
    searched(records).forEach(({ fields }, index) => {
      const match = matchColumns(fields.map(foldHeader), SNAPSHOT_SYNONYMS);
      const score = Object.keys(match.fields).length + Math.min(fields.length, 999) / 1000;
      if (fields.length > 0 && (best === undefined || score > best.score)) {
        best = { ...match, delimiter, records, index, score };
      }
    });
  }
  return settle(best);
}

function settle(best: Candidate | undefined): DetectedSnapshotLayout {
  const cells = best?.records[best.index]?.fields ?? [];
  if (best !== undefined && namesDoses(cells, best.records[best.index + 1]?.fields ?? [])) {
    return { kind: 'dose_list' };
  }
  if (best?.records[best.index]?.glued === true && Object.keys(best.fields).length >= 2) {
    return { kind: 'mixed_line_endings' };
  }
  const missing = missingFields(best?.fields ?? {});
  if (best === undefined || missing.length > 0) {
    const columnsFound = showableTexts(cells);
    return { kind: 'unknown', columnsFound, columnsMissing: missing };
  }
  if (best.duplicates.length > 0) {
    const names = best.duplicates.flat().map((i) => `${oneLine(cells[i] as string)} (column ${i + 1})`);
    return { kind: 'duplicate', names };
  }
  const sample = best.records.slice(best.index + 1);
  const width = headerWidth(cells, sample);
  const spare = spareCells(width, sample);
  const names = cells.slice(0, width).map((cell) => cell.trim());
  return {
    kind: 'found',
    layout: {
      delimiter: best.delimiter,
      columns: uniqueNames(names),
      fields: best.fields,
      ...(spare > 0 && { spareCells: spare }),
      firstDataRow: (best.records[best.index] as HeadRecord).record + 1,
    },
  };
}

/** True for a header, of one row or of two, with a column of vaccines or dose dates. */
function namesDoses(cells: readonly string[], below: readonly string[]): boolean {
  return (
    joinedWideHeader(cells) !== undefined ||
    [cells, below].some((row) => {
      const { fields } = matchColumns(row.map(foldHeader), DOSE_SYNONYMS);
      return fields.vaccine !== undefined || fields.dose_date !== undefined;
    })
  );
}

function missingFields(fields: Partial<Record<SnapshotField, number>>): string[] {
  const missing: SnapshotField[] = [];
  if (fields.personal_id === undefined && fields.old_id === undefined) missing.push('personal_id');
  const split = fields.family_name !== undefined && fields.given_name !== undefined;
  if (fields.full_name === undefined && !split) missing.push('full_name');
  if (fields.birth_date === undefined) missing.push('birth_date');
  return missing.map((field) => SNAPSHOT_LABELS[field] ?? field);
}
