const FIRST_BYTES = 64 * 1024;
/** A UTF-16 unit becomes at most three bytes of UTF-8. */
const MOST_BYTES_A_UNIT = 3;

/** Collects UTF-8 output; bytes that are already there are copied, only new text is encoded. */
export class ByteWriter {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  #length = 0;

  /** Copies a range of other bytes. */
  copy(source: Buffer, start = 0, end = source.length): void {
    this.#reserve(end - start);
    this.#length += source.copy(this.#bytes, this.#length, start, end);
  }

  text(text: string): void {
    this.#reserve(text.length * MOST_BYTES_A_UNIT);
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
  }

  /** Digits of a whole number that is not negative. */
  number(value: number): void {
    this.#reserve(20);
    this.#length += this.#bytes.write(String(value), this.#length, 'latin1');
  }

  /** What was written, in memory of its own. The writer must not be used any more. */
  finish(): Uint8Array<ArrayBuffer> {
    const { buffer } = this.#bytes;
    return new Uint8Array(buffer.slice(0, this.#length) as ArrayBuffer);
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
