import { readSync } from 'node:fs';

/** Reads so many bytes of a file, or throws: the error of the file system, or one that says it is too short. */
export function readFully(file: number, into: Uint8Array, bytes: number, position: number): void {
  let done = 0;
  while (done < bytes) {
    // More than 2^31 bytes cannot be asked for at once.
    const count = readSync(file, into, done, Math.min(bytes - done, 2 ** 30), position + done);
    if (count === 0) throw new Error('a file is shorter than what was written to it');
    done += count;
  }
}
