import { type NumberFormat, numberFormat } from './number-format.js';
import { readXml } from './read-xml.js';
import type { ZipParts } from './zip-parts.js';

/** The number format of each cell style, by the number that cells give (`s`). @throws Failure exit 3 */
export async function readCellFormats(parts: ZipParts, path: string, part: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCellFormats = false;
  await readXml(parts, path, part, {
    open(name, scanner) {
      if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'numFmt') {
        const attributes = scanner.attributes();
        codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      } else if (name === 'xf' && inCellFormats) ids.push(Number(scanner.attributes().get('numFmtId') ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text() {},
  });
  return ids.map((id) => numberFormat(id, codes.get(id)));
}
