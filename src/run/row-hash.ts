/** How many bytes of a row are looked at: at least so many, fewer than twice as many. */
const SAMPLES = 32;
const ANCHOR_ONE_IN = 16;

/**
 * A 32-bit hash of a sample of a row's bytes, to find the row again; whether it is the same row only its bytes can tell.
 * Looking at every byte would cost more than all that finding saves.
 */
export function rowHash(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  const step = length < SAMPLES ? 1 : Math.floor(length / SAMPLES);
  let hash = length ^ 0x9e3779b9;
  for (let at = start; at < end; at += step) {
    hash = Math.imul(hash ^ bytes[at]!, 0x85ebca77);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae3d);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** True for one row in sixteen, chosen by its content: such rows lead from a chunk to the places where it stood earlier. */
export function isAnchor(hash: number): boolean {
  return hash % ANCHOR_ONE_IN === 0;
}
