import { openSync } from 'node:fs';
import { join } from 'node:path';
import { OUTCOMES } from '../domain/outcome.js';
import { OUTCOME_FILES } from '../domain/output-files.js';
import { readFully } from '../registry/read-fully.js';
import { fastChecksum } from './fast-checksum.js';
import { REUSE_FILE } from './reuse-block.js';

/** A place of a file of an earlier run is not as it was written, or cannot be read. */
export class DamagedPlace extends Error {
  /** Name of the file. */
  readonly file: string;

  constructor(file: string, options?: ErrorOptions) {
    super(`${file} is not as it was written`, options);
    this.name = 'DamagedPlace';
    this.file = file;
  }
}

/** The open files of an earlier run, read here and there; nothing is given back whose checksum is another. */
export class EarlierFiles {
  readonly #files: ReadonlyMap<string, number>;

  constructor(folder: string) {
    const names = [REUSE_FILE, ...OUTCOMES.map((outcome) => OUTCOME_FILES[outcome])];
    this.#files = new Map(names.map((name) => [name, openSync(join(folder, name), 'r')]));
  }

  /**
   * Reads bytes into the beginning of a buffer that has room for them. `checksum`: their `fastChecksum`.
   * @throws DamagedPlace
   */
  read(name: string, buffer: Buffer, bytes: number, position: number, checksum: Uint8Array): void {
    const file = this.#files.get(name)!;
    try {
      readFully(file, buffer, bytes, position);
    } catch (cause) {
      throw new DamagedPlace(name, { cause });
    }
    if (!fastChecksum(buffer.subarray(0, bytes)).equals(checksum)) throw new DamagedPlace(name);
  }
}
