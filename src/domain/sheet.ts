/**
 * Looks of a cell. `text`, `wrap` and `answer` are text cells: a spreadsheet changes nothing in them. `amount`, `decimal`
 * (one place) and `share` (percent) show numbers with the separators of the reader's system; `date`: day/month/year of
 * the number of a day.
 */
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
  'amount',
  'decimal',
  'share',
  'date',
  'total',
  'total_amount',
  'total_decimal',
  'total_share',
  'total_date',
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

/** A row above or below the data; null: an empty cell. */
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
  /** Rows behind the data, such as totals; a filter leaves them where they are. */
  readonly foot?: readonly HeadRow[];
  /** The head is printed on top of each page. */
  readonly repeatHead: boolean;
  /** Columns from the left that are printed; null: all. */
  readonly printColumns: number | null;
  readonly landscape: boolean;
  /** Left part of the page footer; the right one is the page number. */
  readonly footer: string;
}

/** A sheet to write; `rows` are its data rows, read once. */
export interface Sheet {
  readonly layout: SheetLayout;
  readonly rows: Iterable<readonly CellValue[]>;
}

/** A workbook as plain data. */
export interface Workbook {
  readonly kind: 'workbook';
  readonly title: string;
  readonly sheets: readonly Sheet[];
}
