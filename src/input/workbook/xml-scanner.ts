import { ByteBuilder } from './byte-builder.js';
import { XmlFault } from './xml-fault.js';
import { appendXmlText } from './xml-text.js';

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
/** No tag, text or comment of a workbook is as long: the longest text of a cell has 32,767 characters. */
const MAX_TOKEN_BYTES = 2 * 1024 * 1024;
const MAX_DEPTH = 128;
const ROOT = '';

export interface XmlHandler {
  /** An element begins; its attributes are read from the scanner. `name` is without prefix. */
  readonly open: (name: string, scanner: XmlScanner) => void;
  readonly close: (name: string) => void;
  /** Text as it stands, references not replaced; valid during the call only. Not called for whitespace outside of the root. */
  readonly text: (bytes: Buffer, from: number, to: number, isLiteral: boolean) => void;
}

/**
 * Reads XML that arrives in pieces of UTF-8 and tells what it finds, in order. Prefixes of names are left out: a
 * workbook uses the same local names whatever its namespace is called. A document type (DTD) is refused, so that no
 * entity is ever expanded or fetched.
 */
export class XmlScanner {
  /** Of the attribute found by `nextAttribute`. */
  nameFrom = 0;
  nameTo = 0;
  valueFrom = 0;
  valueTo = 0;
  /** What the positions are about. */
  bytes: Buffer = Buffer.alloc(0);

  readonly #handler: XmlHandler;
  readonly #stack: string[] = [ROOT];
  readonly #names = new Map<number, string>();
  readonly #value = new ByteBuilder();
  #rest: Buffer = Buffer.alloc(0);
  #cursor = 0;
  #tagEnd = 0;
  #started = false;
  #roots = 0;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  /** @throws XmlFault */
  push(piece: Buffer): void {
    let bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    if (!this.#started) {
      if (bytes.length < 4) {
        this.#rest = bytes;
        return;
      }
      this.#started = true;
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
    }
    this.bytes = bytes;
    let at = 0;
    while (at < bytes.length) {
      const next = bytes[at] === LESS ? this.#markup(at) : this.#text(at);
      if (next < 0) break;
      at = next;
    }
    this.#rest = bytes.subarray(at);
    if (this.#rest.length > MAX_TOKEN_BYTES) throw new XmlFault('a text or a tag without end');
  }

  /** @throws XmlFault when the document is not complete. */
  end(): void {
    if (this.#stack.length > 1 || this.#roots === 0) throw new XmlFault('XML that stops in the middle');
    if (this.#rest.some((byte) => !isSpace(byte))) throw new XmlFault('text after the end');
  }

  /** Steps to the next attribute of the element that is being opened. False: there is none. */
  nextAttribute(): boolean {
    const { bytes } = this;
    const end = this.#tagEnd;
    let at = this.#cursor;
    while (at < end && isSpace(bytes[at] as number)) at++;
    if (at >= end) return false;
    this.nameFrom = at;
    while (at < end && bytes[at] !== EQUALS && !isSpace(bytes[at] as number)) {
      if (bytes[at] === COLON) this.nameFrom = at + 1;
      at++;
    }
    this.nameTo = at;
    while (at < end && isSpace(bytes[at] as number)) at++;
    if (bytes[at] !== EQUALS) throw new XmlFault('an attribute without a value');
    at++;
    while (at < end && isSpace(bytes[at] as number)) at++;
    const quote = bytes[at];
    if (quote !== QUOTE && quote !== APOSTROPHE) throw new XmlFault('an attribute without quotes');
    this.valueFrom = ++at;
    while (at < end && bytes[at] !== quote) at++;
    if (at >= end) throw new XmlFault('an attribute without its closing quote');
    this.valueTo = at;
    this.#cursor = at + 1;
    return true;
  }

  /** All attributes of the element that is being opened; for elements that are few. */
  attributes(): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    while (this.nextAttribute()) {
      found.set(this.bytes.toString('latin1', this.nameFrom, this.nameTo), this.attributeText());
    }
    return found;
  }

  attributeText(): string {
    this.#value.clear();
    appendXmlText(this.#value, this.bytes, this.valueFrom, this.valueTo, false);
    return this.#value.text();
  }

  /** Position after the text that begins at `at`; negative: its end has not arrived. */
  #text(at: number): number {
    const { bytes } = this;
    let end = at;
    while (end < bytes.length && bytes[end] !== LESS) end++;
    if (end === bytes.length) return -1;
    if (this.#stack.length > 1) this.#handler.text(bytes, at, end, false);
    else this.#onlySpace(at, end);
    return end;
  }

  #onlySpace(from: number, to: number): void {
    for (let i = from; i < to; i++) {
      if (!isSpace(this.bytes[i] as number)) throw new XmlFault('no XML');
    }
  }

  #markup(at: number): number {
    const { bytes } = this;
    const second = bytes[at + 1];
    if (second === SLASH) return this.#closeTag(at + 2);
    if (second === 0x21) return this.#special(at);
    if (second === 0x3f) return after(bytes.indexOf('?>', at + 2, 'latin1'), 2);
    return this.#openTag(at + 1);
  }

  #openTag(from: number): number {
    const { bytes } = this;
    let end = from;
    let local = from;
    for (; end < bytes.length; end++) {
      const byte = bytes[end] as number;
      if (byte === GREATER || byte === SLASH || isSpace(byte)) break;
      if (byte === COLON) local = end + 1;
    }
    const nameTo = end;
    let quote = 0;
    for (; end < bytes.length; end++) {
      const byte = bytes[end] as number;
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === GREATER) break;
      else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
      else if (byte === LESS) throw new XmlFault('a tag without end');
    }
    if (end >= bytes.length) return -1;
    if (this.#stack.length === 1 && ++this.#roots > 1) throw new XmlFault('a second root element');
    const isEmpty = bytes[end - 1] === SLASH;
    const name = this.#nameOf(local, nameTo);
    this.#cursor = nameTo;
    this.#tagEnd = isEmpty ? end - 1 : end;
    this.#handler.open(name, this);
    if (isEmpty) this.#handler.close(name);
    else if (this.#stack.push(name) > MAX_DEPTH) throw new XmlFault('elements nested too deep');
    return end + 1;
  }

  #closeTag(from: number): number {
    const { bytes } = this;
    let end = from;
    let local = from;
    for (; end < bytes.length; end++) {
      const byte = bytes[end] as number;
      if (byte === GREATER) break;
      if (byte === COLON) local = end + 1;
      else if (byte === LESS) throw new XmlFault('a tag without end');
    }
    if (end >= bytes.length) return -1;
    let nameTo = end;
    while (nameTo > from && isSpace(bytes[nameTo - 1] as number)) nameTo--;
    const name = this.#nameOf(local, nameTo);
    if (this.#stack.length === 1 || this.#stack.pop() !== name) {
      throw new XmlFault(`</${name.slice(0, 40)}> closes another element`);
    }
    this.#handler.close(name);
    return end + 1;
  }

