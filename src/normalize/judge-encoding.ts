import type { ByteEncoding, WordEvidence } from '../domain/text-encoding.js';
import { textOfBytes } from './legacy-bytes.js';
import { isWellSpelt } from './syllable.js';

/** Those that a file is taken to be in on the evidence of its words. Windows-1252 cannot hold Vietnamese. */
const CANDIDATES = ['windows-1258', 'tcvn3', 'vni', 'viscii', 'windows-1252'] as const;
/** Words enough to decide on. */
const MOST_WORDS = 3000;
const LEAST_WORDS = 8;
/** An encoding explains nearly all words, and the next one far fewer. */
const LEAST_SHARE = 0.85;
const LEAST_LEAD = 0.25;
const LONGEST_WORD = 16;
/** VISCII has letters on these control characters. */
const VISCII_CONTROLS: ReadonlySet<number> = new Set([0x02, 0x05, 0x06, 0x14, 0x19, 0x1e]);

export type EncodingVerdict =
  | { readonly kind: 'decided'; readonly encoding: ByteEncoding; readonly evidence: WordEvidence }
  /** Too few words, none explains enough, or two explain nearly the same. `candidates`: the best first. */
  | {
      readonly kind: 'open';
      readonly words: number;
      readonly candidates: readonly { readonly encoding: ByteEncoding; readonly explained: number }[];
    };

/**
 * Judges in which single-byte encoding bytes are, by how many of their different words with letters beyond ASCII are
 * correctly spelt Vietnamese syllables when so read. Undecided rather than wrong.
 */
export function judgeEncoding(bytes: Uint8Array): EncodingVerdict {
  const words = accentedWords(bytes);
  const candidates = CANDIDATES.map((encoding) => ({
    encoding,
    explained: words.reduce((sum, word) => sum + (isExplained(word, encoding) ? 1 : 0), 0),
  })).sort((a, b) => b.explained - a.explained);
  const [best, second] = candidates as [(typeof candidates)[0], (typeof candidates)[0]];
  const count = words.length;
  const isDecided =
    count >= LEAST_WORDS &&
    best.encoding !== 'windows-1252' &&
    best.explained >= count * LEAST_SHARE &&
    best.explained - second.explained >= count * LEAST_LEAD;
  if (!isDecided) return { kind: 'open', words: count, candidates };
  const evidence = {
    words: count,
    explained: best.explained,
    next: second.encoding,
    nextExplained: second.explained,
  };
  return { kind: 'decided', encoding: best.encoding, evidence };
}

/** Different words, as bytes, that hold a letter beyond ASCII. */
function accentedWords(bytes: Uint8Array): Uint8Array[] {
  const found = new Map<string, Uint8Array>();
  let start = 0;
  let isAccented = false;
  for (let i = 0; i <= bytes.length && found.size < MOST_WORDS; i++) {
    const byte = bytes[i] ?? 0;
    const accented = byte >= 0x80 || VISCII_CONTROLS.has(byte);
    if (accented || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)) {
      isAccented ||= accented;
      continue;
    }
    if (isAccented && i - start <= LONGEST_WORD) {
      const word = bytes.subarray(start, i);
      found.set(word.join(), word);
    }
    start = i + 1;
    isAccented = false;
  }
  return [...found.values()];
}

function isExplained(word: Uint8Array, encoding: ByteEncoding): boolean {
  const text = textOfBytes(word, encoding);
  return isWellSpelt(text.toLowerCase()) && !/\p{Ll}.*\p{Lu}/u.test(text);
}
