import type { Alignment, DocumentTable, Paragraph, ParagraphLook } from '../../domain/text-document.js';

export function paragraph(look: ParagraphLook, text: string): Paragraph {
  return { kind: 'paragraph', look, text };
}
export const heading = (text: string) => paragraph('heading', text);
export const subheading = (text: string) => paragraph('subheading', text);
export const body = (text: string) => paragraph('body', text);
export const item = (text: string) => paragraph('item', `- ${text}`);
export const note = (text: string) => paragraph('note', text);
export const tableTitle = (text: string) => paragraph('table_title', text);

/** A small table of the body. Columns are `[title, width in millimetres, alignment]`. */
export function bodyTable(
  columns: readonly (readonly [title: string, width: number, alignment: Alignment])[],
  rows: readonly (readonly string[])[],
  strong: (row: number) => boolean = () => false,
): DocumentTable {
  return {
    kind: 'table',
    fontSize: 12,
    columns: columns.map(([, width, alignment]) => ({ width, alignment })),
    head: [columns.map(([text]) => ({ text, columns: 1, rows: 1 }))],
    rows: rows.map((cells, i) => ({ cells, strong: strong(i) })),
  };
}
