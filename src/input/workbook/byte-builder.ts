const FIRST_BYTES = 4096;

/** Bytes that grow at their end; the memory is used again after `clear`. The fields are public: this is the hottest code. */
export class ByteBuilder {
  bytes: Buffer = Buffer.allocUnsafeSlow(FIRST_BYTES);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /** Makes room for `more` bytes. */
  reserve(more: number): void {
    const wanted = this.length + more;
    if (wanted <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(wanted, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }

  append(source: Buffer, from: number, to: number): void {
    this.reserve(to - from);
    const { bytes } = this;
    // A call of copy costs more than a short value.
    if (to - from > 48) {
      source.copy(bytes, this.length, from, to);
      this.length += to - from;
      return;
    }
    let at = this.length;
    for (let i = from; i < to; i++) bytes[at++] = source[i] as number;
    this.length = at;
  }

  appendText(text: string): void {
    this.reserve(text.length * 3);
    this.length += this.bytes.write(text, this.length, 'utf8');
  }

  appendByte(byte: number): void {
    this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  /** Its content as text. */
  text(): string {
    return this.bytes.toString('utf8', 0, this.length);
  }
}
