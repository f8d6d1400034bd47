/** Tone of a Vietnamese syllable: 0 level, 1 huyền, 2 sắc, 3 hỏi, 4 ngã, 5 nặng. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5;

/** Each vowel with its six tones, in the order of `Tone`. */
const VOWEL_ROWS = [
  'aàáảãạ',
  'ăằắẳẵặ',
  'âầấẩẫậ',
  'eèéẻẽẹ',
  'êềếểễệ',
  'iìíỉĩị',
  'oòóỏõọ',
  'ôồốổỗộ',
  'ơờớởỡợ',
  'uùúủũụ',
  'ưừứửữự',
  'yỳýỷỹỵ',
] as const;

/**
 * The 67 accented lower-case letters in the order of the encoding tables
 * (à á ả ã ạ ă ằ ... ỵ đ).
 */
export const ACCENTED_LETTERS: readonly string[] = [
  ...[...VOWEL_ROWS.join('')].filter((letter) => letter > 'z'),
  'đ',
];

const TONES: readonly Tone[] = [0, 1, 2, 3, 4, 5];
const TONELESS = new Map<string, string>();
const TONE_OF = new Map<string, Tone>();
const WITH_TONE = new Map<string, string>();
for (const row of VOWEL_ROWS) {
  const vowel = row.charAt(0);
  for (const tone of TONES) {
    TONELESS.set(row.charAt(tone), vowel);
    TONE_OF.set(row.charAt(tone), tone);
    WITH_TONE.set(vowel + tone, row.charAt(tone));
  }
}

/** The vowel without its tone (ấ gives â); empty for anything that is no lower-case vowel. */
export function tonelessVowel(letter: string): string {
  return TONELESS.get(letter) ?? '';
}

/** The tone a lower-case letter carries; 0 for letters without one. */
export function toneOf(letter: string): Tone {
  return TONE_OF.get(letter) ?? 0;
}

/** Puts a tone on a toneless lower-case vowel; any other letter comes back unchanged. */
export function withTone(vowel: string, tone: Tone): string {
  return WITH_TONE.get(vowel + tone) ?? vowel;
}

const VIETNAMESE = new Set<string>();
for (const letter of ACCENTED_LETTERS) {
  VIETNAMESE.add(letter);
  VIETNAMESE.add(letter.toUpperCase());
}

/** True for the 134 letters that Vietnamese adds to ASCII, in either case, precomposed. */
export function isAccentedLetter(letter: string): boolean {
  return VIETNAMESE.has(letter);
}