  /** Comment, CDATA section or document type. */
  #special(at: number): number {
    const { bytes } = this;
    const start = bytes.toString('latin1', at, at + 9);
    if (start.startsWith('<!--')) return after(bytes.indexOf('-->', at + 4, 'latin1'), 3);
    if (start === '<![CDATA[') {
      const end = bytes.indexOf(']]>', at + 9, 'latin1');
      if (end >= 0) this.#handler.text(bytes, at + 9, end, true);
      return after(end, 3);
    }
    if (start.length < 9 && '<!--<![CDATA['.includes(start)) return -1;
    throw new XmlFault('a document type (DTD), which no workbook has');
  }

  /** The same string object for the same name: short names are found by their bytes. */
  #nameOf(from: number, to: number): string {
    const { bytes } = this;
    if (to <= from) throw new XmlFault('a tag without a name');
    if (to - from > 1) return this.#longName(from, to);
    return LETTERS[bytes[from] as number] as string;
  }

  #longName(from: number, to: number): string {
    const { bytes } = this;
    if (to - from > 3) return bytes.toString('latin1', from, to);
    const key =
      ((bytes[from] as number) << 16) | ((bytes[from + 1] as number) << 8) | (bytes[to - 1] as number);
    const name = this.#names.get(key * 4 + to - from) ?? bytes.toString('latin1', from, to);
    this.#names.set(key * 4 + to - from, name);
    return name;
  }
}

/** Names of one byte. */
const LETTERS: readonly string[] = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));

function after(found: number, length: number): number {
  return found < 0 ? -1 : found + length;
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
