import type { Sheet, SheetLayout } from '../domain/sheet.js';
import {
  absoluteRange,
  columnLetters,
  filterRange,
  headRowXml,
  rowXml,
  sheetEnd,
  sheetStart,
  xmlText,
} from './sheet-xml.js';
import { STYLES_XML } from './styles-xml.js';
import { type ZipEntry, zipBytes } from './zip-bytes.js';

export type { Sheet } from '../domain/sheet.js';

const PIECE_CHARACTERS = 128 * 1024;
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * The bytes of an Excel workbook (Office Open XML), made as they are asked for: memory does not grow with the number of
 * rows. All texts are text cells. There is no time in it: the same sheets give the same bytes.
 */
export function workbookBytes(title: string, sheets: readonly Sheet[]): Generator<Uint8Array> {
  return zipBytes(entriesOf(title, sheets));
}

function* entriesOf(title: string, sheets: readonly Sheet[]): Generator<ZipEntry> {
  const layouts = sheets.map(({ layout }) => layout);
  yield entry('[Content_Types].xml', contentTypes(sheets.length));
  yield entry('_rels/.rels', packageRelations());
  yield entry('docProps/core.xml', coreProperties(title));
  yield entry('xl/workbook.xml', workbookXml(layouts));
  yield entry('xl/_rels/workbook.xml.rels', workbookRelations(sheets.length));
  yield entry('xl/styles.xml', STYLES_XML);
  for (const [i, sheet] of sheets.entries()) {
    yield { name: `xl/worksheets/sheet${i + 1}.xml`, pieces: sheetPieces(sheet, i === 0) };
  }
}

function entry(name: string, text: string): ZipEntry {
  return { name, pieces: [Buffer.from(text)] };
}

function* sheetPieces({ layout, rows }: Sheet, isFirst: boolean): Generator<Uint8Array> {
  const letters = layout.columns.map((_, i) => columnLetters(i));
  let text = sheetStart(layout, isFirst);
  let row = layout.head.length;
  for (const values of rows) {
    text += rowXml(row++, values, layout.columns, letters);
    if (text.length < PIECE_CHARACTERS) continue;
    yield Buffer.from(text);
    text = '';
  }
  for (const last of layout.foot ?? []) text += headRowXml(last, row++, layout.columns);
  yield Buffer.from(text + sheetEnd(layout));
}

function contentTypes(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
  );
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>` +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
    `${parts.join('')}</Types>`
  );
}

function packageRelations(): string {
  return (
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/>` +
    `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
    '</Relationships>'
  );
}

function coreProperties(title: string): string {
  return (
    `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${xmlText(title)}</dc:title><dc:creator>doisoat</dc:creator></cp:coreProperties>`
  );
}

function workbookRelations(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${sheets + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/>`;
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${parts.join('')}${styles}</Relationships>`;
}

function workbookXml(layouts: readonly SheetLayout[]): string {
  const sheets = layouts
    .map(({ name }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('');
  const names = layouts.flatMap(definedNames);
  return (
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView activeTab="0"/></bookViews>` +
    `<sheets>${sheets}</sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}</workbook>`
  );
}

/** Spreadsheets look for the filter and the repeated rows of a sheet under these names. */
function definedNames(layout: SheetLayout, sheet: number): string[] {
  const place = `'${layout.name.replaceAll("'", "''")}'!`;
  const names: string[] = [];
  const define = (name: string, cells: string, hidden = '') =>
    names.push(
      `<definedName name="_xlnm.${name}" localSheetId="${sheet}"${hidden}>${xmlText(place)}${cells}</definedName>`,
    );
  const filter = filterRange(layout);
  if (filter !== null) define('_FilterDatabase', absoluteRange(filter), ' hidden="1"');
  if (layout.printColumns !== null) {
    const bottom = layout.head.length + layout.dataRows + (layout.foot?.length ?? 0) - 1;
    define('Print_Area', absoluteRange({ top: 0, left: 0, bottom, right: layout.printColumns - 1 }));
  }
  if (layout.repeatHead) define('Print_Titles', `$1:$${layout.head.length}`);
  return names;
}
