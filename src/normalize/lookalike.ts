import { isPossibleSyllable } from './syllable.js';

/** African and Icelandic letters that look like Đ; Ð and ð are also letters of legacy encodings. */
const ALWAYS_D = /[ƉɖĐđ]/;
const MAYBE_D = /[Ðð]/;
const CYRILLIC = /[АВЕКМНОРСТХУІаеорсухі]/;
const CYRILLIC_FROM = 'АВЕКМНОРСТХУІаеорсухі';
const LATIN_TO = 'ABEKMHOPCTXYIaeopcyxi';

function withD(word: string): string {
  return word.replace(/[ƉÐ]/g, 'Đ').replace(/[ɖð]/g, 'đ');
}

/** Replaces letters that only look Vietnamese; the word comes back unchanged when there are none. */
export function replaceLookalikes(word: string): string {
  let out = word;
  if (CYRILLIC.test(out) && /[A-Za-z\u00c0-\u1ef9]/.test(out.replace(/[\u0400-\u04ff]/g, ''))) {
    out = [...out].map((letter) => LATIN_TO.charAt(CYRILLIC_FROM.indexOf(letter)) || letter).join('');
  }
  if (/[Ɖɖ]/.test(out)) out = out.replace(/Ɖ/g, 'Đ').replace(/ɖ/g, 'đ');
  // Ð is é in TCVN3 and Đ in VISCII: only a word that becomes possible is certain here.
  if (MAYBE_D.test(out) && ALWAYS_D.test(withD(out))) {
    const candidate = withD(out);
    if (isPossibleSyllable(candidate.toLowerCase())) out = candidate;
  }
  return out;
}
