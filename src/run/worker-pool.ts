import { Worker } from 'node:worker_threads';
import type { OutcomeName } from '../domain/outcome.js';
import type { ChunkResult, ChunkTask, WorkerSetup } from './worker-setup.js';

/** A task as it is given to the pool, which adds the memory. */
export type SubmittedTask = Omit<ChunkTask, 'spares'>;

interface Waiting {
  readonly task: SubmittedTask;
  readonly resolve: (result: ChunkResult) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Room for what a chunk needs while it is worked on: with less, most of it is copied several times before it can be thrown
 * away (an eighth of a run's processor time).
 */
const YOUNG_MEGABYTES = 160;
/** A worker has its next task at hand when it is done with one, however busy the main thread is. */
const TASKS_A_WORKER = 2;

/**
 * Beside an earlier run one worker keeps up with the main thread as long as not more than one row in so many is worked on:
 * another would have to start, and to compile everything anew, for nothing.
 */
const ROWS_A_FRESH_ROW = 32;
/** Rows worked on beyond that share after which a further worker is worth its start: a second of work or less. */
const FRESH_ROWS_A_WORKER = 20_000;

/** Worker threads, up to a number of them, that process chunks in any order. */
export class WorkerPool {
  readonly #size: number;
  readonly #setup: WorkerSetup;
  /** The tasks of each worker, in the order in which it does them. */
  readonly #tasks = new Map<Worker, Waiting[]>();
  readonly #queue: Waiting[] = [];
  readonly #spares: Record<OutcomeName, ArrayBuffer>[] = [];
  /** Since the last worker was started, see `ROWS_A_FRESH_ROW`. */
  #freshRows = 0;
  #failure: unknown = null;

  constructor(size: number, setup: WorkerSetup) {
    this.#size = size;
    this.#setup = setup;
    const atOnce = setup.earlier === null ? size : 1;
    for (let i = 0; i < atOnce; i++) this.#start();
  }

  /** Rejects when any worker fails: a run with a lost chunk cannot be published. */
  submit(task: SubmittedTask): Promise<ChunkResult> {
    const result = new Promise<ChunkResult>((resolve, reject) => {
      this.#queue.push({ task, resolve, reject });
    });
    // The caller awaits results in order; a failure of a later one must not count as unhandled meanwhile.
    result.catch(() => {});
    this.#next();
    return result;
  }

  /**
   * Takes the memory of a result's output back, to be written into again: memory of some megabytes for each chunk would
   * have the collector go through everything that a worker holds, again and again.
   */
  recycle({ output }: ChunkResult): void {
    const spares = Object.entries(output).map(([outcome, { buffer }]) => [outcome, buffer]);
    this.#spares.push(Object.fromEntries(spares) as Record<OutcomeName, ArrayBuffer>);
  }

  async close(): Promise<void> {
    const workers = [...this.#tasks.keys()];
    for (const worker of workers) worker.removeAllListeners('exit');
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  #start(): void {
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: this.#setup,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    worker.on('message', (result: ChunkResult) => this.#finish(worker, result));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', (code) => {
      if (code !== 0) this.#fail(new Error(`a worker thread stopped with code ${code}`));
    });
    this.#tasks.set(worker, []);
  }

  /** Starts a further worker when enough rows had to be worked on. */
  #startIfWorthIt({ rows, rowsReused, rowsOtherProvinces, rowsOverLimit }: ChunkResult): void {
    if (this.#tasks.size === this.#size) return;
    const fresh = rows - rowsReused - rowsOtherProvinces - rowsOverLimit;
    this.#freshRows = Math.max(0, this.#freshRows + fresh - rows / ROWS_A_FRESH_ROW);
    if (this.#freshRows < FRESH_ROWS_A_WORKER) return;
    this.#freshRows = 0;
    this.#start();
  }

  #next(): void {
    if (this.#failure !== null) {
      this.#fail(this.#failure);
      return;
    }
    while (this.#queue.length > 0) {
      const [worker, tasks] = this.#leastBusy();
      if (tasks.length === TASKS_A_WORKER) return;
      const waiting = this.#queue.shift()!;
      tasks.push(waiting);
      const spares = this.#spares.pop() ?? null;
      const memory = spares === null ? [] : Object.values(spares);
      worker.postMessage({ ...waiting.task, spares }, [waiting.task.bytes.buffer, ...memory]);
    }
  }

  #finish(worker: Worker, result: ChunkResult): void {
    this.#startIfWorthIt(result);
    this.#tasks.get(worker)!.shift()?.resolve(result);
    this.#next();
  }

  #leastBusy(): readonly [Worker, Waiting[]] {
    return [...this.#tasks].reduce((least, one) => (one[1].length < least[1].length ? one : least));
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    for (const { reject } of [...[...this.#tasks.values()].flat(), ...this.#queue]) reject(this.#failure);
    for (const tasks of this.#tasks.values()) tasks.length = 0;
    this.#queue.length = 0;
  }
}
