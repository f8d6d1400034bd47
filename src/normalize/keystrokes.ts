import { type Tone, toneOf } from './letters.js';
import { composeSyllable, isFullSyllable, parseSyllable } from './syllable.js';

/**
 * A word in which typed keys of an input method were left over.
 * `strong` keystrokes are evidence on their own; weak ones (a lone s, x, r, oo ...) also occur in
 * foreign names (Hans, Max, Lee, Noor) and count only beside a strong one.
 */
export interface KeystrokeReading {
  readonly word: string;
  readonly strong: boolean;
}

/** The longest Vietnamese syllable with three more keys. */
const MAX_KEYS = 11;
const TELEX_TONES = new Map<string, Tone>([
  ['f', 1],
  ['s', 2],
  ['r', 3],
  ['x', 4],
  ['j', 5],
]);
const VNI_TONES = new Map<string, Tone>([
  ['2', 1],
  ['1', 2],
  ['3', 3],
  ['4', 4],
  ['5', 5],
]);
const DOUBLED = new Map([
  ['aa', 'â'],
  ['ee', 'ê'],
  ['oo', 'ô'],
  ['dd', 'đ'],
]);
const HORN_OR_BREVE = new Map([
  ['a', 'ă'],
  ['o', 'ơ'],
  ['u', 'ư'],
]);

interface Typed {
  letters: string;
  tone: Tone;
  /** How many keys were resolved, tone key included. */
  keys: number;
}

function compose(typed: Typed): string {
  const syllable = parseSyllable(typed.letters);
  if (syllable === null || syllable.tone !== 0) return '';
  const word = composeSyllable({ ...syllable, tone: typed.tone });
  return isFullSyllable(word) ? word : '';
}

/** Puts the horn on the last vowels: uo becomes ươ, a becomes ă; null when there is nothing to mark. */
function addHornOrBreve(letters: string): string | null {
  const last = letters.slice(-1);
  if (/[uư]o$/.test(letters)) return `${letters.slice(0, -2)}ươ`;
  const marked = HORN_OR_BREVE.get(last);
  return marked === undefined ? null : letters.slice(0, -1) + marked;
}

/** Types a lower-case ASCII word through Telex; null when a key cannot be meant as one. */
function typeTelex(word: string): Typed | null {
  const typed: Typed = { letters: '', tone: 0, keys: 0 };
  for (const key of word) {
    const doubled = DOUBLED.get(typed.letters.slice(-1) + key);
    const tone = TELEX_TONES.get(key);
    if (doubled !== undefined) {
      typed.letters = typed.letters.slice(0, -1) + doubled;
      typed.keys += 1;
    } else if (key === 'w') {
      const marked = addHornOrBreve(typed.letters);
      if (marked === null) return null;
      typed.letters = marked;
      typed.keys += 1;
    } else if (tone !== undefined && /[aăâeêioôơuưy]/.test(typed.letters)) {
      if (typed.tone !== 0) return null;
      typed.tone = tone;
      typed.keys += 1;
    } else {
      typed.letters += key;
    }
  }
  return typed;
}

/**
 * f and j close no syllable of a name that is otherwise Vietnamese, and iee, uoo (Thieen) are in none;
 * ee and oo are (Lees, Noor).
 */
function isStrongTelex(word: string, typed: Typed): boolean {
  if (/^dd/.test(word) || typed.tone === 1 || typed.tone === 5 || /[iuy](?:ee|oo|aa)./.test(word))
    return true;
  if (typed.keys < 2) return false;
  return !/(?:ee|oo)[srx]$/.test(word) || typed.keys > 2;
}

function readTelex(lower: string): KeystrokeReading | null {
  const typed = typeTelex(lower);
  if (typed === null || typed.keys === 0) return null;
  const word = compose(typed);
  return word === '' ? null : { word, strong: isStrongTelex(lower, typed) };
}

/** Types a lower-case word through the VNI keys: 1 to 5 tones, 6 â ê ô, 7 ơ ư, 8 ă, 9 đ. */
function typeVni(word: string): Typed | null {
  const typed: Typed = { letters: '', tone: 0, keys: 0 };
  for (const key of word) {
    if (key < '0' || key > '9') {
      typed.letters += key;
      continue;
    }
    const tone = VNI_TONES.get(key);
    if (tone !== undefined) {
      if (typed.tone !== 0) return null;
      typed.tone = tone;
    } else {
      const marked = applyVniMark(typed.letters, key);
      if (marked === typed.letters) return null;
      typed.letters = marked;
    }
    typed.keys += 1;
  }
  return typed;
}

function applyVniMark(letters: string, key: string): string {
  switch (key) {
    case '6':
      return letters.replace(/[aeo](?=[^aeo]*$)/, (vowel) => DOUBLED.get(vowel + vowel) ?? vowel);
    case '7':
      return /uo/.test(letters)
        ? letters.replace('uo', 'ươ')
        : letters.replace(/[ou](?=[^ou]*$)/, (vowel) => HORN_OR_BREVE.get(vowel) ?? vowel);
    case '8':
      return letters.replace(/a(?=[^a]*$)/, 'ă');
    case '9':
      return letters.replace(/^d/, 'đ');
    default:
      return letters;
  }
}

function readVni(lower: string): KeystrokeReading | null {
  const typed = typeVni(lower);
  if (typed === null || typed.keys === 0 || typed.letters === '') return null;
  const word = compose(typed);
  // A single tone digit at the end may be a number that somebody added (Lan2): weak.
  const strong = typed.keys > 1 || !/[1-5]$/.test(lower);
  return word === '' ? null : { word, strong };
}

/** The Vietnamese syllable somebody meant to type, or null. `lower` is one word in lower case. */
export function readKeystrokes(lower: string): KeystrokeReading | null {
  if (lower.length < 2 || lower.length > MAX_KEYS) return null;
  if (!/^[a-zđ0-9]+$/.test(lower)) return null;
  return /[0-9]/.test(lower) ? readVni(lower) : readTelex(lower);
}

/** True when a word carries a tone or a marked vowel already. */
export function hasAccent(word: string): boolean {
  for (const letter of word) {
    if (toneOf(letter) !== 0 || 'ăâêôơưđ'.includes(letter)) return true;
  }
  return false;
}
