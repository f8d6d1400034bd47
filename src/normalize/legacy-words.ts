import { isCommonSurname, isCommonWord } from './common-words.js';
import { readKeystrokes } from './keystrokes.js';
import { decodeLegacy, legacyReadings } from './legacy-decode.js';
import { LEGACY_ENCODINGS, type LegacyEncoding } from './legacy-tables.js';
import { replaceLookalikes } from './lookalike.js';
import { canonicalTone, isPossibleSyllable, parseSyllable } from './syllable.js';

/** Soft hyphen, no-break space and control characters: letters in TCVN3 and VISCII, never part of a correct word. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: VISCII puts letters on control characters
const HIDDEN = /[\u0000-\u001f\u007f-\u00a0\u00ad]/;
const BY_PLACE = /^(?:thò|vò|vãn)$/i;
const LATIN1_ACCENT = /[\u00a1-\u00ff]/;

interface Examined {
  readonly word: string;
  /** The word with letters that only look Vietnamese replaced; what stands when nothing is decoded. */
  readonly plain: string;
  /** It begins with the Icelandic letter that Windows-1258 and VISCII have for đ; TCVN3 has é there. */
  readonly ethAsD: boolean;
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

/** A soft hyphen is ư in TCVN3; in a word that is frequent without it, and is none with it, it is only a hyphen. */
function withoutHyphen(word: string): string {
  if (!word.includes('\u00ad')) return word;
  const bare = word.replaceAll('\u00ad', '');
  const lower = bare.toLowerCase();
  const known = isCommonWord(lower) || (isPossibleSyllable(lower) && /[\u0080-\uffff]/.test(bare));
  return known && ![...legacyReadings(word).values()].some(isCommonWord) ? bare : word;
}

function examine(raw: string): Examined {
  const word = withoutHyphen(raw);
  const plain = replaceLookalikes(word);
  const lower = plain.toLowerCase();
  const possible = isPossibleSyllable(lower) && !HIDDEN.test(word) && !hasCapitalInside(plain);
  const ethAsD = possible && /^[Ðð]/.test(word);
  return {
    word,
    plain,
    ethAsD,
    possible,
    unicode: possible && !ethAsD && /[\u0100-\u1ef9]/.test(lower) && parseSyllable(lower) !== null,
    readings: possible ? NONE : legacyReadings(word),
  };
}

/** A word that fits no Vietnamese name: not an initial, not a syllable, not damaged in a known way. */
function isForeign(examined: Examined): boolean {
  const { word, possible, readings } = examined;
  if (possible || readings.size > 0 || word.length === 1 || /\d/.test(word)) return false;
  if (/^[bcdghklmnpqrstvxđ]{1,3}'?$/i.test(word)) return false;
  return readKeystrokes(word.toLowerCase())?.strong !== true;
}

/** The encoding that explains the most words; frequent name words count double. */
function bestEncoding(words: readonly Examined[], ethAsD: boolean): LegacyEncoding {
  let best: LegacyEncoding = LEGACY_ENCODINGS[0];
  let bestScore = -1;
  for (const encoding of LEGACY_ENCODINGS) {
    let score = ethAsD && (encoding === 'viscii' || encoding === 'windows1258') ? 2 : 0;
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
  if (isContested(examined.readings)) return false;
  if (/[\u00a1-\u00bf\u00d7\u00f7]|^[Ðð]/.test(examined.word) || HIDDEN.test(examined.word)) return true;
  return isCommonWord(anyReading(examined.readings));
}

/** Two encodings give two frequent words (Tö is VNI Tư and TCVN3 Tử); VISCII files are too rare to contest. */
function isContested(readings: ReadonlyMap<LegacyEncoding, string>): boolean {
  const common = new Set<string>();
  for (const [encoding, reading] of readings) {
    if (encoding !== 'viscii' && isCommonWord(reading)) common.add(reading);
  }
  return common.size > 1;
}

/** A word that was certainly written in a legacy encoding, and could not be decoded. */
export function isLeftUndecoded(word: string): boolean {
  if (isPossibleSyllable(word.toLowerCase())) return false;
  const readings = legacyReadings(word);
  return readings.size > 0 && (/\p{L}[\u00a1-\u00bf\u00d7\u00f7]/u.test(word) || isContested(readings));
}

/** A neighbour that is no Vietnamese word asks for more: a sign no orthography has, and a frequent word behind it. */
function isCertain(examined: Examined | undefined): boolean {
  if (examined === undefined || !isConvincing(examined)) return false;
  return (
    /[\u00a1-\u00bf\u00d7\u00f7\u00ad]/.test(examined.word) && isCommonWord(anyReading(examined.readings))
  );
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
  const { word, plain, possible } = examined;
  if (!possible || !LATIN1_ACCENT.test(word)) return '';
  const lower = plain.toLowerCase();
  const decoded = decodeLegacy(word, encoding);
  if (first) return isCommonSurname(decoded) && !isCommonSurname(canonicalTone(lower)) ? decoded : '';
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
 * Replaces look-alike letters, and decodes the words of one name that were left in TCVN3, VNI, VISCII or Windows-1258, word by word and
 * on evidence: the word is no possible syllable as it stands, is one after decoding, and its neighbours
 * are Vietnamese too. A word that is possible both ways (VNI Hoàng is Hồng) is decoded only when at
 * least two others prove the encoding and none is in Unicode, or when it is no word of names as it
 * stands (VNI Thò is Thị).
 */
export function decodeLegacyWords(words: readonly string[]): readonly string[] {
  const examined = words.map(examine);
  const damaged = examined.filter((word) => word.readings.size > 0);
  const undecoded = examined.map((word) => {
    // Ðãng is Đãng, which nobody is called, or Windows-1258 for Đăng.
    const other =
      word.ethAsD && !isCommonWord(word.plain.toLowerCase()) ? decodeLegacy(word.word, 'windows1258') : '';
    return isCommonWord(other) ? other : word.plain;
  });
  if (damaged.length === 0) return decodeByPlace(undecoded);
  // Đ written as Ð proves the encodings that have it, if they explain the other word as well.
  const ethAsD =
    examined.some((word) => word.ethAsD) &&
    damaged.some(({ readings }) => readings.has('viscii') || readings.has('windows1258'));
  const accepted = examined.some(isForeign) ? isCertain : isConvincing;
  if (damaged.length === 1 && !ethAsD && !accepted(damaged[0])) return decodeByPlace(undecoded);
  const encoding = bestEncoding(damaged, ethAsD);
  const likely = examined.map((word, i) => likelyReading(word, i === 0, encoding));
  const proofs = damaged.length + (ethAsD ? 1 : 0) + likely.filter((reading) => reading !== '').length;
  const wholeNameIsLegacy = proofs >= 2 && !examined.some((word) => word.unicode);
  const decoded = examined.map((word, i) => {
    if (word.readings.size > 0) return word.readings.get(encoding) ?? anyReading(word.readings);
    if (likely[i]) return likely[i];
    const open = wholeNameIsLegacy && word.possible && LATIN1_ACCENT.test(word.word);
    return (open && decodeLegacy(word.word, encoding)) || word.plain;
  });
  return decodeByPlace(decoded);
}
