import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** Files of a run folder, by outcome. */
export const FILES = {
  verified: 'verified.csv',
  mismatch: 'mismatch.csv',
  needs_review: 'needs-review.csv',
  rejected: 'rejected.csv',
} as const;

export const RUN_FILES = [
  ...Object.values(FILES),
  'manifest.json',
  'report.html',
  'reuse.bin',
  'summary-by-province.csv',
  'summary.json',
].sort();

/** One row of a CSV file by column name. */
export type Row = Readonly<Record<string, string>>;

/** A CSV file as arrays, header first; read by csv-parse alone, without any code of the program. */
export function readTable(path: string): string[][] {
  return parse(readFileSync(path), { record_delimiter: ['\r\n', '\n'], relax_column_count: true, bom: true });
}

/** A CSV file by column name; fails on a row of another width. */
export function readRows(path: string): Row[] {
  return parse(readFileSync(path), { columns: true, bom: true, record_delimiter: ['\r\n', '\n'] });
}

/** All rows of a run, of all four files. */
export function readRun(folder: string): Row[] {
  return Object.values(FILES).flatMap((name) => readRows(join(folder, name)));
}

/** `ds_source_row` and `ds_outcome` with reason of every row, by source row. */
export function outcomes(folder: string): string[] {
  return readRun(folder)
    .sort((a, b) => Number(a.ds_source_row) - Number(b.ds_source_row))
    .map((row) => `${row.ds_source_row} ${row.ds_outcome} ${row.ds_reason} ${row.ds_person_id}`.trim());
}

/** All files of a folder by name. */
export function readFiles(folder: string): Map<string, Buffer> {
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name))]),
  );
}

/** Names of the files that are not the same in both folders. */
export function differentFiles(a: string, b: string): string[] {
  const [left, right] = [readFiles(a), readFiles(b)];
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].filter((name) => left.get(name)?.equals(right.get(name) ?? Buffer.alloc(0)) !== true);
}
