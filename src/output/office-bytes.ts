import type { Workbook } from '../domain/sheet.js';
import type { TextDocument } from '../domain/text-document.js';
import { workbookBytes } from './workbook.js';

/** The bytes of a file for an office program. The library for documents is loaded only when one is written. */
export async function officeBytes(content: TextDocument | Workbook): Promise<Uint8Array> {
  if (content.kind === 'workbook') return Buffer.concat([...workbookBytes(content.title, content.sheets)]);
  const { textDocumentBytes } = await import('./document.js');
  return textDocumentBytes(content);
}
