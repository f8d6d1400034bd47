import { KEY_SPACE, SPACES_A_LEVEL } from '../domain/blocking-plan.js';

/**
 * The 64-bit hash of a text as two 32-bit words, the same on every machine
 * (two interleaved multiplicative hashes). Not for secrets: a hash of an ID is still personal data.
 */
export function hashWords(text: string): readonly [high: number, low: number] {
  let low = 0x9e3779b9;
  let high = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x85ebca77);
    high = Math.imul(high ^ code, 0xc2b2ae3d);
  }
  low = Math.imul(low ^ (low >>> 15), 0x735a2d97) ^ Math.imul(high ^ (high >>> 13), 0xcaf649a9);
  high = Math.imul(high ^ (high >>> 16), 0x2c1b3c6d) ^ Math.imul(low ^ (low >>> 14), 0x297a2d39);
  return [high >>> 0, low >>> 0];
}

/** The first 41 bits of the hash, below KEY_SPACE. Two texts of 10^8 meet with a chance below 10^-4; that costs one comparison. */
export function hashText(text: string): number {
  const [high, low] = hashWords(text);
  return (high & 0x1ff) * 2 ** 32 + low;
}

/**
 * The key one level deeper: the same rule, and as value a 41-bit mix of the key's value and of the number of a
 * further field (a whole number below 2^32). The level needs no mixing in, as each level has its own key space.
 */
export function narrowKey(key: number, number: number): number {
  const space = Math.floor(key / KEY_SPACE);
  const value = key - space * KEY_SPACE;
  let low = value | 0;
  let high = Math.floor(value / 2 ** 32) ^ 0x41c6ce57;
  low = Math.imul(low ^ (low >>> 16) ^ number, 0x85ebca77);
  high = Math.imul(high ^ low ^ (low >>> 13), 0xc2b2ae3d);
  low = Math.imul(low ^ (high >>> 15), 0x735a2d97) ^ high;
  high = Math.imul(high ^ (low >>> 16) ^ number, 0x2c1b3c6d);
  low ^= high >>> 14;
  return (space + SPACES_A_LEVEL) * KEY_SPACE + ((high >>> 5) & 0x1ff) * 2 ** 32 + (low >>> 0);
}
