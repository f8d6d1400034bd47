import { BorderStyle, type IParagraphOptions, Paragraph, TextRun } from 'docx';
import type { Paragraph as OneParagraph, Rule } from '../domain/text-document.js';
import { LOOKS, lookOptions } from './document-looks.js';
import { xmlCharacters } from './sheet-xml.js';

/** The font that Nghị định 30/2020/NĐ-CP prescribes. */
export const FONT = 'Times New Roman';
/** A thin line, as of a table. */
export const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

/** A paragraph of the text. */
export function paragraphOf({ look, text }: OneParagraph): Paragraph {
  const { size, bold = false, italics = false } = LOOKS[look];
  const run = new TextRun({ text: xmlCharacters(text), size: size * 2, bold, italics, font: FONT });
  return new Paragraph({ ...lookOptions(look), children: [run] });
}

/** A low empty paragraph with a border, drawn in so that the border has the length. */
export function ruleOf({ length }: Rule, width: number): Paragraph {
  const side = twips(Math.max(0, (width - length) / 2));
  return new Paragraph({
    border: { top: { ...LINE, space: 1 } },
    indent: { left: side, right: side },
    spacing: { before: 80, after: 40, line: 60, lineRule: 'exact' },
    children: [],
  });
}

/** The text of a table's cell. */
export function cellParagraph(
  text: string,
  options: IParagraphOptions,
  points: number,
  bold: boolean,
): Paragraph {
  const size = Math.round(points * 2);
  // `run` is the look of the paragraph's end: an empty cell is as high as others.
  const children = [new TextRun({ text: xmlCharacters(text), size, bold, font: FONT })];
  return new Paragraph({ ...options, run: { size }, children });
}

/** Millimetres as twentieths of a point. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}
