import { closeSync, existsSync, fsync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RunState } from './run-state.js';
import { readSealed, type SealedFile, sealedText } from './sealed-file.js';
import { syncPath } from './staged-file.js';

const CHECKPOINT_FILE = 'checkpoint.json';
const CHECKPOINT_FORMAT = 'doisoat checkpoint';

/** The last checkpoint in a staging folder; null: none. @throws DamagedFile */
export function readCheckpoint(folder: string): SealedFile<RunState> | null {
  return readSealed<RunState>(join(folder, CHECKPOINT_FILE), CHECKPOINT_FORMAT);
}

export function hasCheckpoint(folder: string): boolean {
  return existsSync(join(folder, CHECKPOINT_FILE));
}

export interface CheckpointerOptions {
  /** The staging folder. */
  readonly folder: string;
  /** Where the result files are. */
  readonly results: string;
  readonly everyMs: number;
  /** Null: there is nothing that could be gone on with yet. */
  readonly state: () => RunState | null;
  /** Makes the staged files durable. */
  readonly sync: () => Promise<void>;
}

/**
 * Writes down every now and then what a run has come to. The state is taken at once, at a chunk border; making it
 * durable goes on beside the run: first the staged files, then the checkpoint itself, in place of the last in one step.
 */
export class Checkpointer {
  readonly #options: CheckpointerOptions;
  #last = Date.now();
  #underway: Promise<void> | null = null;
  #fault: unknown = null;
  #isKnown = false;

  constructor(options: CheckpointerOptions) {
    this.#options = options;
  }

  /** To be called at a chunk border. Throws what went wrong with an earlier checkpoint. */
  offer(): void {
    if (this.#fault !== null) throw this.#fault;
    if (this.#underway !== null || Date.now() - this.#last < this.#options.everyMs) return;
    this.#underway = this.#write()
      .catch((cause: unknown) => {
        this.#fault = cause;
      })
      .finally(() => {
        this.#underway = null;
        this.#last = Date.now();
      });
  }

  /** Waits for a checkpoint that is being written. Throws what went wrong with it. */
  async settle(): Promise<void> {
    await this.#underway;
    if (this.#fault !== null) throw this.#fault;
  }

  /** Writes one now, unless there is nothing to go on with. */
  async write(): Promise<void> {
    await this.settle();
    await this.#write();
  }

  async #write(): Promise<void> {
    const { folder, results } = this.#options;
    const state = this.#options.state();
    if (state === null) return;
    const text = sealedText(CHECKPOINT_FORMAT, state.identity.toolVersion, state);
    await this.#options.sync();
    if (!this.#isKnown) {
      // The names of the files, and of the folder itself.
      for (const path of [results, folder, dirname(folder)]) syncPath(path);
      this.#isKnown = true;
    }
    const draft = join(folder, `${CHECKPOINT_FILE}.tmp`);
    writeFileSync(draft, text, { mode: 0o600 });
    await synced(draft);
    renameSync(draft, join(folder, CHECKPOINT_FILE));
    syncPath(folder);
  }
}

/** Writes down a run whose files are closed: all rows are matched. */
export async function checkpointMatched(folder: string, results: string, state: RunState): Promise<void> {
  const { part, sink } = state;
  const sync = async () => {
    for (const { name } of [...Object.values(sink.files), sink.reuse]) syncPath(join(results, name));
    syncPath(join(part === null ? folder : results, sink.persons.name));
  };
  await new Checkpointer({ folder, results, everyMs: 0, state: () => state, sync }).write();
}

async function synced(path: string): Promise<void> {
  const file = openSync(path, 'r+');
  try {
    await new Promise<void>((done, fail) => {
      fsync(file, (cause) => (cause === null ? done() : fail(cause)));
    });
  } finally {
    closeSync(file);
  }
}
