import type { IParagraphOptions } from 'docx';
import type { ParagraphLook } from '../domain/text-document.js';

interface Look {
  /** In points. */
  readonly size: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly alignment: 'left' | 'center' | 'both';
  /** First line drawn in, as the decree asks of the body: 1 to 1.27 cm. */
  readonly firstLine?: boolean;
  /** Space above and below, in points. */
  readonly before?: number;
  readonly after?: number;
  /** On the same page as what follows. */
  readonly keepNext?: boolean;
  /** Level in the navigation pane. */
  readonly level?: 1 | 2;
}

const FIRST_LINE = 567;

/** Sizes, weights and places that Nghị định 30/2020/NĐ-CP (Phụ lục I, mục IV) gives to the parts of a document. */
export const LOOKS: Readonly<Record<ParagraphLook, Look>> = {
  superior: { size: 12, alignment: 'center' },
  issuer: { size: 12, bold: true, alignment: 'center' },
  country: { size: 12, bold: true, alignment: 'center' },
  motto: { size: 13, bold: true, alignment: 'center' },
  number: { size: 13, alignment: 'center', before: 6 },
  place_and_date: { size: 13, italics: true, alignment: 'center', before: 6 },
  title: { size: 14, bold: true, alignment: 'center', before: 18, keepNext: true },
  abstract: { size: 14, bold: true, alignment: 'center', keepNext: true },
  heading: {
    size: 14,
    bold: true,
    alignment: 'both',
    firstLine: true,
    before: 12,
    after: 6,
    keepNext: true,
    level: 1,
  },
  subheading: {
    size: 14,
    bold: true,
    alignment: 'both',
    firstLine: true,
    before: 6,
    after: 6,
    keepNext: true,
    level: 2,
  },
  body: { size: 14, alignment: 'both', firstLine: true, after: 6 },
  // A signature never stands alone on a page.
  closing: { size: 14, alignment: 'both', firstLine: true, after: 6, keepNext: true },
  item: { size: 14, alignment: 'both', firstLine: true, after: 4 },
  table_title: { size: 13, bold: true, alignment: 'center', before: 8, after: 4, keepNext: true },
  note: { size: 11, italics: true, alignment: 'both', before: 3, after: 3 },
  recipients: { size: 12, bold: true, italics: true, alignment: 'left', before: 12 },
  recipient: { size: 11, alignment: 'left' },
  office: { size: 14, bold: true, alignment: 'center', before: 12 },
  signature: { size: 14, italics: true, alignment: 'center', after: 60 },
  signer: { size: 14, bold: true, alignment: 'center' },
  appendix: { size: 14, bold: true, alignment: 'center', keepNext: true, level: 1 },
  appendix_title: { size: 14, bold: true, alignment: 'center', keepNext: true },
  appendix_of: { size: 14, italics: true, alignment: 'center', keepNext: true },
};

/** How the library lays out a paragraph of this look. */
export function lookOptions(look: ParagraphLook): IParagraphOptions {
  const { alignment, firstLine, before = 0, after = 0, keepNext, level } = LOOKS[look];
  return {
    alignment,
    spacing: { before: before * 20, after: after * 20 },
    ...(firstLine === true ? { indent: { firstLine: FIRST_LINE } } : {}),
    ...(keepNext === true ? { keepNext } : {}),
    ...(level === undefined ? {} : { heading: level === 1 ? 'Heading1' : 'Heading2' }),
  };
}
