import type { Rng } from './rng.js';

/** Draws items in proportion to their weights in constant time (Walker's alias method). */
export class Weighted<T> {
  private readonly items: readonly T[];
  private readonly threshold: Float64Array;
  private readonly alias: Uint32Array;

  constructor(entries: readonly (readonly [item: T, weight: number])[]) {
    const kept = entries.filter(([, weight]) => weight > 0);
    if (kept.length === 0) throw new Error('a weighted choice needs at least one positive weight');
    const total = kept.reduce((sum, [, weight]) => sum + weight, 0);
    this.items = kept.map(([item]) => item);
    this.threshold = Float64Array.from(kept, ([, weight]) => (weight * kept.length) / total);
    this.alias = Uint32Array.from(kept, (_, position) => position);
    const small: number[] = [];
    const large: number[] = [];
    for (let i = 0; i < kept.length; i++) (this.threshold[i]! < 1 ? small : large).push(i);
    while (small.length > 0 && large.length > 0) {
      const low = small.pop()!;
      const high = large.pop()!;
      this.alias[low] = high;
      this.threshold[high] = this.threshold[high]! + this.threshold[low]! - 1;
      (this.threshold[high]! < 1 ? small : large).push(high);
    }
    for (const rest of [...small, ...large]) this.threshold[rest] = 1;
  }

  draw(rng: Rng): T {
    const slot = rng.unit() * this.items.length;
    const position = Math.floor(slot);
    return this.items[slot - position < this.threshold[position]! ? position : this.alias[position]!]!;
  }
}
