import type { CellRange, CellStyle, CellValue, HeadRow, Sheet, SheetColumn } from '../../domain/sheet.js';
import { dayNumber } from './day-number.js';
import type { ColumnKind, OfficeColumn, OfficeRow, OfficeTable } from './office-table.js';

const STYLES: Readonly<Record<ColumnKind, CellStyle>> = {
  order: 'ordinal',
  code: 'text',
  text: 'wrap',
  date: 'date',
  amount: 'amount',
  decimal: 'decimal',
  share: 'share',
};
const TOTAL_STYLES: Readonly<Record<ColumnKind, CellStyle>> = {
  order: 'total',
  code: 'total',
  text: 'total',
  date: 'total_date',
  amount: 'total_amount',
  decimal: 'total_decimal',
  share: 'total_share',
};
/** Title and notes reach over so many characters, about the width of a screen. */
const NOTE_CHARACTERS = 130;
const LINE = 15;

/** A table of the appendices as a sheet: its lines can be filtered, its totals stand behind them. */
export function tableSheet(table: OfficeTable): Sheet {
  const { columns, rows, total } = table;
  const { head, merges } = headOf(table);
  const printed = columns.findLastIndex(({ mm }) => mm > 0) + 1;
  return {
    layout: {
      name: table.sheet,
      columns: columns.map(
        ({ characters, kind }): SheetColumn => ({ width: characters, style: STYLES[kind] }),
      ),
      head,
      merges,
      freezeColumns: table.names,
      filter: table.filter !== false && rows.length > 0,
      choices: [],
      dataRows: rows.length,
      foot: total === null ? [] : [totalRow(total, columns)],
      repeatHead: true,
      printColumns: printed,
      landscape: true,
      footer: table.title,
    },
    rows: rows.map((row) => row.map((value, i) => sheetValue(value, columns[i]?.kind ?? 'text'))),
  };
}

function totalRow(total: OfficeRow, columns: readonly OfficeColumn[]): HeadRow {
  return {
    cells: total.map((value, i) => {
      const kind = columns[i]?.kind ?? 'text';
      return { value: sheetValue(value, kind), style: TOTAL_STYLES[kind] };
    }),
  };
}

/** A day is a number, so that a spreadsheet can sort it. */
function sheetValue(value: string | number, kind: ColumnKind): CellValue {
  return kind === 'date' && typeof value === 'string' ? (dayNumber(value) ?? value) : value;
}

function headOf({ title, notes, columns }: OfficeTable): {
  head: readonly HeadRow[];
  merges: readonly CellRange[];
} {
  const head: HeadRow[] = [];
  const merges: CellRange[] = [];
  const { right, characters } = noteWidth(columns);
  const wide = (value: string, style: CellStyle, height: number) => {
    if (right > 0) merges.push({ top: head.length, left: 0, bottom: head.length, right });
    head.push({ cells: [{ value, style }], height });
  };
  wide(title, 'title', 24);
  for (const text of notes) wide(text, 'note', LINE * Math.ceil((text.length * 1.1) / characters));
  if (columns.some(({ group }) => group !== undefined)) {
    merges.push(...groupRanges(columns, head.length));
    head.push({ cells: columns.map(({ group }) => ({ value: group ?? '', style: 'header' })), height: 18 });
  }
  const lines = Math.max(
    ...columns.map(({ label, characters: width }) => Math.ceil((label.length * 1.25) / width)),
  );
  head.push({
    cells: columns.map(({ label }) => ({ value: label, style: 'header' })),
    height: LINE * Math.max(2, lines) + 4,
  });
  return { head, merges };
}

/** Over which columns title and notes go. */
function noteWidth(columns: readonly OfficeColumn[]) {
  let characters = 0;
  let right = -1;
  for (const column of columns) {
    if (characters + column.characters > NOTE_CHARACTERS && right >= 0) break;
    characters += column.characters;
    right++;
  }
  return { right, characters };
}

/** Neighbours of one group. */
function groupRanges(columns: readonly OfficeColumn[], row: number): readonly CellRange[] {
  const ranges: CellRange[] = [];
  for (let left = 0; left < columns.length; ) {
    const group = columns[left]?.group;
    let right = left;
    while (columns[right + 1]?.group === group && right + 1 < columns.length) right++;
    if (group !== undefined && right > left) ranges.push({ top: row, left, bottom: row, right });
    left = right + 1;
  }
  return ranges;
}
