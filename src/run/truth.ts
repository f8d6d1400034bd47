import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import { fileSystemFailure } from '../input/input-failures.js';
import { csvRows } from './csv-rows.js';

/** What is true of one row. */
export interface TrueRow {
  readonly personId: string;
  readonly inRegistry: boolean;
  readonly errors: readonly string[];
}

interface FileTruth {
  readonly people: number[];
  readonly kinds: number[];
}

const COLUMNS = ['source_file', 'source_row', 'person_id', 'in_registry', 'errors'] as const;
const NO_ERRORS = 'none';

/** The truth of every row, by file and record number; about twenty bytes a row. */
export class Truth {
  readonly #files = new Map<string, FileTruth>();
  readonly #kinds: { readonly inRegistry: boolean; readonly errors: readonly string[] }[] = [];
  readonly #kindNumbers = new Map<string, number>();

  /** @throws Failure exit 3 when the file cannot be read or has other columns. */
  static async read(path: string): Promise<Truth> {
    const truth = new Truth();
    let positions: readonly number[] | null = null;
    try {
      for await (const row of csvRows(path, { bom: true })) {
        if (positions === null) positions = truth.#header(path, row);
        else truth.#add(positions.map((position) => row[position] ?? ''));
      }
      if (positions === null) truth.#header(path, []);
    } catch (cause) {
      throw cause instanceof Failure ? cause : fileSystemFailure(path, cause);
    }
    return truth;
  }

  find(file: string, record: number): TrueRow | null {
    const truth = this.#files.get(file);
    const person = truth?.people[record];
    if (truth === undefined || person === undefined) return null;
    return { personId: String(person).padStart(12, '0'), ...this.#kinds[truth.kinds[record]!]! };
  }

  #header(path: string, row: readonly string[]): readonly number[] {
    const missing = COLUMNS.filter((name) => !row.includes(name));
    if (missing.length > 0) {
      throw new Failure({
        code: 'truth_columns',
        exitCode: EXIT.inputUnusable,
        what: `${path}: columns missing: ${missing.join(', ')}; columns found: ${row.join(', ')}.`,
        expected: `a truth file with the columns ${COLUMNS.join(', ')}`,
        next: 'Give the truth.csv that `npm run generate` wrote beside the exports.',
      });
    }
    return COLUMNS.map((name) => row.indexOf(name));
  }

  #add([file = '', record = '', person = '', inRegistry = '', errors = '']: readonly string[]): void {
    let truth = this.#files.get(file);
    if (truth === undefined) {
      truth = { people: [], kinds: [] };
      this.#files.set(file, truth);
    }
    const key = `${inRegistry}|${errors}`;
    let kind = this.#kindNumbers.get(key);
    if (kind === undefined) {
      kind = this.#kinds.length;
      this.#kindNumbers.set(key, kind);
      this.#kinds.push({
        inRegistry: inRegistry === '1',
        errors: errors === NO_ERRORS || errors === '' ? [] : errors.split(';'),
      });
    }
    truth.people[Number(record)] = Number(person);
    truth.kinds[Number(record)] = kind;
  }
}
