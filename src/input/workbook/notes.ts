/** Why a sheet was not read. */
export type SkippedSheet = {
  readonly name: string;
  readonly why: 'no_header' | 'no_rows' | 'guide' | 'hidden' | 'not_asked';
  /** Rows of a list that is not read, where there is one. */
  readonly rows: number;
};

/** What was found in a workbook and could surprise; counts and names of sheets only, so that it may go into a log. */
export interface WorkbookNotes {
  readonly sheet: string;
  /** Columns up to the last cell with a text from the header on. */
  readonly columns: number;
  /** Rows below the header that hold something, footers included. */
  readonly rows: number;
  readonly skipped: readonly SkippedSheet[];
  readonly is1904: boolean;
  readonly isFiltered: boolean;
  /** Of `rows`: hidden by hand or by a filter; read all the same. */
  readonly hiddenRows: number;
  /** Merged ranges below the header: their value is in the first cell only. */
  readonly mergedRanges: number;
  /** Cells below the header with a formula whose result the workbook does not hold; read as empty. */
  readonly formulasWithoutValue: number;
  /** Cells below the header that hold an error such as #N/A. */
  readonly errorCells: number;
}

const WHY: Readonly<Record<SkippedSheet['why'], string>> = {
  no_header: 'no usable header',
  no_rows: 'a header without rows',
  guide: 'a guide',
  hidden: 'hidden',
  not_asked: 'not asked for',
};

/** The notes as sentences for the command line, what needs attention first; without the path. */
export function workbookTexts(notes: WorkbookNotes): string[] {
  const texts: string[] = [];
  const unread = notes.skipped.filter(({ rows }) => rows > 0);
  for (const { name, why, rows } of unread) {
    texts.push(`sheet "${name}" (${WHY[why]}) holds a list of ${rows} rows that is not read`);
  }
  if (notes.formulasWithoutValue > 0) {
    texts.push(
      `${notes.formulasWithoutValue} cells hold a formula without its result and are read as empty: open the workbook in Excel or LibreOffice and save it`,
    );
  }
  if (notes.errorCells > 0) texts.push(`${notes.errorCells} cells hold an error such as #N/A`);
  if (notes.mergedRanges > 0) {
    texts.push(
      `${notes.mergedRanges} merged ranges among the rows: the value counts for the first cell only`,
    );
  }
  if (notes.hiddenRows > 0) {
    const how = notes.isFiltered ? 'hidden by a filter or by hand' : 'hidden';
    texts.push(`${notes.hiddenRows} ${how} rows are read like the others`);
  }
  const others = notes.skipped
    .filter(({ rows }) => rows === 0)
    .map(({ name, why }) => `"${name}" (${WHY[why]})`);
  if (others.length > 0) texts.push(`sheet "${notes.sheet}" is read; sheets not read: ${others.join(', ')}`);
  return texts;
}

/** The counts of a workbook for the log. */
export function workbookCounts(notes: WorkbookNotes): Record<string, string | number> {
  return {
    sheet: notes.sheet,
    columns: notes.columns,
    rows: notes.rows,
    date_system: notes.is1904 ? 1904 : 1900,
    filtered: notes.isFiltered ? 'yes' : 'no',
    hidden_rows: notes.hiddenRows,
    merged_ranges: notes.mergedRanges,
    formulas_without_value: notes.formulasWithoutValue,
    error_cells: notes.errorCells,
  };
}

/** The notes as plain data for the manifest. */
export function workbookObject(notes: WorkbookNotes): Record<string, unknown> {
  return { ...workbookCounts(notes), sheets_not_read: notes.skipped };
}
