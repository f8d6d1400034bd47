import type { Language } from '../domain/run-facts.js';
import type { CellValue, HeadRow, SheetLayout } from '../domain/sheet.js';
import type { WorkClass } from '../domain/work-kinds.js';
import type { Grouping } from '../domain/worklist.js';
import { type ListColumn, listColumns, type NumberedLine } from './worklist-columns.js';
import { ANSWERS, CLASS_MEANINGS, CLASS_STEPS, SHEET_NAMES } from './worklist-words.js';

/** How the lists are written. */
export interface ListStyle {
  readonly by: Grouping;
  readonly lang: Language;
}

/** More lines go to a further sheet; Excel has 1,048,576, but an ordinary PC is slow long before. */
export const MOST_LINES_A_SHEET = 200_000;

/** The sheet of one class of a list. `part`: 1 for the first sheet of the class, `lines`: on this sheet. */
export function listSheet(
  workClass: WorkClass,
  label: string,
  part: number,
  lines: number,
  { by, lang }: ListStyle,
): SheetLayout {
  const columns = listColumns(workClass, by);
  const printed = columns.filter(({ screenOnly }) => screenOnly !== true).length;
  const name = SHEET_NAMES[workClass][lang];
  const across = (top: number) => ({ top, left: 0, bottom: top, right: printed - 1 });
  const head: HeadRow[] = [
    { cells: [{ value: `${name.replace(/^\d /, '')} – ${label}`, style: 'title' }], height: 22 },
    {
      cells: [
        { value: `${CLASS_MEANINGS[workClass][lang]} ${CLASS_STEPS[workClass][lang]}`, style: 'plain' },
      ],
      height: 33,
    },
    {
      cells: columns.map((column) => ({
        value: column[lang],
        style: column.style === 'answer' ? 'answer_header' : 'header',
      })),
      height: 33,
    },
  ];
  const answer = columns.findIndex(({ isAnswer }) => isAnswer === true);
  return {
    name: part === 1 ? name : `${name} (${part})`,
    columns: columns.map(({ width, style }) => ({ width, style })),
    head,
    merges: [across(0), across(1)],
    freezeColumns: 2,
    filter: true,
    choices: [{ column: answer, values: ANSWERS[workClass].map((text) => text[lang]) }],
    dataRows: lines,
    repeatHead: true,
    printColumns: printed,
    landscape: true,
    footer: `${label} – ${name}`,
  };
}

/** The cells of one line. `columns`: those of the line's class. */
export function listCells(
  line: NumberedLine,
  columns: readonly ListColumn[],
  lang: Language,
): readonly CellValue[] {
  return columns.map(({ value }) => value(line, lang));
}
