import { DECISION_BYTES, RecordScanner } from './record-scanner.js';

export const DEFAULT_CHUNK_BYTES = 512 * 1024;
const LINE_FEED = 0x0a;
const QUOTE = 0x22;

/** A run of whole records: the unit of work. */
export interface Chunk {
  /** The records with their line endings. Owns its memory, which may be longer, so that its ArrayBuffer can be transferred. */
  readonly bytes: Buffer<ArrayBuffer>;
  /** Number of the first record, from 1; headers, preamble and blank lines are numbered too. */
  readonly firstRecord: number;
  /** Number of records in `bytes`, blank lines included. */
  readonly records: number;
  /** Position of the first byte in the decoded stream. */
  readonly offset: number;
}

export interface CutOptions {
  readonly delimiter: string;
  readonly chunkBytes?: number;
  /** Where to go on after an interruption: `offset` and number of a record, as a chunk gave them. */
  readonly from?: { readonly offset: number; readonly record: number };
  /** Bytes of the stream that the source leaves out at its beginning; not more than `from.offset`. */
  readonly sourceOffset?: number;
  /** Gives memory to use for a chunk, where there is some to be used again. */
  readonly spare?: () => ArrayBuffer | undefined;
}

interface Cut {
  readonly end: number;
  readonly records: number;
}

/**
 * Cuts decoded bytes into chunks of whole records, each at most `chunkBytes` long unless one record is longer.
 * The chunks depend on the bytes alone, not on the pieces they arrive in. Memory: a chunk, and what the scanner needs
 * to decide one record (DECISION_BYTES at worst, for a line without end). Reads on only when the next chunk is asked for.
 */
export async function* cutChunks(source: AsyncIterable<Buffer>, options: CutOptions): AsyncGenerator<Chunk> {
  const chunkBytes = options.chunkBytes ?? DEFAULT_CHUNK_BYTES;
  let offset = options.from?.offset ?? 0;
  let skip = offset - (options.sourceOffset ?? 0);
  let record = options.from?.record ?? 1;
  // What is not cut yet is work.subarray(begin, end).
  let work = Buffer.allocUnsafeSlow(chunkBytes * 4);
  let begin = 0;
  let end = 0;
  let wanted = chunkBytes + 1;

  const take = (buffer: Buffer, cut: Cut, from: number): Chunk => {
    const bytes = memoryFor(cut.end - from, options.spare?.());
    buffer.copy(bytes, 0, from, cut.end);
    const chunk = { bytes, firstRecord: record, records: cut.records, offset };
    record += cut.records;
    offset += bytes.length;
    return chunk;
  };

  for await (const piece of source) {
    const used = skip > 0 ? piece.subarray(Math.min(skip, piece.length)) : piece;
    skip -= piece.length - used.length;
    if (used.length === 0) continue;
    if (end + used.length > work.length) {
      const rest = work.subarray(begin, end);
      const needed = rest.length + used.length;
      if (needed > work.length) work = Buffer.allocUnsafeSlow(needed * 2);
      rest.copy(work);
      end = rest.length;
      begin = 0;
    }
    end += used.copy(work, end);
    if (end - begin < wanted) continue;
    const buffer = work.subarray(0, end);
    while (end - begin > chunkBytes) {
      const cut = findCut(buffer, begin, options.delimiter, chunkBytes, false);
      if (cut === undefined) break;
      yield take(buffer, cut, begin);
      begin = cut.end;
    }
    const size = end - begin;
    // Undecided with this much: wait for twice as much, so that a long record is not scanned again for every piece.
    wanted = size > chunkBytes ? Math.min(size * 2, Math.max(size + 1, DECISION_BYTES)) : chunkBytes + 1;
  }

  const buffer = work.subarray(0, end);
  while (begin < end) {
    const cut = findCut(buffer, begin, options.delimiter, chunkBytes, true);
    if (cut === undefined) throw new Error('the scanner did not decide a record of a complete buffer');
    yield take(buffer, cut, begin);
    begin = cut.end;
  }
}

function memoryFor(bytes: number, spare: ArrayBuffer | undefined): Buffer<ArrayBuffer> {
  return spare !== undefined && spare.byteLength >= bytes
    ? Buffer.from(spare, 0, bytes)
    : Buffer.allocUnsafeSlow(bytes);
}

/** The last record end within `chunkBytes`, or the end of the first record; undefined when more bytes are needed. */
function findCut(buffer: Buffer, from: number, delimiter: string, chunkBytes: number, complete: boolean) {
  const limit = Math.min(from + chunkBytes, buffer.length);
  if (chunkBytes < DECISION_BYTES) {
    const quote = buffer.subarray(from, limit).indexOf(QUOTE);
    if (quote === -1) {
      // Without a quote each line is a record.
      if (complete && limit === buffer.length) {
        const open = buffer[limit - 1] === LINE_FEED ? 0 : 1;
        return { end: limit, records: countLines(buffer, from, limit) + open };
      }
      const newline = buffer.lastIndexOf(LINE_FEED, limit - 1);
      if (newline >= from) return { end: newline + 1, records: countLines(buffer, from, newline + 1) };
    }
  }
  const scanner = new RecordScanner(buffer, delimiter, complete, from);
  let end = from;
  let records = 0;
  while (scanner.next < limit) {
    if (!scanner.advance()) return undefined;
    if (scanner.next > limit && records > 0) break;
    end = scanner.next;
    records++;
    // The splitter must see a piece of an over-long line at the end of its chunk to know that it is one.
    if (scanner.cut) break;
  }
  return { end, records };
}

function countLines(buffer: Buffer, from: number, to: number): number {
  let lines = 0;
  for (let i = from; i < to; i++) if (buffer[i] === LINE_FEED) lines++;
  return lines;
}
