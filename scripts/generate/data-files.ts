import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

/** The data folder stays in the source tree: this module may run from there or, compiled, from `dist`. */
function locate(folder: string, name: string): string {
  for (const root of ['../../', '../../../']) {
    const path = fileURLToPath(new URL(`${root}${folder}/${name}`, import.meta.url));
    if (existsSync(path)) return path;
  }
  throw new Error(`data file ${folder}/${name} not found`);
}

/** Rows of a CSV file of the generator (or of `src/domain/data`), without the header. */
export function readTable(name: string, folder = 'scripts/data'): string[][] {
  const rows: string[][] = parse(readFileSync(locate(folder, name)), { bom: true, relax_column_count: true });
  return rows.slice(1);
}
