/** First letter upper case, the rest lower case; after an apostrophe a capital again (H'Hen, O'Neil). */
export function titleCase(word: string): string {
  let out = '';
  let start = true;
  for (const character of word.toLowerCase()) {
    // toUpperCase may give two letters (ß); the name keeps its length.
    const upper = character.toUpperCase();
    out += start && upper.length === character.length ? upper : character;
    start = character === "'";
  }
  return out.normalize('NFC');
}
