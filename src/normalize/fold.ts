import unidecode from 'unidecode';

const MARKS = /\p{M}+/gu;
const NOT_PLAIN = /[^a-z]/;

/**
 * The token without accents: lower-case ASCII letters and digits only, đ as d, apostrophes dropped.
 * Letters of other scripts are transliterated; what has no ASCII form is left out.
 */
export function foldName(token: string): string {
  if (!NOT_PLAIN.test(token)) return token;
  const latin = token.toLowerCase().normalize('NFD').replace(MARKS, '').replace(/đ/g, 'd');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is "all of ASCII"
  const ascii = /^[\x00-\x7f]*$/.test(latin) ? latin : unidecode(latin).toLowerCase();
  return ascii.replace(/[^a-z0-9]/g, '');
}
