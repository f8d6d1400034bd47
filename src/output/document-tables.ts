import {
  BorderStyle,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Alignment, DocumentTable, SideBySide } from '../domain/text-document.js';
import { cellParagraph, LINE, paragraphOf, ruleOf, twips } from './document-paragraphs.js';

/** A table of no more rows is not parted between pages. */
const KEPT_ROWS = 12;
/** A table of more rows is set closer: all provinces fit on two pages. */
const CLOSE_ROWS = 40;
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_LINES = {
  top: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: NO_LINE,
  insideVertical: NO_LINE,
};

/** Blocks side by side. */
export function sideBySideOf({ parts }: SideBySide): Table {
  const cells = parts.map(
    ({ width, blocks }) =>
      new TableCell({
        width: { size: twips(width), type: WidthType.DXA },
        borders: NO_LINES,
        margins: { left: 0, right: 0 },
        children: blocks.map((block) => (block.kind === 'rule' ? ruleOf(block, width) : paragraphOf(block))),
      }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: 'center',
    width: widthOf(parts),
    columnWidths: parts.map(({ width }) => twips(width)),
    borders: NO_LINES,
    rows: [new TableRow({ cantSplit: true, children: cells })],
  });
}

/** A table whose head is repeated on each page. */
export function tableOf({ columns, head, rows, fontSize }: DocumentTable): Table {
  // A table of small print is one that needs all the room there is.
  const side = fontSize < 10 ? 35 : 55;
  const cell = (text: string, alignment: Alignment, bold: boolean, more: object = {}, keepNext = false) =>
    new TableCell({
      verticalAlign: VerticalAlignTable.CENTER,
      ...more,
      children: [cellParagraph(text, { alignment, keepNext }, fontSize, bold)],
    });
  const above = rows.length > CLOSE_ROWS ? 0 : 15;
  const headWidths = widthsOfHead(columns, head);
  const headRows = head.map(
    (cells, row) =>
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: cells.map(({ text, columns: columnSpan, rows: rowSpan }, i) => {
          const width = { size: twips(headWidths[row]?.[i] ?? 0), type: WidthType.DXA };
          const more = { columnSpan, rowSpan, width, shading: { fill: 'EDEDED' } };
          return cell(text, 'center', true, more, true);
        }),
      }),
  );
  const isKept = rows.length <= KEPT_ROWS;
  const dataRows = rows.map(
    ({ cells, strong }, row) =>
      new TableRow({
        cantSplit: true,
        children: cells.map((text, i) => {
          const { alignment, width } = columns[i] ?? { alignment: 'left', width: 0 };
          const more = { width: { size: twips(width), type: WidthType.DXA } };
          return cell(text, alignment, strong, more, isKept && row < rows.length - 1);
        }),
      }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: 'center',
    width: widthOf(columns),
    columnWidths: columns.map(({ width }) => twips(width)),
    margins: { left: side, right: side, top: above, bottom: above },
    borders: {
      top: LINE,
      bottom: LINE,
      left: LINE,
      right: LINE,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
    rows: [...headRows, ...dataRows],
  });
}

function widthOf(columns: readonly { readonly width: number }[]) {
  return { size: twips(columns.reduce((sum, { width }) => sum + width, 0)), type: WidthType.DXA };
}

/** The widths of the head's cells in millimetres, row by row: a cell that reaches down takes its columns from the next row. */
function widthsOfHead(
  columns: DocumentTable['columns'],
  head: DocumentTable['head'],
): readonly (readonly number[])[] {
  let free = columns.map(({ width }) => width);
  return head.map((cells) => {
    const left: number[] = [];
    let at = 0;
    const widths = cells.map(({ columns: many, rows }) => {
      const own = free.slice(at, at + many);
      at += many;
      if (rows === 1) left.push(...own);
      return own.reduce((sum, width) => sum + width, 0);
    });
    free = left;
    return widths;
  });
}
