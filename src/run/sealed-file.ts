import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DamagedFile } from './staged-file.js';

interface Sealed {
  readonly format: string;
  readonly format_version: number;
  readonly tool_version: string;
  /** Of `content` as JSON without white space. */
  readonly sha256: string;
  readonly content: unknown;
}

/** A small file that the program writes for itself, with a checksum so that damage is noticed. */
export interface SealedFile<T> {
  readonly toolVersion: string;
  readonly content: T;
}

function sha256Of(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

export function sealedText(format: string, toolVersion: string, content: unknown): string {
  const sealed: Sealed = {
    format,
    format_version: 1,
    tool_version: toolVersion,
    sha256: sha256Of(content),
    content,
  };
  return `${JSON.stringify(sealed)}\n`;
}

/**
 * Reads what `sealedText` gave. Its content has the type that the same version of the program wrote: compare
 * `toolVersion` before it is used. Null: no such file. @throws DamagedFile
 */
export function readSealed<T>(path: string, format: string): SealedFile<T> | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ENOENT' || (cause as { code?: string }).code === 'ENOTDIR')
      return null;
    throw cause;
  }
  let sealed: Partial<Sealed>;
  try {
    sealed = JSON.parse(text) as Partial<Sealed>;
  } catch {
    throw new DamagedFile(path);
  }
  if (sealed.format !== format || sealed.sha256 !== sha256Of(sealed.content)) throw new DamagedFile(path);
  return { toolVersion: String(sealed.tool_version), content: sealed.content as T };
}
