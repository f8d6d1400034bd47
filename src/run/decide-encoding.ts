import { type DecidedEncoding, isByteEncoding, type TextEncoding } from '../domain/text-encoding.js';
import type { TextReading } from '../input/decode-text.js';
import { encodingOfMark, findEncoding } from '../input/detect-encoding.js';
import { HEAD_BYTES } from '../input/header-rows.js';
import { inputFailure } from '../input/input-failures.js';
import { type InputSource, sourceLabel } from '../input/input-source.js';
import { readUndecoded } from '../input/open-source.js';
import { type EncodingVerdict, judgeEncoding } from '../normalize/judge-encoding.js';
import { textOfBytes } from '../normalize/legacy-bytes.js';

/** Below this share of lines that are not UTF-8, a file is taken for ASCII with some broken rows. */
const FEW_LINES = 0.1;

/** How `openSource` is to read an encoding. */
export function readingOf(encoding: TextEncoding): TextReading {
  if (!isByteEncoding(encoding)) return { encoding };
  return { encoding, textOf: (bytes) => textOfBytes(bytes, encoding) };
}

/**
 * Decides the encoding of a source by its first bytes: by its byte order mark, else as `stated`, else by the bytes,
 * else by the words that they make. `sheet`: of a workbook, where the path names none. @throws Failure exit 3: unreadable, or the evidence is too thin.
 */
export async function decideEncoding(
  source: InputSource,
  stated: TextEncoding | undefined,
  sheet: string | null = null,
): Promise<DecidedEncoding> {
  const first = await readUndecoded(source, { sheet });
  const marked = encodingOfMark(first);
  if (marked !== null) return { encoding: marked, reason: 'mark', evidence: null };
  if (stated !== undefined) return { encoding: stated, reason: 'option', evidence: null };
  const found = findEncoding(first, first.length < HEAD_BYTES);
  if (found.kind === 'decided') return { encoding: found.encoding, reason: found.reason, evidence: null };
  const verdict = judgeEncoding(first);
  if (verdict.kind === 'decided')
    return { encoding: verdict.encoding, reason: 'words', evidence: verdict.evidence };
  if (found.notUtf8 < found.lines * FEW_LINES) return { encoding: 'utf-8', reason: 'mixed', evidence: null };
  throw unclear(sourceLabel(source), verdict);
}

function unclear(label: string, { words, candidates }: Extract<EncodingVerdict, { kind: 'open' }>) {
  const tried = candidates.map(({ encoding, explained }) => `${encoding} ${explained}`).join(', ');
  const possible = candidates.filter(({ explained }) => explained > 0 && explained >= words / 2);
  const first = (possible.length > 0 ? possible : candidates).map(({ encoding }) => encoding);
  return inputFailure(
    'encoding_unclear',
    `${label} is not UTF-8, and its words do not tell which encoding it is in: of ${words} different words with accents, so many are Vietnamese in each: ${tried}`,
    'UTF-8, UTF-16, or text whose words tell its encoding',
    `If you know the encoding, state it: --encoding ${first.join(' or --encoding ')}. If words of several encodings are mixed: --encoding windows-1252, and names are repaired word by word. Otherwise export the file again as CSV UTF-8.`,
  );
}
