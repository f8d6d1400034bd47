const MULTIPLIER = 0x9e3779b1;
/** More entries of one hash than this are not looked at: they are copies of one row, and one is as good as another. */
const MOST_OF_A_HASH = 8;

/** Slots for so many entries: a power of two, at most half of them filled. */
export function indexSlots(entries: number): number {
  let slots = 16;
  while (slots < entries * 2) slots *= 2;
  return slots;
}

/**
 * Numbers by a 32-bit hash, several for one hash, in two flat arrays of the same length (see `indexSlots`), which may be
 * shared between threads. The arrays begin as zeros.
 */
export class HashIndex {
  readonly #hashes: Uint32Array;
  /** One more than the number; 0: free. */
  readonly #numbers: Uint32Array;
  readonly #mask: number;

  constructor(hashes: Uint32Array, numbers: Uint32Array) {
    this.#hashes = hashes;
    this.#numbers = numbers;
    this.#mask = hashes.length - 1;
  }

  add(hash: number, number: number): void {
    let slot = Math.imul(hash, MULTIPLIER) & this.#mask;
    let same = 0;
    while (this.#numbers[slot] !== 0) {
      if (this.#hashes[slot] === hash && ++same === MOST_OF_A_HASH) return;
      slot = (slot + 1) & this.#mask;
    }
    this.#hashes[slot] = hash;
    this.#numbers[slot] = number + 1;
  }

  /** The slot of the first entry of a hash, or of the one behind `after`; -1: no more. */
  find(hash: number, after = -1): number {
    let slot = after < 0 ? Math.imul(hash, MULTIPLIER) & this.#mask : (after + 1) & this.#mask;
    while (this.#numbers[slot] !== 0) {
      if (this.#hashes[slot] === hash) return slot;
      slot = (slot + 1) & this.#mask;
    }
    return -1;
  }

  at(slot: number): number {
    return this.#numbers[slot]! - 1;
  }
}
