const FIRST_BYTES = 64 * 1024;
/** A UTF-16 unit becomes at most three bytes of UTF-8. */
const MOST_BYTES_A_UNIT = 3;
const DIGIT_ZERO = 0x30;

/** Collects UTF-8 output; bytes that are already there are copied, only new text is encoded. */
export class ByteWriter {
  #bytes: Buffer<ArrayBuffer>;
  #length = 0;

  /** `spare`: memory that an earlier writer gave and nobody needs any more. */
  constructor(spare?: ArrayBuffer) {
    this.#bytes = spare === undefined ? Buffer.allocUnsafeSlow(FIRST_BYTES) : Buffer.from(spare);
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#length;
  }

  /** What was written so far, to look at before more is. */
  get written(): Uint8Array {
    return this.#bytes;
  }

  /** Copies a range of other bytes. */
  copy(source: Buffer, start = 0, end = source.length): void {
    this.#reserve(end - start);
    this.#length += source.copy(this.#bytes, this.#length, start, end);
  }

  text(text: string): void {
    this.#reserve(text.length * MOST_BYTES_A_UNIT);
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
  }

  /** Digits of a whole number that is not negative; returns how many. */
  number(value: number): number {
    this.#reserve(20);
    const digits = digitsOf(value);
    this.#length += digits;
    this.#writeDigits(value, this.#length);
    return digits;
  }

  /** Writes another whole number of as many digits over the one that ends at `end`. */
  renumber(end: number, value: number): void {
    this.#writeDigits(value, end);
  }

  /** What was written, in memory of its own, which may be longer. The writer must not be used any more. */
  finish(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#bytes.buffer, 0, this.#length);
  }

  #writeDigits(value: number, end: number): void {
    let rest = value;
    let at = end;
    do {
      const next = Math.floor(rest / 10);
      this.#bytes[--at] = DIGIT_ZERO + rest - next * 10;
      rest = next;
    } while (rest > 0);
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}

/** Digits of a whole number that is not negative. */
export function digitsOf(value: number): number {
  let digits = 1;
  for (let limit = 10; value >= limit; limit *= 10) digits++;
  return digits;
}
