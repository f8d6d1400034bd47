import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import { OUTCOMES } from '../domain/outcome.js';
import { csvField } from '../output/csv.js';
import { type OutcomeHeader, readOutcomeRows, resultOf } from './outcome-file.js';
import type { RunManifest } from './read-manifest.js';

/** Which rows of a run are asked for. */
export type RowQuery =
  | { readonly kind: 'row'; readonly file: string; readonly row: number }
  /** The ID column holds this value; zeros lost in front do not matter. */
  | { readonly kind: 'id'; readonly value: string };

/** A row of a result file. */
export interface FoundRow {
  /** Position of its input in the manifest. */
  readonly input: number;
  readonly row: number;
  readonly fields: readonly string[];
  readonly header: OutcomeHeader;
}

/** Many rows can hold one placeholder in place of an ID. */
export const MOST_ROWS_FOUND = 200;

const withoutZeros = (text: string) => text.trim().replace(/^0+/, '');

/**
 * Finds rows in the files of a run, in source order, at most MOST_ROWS_FOUND.
 * @throws Failure exit 3: an unreadable file, or no such row. The message never holds the value of a cell.
 */
export async function findRows(folder: string, manifest: RunManifest, query: RowQuery): Promise<FoundRow[]> {
  const inputs = new Map(manifest.inputs.map(({ name }, i) => [name, i]));
  if (query.kind === 'row' && !inputs.has(query.file)) throw unknownFile(query.file, manifest);
  const found: FoundRow[] = [];
  for (const outcome of OUTCOMES) {
    for await (const { header, rows } of readOutcomeRows(folder, outcome, needleOf(query))) {
      for (const fields of rows) {
        const input = inputs.get(resultOf(fields, header, 'ds_source_file')) ?? -1;
        const row = Number(resultOf(fields, header, 'ds_source_row'));
        if (input < 0 || !isWanted(query, input, row, fields, header, manifest)) continue;
        found.push({ input, row, fields, header });
        if (query.kind === 'row') return found;
      }
      if (found.length >= MOST_ROWS_FOUND) break;
    }
  }
  if (found.length === 0) throw notFound(query);
  return found.sort((a, b) => a.input - b.input || a.row - b.row).slice(0, MOST_ROWS_FOUND);
}

/** Bytes that a chunk with a wanted row must hold. */
function needleOf(query: RowQuery): Buffer {
  const text =
    query.kind === 'row' ? `,${csvField(query.file)},${query.row},` : csvField(withoutZeros(query.value));
  return Buffer.from(text);
}

function isWanted(
  query: RowQuery,
  input: number,
  row: number,
  fields: readonly string[],
  header: OutcomeHeader,
  manifest: RunManifest,
): boolean {
  const { name, read_as } = manifest.inputs[input]!;
  if (query.kind === 'row') return row === query.row && name === query.file;
  const column = header.columns.indexOf(read_as.columns.personal_id ?? '');
  const value = withoutZeros(query.value);
  return column >= 0 && value !== '' && withoutZeros(fields[column] ?? '') === value;
}

function unknownFile(file: string, { inputs }: RunManifest): Failure {
  return new Failure({
    code: 'row_file_unknown',
    exitCode: EXIT.inputUnusable,
    what: `The run read no file named ${file}.`,
    expected: `one of its inputs: ${inputs.map(({ name }) => name).join(', ')}`,
    next: 'Write the file as column ds_source_file has it.',
  });
}

function notFound(query: RowQuery): Failure {
  const what =
    query.kind === 'row'
      ? `The results have no row ${query.row} of ${query.file}.`
      : 'No row of the results has this ID in its ID column.';
  return new Failure({
    code: 'row_not_found',
    exitCode: EXIT.inputUnusable,
    what,
    expected:
      'a row that the run took: not a header, a blank line, or a row that --province or --limit left out',
    next: 'Take file and row from the columns ds_source_file and ds_source_row.',
  });
}
