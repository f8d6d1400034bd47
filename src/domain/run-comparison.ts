import type { IdentityField, OutcomeName } from './outcome.js';
import type { ReasonCode } from './reasons.js';

/** How one row ended in one run. */
export interface RowEnd {
  readonly outcome: OutcomeName;
  readonly reason: ReasonCode;
  /** Of a verified row, else empty. */
  readonly personId: string;
}

/** A row that ended otherwise in the new run than in the old one. */
export interface ChangedRow {
  readonly file: string;
  /** Record number in the file. */
  readonly row: number;
  readonly old: RowEnd;
  readonly new: RowEnd;
  /** Fields whose corrections are no longer the same. */
  readonly corrections: readonly IdentityField[];
}

/** What can be different about a row that is in both runs. */
export const ROW_CHANGES = ['outcome', 'reason', 'person', 'corrections'] as const;
export type RowChange = (typeof ROW_CHANGES)[number];

type ByOutcome = Readonly<Record<OutcomeName, number>>;

/** A setting that two runs do not share; values as JSON. */
export interface ChangedSetting {
  readonly name: string;
  readonly old: string;
  readonly new: string;
}

/** What went into two runs and is not the same. */
export interface RunDifferences {
  readonly inputsOnlyOld: readonly string[];
  readonly inputsOnlyNew: readonly string[];
  /** The same name with other contents: rows are compared by number all the same. */
  readonly inputsChanged: readonly string[];
  /** The same bytes, but columns were read in another way. */
  readonly inputsReadOtherwise: readonly string[];
  readonly settings: readonly ChangedSetting[];
  /** `old → new`, or null where they are the same. */
  readonly model: readonly [old: string, new: string] | null;
  readonly registry: readonly [oldPersons: number, newPersons: number] | null;
  readonly tool: readonly [old: string, new: string] | null;
}

/** Two runs side by side, in rows. */
export interface RunComparison {
  readonly rowsInBoth: number;
  readonly rowsChanged: number;
  /** Rows in both runs: outcome in the old one, then in the new one. */
  readonly matrix: Readonly<Record<OutcomeName, ByOutcome>>;
  readonly onlyOld: ByOutcome;
  readonly onlyNew: ByOutcome;
  /** Changed rows by what changed; one row can count several times. */
  readonly changes: Readonly<Record<RowChange, number>>;
  readonly differences: RunDifferences;
}
