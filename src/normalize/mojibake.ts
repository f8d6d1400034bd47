import { byteOf } from './code-page.js';
import { isCommonWord } from './common-words.js';
import { isAccentedLetter } from './letters.js';
import { isFullSyllable } from './syllable.js';

/** Bytes without a character in Windows-1252: the reader wrote U+FFFD, or dropped them to a control character. */
const LOST_BYTES = [0x81, 0x8d, 0x8f, 0x90, 0x9d] as const;
const REPLACEMENT = '\ufffd';
const COMBINING = new Set(['\u0300', '\u0301', '\u0302', '\u0303', '\u0306', '\u0309', '\u031b', '\u0323']);

/** First bytes of the UTF-8 forms of Vietnamese letters: two bytes (Ã Ä Å Æ, and Ì for marks) or three (á). */
const LEAD = /[ÃÄÅÆÌáÂ]/;

function decodeTwo(lead: number, next: number): string {
  return String.fromCharCode(((lead & 0x1f) << 6) | (next & 0x3f));
}

function decodeThree(lead: number, middle: number, next: number): string {
  return String.fromCharCode(((lead & 0x0f) << 12) | ((middle & 0x3f) << 6) | (next & 0x3f));
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0;
}

/** The letters a sequence can stand for; more than one when its last byte is lost. */
function lettersAt(
  text: string,
  at: number,
): { readonly letters: readonly string[]; readonly length: number } {
  const none = { letters: [], length: 0 };
  const lead = byteOf(text.charAt(at));
  const three = lead === 0xe1;
  if (!three && (lead < 0xc2 || lead > 0xcc)) return none;
  const middle = three ? byteOf(text.charAt(at + 1)) : 0;
  if (three && middle !== 0xba && middle !== 0xbb) return none;
  const length = three ? 3 : 2;
  const last = text.charAt(at + length - 1);
  if (last === '') return none;
  const bytes = last === REPLACEMENT ? LOST_BYTES : [byteOf(last)];
  const letters: string[] = [];
  for (const byte of bytes) {
    if (!isContinuation(byte)) continue;
    const letter = three ? decodeThree(lead, middle, byte) : decodeTwo(lead, byte);
    if (isAccentedLetter(letter) || COMBINING.has(letter) || letter === '\u00a0') letters.push(letter);
  }
  return { letters, length };
}

/** With a byte lost, the letter is known if exactly one choice makes a syllable, or a frequent word of names. */
function chooseLetter(letters: readonly string[], before: string, after: string): string {
  const start = /[\p{L}\p{M}]*$/u.exec(before)?.[0] ?? '';
  const end = /^[\p{L}\p{M}]*/u.exec(after)?.[0] ?? '';
  const small = /\p{Ll}/u.test(start + end);
  const capitals = !small && /\p{Lu}.*\p{Lu}/u.test(start + end);
  const fitting = letters.filter((letter) => {
    // A capital inside a word of small letters cannot have been meant (Học, not HỐc).
    if (small && start !== '' && letter !== letter.toLowerCase()) return false;
    if (capitals && letter === letter.toLowerCase()) return false;
    return isFullSyllable((start + letter + end).normalize('NFC').toLowerCase());
  });
  if (fitting.length === 1) return fitting[0] ?? '';
  const common = fitting.filter((letter) =>
    isCommonWord((start + letter + end).normalize('NFC').toLowerCase()),
  );
  return common.length === 1 ? (common[0] ?? '') : '';
}

/**
 * Turns UTF-8 that was read as Latin-1 or Windows-1252 back into letters (Nguyá»…n gives Nguyễn).
 * Works on the whole text, because such a word can contain spaces (`áº\u00a0`). Only sequences that
 * stand for a Vietnamese letter are touched; no correctly written name holds one.
 */
export function decodeMojibake(text: string): string {
  if (!LEAD.test(text)) return text;
  let out = '';
  for (let i = 0; i < text.length; ) {
    const { letters, length } = lettersAt(text, i);
    const letter =
      letters.length > 1
        ? chooseLetter(letters, out, decodeMojibakeOnce(text.slice(i + length)))
        : letters[0];
    if (letter) {
      out += letter;
      i += length;
    } else if (letters.length > 1) {
      // Which letter it was cannot be told: what is left of it must not look like another one.
      out += REPLACEMENT;
      i += length;
    } else {
      out += text.charAt(i);
      i += 1;
    }
  }
  return out === text ? text : restoreTrimmed(out);
}

/** Decodes what is certain in the text after a damaged letter. */
function decodeMojibakeOnce(text: string): string {
  let out = '';
  for (let i = 0; i < text.length && text.charAt(i) !== ' '; ) {
    const { letters, length } = lettersAt(text, i);
    const certain = letters.length === 1;
    out += certain ? letters[0] : text.charAt(i);
    i += certain ? length : 1;
  }
  return out;
}

/**
 * à is `Ã` and a no-break space, Ạ `áº` and one; clean-up elsewhere may have made the space plain or
 * trimmed it. Only used in a text where other letters were found mis-read.
 */
function restoreTrimmed(text: string): string {
  return text
    .replace(/(\p{L})Ã (ng|nh|n|m|i|o|y|u|t|c|p)(?!\p{L})/gu, '$1à$2')
    .replace(/(\p{Ll})Ã(?!\p{L})/gu, '$1à')
    .replace(/áº (?=\p{L})/gu, 'Ạ');
}
