import type { CellStyle, CellValue, SheetColumn } from '../domain/sheet.js';

/** Looks whose text goes on in a second line. */
const WRAPPED: ReadonlySet<CellStyle> = new Set([
  'plain',
  'note',
  'strong',
  'header',
  'answer_header',
  'wrap',
  'proposed',
  'answer',
  'total',
]);
/** Points of one line of the normal font, and the most that a row can have. */
const LINE = 15;
const MOST = 409;
/** Some letters are wider than a digit, by which columns are measured, and the edges take their part. */
const EDGES = 1;
const WIDER = 1.04;

/** How many lines a text takes in a column so many characters wide. */
export function linesIn(text: string, width: number): number {
  const room = Math.max(1, (width - EDGES) / WIDER);
  if (text.length <= room && !text.includes('\n')) return 1;
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines++;
    for (const word of paragraph.split(' ')) {
      const { length } = word;
      if (used > 0 && used + 1 + length <= room) {
        used += 1 + length;
        continue;
      }
      if (used > 0) lines++;
      // A word that is too long is cut where the line ends.
      const more = Math.max(0, Math.ceil(length / room) - 1);
      lines += more;
      used = length - more * room;
    }
  }
  return lines;
}

/**
 * Height of a row in points, so that no text is cut off: not every program finds it out by itself when it opens a file.
 * Null: one line.
 */
export function rowHeight(
  values: readonly (CellValue | null)[],
  styleOf: (column: number) => CellStyle,
  columns: readonly SheetColumn[],
): number | null {
  let lines = 1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value !== 'string' || value === '' || !WRAPPED.has(styleOf(i))) continue;
    lines = Math.max(lines, linesIn(value, columns[i]?.width ?? 10));
  }
  return lines === 1 ? null : Math.min(MOST, lines * LINE);
}
