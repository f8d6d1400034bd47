/** The columns that every output file has after the source columns, in this order. */
export const RESULT_COLUMNS = [
  'ds_source_file',
  'ds_source_row',
  'ds_outcome',
  'ds_reason',
  'ds_official_class',
  'ds_person_id',
  'ds_match_probability',
  'ds_margin',
  'ds_corrections',
  'ds_explanation',
  'ds_candidates',
] as const;

/** Only in `rejected.csv`: the raw text of a row that could not be split into its columns. */
export const RAW_TEXT_COLUMN = 'ds_source_text';

const RESERVED: ReadonlySet<string> = new Set([...RESULT_COLUMNS, RAW_TEXT_COLUMN]);

/** Where each output column stands in a row of one input; -1 where that input does not have it. */
export interface ColumnMapping {
  readonly positions: readonly number[];
  /** True when the input's columns are the output's, in the same order: its rows can be copied. */
  readonly isWhole: boolean;
}

export interface ColumnUnion {
  readonly columns: readonly string[];
  readonly mappings: readonly ColumnMapping[];
}

/**
 * The union of the columns of all inputs, in the order of their first appearance.
 * A source column that has the name of a result column (a run's own output read again) gets ` (source)` behind it,
 * once more where the file has such a column already (an output read for the third time).
 */
export function unionColumns(inputs: readonly (readonly string[])[]): ColumnUnion {
  const names = inputs.map(renameReserved);
  const columns = [...new Set(names.flat())];
  const mappings = names.map((own) => {
    const positionOf = new Map(own.map((name, position) => [name, position]));
    const positions = columns.map((name) => positionOf.get(name) ?? -1);
    return { positions, isWhole: positions.every((position, i) => position === i) };
  });
  return { columns, mappings };
}

function renameReserved(columns: readonly string[]): string[] {
  const own = new Set(columns);
  return columns.map((name) => {
    if (!RESERVED.has(name)) return name;
    let renamed = `${name} (source)`;
    while (own.has(renamed)) renamed += ' (source)';
    return renamed;
  });
}
