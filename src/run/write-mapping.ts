import { type ColumnReference, referenceOf } from '../input/stated-layout.js';
import type { MappingEntry } from './mapping-schema.js';
import type { ProbedInput } from './probe-input.js';

/** How an input was understood, as an entry of a mapping that says the same. */
export function mappingOf(input: ProbedInput, name: string): MappingEntry {
  const { layout, encoding, workbook, headerRows, headers, sexUnproved } = input;
  const reference = (at: number): ColumnReference =>
    headerRows.length === 0 ? at + 1 : referenceOf(layout, headers, at);
  const named = (fields: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(fields).map(([field, at]) => [field, reference(at)]));
  return {
    name,
    // A workbook says itself in which encoding it is.
    ...(workbook === null
      ? { encoding: encoding.encoding, delimiter: layout.delimiter as MappingEntry['delimiter'] }
      : { sheet: workbook.sheet }),
    layout: layout.kind,
    header_rows: [...headerRows],
    first_data_row: layout.firstDataRow,
    columns: named(layout.fields),
    doses: layout.doses.map(named),
    ...(!sexUnproved && layout.fields.sex !== undefined && { sex_coding: layout.sexCoding }),
    birth_dates: layout.birthDateOrder ?? 'day-first',
    dose_dates: layout.doseDateOrder ?? 'day-first',
  };
}
