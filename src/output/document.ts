import {
  Document,
  type FileChild,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import {
  type DocumentBlock,
  type DocumentSection,
  LANDSCAPE_PAGE,
  LANDSCAPE_TEXT_WIDTH,
  PAGE,
  TEXT_WIDTH,
  type TextDocument,
} from '../domain/text-document.js';
import { FONT, paragraphOf, ruleOf, twips } from './document-paragraphs.js';
import { sideBySideOf, tableOf } from './document-tables.js';
import { fixZipTimes } from './fix-zip-times.js';
import { xmlCharacters, xmlText } from './sheet-xml.js';

const BODY_SIZE = 14;
const CORE = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';

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
