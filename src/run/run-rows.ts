import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import { OUTCOMES, type OutcomeName } from '../domain/outcome.js';
import { OUTCOME_FILES } from '../domain/output-files.js';
import { type OutcomeBytes, RESULT_NUMBERS, type ResultColumn, readOutcomeBytes } from './outcome-file.js';
import type { RunManifest } from './read-manifest.js';
import { ResultScanner } from './result-scanner.js';

/** One of the four files of a run, on its way from front to back, a chunk in memory. */
class OutcomeStream {
  readonly outcome: OutcomeName;
  /** Position of the current row's file in the manifest, and its number; Infinity after the last row. */
  input = -1;
  row = 0;
  /** More has to be read before the current row is known. */
  needsLoad = true;
  readonly #chunks: AsyncGenerator<OutcomeBytes>;
  readonly #inputs: ReadonlyMap<string, number>;
  #scanner: ResultScanner | null = null;

  constructor(folder: string, outcome: OutcomeName, inputs: ReadonlyMap<string, number>) {
    this.outcome = outcome;
    this.#chunks = readOutcomeBytes(folder, outcome);
    this.#inputs = inputs;
  }

  async load(): Promise<void> {
    const step = await this.#chunks.next();
    this.needsLoad = false;
    if (step.done === true) {
      this.#scanner = null;
      this.input = Number.POSITIVE_INFINITY;
    } else {
      this.#scanner = new ResultScanner(step.value.bytes, step.value.header.firstResult);
      this.advance();
    }
  }

  advance(): void {
    if (this.#scanner === null) return;
    if (!this.#scanner.advance()) {
      this.needsLoad = true;
      return;
    }
    const input = this.#inputs.get(this.text('ds_source_file')) ?? -1;
    const row = Number(this.text('ds_source_row'));
    // The merge relies on the order; a file that was sorted or edited would be compared wrongly without a word.
    if (input < this.input || (input === this.input && !(row > this.row))) throw disordered(this.outcome);
    this.input = input;
    this.row = row;
  }

  text(column: ResultColumn): string {
    return this.#scanner!.text(RESULT_NUMBERS[column]);
  }

  async close(): Promise<void> {
    await this.#chunks.return(undefined);
  }
}

function disordered(outcome: OutcomeName): Failure {
  return new Failure({
    code: 'run_disordered',
    exitCode: EXIT.inputUnusable,
    what: `${OUTCOME_FILES[outcome]} is not in source order.`,
    expected: 'the files as `doisoat run` wrote them',
    next: 'Do not sort or edit result files; take the originals, or run again.',
  });
}

/**
 * All rows of a run in source order: its four files, each in that order, are merged. Memory: a chunk of each.
 * Input by input: `seek`, then `load` while `needsLoad`, look at `current`, `advance`.
 */
export class RunRows {
  readonly #folder: string;
  readonly #inputs: ReadonlyMap<string, number>;
  #streams: OutcomeStream[] = [];
  #least: OutcomeStream | null = null;
  /** Rows that were stepped over by `advance`. */
  taken = 0;

  constructor(folder: string, { inputs }: RunManifest) {
    this.#folder = folder;
    this.#inputs = new Map(inputs.map(({ name }, i) => [name, i]));
  }

  get needsLoad(): boolean {
    return this.#streams.some(({ needsLoad }) => needsLoad);
  }

  async load(): Promise<void> {
    for (const stream of this.#streams) while (stream.needsLoad) await stream.load();
    this.#choose();
  }

  /** The next row of this input, or null when there are no more. Only after `load`. */
  current(input: number): OutcomeStream | null {
    return this.#least?.input === input ? this.#least : null;
  }

  /** Steps over the current row. */
  advance(): void {
    this.taken++;
    this.#least?.advance();
    this.#choose();
  }

  /** Goes to the first row of an input; starts anew where the run read that input earlier. */
  async seek(input: number): Promise<void> {
    if (this.#streams.length === 0 || (this.#least !== null && this.#least.input > input)) {
      await this.close();
      this.#streams = OUTCOMES.map((outcome) => new OutcomeStream(this.#folder, outcome, this.#inputs));
    }
    await this.load();
    while (this.#least !== null && this.#least.input < input) {
      this.#least.advance();
      if (this.needsLoad) await this.load();
      else this.#choose();
    }
  }

  async close(): Promise<void> {
    for (const stream of this.#streams) await stream.close();
    this.#streams = [];
  }

  #choose(): void {
    let least: OutcomeStream | null = null;
    for (const stream of this.#streams) {
      if (
        least === null ||
        stream.input < least.input ||
        (stream.input === least.input && stream.row < least.row)
      ) {
        least = stream;
      }
    }
    this.#least = least;
  }
}
