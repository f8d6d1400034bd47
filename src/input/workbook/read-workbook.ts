import { chooseSheet, type ListChoice } from './choose-sheet.js';
import type { WorkbookNotes } from './notes.js';
import { Workbook } from './workbook.js';
import { damagedFailure } from './workbook-failures.js';
import type { WorkbookSource } from './zip-parts.js';

export interface ReadWorkbookOptions {
  /** What failures name. */
  readonly path: string;
  /** The sheet to read; null: the one that holds the list. */
  readonly sheet: string | null;
  /** What an earlier reading of the same bytes found: it need not be found again. */
  readonly known?: WorkbookNotes | null | undefined;
  /** Told once, before the first bytes. */
  readonly onNotes?: ((notes: WorkbookNotes) => void) | undefined;
}

/**
 * The list in an .xlsx or .xlsm workbook as canonical CSV: UTF-8, comma, `\n`, RFC 4180, one record for each row of the
 * sheet, so that a record's number is the number of its row. The same workbook gives the same bytes.
 * `source`: a path, or the whole file. @throws Failure exit 3: not readable, no list, several lists.
 */
export async function* readWorkbook(
  source: WorkbookSource,
  { path, sheet: asked, known, onNotes }: ReadWorkbookOptions,
): AsyncGenerator<Buffer> {
  const workbook = await Workbook.open(source, path);
  try {
    const { sheet, notes } = knownSheet(workbook, known ?? null) ?? (await chooseSheet(workbook, asked));
    onNotes?.(notes);
    yield* workbook.csv(sheet, notes.columns);
  } finally {
    workbook.close();
  }
}

function knownSheet(workbook: Workbook, notes: WorkbookNotes | null): ListChoice | null {
  if (notes === null) return null;
  const sheet = workbook.sheets.find(({ name }) => name === notes.sheet);
  if (sheet === undefined) throw damagedFailure(workbook.path, 'it changed while it was read');
  return { sheet, notes };
}
