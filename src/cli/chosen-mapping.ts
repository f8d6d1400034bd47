import { resolve } from 'node:path';
import { readMappingFile } from '../run/mapping-file.js';
import type { InputMapping } from '../run/mapping-schema.js';
import type { CommandIo } from './io.js';

/** The mapping that `--mapping` names; null without it. @throws Failure exit 2 for a mapping file with faults. */
export function chosenMapping(io: CommandIo, path: string | undefined): InputMapping | null {
  return path === undefined ? null : readMappingFile(resolve(io.cwd, path), path);
}
