/** In place of a page's number, for the directory of the pages. */
export const DIRECTORY = 0xffff_ffff;

/**
 * Checksum of words, at a third of a nanosecond a byte: every change of a single word is noticed, and as words are
 * rotated in, changes of the same bit in several words do not cancel each other out. `seed`: what the words belong to.
 */
export function checksumOfWords(words: Uint32Array, from: number, to: number, seed: number): number {
  let sum = seed;
  for (let i = from; i < to; i++) sum = Math.imul(((sum << 5) | (sum >>> 27)) ^ words[i]!, 0x9e37_79b1);
  return sum >>> 0;
}

/**
 * Seed of the checksums of a section; `^` the number of a page gives that of the page. So a page of another registry or
 * of another place in the file, as a lost write leaves it behind, is noticed too.
 */
export function seedOfSection(registryId: string, section: string): number {
  const text = `${registryId}\n${section}`;
  const codes = Uint32Array.from(text, (letter) => letter.charCodeAt(0));
  return checksumOfWords(codes, 0, codes.length, 1);
}
