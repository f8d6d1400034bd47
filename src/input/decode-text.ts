import { TextDecoder } from 'node:util';
import type { ByteEncoding, TextEncoding } from '../domain/text-encoding.js';
import { decodeBytes, type TextOfBytes } from './decode-bytes.js';
import { encodingOfMark, encodingOfZeros, SNIFF_BYTES } from './detect-encoding.js';

/** How far to look for the first line ending before deciding that a file uses `\r` alone. */
const LINE_ENDING_BYTES = 64 * 1024;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The encoding to read a file in. A byte order mark in the file wins over it. */
export type TextReading =
  | { readonly encoding: Exclude<TextEncoding, ByteEncoding> }
  | { readonly encoding: ByteEncoding; readonly textOf: TextOfBytes };

/**
 * Turns file bytes into UTF-8 without a byte order mark. Without a `reading`, UTF-16 is recognised by its mark or its
 * zero bytes, and everything else is passed on untouched as UTF-8: what is not UTF-8 is for the splitter to report, row by row.
 * A file with `\r` but no `\n` in its first 64 KiB is an old Mac file: each `\r` becomes `\n`.
 */
export async function* decodeText(
  source: AsyncIterable<Buffer>,
  reading: TextReading | null,
  onEncoding: (encoding: TextEncoding) => void = () => {},
): AsyncGenerator<Buffer> {
  const { first, all } = await opening(source, SNIFF_BYTES);
  const encoding = encodingOfMark(first) ?? reading?.encoding ?? encodingOfZeros(first) ?? 'utf-8';
  onEncoding(encoding);
  if (reading !== null && 'textOf' in reading && encoding === reading.encoding) {
    yield* decodeBytes(unixLineEndings(all), reading.textOf);
  } else if (encoding === 'utf-8') {
    yield* unixLineEndings(withoutMark(all));
  } else {
    yield* unixLineEndings(decoded(all, new TextDecoder(encoding)));
  }
}

/** The first bytes, at least `bytes` of them unless the source has fewer, and the whole source. */
async function opening(source: AsyncIterable<Buffer>, bytes: number) {
  const pieces: Buffer[] = [];
  let size = 0;
  const iterator = source[Symbol.asyncIterator]();
  while (size < bytes) {
    const step = await iterator.next();
    if (step.done === true) break;
    pieces.push(step.value);
    size += step.value.length;
  }
  const first = pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces, size);
  async function* all(): AsyncGenerator<Buffer> {
    try {
      if (size > 0) yield first;
      for (let step = await iterator.next(); step.done !== true; step = await iterator.next()) {
        yield step.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { first, all: all() };
}

async function* withoutMark(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let first = true;
  for await (const piece of source) {
    yield first && encodingOfMark(piece) === 'utf-8' ? piece.subarray(3) : piece;
    first = false;
  }
}

async function* decoded(source: AsyncIterable<Buffer>, decoder: TextDecoder): AsyncGenerator<Buffer> {
  for await (const piece of source) yield Buffer.from(decoder.decode(piece, { stream: true }));
  yield Buffer.from(decoder.decode());
}

async function* unixLineEndings(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let opening: Buffer[] = [];
  let size = 0;
  let decided = false;
  let oldMac = false;
  const decide = (): Buffer => {
    decided = true;
    const first = Buffer.concat(opening, size);
    opening = [];
    const head = first.subarray(0, LINE_ENDING_BYTES);
    oldMac = !head.includes(LINE_FEED) && head.includes(CARRIAGE_RETURN);
    return first;
  };
  for await (const piece of source) {
    if (decided) {
      yield oldMac ? withLineFeeds(piece) : piece;
      continue;
    }
    opening.push(piece);
    size += piece.length;
    if (size < LINE_ENDING_BYTES && !piece.includes(LINE_FEED)) continue;
    const first = decide();
    yield oldMac ? withLineFeeds(first) : first;
  }
  if (!decided && size > 0) {
    const first = decide();
    yield oldMac ? withLineFeeds(first) : first;
  }
}

function withLineFeeds(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let i = copy.indexOf(CARRIAGE_RETURN); i !== -1; i = copy.indexOf(CARRIAGE_RETURN, i + 1)) {
    copy[i] = LINE_FEED;
  }
  return copy;
}
