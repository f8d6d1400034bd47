import { stat } from 'node:fs/promises';
import type { InputSource } from '../input/input-source.js';
import { storedPath } from '../input/workbook/sheet-path.js';
import { memberBytes } from '../input/zip-archive.js';

/** Bytes of a source as `ReadFact` counts them. @throws Failure exit 3 where an archive has changed. */
export async function storedSize({ path, member }: InputSource): Promise<number> {
  return member === null ? (await stat(storedPath(path))).size : memberBytes(path, member);
}
