import { TextDecoder } from 'node:util';
import { damagedFailure } from './workbook-failures.js';
import { XmlFault } from './xml-fault.js';
import { type XmlHandler, XmlScanner } from './xml-scanner.js';
import type { ZipParts } from './zip-parts.js';

/** Parts other than sheets and shared strings; a style sheet that grew over years of copying reaches some ten megabytes. */
const MAX_SMALL_PART_BYTES = 256 * 1024 ** 2;
const DECLARATION_BYTES = 200;
const DECLARED = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/;

/** Reads a part of XML whole. @throws Failure exit 3: missing, damaged, malformed, with a document type. */
export async function readXml(
  parts: ZipParts,
  path: string,
  part: string,
  handler: XmlHandler,
  maxBytes: number = MAX_SMALL_PART_BYTES,
): Promise<void> {
  const scanner = new XmlScanner(handler);
  for await (const piece of xmlPieces(parts, path, part, maxBytes)) {
    xmlStep(path, part, () => scanner.push(piece));
  }
  xmlStep(path, part, () => scanner.end());
}

/** Bytes of a part as UTF-8. @throws Failure exit 3 */
export async function* xmlPieces(
  parts: ZipParts,
  path: string,
  part: string,
  maxBytes?: number,
): AsyncGenerator<Buffer> {
  let first = true;
  let decoder: TextDecoder | null = null;
  for await (const piece of parts.read(part, maxBytes)) {
    if (first) decoder = decoderOf(piece, path, part);
    first = false;
    yield decoder === null ? piece : Buffer.from(decoder.decode(piece, { stream: true }));
  }
}

/** For UTF-16, which its mark tells; null: UTF-8. */
function decoderOf(piece: Buffer, path: string, part: string): TextDecoder | null {
  if (piece[0] === 0xff && piece[1] === 0xfe) return new TextDecoder('utf-16le');
  if (piece[0] === 0xfe && piece[1] === 0xff) return new TextDecoder('utf-16be');
  const declared = DECLARED.exec(piece.toString('latin1', 0, DECLARATION_BYTES))?.[1] ?? 'utf-8';
  if (/^(utf-?8|us-ascii)$/i.test(declared)) return null;
  throw damagedFailure(path, `its part ${part} is in another encoding than UTF-8`);
}

/** Runs a step of the scanner; what is wrong with the XML becomes a Failure that names the part. */
export function xmlStep(path: string, part: string, step: () => void): void {
  try {
    step();
  } catch (cause) {
    if (cause instanceof XmlFault) throw damagedFailure(path, `${part}: ${cause.message}`, cause);
    throw cause;
  }
}
