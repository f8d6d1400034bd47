import { isCommonSurname, isCommonWord } from './common-words.js';
import { readKeystrokes } from './keystrokes.js';
import { decodeLegacy, legacyReadings } from './legacy-decode.js';
import { LEGACY_ENCODINGS, type LegacyEncoding } from './legacy-tables.js';
import { canonicalTone, isPossibleSyllable, parseSyllable } from './syllable.js';

/** Soft hyphen, no-break space and control characters: letters in TCVN3 and VISCII, never part of a correct word. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: VISCII puts letters on control characters
const HIDDEN = /[\u0000-\u001f\u007f-\u00a0\u00ad]/;
const BY_PLACE = /^(?:thò|vò|vãn)$/i;
const LATIN1_ACCENT = /[\u00a1-\u00ff]/;

interface Examined {
  readonly word: string;
  readonly possible: boolean;
  /** An accented syllable with a letter no single-byte file could hold: the word was written in Unicode. */
  readonly unicode: boolean;
  readonly readings: ReadonlyMap<LegacyEncoding, string>;
}

const NONE: ReadonlyMap<LegacyEncoding, string> = new Map();

/** A capital accented letter inside a lower-case word (TiÕn, ThÓ) is a code, not a letter. */
function hasCapitalInside(word: string): boolean {
  return /\p{Ll}/u.test(word) && /.[\u00c0-\u00de]/.test(word);
}

function examine(word: string): Examined {
  const lower = word.toLowerCase();
  const possible = isPossibleSyllable(lower) && !HIDDEN.test(word) && !hasCapitalInside(word);
  return {
    word,
    possible,
    unicode: possible && /[\u0100-\u1ef9]/.test(lower) && parseSyllable(lower) !== null,
    readings: possible ? NONE : legacyReadings(word),
  };
}

/** A word that fits no Vietnamese name: not an initial, not a syllable, not damaged in a known way. */
function isForeign(examined: Examined): boolean {
  const { word, possible, readings } = examined;
  if (possible || readings.size > 0 || word.length === 1 || /\d/.test(word)) return false;
  if (/^[bcdghklmnpqrstvxđ]{1,3}$/i.test(word)) return false;
  return readKeystrokes(word.toLowerCase())?.strong !== true;
}

/** The encoding that explains the most words; frequent name words count double. */
function bestEncoding(words: readonly Examined[]): LegacyEncoding {
  let best: LegacyEncoding = LEGACY_ENCODINGS[0];
  let bestScore = -1;
  for (const encoding of LEGACY_ENCODINGS) {
    let score = 0;
    for (const { readings } of words) {
      const reading = readings.get(encoding);
      if (reading !== undefined) score += isCommonWord(reading) ? 2 : 1;
    }
    if (score > bestScore) {
      best = encoding;
      bestScore = score;
    }
  }
  return best;
}

/** One damaged word alone: it must hold a sign that no orthography has, or give a frequent name word. */
function isConvincing(examined: Examined | undefined): boolean {
  if (examined === undefined) return false;
  if (/[\u00a1-\u00bf\u00d7\u00f7]/.test(examined.word) || HIDDEN.test(examined.word)) return true;
  return isCommonWord(anyReading(examined.readings));
}

function anyReading(readings: ReadonlyMap<LegacyEncoding, string>): string {
  let chosen = '';
  for (const reading of readings.values()) {
    if (chosen === '' || (!isCommonWord(chosen) && isCommonWord(reading))) chosen = reading;
  }
  return chosen;
}

/**
 * The reading of a possible word that is no word of names as it stands but a frequent one decoded
 * (Thò is Thị), or that is no surname but stands in its place (Hoà is Hồ).
 */
function likelyReading(examined: Examined, first: boolean, encoding: LegacyEncoding): string {
  const { word, possible } = examined;
  if (!possible || !LATIN1_ACCENT.test(word)) return '';
  const lower = word.toLowerCase();
  const decoded = decodeLegacy(word, encoding);
  if (first && isCommonSurname(decoded) && !isCommonSurname(canonicalTone(lower))) return decoded;
  return isCommonWord(decoded) && !isCommonWord(lower) ? decoded : '';
}

/**
 * Words that are possible syllables anywhere else, but in this place of a name are always a frequent
 * word in a legacy encoding: VNI Thị and Windows-1258 Văn between other words, TCVN3 Vũ as the surname.
 */
function decodeByPlace(words: readonly string[]): readonly string[] {
  const last = words.length - 1;
  if (last < 1 || !words.some((word) => BY_PLACE.test(word))) return words;
  return words.map((word, i) => {
    const lower = word.toLowerCase();
    if (lower === 'thò' && i > 0 && i < last) return 'thị';
    if (lower === 'vãn' && i > 0 && i < last) return 'văn';
    return lower === 'vò' && i === 0 ? 'vũ' : word;
  });
}

/**
 * Decodes the words of one name that were left in TCVN3, VNI, VISCII or Windows-1258, word by word and
 * on evidence: the word is no possible syllable as it stands, is one after decoding, and its neighbours
 * are Vietnamese too. A word that is possible both ways (VNI Hoàng is Hồng) is decoded only when at
 * least two others prove the encoding and none is in Unicode, or when it is no word of names as it
 * stands (VNI Thò is Thị). Returns the same array when nothing changes.
 */
export function decodeLegacyWords(words: readonly string[]): readonly string[] {
  const examined = words.map(examine);
  const damaged = examined.filter((word) => word.readings.size > 0);
  if (damaged.length === 0) return decodeByPlace(words);
  if (damaged.length === 1 && (examined.some(isForeign) || !isConvincing(damaged[0]))) {
    return decodeByPlace(words);
  }
  const encoding = bestEncoding(damaged);
  const likely = examined.map((word, i) => likelyReading(word, i === 0, encoding));
  const proofs = damaged.length + likely.filter((reading) => reading !== '').length;
  const wholeNameIsLegacy = proofs >= 2 && !examined.some((word) => word.unicode);
  const decoded = examined.map((word, i) => {
    if (word.readings.size > 0) return word.readings.get(encoding) ?? anyReading(word.readings);
    if (likely[i]) return likely[i];
    const open = wholeNameIsLegacy && word.possible && LATIN1_ACCENT.test(word.word);
    return (open && decodeLegacy(word.word, encoding)) || word.word;
  });
  return decodeByPlace(decoded);
}
