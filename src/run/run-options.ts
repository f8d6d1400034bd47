import type { AdminUnits, SexCoding } from '../domain/dose-record.js';
import type { QualityGates } from '../domain/quality-gates.js';
import type { Language } from '../domain/run-facts.js';
import type { TextEncoding } from '../domain/text-encoding.js';
import type { MatchModel } from '../match/model.js';
import type { MatchPolicy } from '../match/policy.js';
import type { InputMapping } from './mapping-schema.js';
import type { ProgressScreen } from './progress.js';
import type { RunLog } from './run-log.js';

/** Everything a run needs to know. */
export interface RunOptions {
  /** Files, folders or globs, as given. */
  readonly doses: readonly string[];
  readonly registry: string;
  readonly out: string;
  readonly jobs: number;
  readonly provinces: readonly string[] | null;
  readonly limit: number | null;
  readonly dryRun: boolean;
  /** What to do with an interrupted run to the same place; null: it is refused. */
  readonly unfinished: 'resume' | 'restart' | null;
  /** Folder of the published run whose results are used again; null: none. */
  readonly since: string | null;
  /** Seconds between two checkpoints; 0: after every chunk. */
  readonly checkpointSeconds: number;
  readonly language: Language;
  /** ISO date. */
  readonly deadline: string;
  /** ISO date of the day the exports were made; null: not stated. */
  readonly dataDate: string | null;
  /** ISO date. */
  readonly latestDate: string;
  readonly sexCoding: SexCoding | undefined;
  /** Of files without a byte order mark; undefined: decided for each. */
  readonly encoding: TextEncoding | undefined;
  /** How single files are to be read; null: as they show themselves. */
  readonly mapping: InputMapping | null;
  readonly adminUnits: AdminUnits;
  readonly policy: MatchPolicy;
  readonly model: MatchModel;
  readonly gates: QualityGates;
  readonly toolVersion: string;
  readonly screen: ProgressScreen;
  readonly log: RunLog;
  /** Tells a person about something that does not stop the run. */
  readonly warn: (text: string) => void;
  /** Tells a person about something that is as it should be. */
  readonly note: (text: string) => void;
  /** Aborted on Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
}
