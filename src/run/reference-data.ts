import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** Rows of the platform's list of communes (see `domain/data/README.md`), without the header. */
export function readCommunes(): string[][] {
  const text = readFileSync(new URL('../domain/data/communes-2022.csv', import.meta.url), 'utf8');
  return parse(text, { from_line: 2, bom: true });
}
