import type { DayMonthOrder, SexCoding } from '../domain/dose-record.js';
import { hashWords } from '../match/hash.js';

/** The identity texts of a record, and how its file writes sex and dates. */
export interface SampledRecord {
  /** As `identityText` gives it. */
  readonly text: string;
  readonly sexCoding: SexCoding;
  readonly birthDateOrder: DayMonthOrder;
}

/** A hash of 53 bits: the first bits of the 64-bit hash that a double holds exactly. */
function hash53(text: string): number {
  const [high, low] = hashWords(text);
  return (high >>> 11) * 2 ** 32 + low;
}

/**
 * The records with the smallest hashes, each distinct one once, at most `size` of them: a sample that depends neither
 * on the order of files and rows nor on how they are cut into chunks. Memory: twice the sample.
 */
export class RecordSample {
  readonly #size: number;
  #kept = new Map<number, SampledRecord>();
  #below = Number.POSITIVE_INFINITY;

  constructor(size: number) {
    this.#size = size;
  }

  add(record: SampledRecord): void {
    const { text, sexCoding, birthDateOrder } = record;
    const hash = hash53(`${sexCoding}\u0001${birthDateOrder}\u0001${text}`);
    if (hash >= this.#below) return;
    const known = this.#kept.get(hash);
    // Two records of one hash are next to impossible; then too the order must not matter.
    if (known !== undefined && known.text <= text) return;
    this.#kept.set(hash, record);
    if (this.#kept.size >= 2 * this.#size) this.#cut();
  }

  /** In the order of their hashes. */
  records(): SampledRecord[] {
    this.#cut();
    return [...this.#kept.values()];
  }

  #cut(): void {
    const entries = [...this.#kept].sort(([a], [b]) => a - b);
    this.#kept = new Map(entries.slice(0, this.#size));
    const first = entries[this.#size];
    if (first !== undefined) this.#below = first[0];
  }
}
