import { isAscii, isUtf8 } from 'node:buffer';
import type { EncodingReason, TextEncoding } from '../domain/text-encoding.js';

/** How far the first bytes are looked at for UTF-16 without a mark. */
export const SNIFF_BYTES = 4096;
/** Bytes that are UTF-8 by chance only are letters of any script. */
const OTHER_SCRIPT = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
/** A share of lines in UTF-8 above which a file was UTF-8 once. */
const UTF8_SHARE = 0.02;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** What the bytes alone say. `bytes`: single bytes stand for letters, and which letters the words have to tell. */
export type ByteFinding =
  | { readonly kind: 'decided'; readonly encoding: TextEncoding; readonly reason: EncodingReason }
  | { readonly kind: 'bytes'; readonly lines: number; readonly notUtf8: number };

/** What a byte order mark says; null without one. It wins over everything else. */
export function encodingOfMark(first: Buffer): TextEncoding | null {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  return first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf ? 'utf-8' : null;
}

/** UTF-16 without a mark: at least four in ten characters have a zero byte, always the same of the two. */
export function encodingOfZeros(first: Buffer): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor(Math.min(first.length, SNIFF_BYTES) / 2);
  if (pairs < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i++) {
    if (first[2 * i] === 0) even++;
    if (first[2 * i + 1] === 0) odd++;
  }
  if (odd >= pairs * 0.4 && even <= pairs * 0.02) return 'utf-16le';
  return even >= pairs * 0.4 && odd <= pairs * 0.02 ? 'utf-16be' : null;
}

/** True for bytes beyond ASCII that are UTF-8, and not by chance: the letters are such as a list of persons has. */
export function isUtf8Text(bytes: Buffer): boolean {
  return !isAscii(bytes) && isUtf8(bytes) && !OTHER_SCRIPT.test(bytes.toString('utf8'));
}

/** Judges the first bytes of a file; `complete`: they are all of it. */
export function findEncoding(first: Buffer, complete: boolean): ByteFinding {
  const marked = encodingOfMark(first);
  if (marked !== null) return { kind: 'decided', encoding: marked, reason: 'mark' };
  const zeros = encodingOfZeros(first);
  if (zeros !== null) return { kind: 'decided', encoding: zeros, reason: 'zero_bytes' };
  let lines = 0;
  let inUtf8 = 0;
  let notUtf8 = 0;
  for (const line of linesOf(first, complete)) {
    lines++;
    if (isAscii(line)) continue;
    if (!isUtf8(line)) notUtf8++;
    else if (isUtf8Text(line)) inUtf8++;
  }
  if (notUtf8 === 0) return { kind: 'decided', encoding: 'utf-8', reason: 'valid' };
  if (inUtf8 > (inUtf8 + notUtf8) * UTF8_SHARE)
    return { kind: 'decided', encoding: 'utf-8', reason: 'mixed' };
  return { kind: 'bytes', lines, notUtf8 };
}

/** Lines with a character, of any line ending; the last one only where it is whole. */
function* linesOf(bytes: Buffer, complete: boolean): Generator<Buffer> {
  let start = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== LINE_FEED && bytes[i] !== CARRIAGE_RETURN) continue;
    if (i > start) yield bytes.subarray(start, i);
    start = i + 1;
  }
  if (start < bytes.length && (complete || start === 0)) yield bytes.subarray(start);
}
