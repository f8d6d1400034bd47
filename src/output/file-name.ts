/** Names of devices on Windows, whatever extension follows. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
/** Separators, what Windows forbids, control characters, and invisible ones that turn the direction of a text. */
const FORBIDDEN = /[<>:"/\\|?*\p{C}\p{Zl}\p{Zp}]/gu;
/** Windows has 260 characters for a whole path. */
const MOST_CHARACTERS = 70;
/** Other systems count 255 bytes a name; an ending is still to follow. */
const MOST_BYTES = 180;

/**
 * A name for a file or folder, without its ending, that every system takes: NFC, no separators, no reserved name, no
 * space or dot at an end, not too long; `_` where nothing is left.
 */
export function safeFileName(text: string): string {
  const plain = text.normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/gu, ' ');
  let cut = '';
  let bytes = 0;
  for (const character of plain.trim()) {
    bytes += Buffer.byteLength(character);
    if (bytes > MOST_BYTES || cut.length + character.length > MOST_CHARACTERS) break;
    cut += character;
  }
  const name = cut.replace(/^[\s.]+|[\s.]+$/gu, '');
  if (name === '') return '_';
  return RESERVED.test(name) ? `_${name}` : name;
}

/** Gives each name once: a name that is taken already gets ` (2)`, ` (3)` ... Upper and lower case are the same name. */
export class UniqueNames {
  readonly #taken = new Set<string>();
  readonly #last = new Map<string, number>();

  /** `name` must be safe; what is given is, too. */
  unique(name: string): string {
    const key = name.toLowerCase();
    let number = this.#last.get(key) ?? 1;
    let candidate = number === 1 ? name : `${name} (${number})`;
    while (this.#taken.has(candidate.toLowerCase())) candidate = `${name} (${++number})`;
    this.#last.set(key, number);
    this.#taken.add(candidate.toLowerCase());
    return candidate;
  }
}
