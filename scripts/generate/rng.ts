/** Mixes integers into one 32-bit hash (murmur3 finaliser after each word); the same words give the same hash everywhere. */
export function hash32(a: number, b: number, c = 0): number {
  let h = (a ^ 0x9e3779b9) >>> 0;
  h = mix(Math.imul(h, 0x85ebca6b) ^ b);
  h = mix(Math.imul(h, 0xc2b2ae35) ^ c);
  return h;
}

function mix(value: number): number {
  let h = value;
  h ^= h >>> 16;
  h = Math.imul(h, 0x7feb352d);
  h ^= h >>> 15;
  h = Math.imul(h, 0x846ca68b);
  h ^= h >>> 16;
  return h >>> 0;
}

/** A number in [0, 1) that depends only on the words. */
export function hashUnit(a: number, b: number, c = 0): number {
  return hash32(a, b, c) / 4294967296;
}

/** Small seeded generator (sfc32, 128 bits of state). Re-seeding is cheap, so each block of persons has its own stream. */
export class Rng {
  private a = 0;
  private b = 0;
  private c = 0;
  private d = 1;

  /** Starts the stream that belongs to these three words. */
  seed(x: number, y: number, z: number): void {
    this.a = x | 0;
    this.b = y | 0;
    this.c = z | 0;
    this.d = 1;
    for (let round = 0; round < 12; round++) this.next();
  }

  /** The next 32 random bits, as an unsigned integer. */
  next(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + t) | 0;
    return t >>> 0;
  }

  /** A number in [0, 1). */
  unit(): number {
    return this.next() / 4294967296;
  }

  /** An integer in [0, limit). */
  below(limit: number): number {
    return Math.floor(this.unit() * limit);
  }

  /** An integer from `from` to `to`, both included. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }
}
