import { isAscii } from 'node:buffer';
import { isUtf8Text } from './detect-encoding.js';

const LINE_FEED = 0x0a;
/** A line without an end is decoded in pieces of this size. */
const LONGEST_LINE_BYTES = 256 * 1024;

/** The text of bytes that begin and end at a line or field, in the encoding that it is made for. */
export type TextOfBytes = (bytes: Uint8Array) => string;

/**
 * Turns lines in a single-byte encoding into UTF-8. A line that is UTF-8 already stays as it is, so that a file to
 * which rows of another were added loses none of them.
 */
export async function* decodeBytes(
  source: AsyncIterable<Buffer>,
  textOf: TextOfBytes,
): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of source) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const end = lastBorder(bytes);
    rest = bytes.subarray(end);
    if (end > 0) yield decodeLines(bytes.subarray(0, end), textOf);
  }
  if (rest.length > 0) yield decodeLines(rest, textOf);
}

/** After the last line feed; in a line that is too long, behind the last byte that can be no part of a letter. */
function lastBorder(bytes: Buffer): number {
  const newline = bytes.lastIndexOf(LINE_FEED) + 1;
  if (newline > 0 || bytes.length < LONGEST_LINE_BYTES) return newline;
  for (let i = bytes.length - 1; i > bytes.length - 1024; i--) {
    const byte = bytes[i] as number;
    if (byte === 0x20 || byte === 0x2c || (byte >= 0x30 && byte < 0x40)) return i + 1;
  }
  return bytes.length;
}

function decodeLines(bytes: Buffer, textOf: TextOfBytes): Buffer {
  let text = '';
  for (let from = 0; from < bytes.length; ) {
    const newline = bytes.indexOf(LINE_FEED, from);
    const to = newline === -1 ? bytes.length : newline + 1;
    const line = bytes.subarray(from, to);
    text += !isAscii(line) && isUtf8Text(line) ? line.toString('utf8') : textOf(line);
    from = to;
  }
  return Buffer.from(text);
}
