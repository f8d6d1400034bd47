import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** What the manifest says of one output file. */
export interface FileFact {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A file of the staging folder, written from front to back and hashed on the way. */
export class StagedFile {
  readonly #name: string;
  readonly #hash = createHash('sha256');
  readonly #file: number;
  #bytes = 0;

  constructor(folder: string, name: string) {
    this.#name = name;
    this.#file = openSync(join(folder, name), 'wx', 0o600);
  }

  write(content: Uint8Array | string): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    let written = 0;
    while (written < bytes.length) written += writeSync(this.#file, bytes, written);
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
  }

  close(): FileFact {
    closeSync(this.#file);
    return { name: this.#name, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}

/** Writes a whole file at once. */
export function writeStagedFile(folder: string, name: string, content: string): FileFact {
  const file = new StagedFile(folder, name);
  file.write(content);
  return file.close();
}
