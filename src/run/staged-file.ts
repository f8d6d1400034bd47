import { createHash } from 'node:crypto';
import { closeSync, fsync, fsyncSync, ftruncateSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { systemCode } from './output-failure.js';

/** What the manifest says of one output file. */
export interface FileFact {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

const READ_BYTES = 4 * 1024 * 1024;

/** A file does not hold what was written to it, or is gone. */
export class DamagedFile extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`${path} does not hold what was written to it`);
    this.name = 'DamagedFile';
    this.path = path;
  }
}

/** A file of the staging folder, written from front to back and hashed on the way. */
export class StagedFile {
  readonly #name: string;
  readonly #hash = createHash('sha256');
  readonly #file: number;
  #bytes = 0;

  /** `kept`: what to keep of a file that is there; what follows is cut off. @throws DamagedFile */
  constructor(folder: string, name: string, kept?: FileFact) {
    this.#name = name;
    const path = join(folder, name);
    this.#file = kept === undefined ? openSync(path, 'wx', 0o600) : openWritten(path, 'r+');
    if (kept === undefined) return;
    try {
      for (const block of blocksOf(this.#file, kept.bytes)) this.#hash.update(block);
      this.#bytes = kept.bytes;
      if (this.fact().sha256 !== kept.sha256) throw new DamagedFile(path);
      ftruncateSync(this.#file, kept.bytes);
    } catch (cause) {
      closeSync(this.#file);
      throw cause;
    }
  }

  write(content: Uint8Array | string): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    let written = 0;
    while (written < bytes.length) {
      written += writeSync(this.#file, bytes, written, bytes.length - written, this.#bytes + written);
    }
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
  }

  /** What has been written so far. */
  fact(): FileFact {
    return { name: this.#name, bytes: this.#bytes, sha256: this.#hash.copy().digest('hex') };
  }

  /** Resolves when what has been written so far is on the disk; meanwhile more can be written. */
  sync(): Promise<void> {
    return new Promise((done, fail) => {
      fsync(this.#file, (cause) => (cause === null ? done() : fail(cause)));
    });
  }

  close(): FileFact {
    closeSync(this.#file);
    return this.fact();
  }
}

/** Writes a whole file at once. */
export function writeStagedFile(folder: string, name: string, content: Uint8Array | string): FileFact {
  const file = new StagedFile(folder, name);
  try {
    file.write(content);
  } finally {
    file.close();
  }
  return file.fact();
}

/**
 * The whole content of a file in blocks of a multiple of 16 bytes; the same memory is used for each.
 * @throws DamagedFile after the last block when the file is not what `fact` says.
 */
export function* readStagedFile(folder: string, fact: FileFact): Generator<Uint8Array> {
  const hash = createHash('sha256');
  const path = join(folder, fact.name);
  const file = openWritten(path, 'r');
  try {
    for (const block of blocksOf(file, fact.bytes)) {
      hash.update(block);
      yield block;
    }
  } finally {
    closeSync(file);
  }
  if (hash.digest('hex') !== fact.sha256) throw new DamagedFile(path);
}

function openWritten(path: string, flags: 'r' | 'r+'): number {
  try {
    return openSync(path, flags);
  } catch (cause) {
    throw systemCode(cause) === 'ENOENT' ? new DamagedFile(path) : cause;
  }
}

/** A file that is too short gives fewer bytes. */
function* blocksOf(file: number, bytes: number): Generator<Uint8Array> {
  const buffer = Buffer.alloc(Math.min(bytes, READ_BYTES));
  for (let done = 0; done < bytes; ) {
    const wanted = Math.min(buffer.length, bytes - done);
    let filled = 0;
    while (filled < wanted) {
      const count = readSync(file, buffer, filled, wanted - filled, done + filled);
      if (count === 0) break;
      filled += count;
    }
    if (filled === 0) return;
    yield buffer.subarray(0, filled);
    done += filled;
  }
}

/** Makes a file or a folder durable. */
export function syncPath(path: string): void {
  const onWindows = process.platform === 'win32';
  // Windows cannot open a folder; there the rename alone has to do. It syncs only what is open for writing.
  if (onWindows && statSync(path).isDirectory()) return;
  const file = openSync(path, onWindows ? 'r+' : 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
