import { type Chunk, cutChunks } from '../input/chunk-cutter.js';
import { checkContent, type InputStream, openInput, type ReadFact } from './input-file.js';
import type { ProbedInput } from './probe-input.js';
import type { Progress } from './progress.js';
import { isBefore, type Position, type ReadState, START } from './run-state.js';
import type { Sink } from './sink.js';
import type { WorkerPool } from './worker-pool.js';
import type { ChunkResult } from './worker-setup.js';

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
  /** Where to go on; null: at the start. */
  readonly from: ReadState | null;
  /** The part to process; null: to the end of the inputs. */
  readonly range: PipelineRange | null;
  /** Called when a chunk has been written. */
  readonly onChunk: () => void;
}

export interface PipelineRange {
  readonly start: Position;
  readonly end: Position;
  /** Where to begin to read the file of an input for a position; null: at its beginning. */
  readonly storedPosition: (position: Position) => number | null;
}

const MOST_SPARES = 8;

/** A chunk that is being processed. */
interface Underway {
  readonly result: Promise<ChunkResult>;
  readonly after: Position;
  /** Records that are neither headers nor rows, once the number of rows is known. */
  readonly dataRecords: number;
}

/**
 * Cuts the inputs into chunks, has them processed in any order, and gives the results to the sink in source order.
 * With a limit, chunks go one by one, so that exactly the first rows are taken.
 */
export class Pipeline {
  readonly #options: PipelineOptions;
  readonly #underway: Underway[] = [];
  /** Memory of chunks that are done. */
  readonly #spares: ArrayBuffer[] = [];
  readonly #blankLines: number[];
  readonly #facts: (ReadFact | null)[];
  #next: Position;
  #input: InputStream | null = null;
  /** Inputs before this one have been read, or need not be. */
  #doneBytes = 0;
  #rows: number;
  #checked: boolean;

  constructor(options: PipelineOptions) {
    const { from, range, inputs, sink } = options;
    this.#options = options;
    this.#next = from?.next ?? range?.start ?? START;
    this.#blankLines = [...(from?.blankLines ?? inputs.map(() => 0))];
    this.#facts = [...(from?.facts ?? inputs.map(() => null))];
    this.#rows = sink.rowsOut();
    this.#checked = from === null;
  }

  /** How far it has come; null while it is not yet certain that the inputs are those of an interrupted run. */
  state(): ReadState | null {
    const prefix = this.#input === null ? { bytes: 0, sha256: '' } : this.#input.prefix();
    if (!this.#checked || prefix === null) return null;
    return { next: this.#next, blankLines: this.#blankLines, facts: this.#facts, prefix };
  }

  /** Rejects when aborted, with `state` at the border of the last chunk written. */
  async run(): Promise<ReadState> {
    const { inputs, range } = this.#options;
    await this.#checkFinished();
    const end = range?.end ?? { input: inputs.length, offset: 0, record: 1 };
    const first = this.#next.input;
    for (let number = first; number < inputs.length && isBefore(this.#next, end); number++) {
      await this.#readInput(number, number === first ? this.#options.from : null, end);
    }
    return this.state()!;
  }

  /** The inputs that an interrupted run had read whole must still be the same. */
  async #checkFinished(): Promise<void> {
    const { inputs, signal, from } = this.#options;
    for (const [number, fact] of this.#facts.entries()) {
      if (fact !== null && from !== null) await checkContent(inputs[number]!.source, fact, signal);
      if (number < this.#next.input) this.#doneBytes += inputs[number]!.bytes;
    }
    this.#checked = true;
  }

  async #readInput(number: number, from: ReadState | null, end: Position): Promise<void> {
    const { signal, window, progress, range } = this.#options;
    const { source, encoding, layout, fingerprint, workbook } = this.#options.inputs[number]!;
    // A shard is told by its plan that the content is the same.
    const prefix = range === null && from !== null && from.prefix.bytes > 0 ? from.prefix : null;
    const begin = this.#next;
    const start = range?.storedPosition(begin) ?? null;
    const input = openInput(source, { encoding: encoding.encoding, fingerprint, prefix, start, workbook });
    this.#input = input;
    const cut = {
      spare: () => this.#spares.pop(),
      delimiter: layout.delimiter,
      from: begin,
      sourceOffset: start === null ? 0 : begin.offset,
    };
    let isWhole = true;
    for await (const chunk of cutChunks(stoppable(input.pieces, signal), cut)) {
      signal.throwIfAborted();
      if (!isBefore({ input: number, offset: chunk.offset, record: chunk.firstRecord }, end)) {
        isWhole = false;
        break;
      }
      this.#submit(number, chunk);
      await this.#drain(window - 1);
      progress.update(this.#doneBytes + input.bytesRead(), this.#rows);
    }
    await this.#drain(0);
    input.checkUnchanged();
    if (!isWhole) return;
    // Of a shard's inputs its plan knows everything.
    if (range === null) this.#facts[number] = input.finish();
    this.#doneBytes += this.#options.inputs[number]!.bytes;
    this.#next = { input: number + 1, offset: 0, record: 1 };
    this.#input = null;
  }

  #submit(number: number, { bytes, firstRecord, records, offset }: Chunk): void {
    const { inputs, pool, limit } = this.#options;
    const headers = Math.max(0, Math.min(records, inputs[number]!.layout.firstDataRow - firstRecord));
    const mostRows = limit === null ? null : limit - this.#options.sink.rowsOut();
    this.#underway.push({
      after: { input: number, offset: offset + bytes.length, record: firstRecord + records },
      dataRecords: records - headers,
      result: pool.submit({ input: number, bytes, firstRecord, mostRows }),
    });
  }

  /** Writes results, in order, until so many chunks are on their way. */
  async #drain(until: number): Promise<void> {
    const { signal, sink, limit, onChunk } = this.#options;
    while (this.#underway.length > (limit === null ? until : 0)) {
      const { result, after, dataRecords } = this.#underway.shift()!;
      const done = await result;
      signal.throwIfAborted();
      sink.write(done);
      this.#options.pool.recycle(done);
      if (this.#spares.length < MOST_SPARES) this.#spares.push(done.bytes.buffer);
      this.#blankLines[after.input]! += dataRecords - done.rows;
      this.#rows += done.rows;
      this.#next = after;
      onChunk();
    }
  }
}

async function* stoppable(pieces: AsyncIterable<Buffer>, signal: AbortSignal): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    signal.throwIfAborted();
    yield piece;
  }
}
