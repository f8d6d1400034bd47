import type { AdminUnits, SexCoding } from '../domain/dose-record.js';
import type { TextEncoding } from '../domain/text-encoding.js';
import type { MatchModel } from '../match/model.js';
import type { EmIteration } from '../match/train-em.js';
import type { InputMapping } from './mapping-schema.js';
import type { ProgressScreen } from './progress.js';

/** Everything that training needs to know. */
export interface TrainOptions {
  /** Files, folders or globs, as given. */
  readonly doses: readonly string[];
  readonly registry: string;
  /** New file for the model. */
  readonly out: string;
  /** Most records to train on. */
  readonly sample: number;
  readonly iterations: number;
  /** The model to start from; its settings stay. */
  readonly model: MatchModel;
  readonly sexCoding: SexCoding | undefined;
  readonly encoding: TextEncoding | undefined;
  /** How single files are to be read; null: as they show themselves. */
  readonly mapping: InputMapping | null;
  readonly adminUnits: AdminUnits;
  /** ISO date. */
  readonly latestDate: string;
  readonly toolVersion: string;
  readonly screen: ProgressScreen;
  readonly warn: (text: string) => void;
  readonly onIteration: (number: number, iteration: EmIteration) => void;
  /** Aborted on Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
}
