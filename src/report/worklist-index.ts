import type { Bilingual } from '../domain/reasons.js';
import type { CellStyle, CellValue, SheetLayout } from '../domain/sheet.js';
import { WORK_CLASSES } from '../domain/work-kinds.js';
import type { ListCounts, ListTitle } from '../domain/worklist.js';
import { formatInteger } from './number-format.js';
import type { ListStyle } from './worklist-sheets.js';
import { totalOf } from './worklist-summary.js';
import { listLabel, provinceFolderLabel, SHEET_NAMES } from './worklist-words.js';

/** A list as the index names it. */
export interface IndexEntry {
  readonly title: ListTitle;
  readonly counts: ListCounts;
  /** Path of its file in the folder, with `/`. */
  readonly file: string;
  /** Path of the workbook for the platform's import; empty without one. */
  readonly importFile: string;
}

const HEADERS: readonly (Bilingual & { readonly width: number })[] = [
  { vi: 'STT', en: 'No.', width: 6 },
  { vi: 'Tỉnh, thành phố', en: 'Province', width: 24 },
  { vi: 'Danh sách', en: 'List', width: 44 },
  { vi: 'Hồ sơ', en: 'Records', width: 10 },
  { vi: 'Chỗ cần xử lý', en: 'Points', width: 10 },
];
const LAST_HEADERS: readonly (Bilingual & { readonly width: number })[] = [
  { vi: 'Người nhập lại được', en: 'Persons to import', width: 12 },
  { vi: 'Tệp', en: 'File', width: 60 },
  { vi: 'Tệp nhập lại', en: 'Import file', width: 60 },
];

/** Most work first: by errors, then records; equal ones by file. */
export function byMostWork(a: IndexEntry, b: IndexEntry): number {
  const [left, right] = [totalOf(a.counts), totalOf(b.counts)];
  return right.lines - left.lines || right.items - left.items || (a.file < b.file ? -1 : 1);
}

/** The header of the index. */
export function indexHeader({ lang }: ListStyle): string[] {
  const classes = WORK_CLASSES.map((workClass) => SHEET_NAMES[workClass][lang].replace(/^\d /, ''));
  return [...HEADERS.map((text) => text[lang]), ...classes, ...LAST_HEADERS.map((text) => text[lang])];
}

/** One line of the index; `number` from 1. */
export function indexCells(
  { title, counts, file, importFile }: IndexEntry,
  number: number,
  { by, lang }: ListStyle,
): CellValue[] {
  const { items, lines } = totalOf(counts);
  return [
    number,
    provinceFolderLabel(title.province, lang),
    listLabel(title, by, lang),
    items,
    lines,
    ...WORK_CLASSES.map((workClass) => counts.byClass[workClass].items),
    counts.imports,
    file,
    importFile,
  ];
}

/** The sheet of the index. */
export function indexSheet(entries: readonly IndexEntry[], style: ListStyle): SheetLayout {
  const vi = style.lang === 'vi';
  const widths = [...HEADERS, ...WORK_CLASSES.map(() => ({ width: 11 })), ...LAST_HEADERS];
  const sum = entries.reduce((lines, { counts }) => lines + totalOf(counts).lines, 0);
  const [lists, points] = [entries.length, sum].map((value) => formatInteger(value, style.lang));
  const title = vi
    ? `Mục lục danh sách cần xử lý: ${lists} danh sách, ${points} chỗ`
    : `Index of worklists: ${lists} lists, ${points} points`;
  const headers = indexHeader(style);
  return {
    name: vi ? 'Mục lục' : 'Index',
    columns: widths.map(({ width }, i) => ({ width, style: styleOf(i, widths.length) })),
    head: [
      { cells: [{ value: title, style: 'title' }], height: 24 },
      { cells: headers.map((value) => ({ value, style: 'header' })), height: 48 },
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: 6 }],
    freezeColumns: 3,
    filter: true,
    choices: [],
    dataRows: entries.length,
    repeatHead: true,
    printColumns: headers.length - 2,
    landscape: true,
    footer: vi ? 'Mục lục' : 'Index',
  };
}

function styleOf(column: number, columns: number): CellStyle {
  if (column === 0) return 'ordinal';
  if (column >= 3 && column <= 5 + WORK_CLASSES.length) return 'number';
  // Paths stay on one line.
  return column >= columns - 2 ? 'text' : 'wrap';
}
