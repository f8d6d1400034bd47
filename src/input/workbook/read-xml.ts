import { decodeText } from '../decode-text.js';
import { damagedFailure } from './workbook-failures.js';
import { XmlFault } from './xml-fault.js';
import { type XmlHandler, XmlScanner } from './xml-scanner.js';
import type { ZipParts } from './zip-parts.js';

/** Parts other than sheets and shared strings; a style sheet that grew over years of copying reaches some ten megabytes. */
const MAX_SMALL_PART_BYTES = 256 * 1024 ** 2;
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
  for await (const piece of decodeText(parts.read(part, maxBytes))) {
    if (first) {
      const encoding = DECLARED.exec(piece.toString('latin1', 0, 200))?.[1] ?? 'utf-8';
      if (!/^(utf-?8|utf-?16(le|be)?|us-ascii)$/i.test(encoding)) {
        throw damagedFailure(path, `its part ${part} is in another encoding than UTF-8`);
      }
    }
    first = false;
    yield piece;
  }
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
