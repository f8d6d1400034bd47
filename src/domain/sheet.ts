/** Looks of a cell. `text`, `wrap` and `answer` are text cells: a spreadsheet changes nothing in them. */
export const CELL_STYLES = [
  'plain',
  'plain_line',
  'title',
  'note',
  'strong',
  'header',
  'answer_header',
  'text',
  'wrap',
  'number',
  'ordinal',
  'proposed',
  'answer',
] as const;
export type CellStyle = (typeof CELL_STYLES)[number];

export type CellValue = string | number;

/** A cell with a look of its own. */
export interface StyledCell {
  readonly value: CellValue;
  readonly style: CellStyle;
}

export interface SheetColumn {
  /** In characters of the normal font. */
  readonly width: number;
  /** Look of the column's cells below the head. */
  readonly style: CellStyle;
}

/** A rectangle of cells, rows and columns counted from 0, ends included. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A row above the data; null: an empty cell. */
export interface HeadRow {
  readonly cells: readonly (StyledCell | null)[];
  /** In points; by default as high as its text needs. */
  readonly height?: number;
}

/** Everything about a sheet but its data rows. */
export interface SheetLayout {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly head: readonly HeadRow[];
  readonly merges: readonly CellRange[];
  /** Columns from the left that stay in view; the head stays in view where this is not null. */
  readonly freezeColumns: number | null;
  /** A filter on the last row of the head. */
  readonly filter: boolean;
  /** Columns whose cells are chosen from a list; a value holds no comma. */
  readonly choices: readonly { readonly column: number; readonly values: readonly string[] }[];
  /** Data rows that follow the head. */
  readonly dataRows: number;
  /** The head is printed on top of each page. */
  readonly repeatHead: boolean;
  /** Columns from the left that are printed; null: all. */
  readonly printColumns: number | null;
  readonly landscape: boolean;
  /** Left part of the page footer; the right one is the page number. */
  readonly footer: string;
}
