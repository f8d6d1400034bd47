import { csvField } from './csv.js';

/** Excel takes a file without this mark for one of an old encoding. */
export const BYTE_ORDER_MARK = '\ufeff';

/** What a spreadsheet may take for a formula when it opens a text file. */
const FORMULA = /^[=+\-@\t\r]/;

/** A text that no spreadsheet takes for a formula: an apostrophe stands in front of what could be one. */
export function withoutFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** One record of a CSV file for people: no formulas, lines end as on Windows. */
export function peopleCsvRecord(values: readonly (string | number)[]): string {
  const cells = values.map((value) => (typeof value === 'number' ? String(value) : withoutFormula(value)));
  return `${cells.map(csvField).join(',')}\r\n`;
}
