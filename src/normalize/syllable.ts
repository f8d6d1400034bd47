import { type Tone, tonelessVowel, toneOf, withTone } from './letters.js';
import { FOLDED_RIMES, ONSETS, RIMES } from './rimes.js';

/** A Vietnamese syllable taken apart; `rime` is written without tone. */
export interface Syllable {
  readonly onset: string;
  readonly rime: string;
  readonly tone: Tone;
}

/** The longest syllable, `nghiêng`, has 7 letters. */
const MAX_LETTERS = 7;
const FRONT_VOWELS = 'eêiy';

/** Spelling rules of the onset: c/k, g/gh, ng/ngh; `qu` takes the rimes without another rounded medial. */
function onsetFits(onset: string, rime: string): boolean {
  const first = rime.charAt(0);
  const front = FRONT_VOWELS.includes(first);
  switch (onset) {
    case 'c':
    case 'ng':
      return !front;
    case 'g':
      // gì, gìn: the i belongs to the onset gi and to the rime at once.
      return !front || rime === 'i' || rime === 'in';
    case 'k':
    case 'gh':
    case 'ngh':
      return front;
    case 'qu':
      return first !== 'u' && first !== 'ư' && (first !== 'o' || rime === 'o');
    default:
      return true;
  }
}

/** Cuts a toneless word into onset and rime, or gives null; `rimes` says which rimes are allowed. */
function split(word: string, rimes: ReadonlySet<string>): { onset: string; rime: string } | null {
  for (const onset of ONSETS) {
    if (!word.startsWith(onset)) continue;
    const rime = word.slice(onset.length);
    if (rimes.has(rime) && onsetFits(onset, rime)) return { onset, rime };
    // giêng, giết: one i stands for the i of gi and the i of iê.
    if (onset === 'gi' && /^[êe]/.test(rime) && rimes.has(`i${rime}`)) return { onset, rime };
  }
  return rimes.has(word) ? { onset: '', rime: word } : null;
}

function endsInStop(rime: string): boolean {
  return /(?:[ptc]|ch)$/.test(rime);
}

/**
 * Takes one lower-case NFC word apart, or gives null when it is no Vietnamese syllable.
 * A rime ending in a stop (c, ch, p, t) carries sắc or nặng, or no tone at all (lost accents).
 */
export function parseSyllable(word: string): Syllable | null {
  if (word.length === 0 || word.length > MAX_LETTERS) return null;
  let tone: Tone = 0;
  let toneless = '';
  for (const letter of word) {
    const letterTone = toneOf(letter);
    if (letterTone !== 0) {
      if (tone !== 0) return null;
      tone = letterTone;
    }
    toneless += letterTone === 0 ? letter : tonelessVowel(letter);
  }
  const parts = split(toneless, RIMES);
  if (parts === null) return null;
  if (tone !== 0 && tone !== 2 && tone !== 5 && endsInStop(parts.rime)) return null;
  return { ...parts, tone };
}

/** True when the lower-case NFC word is a correctly spelt Vietnamese syllable, stop codas with their tone. */
export function isFullSyllable(word: string): boolean {
  const syllable = parseSyllable(word);
  return syllable !== null && (syllable.tone !== 0 || !endsInStop(syllable.rime));
}

/** Where the newer style puts the tone on the second vowel: hoà, khoẻ, thuỷ. */
const NEWER_STYLE = /^(?:oa|oe|uy)$/;

/** True for a correctly spelt syllable whose tone mark stands where one of the two styles puts it (not laị, tưụ). */
export function isWellSpelt(word: string): boolean {
  const syllable = parseSyllable(word);
  if (syllable === null || (syllable.tone === 0 && endsInStop(syllable.rime))) return false;
  if (syllable.tone === 0 || composeSyllable(syllable) === word) return true;
  const second = word.length - syllable.rime.length + 1;
  return NEWER_STYLE.test(syllable.rime) && toneOf(word.charAt(second)) !== 0;
}

/** True when the lower-case ASCII word could be a Vietnamese syllable that has lost its accents. */
function isAccentFreeSyllable(word: string): boolean {
  return word.length > 0 && word.length <= MAX_LETTERS && split(word, FOLDED_RIMES) !== null;
}

/** True when the lower-case NFC word may stand as it is: a syllable, with its accents or without. */
export function isPossibleSyllable(word: string): boolean {
  return parseSyllable(word) !== null || isAccentFreeSyllable(word);
}

/** Position in the rime of the letter that carries the tone, traditional style (hòa, thủy, khỏe). */
function tonePosition(rime: string, onset: string): number {
  for (let i = rime.length - 1; i >= 0; i -= 1) {
    if ('ăâêôơư'.includes(rime.charAt(i)) && !(rime.charAt(i) === 'ư' && rime.charAt(i + 1) === 'ơ'))
      return i;
  }
  let vowels = 0;
  while (vowels < rime.length && tonelessVowel(rime.charAt(vowels)) !== '') vowels += 1;
  if (vowels <= 1) return 0;
  if (vowels < rime.length) return vowels - 1;
  if (vowels === 3) return 1;
  // quơ, quạu: after qu the medial is already part of the onset.
  return onset === 'qu' && rime === 'uy' ? 1 : 0;
}

/** Writes a syllable with its tone mark in the canonical place. */
export function composeSyllable(syllable: Syllable): string {
  const { onset, rime, tone } = syllable;
  if (tone === 0) return onset + rime;
  const at = tonePosition(rime, onset);
  return onset + rime.slice(0, at) + withTone(rime.charAt(at), tone) + rime.slice(at + 1);
}

/** The word with its tone mark in the canonical place (thuỷ gives thủy); other words come back unchanged. */
export function canonicalTone(word: string): string {
  const syllable = parseSyllable(word);
  return syllable === null || syllable.tone === 0 ? word : composeSyllable(syllable);
}
