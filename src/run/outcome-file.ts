import { join } from 'node:path';
import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import type { OutcomeName } from '../domain/outcome.js';
import { OUTCOME_FILES } from '../domain/output-files.js';
import { cutChunks } from '../input/chunk-cutter.js';
import { fileSource } from '../input/input-source.js';
import { openSource } from '../input/open-source.js';
import { parseQuoted } from '../input/parse-quoted.js';
import { RecordScanner } from '../input/record-scanner.js';
import { splitChunk } from '../input/split-chunk.js';
import { RAW_TEXT_COLUMN, RESULT_COLUMNS } from '../output/columns.js';

/** The header of a result file. The result columns are its last: a source column may have any other name. */
export interface OutcomeHeader {
  /** All columns. */
  readonly columns: readonly string[];
  /** Position of `ds_source_file`; the other result columns follow it. */
  readonly firstResult: number;
}

/** Whole rows of one result file, in source order. */
export interface OutcomeChunk {
  readonly header: OutcomeHeader;
  readonly rows: readonly (readonly string[])[];
}

export type ResultColumn = (typeof RESULT_COLUMNS)[number];

/** Number of each result column, from 0. */
export const RESULT_NUMBERS = Object.fromEntries(RESULT_COLUMNS.map((name, i) => [name, i])) as Readonly<
  Record<ResultColumn, number>
>;

/** The text of a result column in a row. */
export function resultOf(row: readonly string[], header: OutcomeHeader, column: ResultColumn): string {
  return row[header.firstResult + RESULT_NUMBERS[column]] ?? '';
}

/** Bytes of whole records of a result file, in source order, without the header's. */
export interface OutcomeBytes {
  readonly header: OutcomeHeader;
  readonly bytes: Buffer;
}

/** Reads the file of one outcome, a chunk at a time. @throws Failure exit 3: it cannot be read or is no result file. */
export async function* readOutcomeBytes(folder: string, outcome: OutcomeName): AsyncGenerator<OutcomeBytes> {
  const path = join(folder, OUTCOME_FILES[outcome]);
  let header: OutcomeHeader | null = null;
  for await (const { bytes } of cutChunks(openSource(fileSource(path)), { delimiter: ',' })) {
    if (header !== null) {
      yield { header, bytes };
      continue;
    }
    const scanner = new RecordScanner(bytes, ',', true);
    scanner.advance();
    const [columns = []] = parseQuoted([bytes.toString('utf8', scanner.start, scanner.end)], ',');
    header = headerOf(path, columns, outcome);
    yield { header, bytes: bytes.subarray(scanner.next) };
  }
}

/** The same as rows; chunks that do not hold `needle` are left out unsplit. */
export async function* readOutcomeRows(
  folder: string,
  outcome: OutcomeName,
  needle: Buffer,
): AsyncGenerator<OutcomeChunk> {
  for await (const { header, bytes } of readOutcomeBytes(folder, outcome)) {
    if (bytes.includes(needle)) yield { header, rows: rowsOf(bytes, header.columns.length) };
  }
}

/** The rows of a chunk, whole. Raw texts of rejected rows look broken to the splitter, but are well-formed CSV. */
export function rowsOf(bytes: Buffer, width: number): (readonly string[])[] {
  const columns = new Array<string>(width).fill('');
  return splitChunk(bytes, 1, { delimiter: ',', columns, firstDataRow: 1 }).map((row) =>
    row.kind === 'fields' ? row.fields : (parseQuoted([row.text], ',')[0] ?? row.fields),
  );
}

function headerOf(path: string, columns: readonly string[], outcome: OutcomeName): OutcomeHeader {
  const wanted = outcome === 'rejected' ? [...RESULT_COLUMNS, RAW_TEXT_COLUMN] : RESULT_COLUMNS;
  const firstResult = columns.length - wanted.length;
  if (wanted.every((name, i) => columns[firstResult + i] === name)) return { columns, firstResult };
  throw new Failure({
    code: 'run_columns',
    exitCode: EXIT.inputUnusable,
    what: `${path} does not end in the columns of a result file.`,
    expected: `the columns ${wanted.join(', ')} behind the source columns`,
    next: 'Give a result folder as `doisoat run` wrote it; spreadsheets change such files when they save them.',
  });
}
