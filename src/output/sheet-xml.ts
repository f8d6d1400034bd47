import {
  CELL_STYLES,
  type CellRange,
  type CellStyle,
  type CellValue,
  type HeadRow,
  type SheetColumn,
  type SheetLayout,
} from '../domain/sheet.js';
import { rowHeight } from './row-height.js';

/** The most characters that a cell of a spreadsheet holds. */
const MOST_CHARACTERS = 32_767;

/** Characters that XML cannot hold: control characters, halves of surrogate pairs, and two non-characters. */
const NOT_IN_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SPECIAL = /[&<>"\r]/;

/** A text with U+FFFD for each character that XML cannot hold. */
export function xmlCharacters(text: string): string {
  return text.replace(NOT_IN_XML, '\ufffd');
}

/** A text as XML. `_x0041_` in a cell would be read as the character of that number, so its underscore is written so. */
export function xmlText(text: string): string {
  const clean = xmlCharacters(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  if (!SPECIAL.test(clean)) return clean;
  return clean
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** `A`, `B`, ... `AA`: the letters of a column counted from 0. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

function rangeName({ top, left, bottom, right }: CellRange): string {
  return `${cellName(top, left)}:${cellName(bottom, right)}`;
}

/** Number of a look in the workbook's table of looks (`styles-xml.ts`). */
export function styleNumber(style: CellStyle): number {
  return CELL_STYLES.indexOf(style);
}

const STYLE_NUMBERS = new Map(CELL_STYLES.map((style) => [style, styleNumber(style)]));

function cellXml(name: string, value: CellValue, style: CellStyle): string {
  const look = `<c r="${name}" s="${STYLE_NUMBERS.get(style)}"`;
  if (typeof value === 'number') return `${look}><v>${value}</v></c>`;
  if (value === '') return `${look}/>`;
  const text = value.length > MOST_CHARACTERS ? `${value.slice(0, MOST_CHARACTERS - 1)}…` : value;
  return `${look} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** The XML of one data row, of which `row` counts from 0. */
export function rowXml(
  row: number,
  values: readonly CellValue[],
  columns: readonly SheetColumn[],
  letters: readonly string[],
): string {
  const height = rowHeight(values, (i) => columns[i]?.style ?? 'text', columns);
  let text =
    height === null ? `<row r="${row + 1}">` : `<row r="${row + 1}" ht="${height}" customHeight="1">`;
  for (let i = 0; i < values.length; i++) {
    text += cellXml(`${letters[i]}${row + 1}`, values[i]!, columns[i]?.style ?? 'text');
  }
  return `${text}</row>`;
}

/** The XML of a row whose cells have looks of their own; `row` counts from 0. */
export function headRowXml({ cells, height }: HeadRow, row: number, columns: readonly SheetColumn[]): string {
  const values = cells.map((cell) => cell?.value ?? null);
  const points = height ?? rowHeight(values, (i) => cells[i]?.style ?? 'plain', columns);
  const high = points === null ? '' : ` ht="${points}" customHeight="1"`;
  const text = cells
    .map((cell, i) => (cell === null ? '' : cellXml(cellName(row, i), cell.value, cell.style)))
    .join('');
  return `<row r="${row + 1}"${high}>${text}</row>`;
}

/** Everything before the data rows. */
export function sheetStart(layout: SheetLayout, isFirst: boolean): string {
  const { columns, head, freezeColumns } = layout;
  const widths = columns
    .map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const view = `<sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''} showGridLines="${layout.filter ? 1 : 0}"`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews>${view}>${freezeColumns === null ? '' : paneXml(head.length, freezeColumns)}</sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    `<cols>${widths}</cols><sheetData>${head.map((row, i) => headRowXml(row, i, columns)).join('')}`
  );
}

function paneXml(rows: number, columns: number): string {
  const across = columns > 0 ? ` xSplit="${columns}"` : '';
  const place = columns > 0 ? 'bottomRight' : 'bottomLeft';
  return `<pane${across} ySplit="${rows}" topLeftCell="${cellName(rows, columns)}" activePane="${place}" state="frozen"/>`;
}

/** Everything behind the data rows; the format prescribes the order. */
export function sheetEnd(layout: SheetLayout): string {
  const { merges, choices, head, dataRows, landscape, footer } = layout;
  const parts = ['</sheetData>'];
  const filter = filterRange(layout);
  if (filter !== null) parts.push(`<autoFilter ref="${rangeName(filter)}"/>`);
  if (merges.length > 0) {
    const ranges = merges.map((range) => `<mergeCell ref="${rangeName(range)}"/>`).join('');
    parts.push(`<mergeCells count="${merges.length}">${ranges}</mergeCells>`);
  }
  if (choices.length > 0 && dataRows > 0) {
    const lists = choices.map(({ column, values }) => {
      const cells = rangeName({
        top: head.length,
        left: column,
        bottom: head.length + dataRows - 1,
        right: column,
      });
      return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" sqref="${cells}"><formula1>"${xmlText(values.join(','))}"</formula1></dataValidation>`;
    });
    parts.push(`<dataValidations count="${choices.length}">${lists.join('')}</dataValidations>`);
  }
  parts.push(
    '<pageMargins left="0.25" right="0.25" top="0.4" bottom="0.55" header="0.25" footer="0.25"/>',
    `<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`,
    // In a footer `&` begins a code: `&P` is the page, `&N` the number of pages.
    `<headerFooter><oddFooter>${xmlText(`&L${footer.replaceAll('&', '&&')}&R&P/&N`)}</oddFooter></headerFooter>`,
    '</worksheet>',
  );
  return parts.join('');
}

/** The cells under the sheet's filter, its header row included; null without one. */
export function filterRange({ filter, head, columns, dataRows }: SheetLayout): CellRange | null {
  if (!filter) return null;
  return { top: head.length - 1, left: 0, bottom: head.length - 1 + dataRows, right: columns.length - 1 };
}

/** `$A$3:$Q$200`. */
export function absoluteRange({ top, left, bottom, right }: CellRange): string {
  return `$${columnLetters(left)}$${top + 1}:$${columnLetters(right)}$${bottom + 1}`;
}
