/** Items that belong together. */
export interface SpilledRun {
  readonly rank: number;
  readonly lines: number;
  readonly kinds: number;
  /** Positions in the order of `add`. */
  readonly positions: readonly number[];
}

/** list, lines (4 bytes each), rank, kinds, same (8 each), length (4), 4 unused. */
export const ENTRY_BYTES = 40;

/** The entries of one partition, by their position in the order of `add`. */
export class PartitionIndex {
  readonly #bytes: Buffer;
  readonly #count: number;
  readonly #offsets: Float64Array;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#count = bytes.length / ENTRY_BYTES;
    this.#offsets = new Float64Array(this.#count + 1);
    for (let i = 0; i < this.#count; i++) this.#offsets[i + 1] = this.#offsets[i]! + this.length(i);
  }

  list(position: number): number {
    return this.#bytes.readUInt32LE(position * ENTRY_BYTES);
  }

  length(position: number): number {
    return this.#bytes.readUInt32LE(position * ENTRY_BYTES + 32);
  }

  offset(position: number): number {
    return this.#offsets[position]!;
  }

  /** Positions by list, rank, the first of those that belong together, and position. */
  order(): Uint32Array {
    const order = new Uint32Array(this.#count);
    for (let i = 0; i < order.length; i++) order[i] = i;
    order.sort((a, b) => this.#compareGroups(a, b) || this.#compareSame(a, b) || a - b);
    const first = new Uint32Array(this.#count);
    for (let i = 0; i < order.length; i++) {
      const position = order[i]!;
      const before = order[i - 1];
      first[position] = before !== undefined && this.#isSame(before, position) ? first[before]! : position;
    }
    return order.sort((a, b) => this.#compareGroups(a, b) || first[a]! - first[b]! || a - b);
  }

  /** Puts together what belongs together in an ordered part. */
  runs(order: Uint32Array): SpilledRun[] {
    const runs: (SpilledRun & { positions: number[] })[] = [];
    for (let i = 0; i < order.length; i++) {
      const position = order[i]!;
      if (i > 0 && this.#isSame(order[i - 1]!, position)) {
        runs[runs.length - 1]!.positions.push(position);
        continue;
      }
      const at = position * ENTRY_BYTES;
      runs.push({
        rank: this.#rank(position),
        lines: this.#bytes.readUInt32LE(at + 4),
        kinds: this.#bytes.readDoubleLE(at + 16),
        positions: [position],
      });
    }
    return runs;
  }

  #rank(position: number): number {
    return this.#bytes.readDoubleLE(position * ENTRY_BYTES + 8);
  }

  #compareGroups(a: number, b: number): number {
    return this.list(a) - this.list(b) || this.#rank(a) - this.#rank(b);
  }

  #compareSame(a: number, b: number): number {
    const [at, other] = [a * ENTRY_BYTES + 24, b * ENTRY_BYTES + 24];
    return this.#bytes.compare(this.#bytes, other, other + 8, at, at + 8);
  }

  #isSame(a: number, b: number): boolean {
    return this.#compareGroups(a, b) === 0 && this.#compareSame(a, b) === 0;
  }
}
