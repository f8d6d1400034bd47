/** What a paragraph is; the writer of the file knows how each of them looks in an official document. */
export const PARAGRAPH_LOOKS = [
  'superior',
  'issuer',
  'country',
  'motto',
  'number',
  'place_and_date',
  'title',
  'abstract',
  'heading',
  'subheading',
  'body',
  'item',
  'closing',
  'table_title',
  'note',
  'recipients',
  'recipient',
  'office',
  'signature',
  'signer',
  'appendix',
  'appendix_title',
  'appendix_of',
] as const;
export type ParagraphLook = (typeof PARAGRAPH_LOOKS)[number];

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly look: ParagraphLook;
  readonly text: string;
}

/** A thin line across the middle, `length` millimetres long. */
export interface Rule {
  readonly kind: 'rule';
  readonly length: number;
}

/** Blocks side by side without borders; widths in millimetres. */
export interface SideBySide {
  readonly kind: 'side_by_side';
  readonly parts: readonly { readonly width: number; readonly blocks: readonly (Paragraph | Rule)[] }[];
}

export type Alignment = 'left' | 'center' | 'right';

export interface HeadCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

export interface DocumentTable {
  readonly kind: 'table';
  /** In points. */
  readonly fontSize: number;
  /** Widths in millimetres. */
  readonly columns: readonly { readonly width: number; readonly alignment: Alignment }[];
  /** Rows that are repeated on each page; a cell that reaches down is named only in its first row. */
  readonly head: readonly (readonly HeadCell[])[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly strong: boolean }[];
}

export type DocumentBlock = Paragraph | Rule | SideBySide | DocumentTable;

/** Pages of one direction; each section begins on a new page and numbers its pages from 1. */
export interface DocumentSection {
  readonly landscape: boolean;
  readonly blocks: readonly DocumentBlock[];
}

/** A document to be edited further, such as an official report, as plain data. */
export interface TextDocument {
  readonly kind: 'text_document';
  readonly title: string;
  /** Language of the text, for the spelling checker: `vi-VN`. */
  readonly language: string;
  readonly sections: readonly DocumentSection[];
}

/** A4 in millimetres, with the margins that Nghị định 30/2020/NĐ-CP (Phụ lục I) allows. */
export const PAGE = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 } as const;
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
/** A landscape page is the upright one turned, its binding edge on top. */
export const LANDSCAPE_PAGE = { top: 25, bottom: 15, left: 20, right: 20 } as const;
export const LANDSCAPE_TEXT_WIDTH = PAGE.height - LANDSCAPE_PAGE.left - LANDSCAPE_PAGE.right;
