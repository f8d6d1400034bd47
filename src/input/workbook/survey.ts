import { detectLayout } from '../header.js';
import { HEAD_BYTES, HEAD_RECORDS } from '../header-rows.js';
import { detectSnapshotLayout } from '../snapshot-header.js';
import type { RowBuffer } from './row-buffer.js';
import type { Workbook } from './workbook.js';
import { tooLargeFailure } from './workbook-failures.js';
import type { SheetEntry } from './workbook-index.js';

/** The two header rows and the row of column numbers, above the first data row. */
const HEADER_ROWS = 3;
/** The platform's list has 35 columns; a text far to the right of a list would make every row as wide. */
const MAX_LIST_COLUMNS = 512;

/** What a sheet holds from its header on. */
export interface SheetSurvey {
  /** Columns up to the last cell with a text in any row. */
  readonly columns: number;
  /** Rows below the header that hold a text. */
  readonly rows: number;
  readonly hiddenRows: number;
  readonly mergedRanges: number;
  readonly formulasWithoutValue: number;
  readonly errorCells: number;
  readonly isFiltered: boolean;
}

/** The number of the first row below the header of a list; null where the sheet has no usable header. */
export async function findList(workbook: Workbook, sheet: SheetEntry): Promise<number | null> {
  const head = await headOf(workbook, sheet);
  const options = { complete: true };
  const doses = detectLayout(head, options);
  if (doses.kind === 'found') return doses.layout.firstDataRow;
  // A list with a fault in its header is a list; what is wrong is said when it is read.
  if (doses.kind === 'duplicate') return 1;
  const persons = detectSnapshotLayout(head, options);
  return persons.kind === 'found' ? persons.layout.firstDataRow : null;
}

/** The first rows of a sheet as CSV: as many whole rows as the header search looks at, all as wide as the widest. */
async function headOf(workbook: Workbook, sheet: SheetEntry): Promise<Buffer> {
  let columns = 0;
  let last = 0;
  const row = ({ number, width }: RowBuffer) => {
    if (number <= HEAD_RECORDS) columns = Math.max(columns, width);
    last = number;
  };
  for await (const _ of workbook.count(sheet, { row })) if (last >= HEAD_RECORDS) break;
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of workbook.csv(sheet, Math.min(columns, MAX_LIST_COLUMNS))) {
    pieces.push(piece);
    size += piece.length;
    if (size >= HEAD_BYTES) break;
  }
  const head = Buffer.concat(pieces, size).subarray(0, HEAD_BYTES);
  return size <= HEAD_BYTES ? head : head.subarray(0, head.lastIndexOf(0x0a) + 1);
}

/** Reads a sheet whole and counts. @throws Failure exit 3: damaged, a cell too far to the right. */
export async function surveySheet(
  workbook: Workbook,
  sheet: SheetEntry,
  firstDataRow: number,
): Promise<SheetSurvey> {
  const counts = { columns: 0, rows: 0, hiddenRows: 0, formulasWithoutValue: 0, errorCells: 0 };
  let mergedRanges = 0;
  let isFiltered = false;
  const listener = {
    row: (row: RowBuffer) => {
      if (row.number < firstDataRow - HEADER_ROWS) return;
      if (row.width > counts.columns) counts.columns = checkedWidth(row, workbook, sheet);
      if (row.number < firstDataRow) return;
      counts.formulasWithoutValue += row.unvalued;
      counts.errorCells += row.errors;
      if (row.width === 0) return;
      counts.rows++;
      if (row.isHidden) counts.hiddenRows++;
    },
    merged: (reference: string) => {
      const last = /([0-9]+)$/.exec(reference)?.[1];
      if (last !== undefined && Number(last) >= firstDataRow) mergedRanges++;
    },
    filtered: () => {
      isFiltered = true;
    },
  };
  for await (const _ of workbook.count(sheet, listener));
  return { ...counts, mergedRanges, isFiltered };
}

function checkedWidth({ width, number }: RowBuffer, { path }: Workbook, { name }: SheetEntry): number {
  if (width <= MAX_LIST_COLUMNS) return width;
  throw tooLargeFailure(
    path,
    `row ${number} of sheet "${name}" has a cell in column ${width}, far to the right of any list`,
  );
}
