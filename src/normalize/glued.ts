import { isCommonFoldedSurname, isCommonFoldedWord, isCommonSurname, isCommonWord } from './common-words.js';
import { hasAccent } from './keystrokes.js';
import { isPossibleSyllable } from './syllable.js';

const MAX_PARTS = 4;
/** Four of the longest syllables. */
const MAX_GLUED = 28;

/** NguyễnVăn: a capital after a small letter, and every part a syllable. */
function splitAtCaseChange(word: string): readonly string[] | null {
  const parts = word.split(/(?<=\p{Ll})(?=\p{Lu})/u);
  if (parts.length < 2 || parts.length > MAX_PARTS) return null;
  for (const part of parts) {
    // Ì and Ò begin no word of a name; in Windows-1258 they are tone marks (ÐiÌnh).
    if (part.length < 2 || /^[ÌÒ]/.test(part) || !isPossibleSyllable(part.toLowerCase())) return null;
  }
  return parts;
}

/** All ways to cut the word into two to four frequent name words. */
function cuts(word: string, known: (part: string) => boolean, limit: number): string[][] {
  const found: string[][] = [];
  for (let length = 2; length <= 7 && length <= word.length; length += 1) {
    const part = word.slice(0, length);
    if (!known(part)) continue;
    const rest = word.slice(length);
    if (rest === '') found.push([part]);
    else if (limit > 1) for (const tail of cuts(rest, known, limit - 1)) found.push([part, ...tail]);
  }
  return found;
}

/** The only cut, or the only one whose second word is văn or thị; null when several remain. */
function singleCut(found: readonly string[][], middle: RegExp): readonly string[] | null {
  const usual = found.filter((parts) => parts.length > 1 && middle.test(parts[1] ?? ''));
  const chosen = usual.length > 0 ? usual : found;
  return chosen.length === 1 ? (chosen[0] ?? null) : null;
}

function splitBySyllables(lower: string): readonly string[] | null {
  if (/^[a-z]+$/.test(lower)) {
    // Without accents only a surname in front is evidence: Maria and Anna are words of their own.
    const found = cuts(lower, isCommonFoldedWord, MAX_PARTS).filter(
      ([first = '', ...rest]) => rest.length > 0 && isCommonFoldedSurname(first),
    );
    const chosen = singleCut(found, /^(?:van|thi)$/);
    // Two short words may be one foreign word by chance.
    return chosen !== null && (chosen.length > 2 || (chosen[0] ?? '').length >= 4) ? chosen : null;
  }
  const found = cuts(lower, isCommonWord, MAX_PARTS).filter((parts) => {
    const accented = parts.filter(hasAccent).length;
    return parts.length > 1 && (accented >= 2 || isCommonSurname(parts[0] ?? ''));
  });
  return singleCut(found, /^(?:văn|thị)$/);
}

/**
 * The words of a glued one (NguyễnVăn, nguyenvanan), or null. Only a word that is no syllable itself is
 * cut, and only into frequent name words: a foreign or ethnic-minority name stays whole.
 */
export function splitGlued(word: string): readonly string[] | null {
  if (word.length < 4 || word.length > MAX_GLUED) return null;
  const lower = word.toLowerCase();
  if (isPossibleSyllable(lower) || !/^\p{L}+$/u.test(lower)) return null;
  // Where capitals show the seams, no other cut is meant (TouThanh is not To Ut Hanh).
  return /\p{Ll}\p{Lu}/u.test(word) ? splitAtCaseChange(word) : splitBySyllables(lower);
}
