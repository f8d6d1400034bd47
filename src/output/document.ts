import {
  BorderStyle,
  Document,
  type FileChild,
  Header,
  type IParagraphOptions,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import {
  type Alignment,
  type DocumentBlock,
  type DocumentSection,
  type DocumentTable,
  LANDSCAPE_PAGE,
  LANDSCAPE_TEXT_WIDTH,
  type Paragraph as OneParagraph,
  PAGE,
  type Rule,
  type SideBySide,
  TEXT_WIDTH,
  type TextDocument,
} from '../domain/text-document.js';
import { LOOKS, lookOptions } from './document-looks.js';
import { fixZipTimes } from './fix-zip-times.js';
import { xmlCharacters, xmlText } from './sheet-xml.js';

/** The font that Nghị định 30/2020/NĐ-CP prescribes. */
const FONT = 'Times New Roman';
const BODY_SIZE = 14;
/** A table of no more rows is not parted between pages. */
const KEPT_ROWS = 12;
const CORE = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_LINES = {
  top: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: NO_LINE,
  insideVertical: NO_LINE,
};

/**
 * The bytes of a Word document (Office Open XML) in the layout of Nghị định 30/2020/NĐ-CP. There is no time in it, so that
 * the same content gives the same bytes.
 */
export async function textDocumentBytes(content: TextDocument): Promise<Uint8Array> {
  const document = new Document({
    title: xmlCharacters(content.title),
    creator: 'doisoat',
    styles: {
      default: {
        document: {
          run: { font: FONT, size: BODY_SIZE * 2, language: { value: content.language } },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
        // The headings look as LOOKS says; these names make them appear in the navigation pane.
        heading1: { run: { color: '000000' } },
        heading2: { run: { color: '000000' } },
      },
    },
    sections: content.sections.map(sectionOptions),
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(content.title) };
  return fixZipTimes(await Packer.toBuffer(document, false, [core]));
}

/** As the library writes them, but without the time. */
function coreProperties(title: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<cp:coreProperties xmlns:cp="${CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${xmlText(title)}</dc:title><dc:creator>doisoat</dc:creator></cp:coreProperties>`
  );
}

function sectionOptions({ landscape, blocks }: DocumentSection): ISectionOptions {
  const { top, bottom, left, right } = landscape ? LANDSCAPE_PAGE : PAGE;
  const number = new Paragraph({
    alignment: 'center',
    children: [new TextRun({ children: [PageNumber.CURRENT], size: BODY_SIZE * 2 })],
  });
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        size: {
          // The library turns the page itself.
          width: twips(PAGE.width),
          height: twips(PAGE.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(top),
          bottom: twips(bottom),
          left: twips(left),
          right: twips(right),
          header: twips(10),
          footer: twips(8),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      first: new Header({ children: [new Paragraph({})] }),
      default: new Header({ children: [number] }),
    },
    children: blocks.map((block) => blockOf(block, landscape ? LANDSCAPE_TEXT_WIDTH : TEXT_WIDTH)),
  };
}

function blockOf(block: DocumentBlock, width: number): FileChild {
  switch (block.kind) {
    case 'paragraph':
      return paragraphOf(block);
    case 'rule':
      return ruleOf(block, width);
    case 'side_by_side':
      return sideBySideOf(block);
    case 'table':
      return tableOf(block);
  }
}

function paragraphOf({ look, text }: OneParagraph): Paragraph {
  const { size, bold = false, italics = false } = LOOKS[look];
  const run = new TextRun({ text: xmlCharacters(text), size: size * 2, bold, italics, font: FONT });
  return new Paragraph({ ...lookOptions(look), children: [run] });
}

/** A low empty paragraph with a border, drawn in so that the border has the length. */
function ruleOf({ length }: Rule, width: number): Paragraph {
  const side = twips(Math.max(0, (width - length) / 2));
  return new Paragraph({
    border: { top: { ...LINE, space: 1 } },
    indent: { left: side, right: side },
    spacing: { before: 80, after: 40, line: 60, lineRule: 'exact' },
    children: [],
  });
}

function sideBySideOf({ parts }: SideBySide): Table {
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

function tableOf({ columns, head, rows, fontSize }: DocumentTable): Table {
  // A table of small print is one that needs all the room there is.
  const side = fontSize < 10 ? 35 : 55;
  const cell = (text: string, alignment: Alignment, bold: boolean, more: object = {}, keepNext = false) =>
    new TableCell({
      verticalAlign: VerticalAlignTable.CENTER,
      ...more,
      children: [cellParagraph(text, { alignment, keepNext }, fontSize, bold)],
    });
  const headRows = head.map(
    (cells) =>
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: cells.map(({ text, columns: columnSpan, rows: rowSpan }) =>
          cell(text, 'center', true, { columnSpan, rowSpan, shading: { fill: 'EDEDED' } }, true),
        ),
      }),
  );
  const dataRows = rows.map(
    ({ cells, strong }, row) =>
      new TableRow({
        cantSplit: true,
        children: cells.map((text, i) =>
          cell(
            text,
            columns[i]?.alignment ?? 'left',
            strong,
            {},
            rows.length <= KEPT_ROWS && row < rows.length - 1,
          ),
        ),
      }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: 'center',
    width: widthOf(columns),
    columnWidths: columns.map(({ width }) => twips(width)),
    margins: { left: side, right: side, top: 15, bottom: 15 },
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

function cellParagraph(text: string, options: IParagraphOptions, points: number, bold: boolean): Paragraph {
  const size = Math.round(points * 2);
  // `run` is the look of the paragraph's end: an empty cell is as high as others.
  const children = [new TextRun({ text: xmlCharacters(text), size, bold, font: FONT })];
  return new Paragraph({ ...options, run: { size }, children });
}

function widthOf(columns: readonly { readonly width: number }[]) {
  return { size: twips(columns.reduce((sum, { width }) => sum + width, 0)), type: WidthType.DXA };
}

/** Millimetres as twentieths of a point. */
function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}
