import { closeSync, openSync, readSync } from 'node:fs';
import { cutChunks } from '../input/chunk-cutter.js';
import type { InputSource } from '../input/input-source.js';
import { openInput, type ReadFact } from './input-file.js';
import type { ProbedInput } from './probe-input.js';
import type { Position, ShardPlan } from './run-state.js';

const BYTE_ORDER_MARK_BYTES = 3;
const LINE_FEED = 0x0a;

/**
 * Divides inputs into `of` shards of nearly the same number of chunks. It reads every input whole, for where a chunk
 * begins depends on the quotes before it, but only looks for the ends of records.
 * @throws Failure exit 3 when an input cannot be read or changes meanwhile.
 */
export async function planShards(
  inputs: readonly ProbedInput[],
  of: number,
  signal: AbortSignal,
): Promise<ShardPlan> {
  const facts: ReadFact[] = [];
  const decodedBytes: number[] = [];
  const chunks: Position[] = [];
  for (const [number, { source, encoding, layout, fingerprint, workbook }] of inputs.entries()) {
    const input = openInput(source, { encoding: encoding.encoding, fingerprint, workbook });
    let end = 0;
    for await (const { offset, firstRecord, bytes } of cutChunks(input.pieces, {
      delimiter: layout.delimiter,
    })) {
      signal.throwIfAborted();
      end = offset + bytes.length;
      chunks.push({ input: number, offset, record: firstRecord });
    }
    facts.push(input.finish());
    decodedBytes.push(end);
  }
  const end: Position = { input: inputs.length, offset: 0, record: 1 };
  const borders = Array.from(
    { length: of + 1 },
    (_, i) => chunks[Math.floor((i * chunks.length) / of)] ?? end,
  );
  return { inputs: facts, decodedBytes, chunks: chunks.length, borders };
}

/**
 * Where in the file a position of its decoded stream lies, so that what is before it need not be read again; null where
 * the stream is not simply the file (compressed, another encoding, other line endings).
 */
export function storedPosition(
  { path, member }: InputSource,
  plan: ShardPlan,
  { input, offset }: Position,
): number | null {
  if (member !== null) return null;
  const { bytes, encoding } = plan.inputs[input]!;
  const mark = bytes - plan.decodedBytes[input]!;
  if (encoding !== 'utf-8' || (mark !== 0 && mark !== BYTE_ORDER_MARK_BYTES) || offset === 0) return null;
  const start = offset + mark;
  const file = openSync(path, 'r');
  try {
    // A chunk begins after a line ending; in an old Mac file that is `\r`, which the stream shows as `\n`.
    const before = Buffer.alloc(1);
    return readSync(file, before, 0, 1, start - 1) === 1 && before[0] === LINE_FEED ? start : null;
  } finally {
    closeSync(file);
  }
}
