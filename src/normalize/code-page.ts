/** The characters of Windows-1252 that are not at their own code point; a space marks an unused byte. */
const CP1252_80_TO_9F = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const BYTE_OF = new Map<string, number>();
for (let i = 0; i < CP1252_80_TO_9F.length; i += 1) {
  const character = CP1252_80_TO_9F.charAt(i);
  if (character !== ' ') BYTE_OF.set(character, 0x80 + i);
}

/**
 * The byte that became this character when a file was read as Latin-1 or Windows-1252;
 * -1 when no byte does.
 */
export function byteOf(character: string): number {
  const code = character.charCodeAt(0);
  return code < 0x100 ? code : (BYTE_OF.get(character) ?? -1);
}

/** The character of Windows-1252 for a byte; the five unused bytes are control characters. */
export function characterOf(byte: number): string {
  const character = CP1252_80_TO_9F.charAt(byte - 0x80);
  return character === '' || character === ' ' ? String.fromCharCode(byte) : character;
}
