import type { Language } from '../../domain/run-facts.js';
import type { Alignment, DocumentTable, HeadCell } from '../../domain/text-document.js';
import { formatDate, formatDecimal, formatInteger, formatShare } from '../number-format.js';
import type { ColumnKind, OfficeColumn, OfficeRow, OfficeTable } from './office-table.js';

const ALIGNMENTS: Readonly<Record<ColumnKind, Alignment>> = {
  order: 'center',
  code: 'left',
  text: 'left',
  date: 'center',
  amount: 'right',
  decimal: 'right',
  share: 'right',
};

/** A table of the appendices as the document prints it; columns without a width are left out. */
export function documentTable(table: OfficeTable, lang: Language): DocumentTable {
  const columns = table.columns.filter(({ mm }) => mm > 0);
  const line = (row: OfficeRow, strong: boolean) => ({
    cells: table.columns.flatMap(({ kind, mm }, i) => (mm > 0 ? [printed(row[i] ?? '', kind, lang)] : [])),
    strong,
  });
  return {
    kind: 'table',
    fontSize: table.fontSize,
    columns: columns.map(({ mm, kind }) => ({ width: mm, alignment: ALIGNMENTS[kind] })),
    head: headOf(columns),
    rows: [
      ...table.rows.map((row) => line(row, false)),
      ...(table.total === null ? [] : [line(table.total, true)]),
    ],
  };
}

/** One row, or two where neighbours share a group. */
function headOf(columns: readonly OfficeColumn[]): readonly (readonly HeadCell[])[] {
  const one = ({ label }: OfficeColumn, rows: number): HeadCell => ({ text: label, columns: 1, rows });
  if (columns.every(({ group }) => group === undefined)) return [columns.map((column) => one(column, 1))];
  const upper: HeadCell[] = [];
  let last: string | undefined;
  for (const column of columns) {
    const { group } = column;
    const before = upper.at(-1);
    if (group === undefined) upper.push(one(column, 2));
    else if (group === last && before !== undefined)
      upper[upper.length - 1] = { ...before, columns: before.columns + 1 };
    else upper.push({ text: group, columns: 1, rows: 1 });
    last = group;
  }
  return [upper, columns.filter(({ group }) => group !== undefined).map((column) => one(column, 1))];
}

function printed(value: string | number, kind: ColumnKind, lang: Language): string {
  if (typeof value === 'string') return kind === 'date' ? formatDate(value) : value;
  if (kind === 'share') return formatShare(value, 1, lang);
  return kind === 'decimal' ? formatDecimal(value, 1, lang) : formatInteger(value, lang);
}
