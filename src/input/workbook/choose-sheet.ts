import { foldHeader } from '../fold-header.js';
import type { SkippedSheet, WorkbookNotes } from './notes.js';
import { findList, type SheetSurvey, surveySheet } from './survey.js';
import type { Workbook } from './workbook.js';
import {
  hiddenListFailure,
  noListFailure,
  severalListsFailure,
  unknownSheetFailure,
} from './workbook-failures.js';
import type { SheetEntry } from './workbook-index.js';

/** Sheets that explain a list with an example, by the beginning of their name. */
const GUIDE = /^(huong dan|hdsd|vi du|guide|instruction|example)/;

interface InspectedSheet {
  readonly sheet: SheetEntry;
  /** Null: no usable header. */
  readonly survey: SheetSurvey | null;
}

export interface ListChoice {
  readonly sheet: SheetEntry;
  readonly notes: WorkbookNotes;
}

/**
 * Finds the sheet with the list: the visible one with a usable header and rows below it. Guides, hidden sheets and
 * sheets without such a header (code lists) are left out and noted. `asked`: the name of the sheet to read, null to
 * find it. @throws Failure exit 3: none, or several, of which one alone would lose rows.
 */
export async function chooseSheet(workbook: Workbook, asked: string | null): Promise<ListChoice> {
  const inspected: InspectedSheet[] = [];
  for (const sheet of workbook.sheets) {
    const firstDataRow = await findList(workbook, sheet);
    const survey = firstDataRow === null ? null : await surveySheet(workbook, sheet, firstDataRow);
    inspected.push({ sheet, survey });
  }
  const { sheet, survey } =
    asked === null ? theList(workbook, inspected) : namedSheet(workbook, inspected, asked);
  const counts = survey ?? (await surveySheet(workbook, sheet, 1));
  const skipped = inspected
    .filter((other) => other.sheet !== sheet)
    .map((other) => skippedSheet(other, asked !== null));
  return { sheet, notes: { sheet: sheet.name, ...counts, skipped, is1904: workbook.is1904 } };
}

function namedSheet(workbook: Workbook, all: readonly InspectedSheet[], asked: string): InspectedSheet {
  const wanted = asked.normalize('NFC').toLowerCase();
  const found = all.find(({ sheet }) => sheet.name.normalize('NFC').toLowerCase() === wanted);
  if (found === undefined) throw unknownSheetFailure(workbook.path, asked, names(all));
  return found;
}

function theList(workbook: Workbook, all: readonly InspectedSheet[]): InspectedSheet {
  const lists = all.filter(({ survey }) => survey !== null);
  const filled = lists.filter(hasRows);
  const visible = (filled.length > 0 ? filled : lists).filter(isVisible);
  const lasting = visible.filter(({ sheet }) => !isGuide(sheet));
  const [first, ...others] = lasting.length > 0 ? lasting : visible;
  if (first !== undefined && others.length > 0) {
    throw severalListsFailure(workbook.path, names([first, ...others]));
  }
  if (first !== undefined) return first;
  if (filled.length > 0) throw hiddenListFailure(workbook.path, names(filled));
  // A single sheet is the one that is meant; what its header lacks is said when it is read.
  const [only, ...more] = all.filter(isVisible);
  if (only === undefined || more.length > 0) throw noListFailure(workbook.path, names(all));
  return only;
}

function skippedSheet({ sheet, survey }: InspectedSheet, isAsked: boolean): SkippedSheet {
  const rows = survey?.rows ?? 0;
  const why = (): SkippedSheet['why'] => {
    if (sheet.state !== 'visible') return 'hidden';
    if (survey === null) return 'no_header';
    if (rows === 0) return 'no_rows';
    return isAsked ? 'not_asked' : 'guide';
  };
  return { name: sheet.name, why: why(), rows };
}

function hasRows({ survey }: InspectedSheet): boolean {
  return survey !== null && survey.rows > 0;
}

function isVisible({ sheet }: InspectedSheet): boolean {
  return sheet.state === 'visible';
}

function isGuide({ name }: SheetEntry): boolean {
  return GUIDE.test(foldHeader(name));
}

function names(sheets: readonly InspectedSheet[]): string[] {
  return sheets.map(({ sheet }) => sheet.name);
}
