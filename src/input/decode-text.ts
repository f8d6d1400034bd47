import { TextDecoder } from 'node:util';

/** How far to look for the first line ending before deciding that a file uses `\r` alone. */
const LINE_ENDING_BYTES = 64 * 1024;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** What the byte order mark says; without one UTF-8 is taken for granted and checked row by row. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * Turns file bytes into UTF-8 without a byte order mark. UTF-16 is recognised by its mark. Bytes without a mark are
 * passed on untouched: what is not UTF-8 among them is for the splitter to report, row by row.
 * A file with `\r` but no `\n` in its first 64 KiB is an old Mac file: each `\r` becomes `\n`.
 */
export async function* decodeText(
  source: AsyncIterable<Buffer>,
  onEncoding: (encoding: TextEncodingName) => void = () => {},
): AsyncGenerator<Buffer> {
  yield* unixLineEndings(utf8(source, onEncoding));
}

function encodingOf(first: Buffer): TextEncodingName {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  return first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : 'utf-8';
}

async function* utf8(
  source: AsyncIterable<Buffer>,
  onEncoding: (encoding: TextEncodingName) => void,
): AsyncGenerator<Buffer> {
  const opening: Buffer[] = [];
  let size = 0;
  let decoder: TextDecoder | undefined;
  let decided = false;
  const decide = function* (): Generator<Buffer> {
    decided = true;
    const first = Buffer.concat(opening, size);
    const encoding = encodingOf(first);
    onEncoding(encoding);
    if (encoding !== 'utf-8') decoder = new TextDecoder(encoding);
    if (decoder !== undefined) yield Buffer.from(decoder.decode(first, { stream: true }));
    else if (first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf) yield first.subarray(3);
    else yield first;
  };
  for await (const piece of source) {
    if (decided) {
      yield decoder === undefined ? piece : Buffer.from(decoder.decode(piece, { stream: true }));
      continue;
    }
    opening.push(piece);
    size += piece.length;
    if (size >= 3) yield* decide();
  }
  if (!decided) yield* decide();
  if (decoder !== undefined) yield Buffer.from(decoder.decode());
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
