import { CELL_STYLES, type CellStyle } from '../domain/sheet.js';

const FONTS = {
  normal: '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  bold: '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  title: '<font><b/><sz val="15"/><name val="Calibri"/><family val="2"/></font>',
  note: '<font><i/><sz val="11"/><color rgb="FF595959"/><name val="Calibri"/><family val="2"/></font>',
} as const;
/** A spreadsheet keeps the first two fills for itself. */
const FILLS = {
  none: '<fill><patternFill patternType="none"/></fill>',
  grey125: '<fill><patternFill patternType="gray125"/></fill>',
  header: solid('FFD9E2F3'),
  proposed: solid('FFE2F0D9'),
  answer: solid('FFFFF9E5'),
  answerHeader: solid('FFFFE699'),
} as const;

/** Formats 0 to 163 are the spreadsheet's own. */
const NUMBER_FORMATS = { amount: 3, share: 164, decimal: 165, date: 166 } as const;
const OWN_FORMATS =
  '<numFmts count="3"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="#,##0.0"/>' +
  '<numFmt numFmtId="166" formatCode="dd/mm/yyyy"/></numFmts>';

interface Look {
  readonly font: keyof typeof FONTS;
  readonly fill?: keyof typeof FILLS;
  readonly border?: boolean;
  /** Format 49 is text: what is typed there later stays as it was typed, too. */
  readonly isText?: boolean;
  readonly numbers?: keyof typeof NUMBER_FORMATS;
  readonly wrap?: boolean;
  readonly across?: 'center';
  /** By default at the top. */
  readonly down?: 'center';
}

const LOOKS: Readonly<Record<CellStyle, Look>> = {
  plain: { font: 'normal', wrap: true },
  plain_line: { font: 'normal' },
  title: { font: 'title' },
  note: { font: 'note', wrap: true },
  strong: { font: 'bold', wrap: true },
  header: { font: 'bold', fill: 'header', border: true, wrap: true, across: 'center', down: 'center' },
  answer_header: {
    font: 'bold',
    fill: 'answerHeader',
    border: true,
    wrap: true,
    across: 'center',
    down: 'center',
  },
  text: { font: 'normal', border: true, isText: true },
  wrap: { font: 'normal', border: true, isText: true, wrap: true },
  number: { font: 'normal', border: true },
  ordinal: { font: 'normal', border: true, across: 'center' },
  proposed: { font: 'bold', fill: 'proposed', border: true, isText: true, wrap: true },
  answer: { font: 'normal', fill: 'answer', border: true, isText: true, wrap: true },
  amount: { font: 'normal', border: true, numbers: 'amount' },
  decimal: { font: 'normal', border: true, numbers: 'decimal' },
  share: { font: 'normal', border: true, numbers: 'share' },
  date: { font: 'normal', border: true, numbers: 'date', across: 'center' },
  total: { font: 'bold', fill: 'header', border: true, isText: true, wrap: true },
  total_amount: { font: 'bold', fill: 'header', border: true, numbers: 'amount' },
  total_decimal: { font: 'bold', fill: 'header', border: true, numbers: 'decimal' },
  total_share: { font: 'bold', fill: 'header', border: true, numbers: 'share' },
  total_date: { font: 'bold', fill: 'header', border: true, numbers: 'date', across: 'center' },
};

function solid(rgb: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function numberOf<T extends object>(table: T, key: keyof T): number {
  return Object.keys(table).indexOf(key as string);
}

function formatXml(look: Look): string {
  const { font, fill = 'none', border = false, isText = false, numbers, wrap = false, down = 'top' } = look;
  const format = isText ? 49 : numbers === undefined ? 0 : NUMBER_FORMATS[numbers];
  // A mark in place of a figure stands where the figure would.
  const across = look.across ?? (numbers === undefined ? undefined : 'right');
  const horizontal = across === undefined ? '' : ` horizontal="${across}"`;
  const alignment = `<alignment${horizontal} vertical="${down}"${wrap ? ' wrapText="1"' : ''}/>`;
  return (
    `<xf numFmtId="${format}" fontId="${numberOf(FONTS, font)}" fillId="${numberOf(FILLS, fill)}" ` +
    `borderId="${border ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`
  );
}

const SIDES = ['left', 'right', 'top', 'bottom'];
const THIN = SIDES.map((side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`).join('');

/** The table of looks of a workbook; a look has the number of its place in CELL_STYLES. */
export const STYLES_XML =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  OWN_FORMATS +
  `<fonts count="${Object.keys(FONTS).length}">${Object.values(FONTS).join('')}</fonts>` +
  `<fills count="${Object.keys(FILLS).length}">${Object.values(FILLS).join('')}</fills>` +
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${THIN}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${CELL_STYLES.length}">${CELL_STYLES.map((style) => formatXml(LOOKS[style])).join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  '</styleSheet>';
