import type { DecoyCounts } from '../domain/decoys.js';
import type { NotComparedCounts } from '../domain/not-compared.js';
import { OUTCOMES, type OutcomeName } from '../domain/outcome.js';
import { OUTCOME_FILES } from '../domain/output-files.js';
import type { SummaryCell } from '../domain/summary-cell.js';
import { VERIFY_STEPS } from '../domain/verify-steps.js';
import { outcomeHeader } from '../output/files.js';
import { BLOCKING_PLAN } from './blocking-plan.js';
import { CellTally } from './cell-tally.js';
import { DecoyTally } from './decoy-tally.js';
import { NotComparedTally } from './not-compared-tally.js';
import { PersonCounter } from './person-counter.js';
import { NO_PERSON } from './person-key.js';
import { type FileFact, StagedFile } from './staged-file.js';
import type { ChunkResult } from './worker-setup.js';

/** What the results of all chunks add up to. */
export interface SinkTotals {
  readonly cells: readonly SummaryCell[];
  readonly files: readonly (FileFact & { readonly rows: number })[];
  readonly rowsByInput: readonly number[];
  /** Rows with the reason `invalid_encoding`. */
  readonly undecodedByInput: readonly number[];
  readonly outcomeRows: Readonly<Record<OutcomeName, number>>;
  readonly rowsOtherProvinces: number;
  readonly rowsOverLimit: number;
  /** Rows that would be verified at each of VERIFY_STEPS. */
  readonly verifiedAt: readonly number[];
  readonly notCompared: NotComparedCounts;
  readonly decoys: readonly DecoyCounts[];
}

/** Writes chunk results, in the order they are given, into the staging folder. Throws the file system's errors. */
export class Sink {
  readonly #files: ReadonlyMap<OutcomeName, StagedFile>;
  readonly #persons: PersonCounter;
  readonly #tally = new CellTally();
  readonly #rowsByInput: number[];
  readonly #undecodedByInput: number[];
  readonly #outcomeRows: Record<OutcomeName, number> = {
    verified: 0,
    mismatch: 0,
    needs_review: 0,
    rejected: 0,
  };
  #rowsOtherProvinces = 0;
  #rowsOverLimit = 0;
  readonly #verifiedAt: number[] = VERIFY_STEPS.map(() => 0);
  readonly #decoys = new DecoyTally();
  readonly #notCompared = new NotComparedTally(BLOCKING_PLAN.ruleNames);

  /** `folder` is the staging folder; the person files are removed from it before the end. */
  constructor(folder: string, sourceColumns: readonly string[], inputs: number) {
    this.#persons = new PersonCounter(folder);
    this.#rowsByInput = new Array<number>(inputs).fill(0);
    this.#undecodedByInput = new Array<number>(inputs).fill(0);
    this.#files = new Map(
      OUTCOMES.map((outcome) => {
        const file = new StagedFile(folder, OUTCOME_FILES[outcome]);
        file.write(outcomeHeader(outcome, sourceColumns));
        return [outcome, file];
      }),
    );
  }

  write(result: ChunkResult): void {
    for (const [outcome, file] of this.#files) {
      file.write(result.output[outcome]);
      this.#outcomeRows[outcome] += result.outcomeRows[outcome];
    }
    const cellNumbers = result.cells.map(({ rows, doses, ...name }) => this.#tally.add(name, doses, rows));
    for (let i = 0; i < result.persons.length; i += 2) {
      const person = result.persons[i]!;
      if (person !== NO_PERSON) this.#persons.add(person, cellNumbers[result.persons[i + 1]!]!);
    }
    this.#rowsByInput[result.input]! += result.rows;
    for (const { reason, rows } of result.cells)
      if (reason === 'invalid_encoding') this.#undecodedByInput[result.input]! += rows;
    this.#rowsOtherProvinces += result.rowsOtherProvinces;
    this.#rowsOverLimit += result.rowsOverLimit;
    this.#notCompared.addCounts(result.notCompared);
    for (const counts of result.decoys) this.#decoys.addCounts(counts);
    result.verifiedAt.forEach((rows, i) => {
      this.#verifiedAt[i]! += rows;
    });
  }

  finish(): SinkTotals {
    const files = OUTCOMES.map((outcome) => ({
      ...this.#files.get(outcome)!.close(),
      rows: this.#outcomeRows[outcome],
    }));
    const cells = this.#tally.cells();
    const persons = this.#persons.count(cells);
    this.#persons.close();
    return {
      cells: cells.map((cell, i) => ({ ...cell, persons: persons[i]! })),
      files,
      rowsByInput: this.#rowsByInput,
      undecodedByInput: this.#undecodedByInput,
      outcomeRows: this.#outcomeRows,
      rowsOtherProvinces: this.#rowsOtherProvinces,
      rowsOverLimit: this.#rowsOverLimit,
      verifiedAt: this.#verifiedAt,
      notCompared: this.#notCompared.counts(),
      decoys: this.#decoys.counts(),
    };
  }
}
