/**
 * The encodings of text that can be read. `windows-1252` is for a file whose words are in several of the others: its
 * names are then repaired word by word.
 */
export const TEXT_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1258',
  'tcvn3',
  'vni',
  'viscii',
  'windows-1252',
] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

/** Those in which one byte is one character, with ASCII where ASCII has it. */
export type ByteEncoding = Exclude<TextEncoding, 'utf-8' | 'utf-16le' | 'utf-16be'>;

/**
 * What an encoding was decided by. `mark`: a byte order mark. `zero_bytes`: every second byte is zero. `valid`: what
 * was looked at is UTF-8. `mixed`: most of it is UTF-8, or too little is not to say what it is instead; the rest is told row by row.
 * `words`: so read, its words are Vietnamese. `option`: the user said so.
 */
export type EncodingReason = 'mark' | 'zero_bytes' | 'valid' | 'mixed' | 'words' | 'option';

/** Different words with letters beyond ASCII, and how many of them an encoding explains. Counts, never words. */
export interface WordEvidence {
  readonly words: number;
  readonly explained: number;
  /** The encoding that explains the next most. */
  readonly next: ByteEncoding;
  readonly nextExplained: number;
}

/** The encoding that a file is read in, and why. */
export interface DecidedEncoding {
  readonly encoding: TextEncoding;
  readonly reason: EncodingReason;
  /** Only for the reason `words`. */
  readonly evidence: WordEvidence | null;
}

export function isByteEncoding(encoding: TextEncoding): encoding is ByteEncoding {
  return encoding !== 'utf-8' && encoding !== 'utf-16le' && encoding !== 'utf-16be';
}
