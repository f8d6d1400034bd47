import type { RepairCode } from '../domain/repairs.js';
import { isCommonFoldedSurname, isCommonSurname, isCommonWord } from './common-words.js';
import { splitGlued } from './glued.js';
import { hasAccent, type KeystrokeReading, readKeystrokes } from './keystrokes.js';
import { legacyReadings } from './legacy-decode.js';
import { decodeLegacyWords, isLeftUndecoded } from './legacy-words.js';
import { replaceLookalikes } from './lookalike.js';
import { isPossibleSyllable } from './syllable.js';

const APOSTROPHES = /[‘’`´ʼʹ′]/g;
/** What is left of a word when everything but letters, marks, digits and apostrophes is gone. */
const NOT_NAME = /[^\p{L}\p{M}\d']+/gu;
const EDGE_APOSTROPHES = /^'+|(?<=[^']{3})'+$/g;

/** oong is a rime of its own (Voòng) and Telex for ông. */
const DOUBLED_O = /oo(?:ng|c)$/;

function sameWords(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((word, i) => word === after[i]);
}

/** Given names of other languages that are also a Vietnamese word typed in Telex. */
const FOREIGN =
  /^(?:max|lee|hans|luis|lois|rex|lux|jess|tess|ross|hari|dawn|[bjmsy]oon|noor|moor|law|low|mary|lara)$/;

/**
 * A weak reading counts in a name of three words: a frequent word behind a frequent surname or beside a frequent word
 * with accents; in front a frequent surname (Vux, Ngoo) if an accent follows. Lee and the like need Văn or Thị behind.
 */
function isLikelyTyped(
  words: readonly string[],
  lower: string,
  reading: KeystrokeReading,
  position: number,
): boolean {
  if (words.length < 3 || !isCommonWord(reading.word)) return false;
  const others = words.filter((_, i) => i !== position).map((word) => word.toLowerCase());
  const accented = others.some((word) => hasAccent(word) && isCommonWord(word));
  if (position === 0) {
    if (!accented || !isCommonSurname(reading.word)) return false;
    return !FOREIGN.test(lower) || /^(?:văn|thị)$/.test(others[0] ?? '');
  }
  if (FOREIGN.test(lower)) return false;
  const surname = (words[0] ?? '').toLowerCase();
  return accented || isCommonSurname(surname) || isCommonFoldedSurname(surname);
}

function isVietnamese(word: string): boolean {
  return /^\p{L}'?$/u.test(word) || isPossibleSyllable(word.toLowerCase());
}

function resolveKeystrokes(words: readonly string[]): readonly string[] {
  const readings = words.map((word): KeystrokeReading | null => {
    const lower = word.toLowerCase();
    if (isPossibleSyllable(lower) && !DOUBLED_O.test(lower)) return null;
    // GiaAn is two words, not Giân.
    return /\p{Ll}\p{Lu}/u.test(word) && splitGlued(word) !== null ? null : readKeystrokes(lower);
  });
  const typed = words.length > 1 && words.every((word, i) => readings[i] || isVietnamese(word));
  const strong = typed && readings.some((reading) => reading?.strong);
  return words.map((word, i) => {
    const reading = readings[i];
    if (!reading) return word;
    const lower = word.toLowerCase();
    // Moong and Voong are names; Coong beside a word that was certainly typed is Công.
    if (isPossibleSyllable(lower)) {
      const meant = strong || (typed && i > 0 && isLikelyTyped(words, lower, reading, i));
      return meant && isCommonWord(reading.word) && !isCommonWord(lower) ? reading.word : word;
    }
    if (strong || (typed && isLikelyTyped(words, lower, reading, i))) return reading.word;
    return resolveDigits(word, reading);
  });
}

/** Digits inside a word are no letters of any name: there the reading needs no further evidence. */
function resolveDigits(word: string, reading: KeystrokeReading): string {
  return /\d/.test(word) ? reading.word : word;
}

function splitWords(words: readonly string[]): readonly string[] {
  // HiÓn is TCVN3 for Hiển, undecoded for want of evidence, not Hi and Ón.
  return words.flatMap((word) => (legacyReadings(word).size > 0 ? [word] : (splitGlued(word) ?? [word])));
}

/** `H' Hen` is one name; before a word of Kinh names (K' Văn Tuấn) the marker stands for itself. */
function joinMarkers(words: readonly string[]): string[] {
  const out: string[] = [];
  let open = false;
  for (const word of words) {
    if (open && !isCommonWord(word.toLowerCase())) out[out.length - 1] += word;
    else out.push(word);
    open = /^[\p{L}]'$/u.test(word);
  }
  return out;
}

function stripToName(words: readonly string[]): string[] {
  return words
    .map((word) => word.replace(APOSTROPHES, "'").replace(NOT_NAME, '').replace(EDGE_APOSTROPHES, ''))
    .filter((word) => word !== '');
}

/**
 * Repairs the words of one name in order: look-alike letters, legacy encodings, left-over keystrokes,
 * glued words. Each repair made is added to `repairs`.
 */
export function repairWords(words: readonly string[], repairs: Set<RepairCode>): readonly string[] {
  const decoded = decodeLegacyWords(words);
  for (let i = 0; i < words.length; i += 1) {
    if (decoded[i] === words[i]) continue;
    repairs.add(decoded[i] === replaceLookalikes(words[i] ?? '') ? 'lookalike_letter' : 'legacy_encoding');
  }
  if (decoded.some(isLeftUndecoded)) repairs.add('undecoded');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (decoded.some((word) => /[\u0000-\u001f\u007f-\u009f\u00ad]/.test(word)))
    repairs.add('invisible_characters');
  // A lone Ð that no encoding explains can only be meant as Đ.
  const stripped = stripToName(decoded).map((word) => word.replace(/^Ð/, 'Đ'));
  if (
    stripped.some((word, i) => word !== decoded[i] && word.startsWith('Đ') && decoded[i]?.startsWith('Ð'))
  ) {
    repairs.add('lookalike_letter');
  }
  const typed = resolveKeystrokes(stripped);
  if (!sameWords(stripped, typed)) repairs.add('keystrokes');
  const cleaned = stripLeftDigits(typed, repairs);
  const apart = splitWords(cleaned);
  if (!sameWords(cleaned, apart)) repairs.add('glued_words_split');
  return joinMarkers(apart);
}

function stripLeftDigits(words: readonly string[], repairs: Set<RepairCode>): readonly string[] {
  if (!words.some((word) => /\d/.test(word))) return words;
  repairs.add('note_removed');
  return words.map((word) => word.replace(/\d+/g, '')).filter((word) => word !== '');
}

/** True when a no-break space inside the chunk is the VISCII letter Õ (V\u00a0 is VÕ), which no other sign tells. */
export function isVisciiO(chunk: string): boolean {
  return /^[A-Z\u00a0]+$/.test(chunk) && isCommonWord(chunk.replace(/\u00a0/g, 'Õ').toLowerCase());
}
