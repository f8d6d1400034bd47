import { MAX_QUOTED_BYTES, MAX_QUOTED_LINES } from '../record-scanner.js';
import type { ByteBuilder } from './byte-builder.js';
import { XmlFault } from './xml-fault.js';

const QUOTE = 0x22;
const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Appends a text as an RFC 4180 field, quoted only where it must be. `\r\n` and `\r` become `\n`. A text with more
 * line breaks than a quoted field may have (MAX_QUOTED_LINES) gets spaces for them, so that a row of the sheet stays
 * one record. @throws XmlFault for a text longer than a cell can be.
 */
export function appendCsvField(target: ByteBuilder, bytes: Buffer, from: number, to: number): void {
  let special = 0;
  let lines = 0;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] as number;
    if (byte > COMMA) continue;
    if (byte === COMMA || byte === QUOTE) special++;
    else if (byte === LINE_FEED || byte === CARRIAGE_RETURN) lines++;
  }
  if (to - from + special > MAX_QUOTED_BYTES - 4) throw new XmlFault('a text longer than a cell can hold');
  if (special === 0 && lines === 0) {
    target.append(bytes, from, to);
    return;
  }
  const newline = lines > MAX_QUOTED_LINES ? 0x20 : LINE_FEED;
  target.reserve(to - from + special + 2);
  const out = target.bytes;
  let at = target.length;
  out[at++] = QUOTE;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] as number;
    if (byte === CARRIAGE_RETURN) {
      if (bytes[i + 1] !== LINE_FEED || i + 1 >= to) out[at++] = newline;
    } else if (byte === LINE_FEED) out[at++] = newline;
    else {
      if (byte === QUOTE) out[at++] = QUOTE;
      out[at++] = byte;
    }
  }
  out[at++] = QUOTE;
  target.length = at;
}
