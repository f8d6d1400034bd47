import { cutChunks } from '../input/chunk-cutter.js';
import { openInput, type ReadFact } from './input-file.js';
import type { ProbedInput } from './probe-input.js';
import type { Progress } from './progress.js';
import type { Sink } from './sink.js';
import type { WorkerPool } from './worker-pool.js';
import type { ChunkResult } from './worker-setup.js';

/** What reading an input added up to. */
export interface InputTotals extends ReadFact {
  /** Lines without a character between the data rows. */
  readonly blankLines: number;
}

export interface PipelineOptions {
  readonly inputs: readonly ProbedInput[];
  readonly pool: WorkerPool;
  readonly sink: Sink;
  /** Chunks that may be on their way at once; bounds the memory. */
  readonly window: number;
  /** Rows to process over all inputs; null: all. */
  readonly limit: number | null;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/**
 * Cuts the inputs into chunks, has them processed in any order, and gives the results to the sink in source order.
 * With a limit, chunks go one by one, so that exactly the first rows are taken. Rejects when aborted.
 */
export async function runPipeline(options: PipelineOptions): Promise<InputTotals[]> {
  const { inputs, pool, sink, progress, signal } = options;
  const waiting: { result: Promise<ChunkResult>; settle: (result: ChunkResult) => void }[] = [];
  const window = options.limit === null ? options.window : 1;
  const totals: InputTotals[] = [];
  let left = options.limit;
  let rows = 0;
  let doneBytes = 0;

  const drain = async (until: number) => {
    while (waiting.length > until) {
      const { result, settle } = waiting.shift()!;
      const done = await result;
      signal.throwIfAborted();
      settle(done);
      sink.write(done);
      rows += done.rows;
      if (left !== null) left -= done.rows - done.rowsOtherProvinces - done.rowsOverLimit;
    }
  };

  for (const [number, { path, layout }] of inputs.entries()) {
    const input = openInput(path);
    let blankLines = 0;
    for await (const chunk of cutChunks(input.pieces, { delimiter: layout.delimiter })) {
      signal.throwIfAborted();
      const { bytes, firstRecord, records } = chunk;
      const headers = Math.max(0, Math.min(records, layout.firstDataRow - firstRecord));
      const settle = (done: ChunkResult) => {
        blankLines += records - headers - done.rows;
      };
      waiting.push({ result: pool.submit({ input: number, bytes, firstRecord, mostRows: left }), settle });
      await drain(window - 1);
      progress.update(doneBytes + input.bytesRead(), rows);
    }
    await drain(0);
    const fact = input.finish();
    doneBytes += fact.bytes;
    totals.push({ ...fact, blankLines });
  }
  return totals;
}
