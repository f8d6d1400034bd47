/** Longest quoted field: an Excel cell holds 32,767 characters, at most 98,301 bytes of UTF-8. */
export const MAX_QUOTED_BYTES = 128 * 1024;
/** A quoted field with more line breaks than this is taken for an unclosed quote. */
export const MAX_QUOTED_LINES = 50;
/** A record of this many bytes or more is broken, whatever it holds. */
export const MAX_RECORD_BYTES = 8 * 1024 * 1024;
/** A record is decided within this many bytes: twice the maximum, so that each piece of a cut line is itself too long. */
export const DECISION_BYTES = 2 * MAX_RECORD_BYTES + 4;

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Finds the records of UTF-8 CSV bytes one after the other. Cutter, splitter and header search all use it, so that
 * they agree on every boundary.
 *
 * A quote counts only at the start of a field, and closes only before a delimiter or a line ending. A record whose
 * quotes do not close (bad closing quote, end of file, over MAX_QUOTED_BYTES or MAX_QUOTED_LINES) is broken and
 * ends with its *first* line: an unclosed quote costs one line, never the rest of the file. The end of a good record
 * depends only on its own bytes and the end of a broken one only on its first line; so the boundaries are the same
 * however the bytes are divided, provided that a division falls on a boundary.
 *
 * A single line longer than DECISION_BYTES is cut into broken records of MAX_RECORD_BYTES; nothing of it is dropped.
 *
 * The fields are public and overwritten by `advance`: no object is made for a record.
 */
export class RecordScanner {
  /** First byte of the record. */
  start = 0;
  /** After the last byte of the record, its line ending (`\n` and all `\r` before it) excluded. */
  end = 0;
  /** First byte of the following record. */
  next: number;
  /** The record holds a quote byte somewhere. */
  hasQuote = false;
  /** At least one field is quoted. */
  quoted = false;
  /** The quotes do not close, or the record is too long. */
  broken = false;
  /** The record is a piece of an over-long line: no line ending follows. */
  cut = false;
  /** Records before this one. */
  index = -1;

  private readonly bytes: Buffer;
  private readonly delimiter: number;
  private readonly complete: boolean;
  /** Position of the first quote at or after the scanning position, or the length. */
  private nextQuote = -1;

  /** `complete`: the end of `bytes` is the end of the file or of a chunk of whole records. */
  constructor(bytes: Buffer, delimiter: string, complete: boolean, from = 0) {
    this.bytes = bytes;
    this.delimiter = delimiter.charCodeAt(0);
    this.complete = complete;
    this.next = from;
  }

  /** Steps to the next record. False: no bytes are left, or more bytes are needed to decide. */
  advance(): boolean {
    const { bytes } = this;
    const start = this.next;
    if (start >= bytes.length) return false;
    const newline = indexFrom(bytes, LINE_FEED, start);
    this.hasQuote = this.quoteFrom(start) < newline;
    this.quoted = false;
    this.broken = false;
    this.cut = false;

    const window = Math.min(bytes.length, start + DECISION_BYTES);
    // A full window decides by itself, so that the result does not depend on knowing where the file ends.
    const final = this.complete && window - start < DECISION_BYTES;
    let stop = newline;
    if (this.hasQuote) {
      stop = this.scanFields(start, newline, window, final);
      // The bytes behind are looked at again.
      if (stop < 0) this.nextQuote = -1;
      if (stop === BROKEN) {
        this.broken = true;
        stop = newline;
      }
    }
    if (stop === UNDECIDED || (stop >= window && !final)) {
      if (window - start < DECISION_BYTES) return false;
      this.broken = true;
      stop = newline;
      if (newline >= window) return this.cutLine(start);
    }
    this.start = start;
    this.index++;
    this.next = Math.min(stop + 1, bytes.length);
    let end = stop;
    while (end > start && bytes[end - 1] === CARRIAGE_RETURN) end--;
    this.end = end;
    if (stop - start >= MAX_RECORD_BYTES) this.broken = true;
    return true;
  }

  private cutLine(start: number): true {
    let at = start + MAX_RECORD_BYTES;
    // Forward to the start of a character, so that the cut itself makes no invalid UTF-8.
    for (let i = 0; i < 3 && ((this.bytes[at] as number) & 0xc0) === 0x80; i++) at++;
    this.start = start;
    this.index++;
    this.end = at;
    this.next = at;
    this.cut = true;
    return true;
  }

  /**
   * Position of the line feed that ends the record (`window` for the end of the bytes), UNDECIDED or BROKEN. `firstLine`:
   * where its first line ends. From quote to quote, for most bytes stand in fields without any.
   */
  private scanFields(start: number, firstLine: number, window: number, final: boolean): number {
    const { bytes, delimiter } = this;
    let newline = firstLine;
    let position = start;
    for (;;) {
      // A field begins here.
      let quote = this.quoteFrom(position);
      while (quote < newline && quote > position && bytes[quote - 1] !== delimiter)
        quote = this.quoteFrom(quote + 1);
      if (newline < window && newline < quote) return newline;
      if (quote >= window) return final ? window : UNDECIDED;
      this.quoted = true;
      position = this.closingQuote(quote, window, final);
      if (position < 0) return position;
      position++;
      while (position < window && bytes[position] === CARRIAGE_RETURN) position++;
      if (position >= window) return final ? window : UNDECIDED;
      if (bytes[position] === LINE_FEED) return position;
      position++;
      if (newline < position) newline = indexFrom(bytes, LINE_FEED, position);
    }
  }

  /** Position of the first quote at or after a position, or the length. */
  private quoteFrom(position: number): number {
    if (this.nextQuote < position) this.nextQuote = indexFrom(this.bytes, QUOTE, position);
    return this.nextQuote;
  }

  /** Position of the quote that closes the field opened at `open`, UNDECIDED or BROKEN. */
  private closingQuote(open: number, window: number, final: boolean): number {
    const { bytes, delimiter } = this;
    let lines = 0;
    const limit = Math.min(window, open + MAX_QUOTED_BYTES);
    for (let position = open + 1; position < limit; position++) {
      const byte = bytes[position];
      if (byte === LINE_FEED) {
        if (++lines > MAX_QUOTED_LINES) return BROKEN;
      } else if (byte === QUOTE) {
        let after = position + 1;
        if (after < window && bytes[after] === QUOTE) {
          position = after;
          continue;
        }
        if (after < window && bytes[after] === delimiter) return position;
        while (after < window && bytes[after] === CARRIAGE_RETURN) after++;
        if (after >= window) return final ? position : UNDECIDED;
        return bytes[after] === LINE_FEED ? position : BROKEN;
      }
    }
    return limit < window || final ? BROKEN : UNDECIDED;
  }
}

const UNDECIDED = -1;
const BROKEN = -2;

/** Position of the first such byte at or after a position, or the length. */
function indexFrom(bytes: Buffer, byte: number, position: number): number {
  const found = bytes.indexOf(byte, position);
  return found === -1 ? bytes.length : found;
}
