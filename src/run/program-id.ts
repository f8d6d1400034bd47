import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('..', import.meta.url));
/** The folders of the program that decide what a row comes to, reference data included. */
const DECIDING = ['domain', 'input', 'match', 'normalize', 'output', 'registry', 'run'];
const CODE_OR_DATA = /(?<!\.d)\.(js|ts|csv)$/;

/**
 * A checksum of the program's own code and reference data. A version number alone would let a corrected program use the
 * results of the one before its correction.
 */
export function programId(): string {
  known ??= readProgram();
  return known;
}

/** The program does not change while it runs. */
let known: string | null = null;

function readProgram(): string {
  const hash = createHash('sha256');
  for (const folder of DECIDING) {
    const names = readdirSync(join(PROGRAM, folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((file) => CODE_OR_DATA.test(file)).sort())
      hash.update(readFileSync(join(PROGRAM, folder, name)));
  }
  return hash.digest('hex');
}
