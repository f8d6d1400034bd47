import type { Language } from '../domain/run-facts.js';
import type { Grouping, ListFormat } from '../domain/worklist.js';
import type { RunManifest } from './read-manifest.js';

/** Everything that worklists need to know. */
export interface WorklistOptions {
  /** Folder of the run. */
  readonly run: string;
  readonly manifest: RunManifest;
  readonly out: string;
  readonly by: Grouping;
  readonly format: ListFormat;
  readonly language: Language;
  readonly toolVersion: string;
  /** Aborted on Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
}
