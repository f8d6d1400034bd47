import { join } from 'node:path';
import { OUTCOMES, type OutcomeName } from '../domain/outcome.js';
import { OUTCOME_FILES } from '../domain/output-files.js';
import type { SummaryCell } from '../domain/summary-cell.js';
import { PersonCounter } from './person-counter.js';
import { NO_PERSON } from './person-key.js';
import { REUSE_FILE } from './reuse-block.js';
import { RunTally, type TallyState } from './run-tally.js';
import { DamagedFile, type FileFact, readStagedFile, StagedFile } from './staged-file.js';
import type { CellCount, ChunkResult } from './worker-setup.js';

/** What the results of all chunks add up to. */
export interface SinkTotals extends Omit<TallyState, 'cells'> {
  readonly cells: readonly SummaryCell[];
  readonly files: readonly (FileFact & { readonly rows: number })[];
}

/** Everything that a sink holds, as plain data beside its files. */
export interface SinkState {
  readonly tally: TallyState;
  readonly files: Readonly<Record<OutcomeName, FileFact>>;
  readonly persons: FileFact;
  /** What a later run needs to use the results again. */
  readonly reuse: FileFact;
}

export interface SinkPlace {
  /** Where the result files are written. */
  readonly folder: string;
  /** Where the list of persons is written. */
  readonly personsFolder: string;
  readonly nameOf: (outcome: OutcomeName) => string;
  /** What a result file begins with. */
  readonly headerOf: (outcome: OutcomeName) => string;
  readonly inputs: number;
}

/** Pairs of numbers: the key of a person and the number of a row's cell. */
export const PERSONS_FILE = 'persons.bin';

export const outcomeFileName = (outcome: OutcomeName) => OUTCOME_FILES[outcome];

/** Writes chunk results, in the order they are given, into the staging folder. Throws the file system's errors. */
export class Sink {
  readonly #files: ReadonlyMap<OutcomeName, StagedFile>;
  readonly #persons: StagedFile;
  readonly #reuse: StagedFile;
  readonly #tally: RunTally;
  /** Rows in the result files when this sink was made. */
  readonly rowsKept: number;
  /** Rows since this sink was made whose results an earlier run gave. */
  rowsReused = 0;
  /** Names of files of that run in which there is damage. */
  readonly damagedFiles = new Set<string>();

  /** `kept`: what another sink's `state` was; its files are cut to what they held then. @throws DamagedFile */
  constructor(place: SinkPlace, kept?: SinkState) {
    this.#tally = new RunTally(place.inputs);
    if (kept !== undefined) this.#tally.addState(kept.tally);
    this.rowsKept = this.#tally.rowsOut();
    this.#persons = new StagedFile(place.personsFolder, PERSONS_FILE, kept?.persons);
    this.#reuse = new StagedFile(place.folder, REUSE_FILE, kept?.reuse);
    this.#files = new Map(
      OUTCOMES.map((outcome) => {
        const file = new StagedFile(place.folder, place.nameOf(outcome), kept?.files[outcome]);
        if (kept === undefined) file.write(place.headerOf(outcome));
        return [outcome, file];
      }),
    );
  }

  write(result: ChunkResult): void {
    for (const [outcome, file] of this.#files) file.write(result.output[outcome]);
    const cellNumbers = this.#tally.addChunk(result);
    this.#persons.write(personPairs(result.persons, cellNumbers));
    this.#reuse.write(result.reuse);
    this.rowsReused += result.rowsReused;
    for (const file of result.damagedFiles) this.damagedFiles.add(file);
  }

  /** Rows in the result files. */
  rowsOut(): number {
    return this.#tally.rowsOut();
  }

  /** A live view: it is to be used before more is written. */
  state(): SinkState {
    const files = [...this.#files].map(([outcome, file]) => [outcome, file.fact()]);
    return {
      tally: this.#tally.state(),
      files: Object.fromEntries(files) as SinkState['files'],
      persons: this.#persons.fact(),
      reuse: this.#reuse.fact(),
    };
  }

  /** Resolves when everything written so far is on the disk. */
  async sync(): Promise<void> {
    await Promise.all([this.#persons, this.#reuse, ...this.#files.values()].map((file) => file.sync()));
  }

  close(): SinkState {
    this.#persons.close();
    this.#reuse.close();
    for (const file of this.#files.values()) file.close();
    return this.state();
  }
}

/** The pairs of the rows that are somebody's, with other cell numbers. */
export function personPairs(pairs: Float64Array, cellNumbers: readonly number[]): Uint8Array {
  const numbered = new Float64Array(pairs.length);
  let filled = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    if (pairs[i] === NO_PERSON) continue;
    numbered[filled++] = pairs[i]!;
    numbered[filled++] = cellNumbers[pairs[i + 1]!]!;
  }
  return new Uint8Array(numbered.buffer, 0, filled * 8);
}

/** A list of persons and the folder that it is in; `cellNumbers` gives each of its cells its number among all cells. */
export interface PersonList {
  readonly folder: string;
  readonly fact: FileFact;
  readonly cellNumbers: readonly number[];
}

/**
 * Persons of each cell, over all lists. `folder` takes files while they are counted. @throws DamagedFile
 */
export function countPersons(
  cells: readonly CellCount[],
  lists: readonly PersonList[],
  folder: string,
): SummaryCell[] {
  const counter = new PersonCounter(folder);
  try {
    for (const { folder: place, fact, cellNumbers } of lists) {
      for (const block of readStagedFile(place, fact)) {
        const pairs = new Float64Array(block.slice(0, block.length - (block.length % 16)).buffer);
        for (let i = 0; i < pairs.length; i += 2) {
          const person = pairs[i]!;
          const cell = cellNumbers[pairs[i + 1]!];
          // The checksum comes after the last pair.
          if (!Number.isSafeInteger(person) || person < 0 || cell === undefined)
            throw new DamagedFile(join(place, fact.name));
          counter.add(person, cell);
        }
      }
    }
    const persons = counter.count(cells);
    return cells.map((cell, i) => ({ ...cell, persons: persons[i]! }));
  } finally {
    counter.close();
  }
}
