import { foldName } from './fold.js';
import { splitGlued } from './glued.js';
import { readKeystrokes } from './keystrokes.js';
import { legacyReadings } from './legacy-decode.js';
import { canonicalTone, isPossibleSyllable } from './syllable.js';
import { titleCase } from './title-case.js';
import { mayBeTitle } from './titles.js';

/** Everything the matcher reads about one word of a name. */
export interface WordInfo {
  readonly display: string;
  readonly token: string;
  readonly folded: string;
  readonly accented: boolean;
  /** True for a possible Vietnamese syllable. */
  readonly isSyllable: boolean;
  /** False when the word as written may need repair, alone or beside its neighbours. */
  readonly plain: boolean;
  /** True for a word that is a form of address at the beginning of a name. */
  readonly mayBeTitle: boolean;
}

/** Names share few words: this many cover any country's; beyond it the cache starts again. */
const MAX_CACHED = 100_000;
/** Longer words are rare, and caching them would let one hostile file fill the memory. */
const MAX_CACHED_LENGTH = 32;
const cache = new Map<string, WordInfo>();

/** Latin letters as Unicode composes them, with apostrophes inside; nothing that needs cleaning. */
const CLEAN_WORD =
  /^[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u01b0\u1ea0-\u1ef9]+(?:'[A-Za-z\u00c0-\u01b0\u1ea0-\u1ef9]*)*$/;
const NOT_ASCII = /[\u0080-\uffff]/;
const LEGACY_SIGN = /[\u00c0-\u00ff]/;
/** Whole values that mean "no name"; they only need a closer look. */
const NO_NAME_WORD = /^(?:null|none|nan|na|undefined|không|khong|chưa|chua)$/;
/** Rarely a name; in some places of one a frequent word in a legacy encoding. */
const DECODED_BY_PLACE = /^(?:thò|vò|vãn)$/;

function isPlain(raw: string, lower: string): boolean {
  if (!CLEAN_WORD.test(raw) || raw.endsWith("'") || /[ÐðƉ]/.test(raw) || NO_NAME_WORD.test(lower))
    return false;
  if (DECODED_BY_PLACE.test(lower)) return false;
  // A capital accented letter inside a lower-case word is the mark of a legacy encoding (ThÓ).
  if (LEGACY_SIGN.test(raw) && /\p{Ll}/u.test(raw) && /.[\u00c0-\u00de]/.test(raw)) return false;
  if (isPossibleSyllable(lower)) return true;
  return legacyReadings(raw).size === 0 && readKeystrokes(lower) === null && splitGlued(raw) === null;
}

/**
 * A code of a legacy encoding that was left for want of evidence: in another letter case it is another code, which
 * might be read the next time.
 */
function isUndecoded(raw: string): boolean {
  if (!LEGACY_SIGN.test(raw) || isPossibleSyllable(raw.toLowerCase())) return false;
  return legacyReadings(raw).size > 0 || legacyReadings(titleCase(raw)).size > 0;
}

/** Capitals inside a word speak against the cut that it would get without them (toKoBA is not To Ko Ba). */
function isKeptWhole(raw: string): boolean {
  const titled = titleCase(raw);
  return (
    titled !== raw && /\p{Ll}\p{Lu}/u.test(raw) && splitGlued(raw) === null && splitGlued(titled) !== null
  );
}

function describe(raw: string): WordInfo {
  const display = isUndecoded(raw) || isKeptWhole(raw) ? raw : titleCase(raw);
  // From the display, so that letters whose two cases do not match (ı, ſ) end in the same word.
  const lower = display.toLowerCase();
  // K' Văn and K Văn are one name: the apostrophe of a marker that stands alone says nothing.
  const bare = lower.replace(/'+$/, '');
  // K'Thuỷ: the tone belongs to the syllable behind the marker.
  const marker = bare.lastIndexOf("'") + 1;
  const token = bare.slice(0, marker) + canonicalTone(bare.slice(marker));
  return {
    display,
    token,
    folded: foldName(token),
    accented: NOT_ASCII.test(token),
    isSyllable: isPossibleSyllable(token),
    plain: isPlain(raw, lower),
    mayBeTitle: mayBeTitle(lower),
  };
}

/** Describes one word of a name; words seen before are remembered. */
export function wordInfo(raw: string): WordInfo {
  const known = cache.get(raw);
  if (known !== undefined) return known;
  const info = describe(raw);
  if (raw.length <= MAX_CACHED_LENGTH) {
    if (cache.size >= MAX_CACHED) cache.clear();
    cache.set(raw, info);
  }
  return info;
}
