import { open } from 'node:fs/promises';
import { isZip } from './file-signature.js';
import { fileSystemFailure } from './input-failures.js';
import { fileSource, type InputSource } from './input-source.js';
import { storedPath } from './workbook/sheet-path.js';
import { listMembers } from './zip-archive.js';

/**
 * One file as the inputs that it holds: a zip archive, which its first bytes tell whatever its name, is the data files in
 * it, anything else itself. Throws a Failure with exit code 3: unreadable, or as `listMembers`.
 */
export async function sourcesIn(path: string): Promise<readonly InputSource[]> {
  if (!(await opensLikeZip(storedPath(path)))) return [fileSource(path)];
  const content = await listMembers(storedPath(path));
  if (content.kind === 'document') return [fileSource(path)];
  return content.members.map((member) => ({ path, member }));
}

async function opensLikeZip(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
      return isZip(buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw fileSystemFailure(path, cause);
  }
}
