import type { ByteBuilder } from './byte-builder.js';
import { XmlFault } from './xml-fault.js';

const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const SEMICOLON = 0x3b;
/** The longest reference in use is `&#x10FFFF;`. */
const LONGEST_REFERENCE = 12;
const NAMED: Readonly<Record<string, number>> = { amp: 0x26, lt: 0x3c, gt: 0x3e, quot: 0x22, apos: 0x27 };

/**
 * Appends XML text with its references replaced. Only the five entities of XML itself and character numbers are known;
 * a workbook may declare none. `escapes`: also replaces `_x000D_`, by which a workbook writes characters that XML
 * cannot hold.
 * @throws XmlFault
 */
export function appendXmlText(
  target: ByteBuilder,
  bytes: Buffer,
  from: number,
  to: number,
  escapes: boolean,
): void {
  let plain = from;
  for (let i = from; i < to; i++) {
    const byte = bytes[i];
    if (byte === AMPERSAND) {
      target.append(bytes, plain, i);
      const end = bytes.indexOf(SEMICOLON, i);
      if (end < 0 || end >= to || end - i > LONGEST_REFERENCE) throw new XmlFault('a bare "&"');
      appendCharacter(target, referenced(bytes.toString('latin1', i + 1, end)));
      i = end;
      plain = end + 1;
    } else if (escapes && byte === UNDERSCORE && isEscape(bytes, i, to)) {
      target.append(bytes, plain, i);
      appendCharacter(target, Number.parseInt(bytes.toString('latin1', i + 2, i + 6), 16));
      i += 6;
      plain = i + 1;
    }
  }
  target.append(bytes, plain, to);
}

function referenced(name: string): number {
  const named = NAMED[name];
  if (named !== undefined) return named;
  const hex = /^#x([0-9a-f]{1,6})$/i.exec(name)?.[1];
  const code = hex === undefined ? Number(/^#([0-9]{1,7})$/.exec(name)?.[1]) : Number.parseInt(hex, 16);
  if (!(code <= 0x10ffff)) throw new XmlFault('an entity that XML does not know');
  return code;
}

/** `_xHHHH_` at a position. */
function isEscape(bytes: Buffer, at: number, to: number): boolean {
  if (at + 7 > to || bytes[at + 1] !== 0x78 || bytes[at + 6] !== UNDERSCORE) return false;
  for (let i = at + 2; i < at + 6; i++) {
    const byte = bytes[i] as number;
    const isHex =
      (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
    if (!isHex) return false;
  }
  return true;
}

function appendCharacter(target: ByteBuilder, code: number): void {
  if (code < 0x80) target.appendByte(code);
  // Half of a surrogate pair becomes U+FFFD.
  else target.appendText(String.fromCodePoint(code));
}
