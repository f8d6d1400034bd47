/** One column of a terminal table. */
export interface TextColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/**
 * Lines of an aligned table, without a border: header, rule, rows. Two spaces between columns, none at line ends.
 * Text is put into NFC first: then a Vietnamese letter is one code point and takes one cell.
 */
export function renderTextTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
): string[] {
  const cells = [columns.map((column) => column.title), ...rows].map((row) =>
    row.map((cell) => cell.normalize('NFC')),
  );
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => widthOf(row[i] ?? ''))));
  const lines = cells.map((row) => {
    const padded = columns.map((column, i) => pad(row[i] ?? '', widths[i] ?? 0, column.align));
    return padded.join('  ').trimEnd();
  });
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [lines[0] ?? '', rule, ...lines.slice(1)];
}

function widthOf(text: string): number {
  return [...text].length;
}

function pad(text: string, width: number, align: TextColumn['align']): string {
  const space = ' '.repeat(width - widthOf(text));
  return align === 'right' ? space + text : text + space;
}
