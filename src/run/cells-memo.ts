const FIRST_ENTRIES = 1024;
const FIRST_BYTES = 64 * 1024;
/** Separates cells in the hash. */
const SEPARATOR = 1;

/** Byte ranges of the cells of a row, from position `at` on in both lists. */
export interface CellRanges {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/**
 * Numbers distinct lists of cells, from 0, in the order in which they were first seen: equal are those with the same bytes,
 * cell by cell. The bytes are kept.
 */
export class CellsMemo {
  readonly #cells: number;
  /** One more than the number; 0: free. A power of two, at most half of them filled. */
  #slots = new Int32Array(FIRST_ENTRIES * 2);
  #hashHigh = new Uint32Array(FIRST_ENTRIES);
  #hashLow = new Uint32Array(FIRST_ENTRIES);
  /** Where each entry begins in `#kept`; then the ends of its cells. */
  #begins: Int32Array;
  #kept = new Uint8Array(FIRST_BYTES);
  #filled = 0;
  #count = 0;
  #last = 0;
  #high = 0;
  #low = 0;

  /** `cells`: how many each list has. */
  constructor(cells: number) {
    this.#cells = cells;
    this.#begins = new Int32Array(FIRST_ENTRIES * (cells + 1));
  }

  get count(): number {
    return this.#count;
  }

  /** Bytes that are kept. */
  get size(): number {
    return this.#filled;
  }

  /** A 64-bit hash of the bytes of an entry, as two words. */
  highOf(number: number): number {
    return this.#hashHigh[number]!;
  }

  lowOf(number: number): number {
    return this.#hashLow[number]!;
  }

  /** The number of the cells from `at` on; new where it is `count` as it was before. */
  number(ranges: CellRanges, at: number): number {
    // The doses of one person mostly follow each other.
    if (this.#last < this.#count && this.#isSame(this.#last, ranges, at)) return this.#last;
    this.#last = this.#find(ranges, at);
    return this.#last;
  }

  #find(ranges: CellRanges, at: number): number {
    this.#hash(ranges, at);
    const mask = this.#slots.length - 1;
    let slot = this.#low & mask;
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = this.#slots[slot]! - 1;
      if (
        this.#hashLow[number] === this.#low &&
        this.#hashHigh[number] === this.#high &&
        this.#isSame(number, ranges, at)
      )
        return number;
    }
    const number = this.#count++;
    this.#slots[slot] = number + 1;
    if (number === this.#hashLow.length) this.#grow();
    this.#hashHigh[number] = this.#high;
    this.#hashLow[number] = this.#low;
    this.#keep(number, ranges, at);
    if (this.#count * 2 > this.#slots.length) this.#spread();
    return number;
  }

  clear(): void {
    this.#slots.fill(0);
    this.#filled = 0;
    this.#count = 0;
  }

  #hash({ bytes, starts, ends }: CellRanges, at: number): void {
    let low = 0x9e3779b9;
    let high = 0x41c6ce57;
    for (let cell = at; cell < at + this.#cells; cell++) {
      const end = ends[cell]!;
      for (let i = starts[cell]!; i < end; i++) {
        const byte = bytes[i]!;
        low = Math.imul(low ^ byte, 0x85ebca77);
        high = Math.imul(high ^ byte, 0xc2b2ae3d);
      }
      low = Math.imul(low ^ SEPARATOR, 0x85ebca77);
      high = Math.imul(high ^ SEPARATOR, 0xc2b2ae3d);
    }
    low = Math.imul(low ^ (low >>> 15), 0x735a2d97) ^ Math.imul(high ^ (high >>> 13), 0xcaf649a9);
    high = Math.imul(high ^ (high >>> 16), 0x2c1b3c6d) ^ Math.imul(low ^ (low >>> 14), 0x297a2d39);
    this.#high = high >>> 0;
    this.#low = low >>> 0;
  }

  #isSame(number: number, { bytes, starts, ends }: CellRanges, at: number): boolean {
    const entry = number * (this.#cells + 1);
    let kept = this.#begins[entry]!;
    for (let cell = 0; cell < this.#cells; cell++) {
      const start = starts[at + cell]!;
      const end = ends[at + cell]!;
      if (this.#begins[entry + cell + 1]! - kept !== end - start) return false;
      for (let i = start; i < end; i++) if (bytes[i] !== this.#kept[kept++]) return false;
    }
    return true;
  }

  #keep(number: number, { bytes, starts, ends }: CellRanges, at: number): void {
    const entry = number * (this.#cells + 1);
    this.#begins[entry] = this.#filled;
    for (let cell = 0; cell < this.#cells; cell++) {
      const start = starts[at + cell]!;
      const end = ends[at + cell]!;
      if (this.#filled + end - start > this.#kept.length) {
        const larger = new Uint8Array(Math.max(this.#kept.length * 2, this.#filled + end - start));
        larger.set(this.#kept);
        this.#kept = larger;
      }
      for (let i = start; i < end; i++) this.#kept[this.#filled++] = bytes[i]!;
      this.#begins[entry + cell + 1] = this.#filled;
    }
  }

  #grow(): void {
    const longer = (numbers: Uint32Array) => {
      const copy = new Uint32Array(numbers.length * 2);
      copy.set(numbers);
      return copy;
    };
    this.#hashHigh = longer(this.#hashHigh);
    this.#hashLow = longer(this.#hashLow);
    const begins = new Int32Array(this.#begins.length * 2);
    begins.set(this.#begins);
    this.#begins = begins;
  }

  #spread(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#count; number++) {
      let slot = this.#hashLow[number]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}
