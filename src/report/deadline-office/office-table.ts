/**
 * A table of the report's appendices, before it is known whether a document or a workbook shows it: numbers are numbers,
 * and what stands in place of a missing one is a text.
 */
export interface OfficeTable {
  /** At most 31 characters, as a sheet's name. */
  readonly sheet: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly columns: readonly OfficeColumn[];
  readonly rows: readonly OfficeRow[];
  /** Last row, in bold; null: none. */
  readonly total: OfficeRow | null;
  /** Columns from the left that name the row. */
  readonly names: number;
  /** In points, of the printed document. */
  readonly fontSize: number;
  /** The document says the same in other words, or has no room for it. */
  readonly workbookOnly?: boolean;
  /** False: its lines belong together, so that they are not to be filtered or sorted. */
  readonly filter?: false;
}

export type OfficeRow = readonly (string | number)[];

/**
 * `order`: the number of the row. `code`: digits that are no number. `text`: goes on in a second line. `amount`: a whole
 * number. `decimal`: one place. `share`: from 0 to 1, shown as percent. `date`: an ISO day, or a text in its place.
 */
export type ColumnKind = 'order' | 'code' | 'text' | 'date' | 'amount' | 'decimal' | 'share';

export interface OfficeColumn {
  readonly label: string;
  /** Above the label of this column and its neighbours of the same group. */
  readonly group?: string;
  readonly kind: ColumnKind;
  /** Width in the document in millimetres; 0: the document leaves the column out. */
  readonly mm: number;
  /** Width in the workbook in characters. */
  readonly characters: number;
}
