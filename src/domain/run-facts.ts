import type { DecoyCounts } from './decoys.js';
import type { LayoutKind } from './dose-record.js';
import type { NotComparedCounts } from './not-compared.js';
import type { Bilingual } from './reasons.js';

/** The languages of reports and messages. */
export type Language = keyof Bilingual;

/** The deadline of Công văn 1975/BYT-CNTT (19/4/2022); 2262/BYT-CNTT moved it, so it is a setting. */
export const DEFAULT_DEADLINE = '2022-05-05';

/** One dose export that a run read. */
export interface InputFact {
  /** Base name, never a path: reports travel. */
  readonly name: string;
  readonly bytes: number;
  /** Data rows read: headers and blank lines are not counted, rows out of scope and rejected rows are. */
  readonly rows: number;
  /** Lower-case hexadecimal, of the bytes as stored on disk. */
  readonly sha256: string;
  readonly layout: LayoutKind;
  /** As detected, such as `utf-8` or `utf-16le`. */
  readonly encoding: string;
}

/** What decides an outcome. */
export interface RunThresholds {
  /** Least probability (0 to 1) to verify. */
  readonly verifyProbability: number;
  /** Least probability (0 to 1) of a credible candidate: at or above it a row is reviewed, not a mismatch. */
  readonly reviewProbability: number;
  /** Least lead of the best candidate over the second, in bits (log2). */
  readonly marginBits: number;
}

/**
 * What a report says about a run beside the result cube.
 * There is no time of day here: the same inputs must give the same bytes.
 */
export interface RunFacts {
  readonly toolVersion: string;
  readonly language: Language;
  readonly inputs: readonly InputFact[];
  readonly registry: {
    /** Persons in the registry. */
    readonly persons: number;
    /** Identifies the content of the registry, such as a hash. */
    readonly id: string;
  };
  readonly modelVersion: string;
  readonly thresholds: RunThresholds;
  /** Rows that would be verified at each of VERIFY_STEPS, all other rules unchanged. */
  readonly verifiedAt: readonly number[];
  readonly options: {
    /** Two-digit codes that the run was restricted to, sorted; null: all provinces. */
    readonly provinces: readonly string[] | null;
    /** Most rows to process; null: all. */
    readonly limit: number | null;
  };
  /** Rows read and left out because they belong to provinces that were not asked for. */
  readonly rowsOtherProvinces: number;
  /** Rows read and left out because the limit was reached. Rows never read are counted nowhere. */
  readonly rowsOverLimit: number;
  /** Lines without any character; they are no rows. */
  readonly blankLines: number;
  /** Whom the run did not compare, and why. */
  readonly notCompared: NotComparedCounts;
  /** What the trials with persons who cannot be right came to, by province. */
  readonly decoys: readonly DecoyCounts[];
  /** Names of the inputs more than half of whose rows are no UTF-8: the file was saved in another encoding. */
  readonly inputsNotUtf8: readonly string[];
  /** ISO date, `2022-05-05` unless configured. */
  readonly deadline: string;
}
