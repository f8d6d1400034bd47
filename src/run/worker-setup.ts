import type { AdminUnits, FileLayout } from '../domain/dose-record.js';
import type { PartialDate } from '../domain/identity.js';
import type { NotComparedCounts } from '../domain/not-compared.js';
import type { OutcomeName } from '../domain/outcome.js';
import type { Language } from '../domain/run-facts.js';
import type { SummaryCell } from '../domain/summary-cell.js';
import type { MatchModel } from '../match/model.js';
import type { MatchPolicy } from '../match/policy.js';
import type { ColumnMapping } from '../output/columns.js';
import type { PackedDecoys } from './decoy-tally.js';
import type { EarlierRun } from './earlier-index.js';

/** One dose file as every worker sees it. */
export interface InputSetup {
  /** Base name. */
  readonly name: string;
  readonly layout: FileLayout;
  readonly mapping: ColumnMapping;
  /** See `rowContexts`. */
  readonly context: string;
}

/** Everything a worker needs to turn chunks into output; plain data, so that it can be sent to a thread. */
export interface WorkerSetup {
  readonly registryPath: string;
  readonly inputs: readonly InputSetup[];
  readonly model: MatchModel;
  readonly policy: MatchPolicy;
  readonly language: Language;
  /** Two-digit codes of the provinces to run; null for all. */
  readonly provinces: readonly string[] | null;
  /** No birth date can be after this day. */
  readonly latest: PartialDate;
  readonly adminUnits: AdminUnits;
  /** The run whose results are used again; null: none. */
  readonly earlier: EarlierRun | null;
}

/** A run of whole records of one input. */
export interface ChunkTask {
  readonly input: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly firstRecord: number;
  /** Rows to take at most; the rest is counted as over the limit. Null: all. */
  readonly mostRows: number | null;
  /** Memory to write each outcome's records into; null: new memory. */
  readonly spares: Readonly<Record<OutcomeName, ArrayBuffer>> | null;
}

/** A cell of the result cube without its counts of persons, which need all chunks together. */
export type CellCount = Omit<SummaryCell, 'persons'>;

export interface ChunkResult {
  readonly input: number;
  /** The task's; its memory can be used again. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Output records of each outcome, UTF-8, in source order. */
  readonly output: Readonly<Record<OutcomeName, Uint8Array<ArrayBuffer>>>;
  readonly outcomeRows: Readonly<Record<OutcomeName, number>>;
  readonly cells: readonly CellCount[];
  /** Pairs of a person key (see `person-key.ts`) and the position of the row's cell in `cells`. */
  readonly persons: Float64Array<ArrayBuffer>;
  readonly rows: number;
  readonly rowsOtherProvinces: number;
  readonly rowsOverLimit: number;
  /** Rows that would be verified at each of VERIFY_STEPS. */
  readonly verifiedAt: readonly number[];
  readonly notCompared: NotComparedCounts;
  /** What the trials with decoys came to. */
  readonly decoys: PackedDecoys;
  /** Rows whose results an earlier run gave. */
  readonly rowsReused: number;
  /** Names of files of the earlier run in which the worker found damage so far; nothing of the damaged places is used. */
  readonly damagedFiles: readonly string[];
  /** What a later run needs to use these results, see `reuse-block.ts`. */
  readonly reuse: Uint8Array<ArrayBuffer>;
}
