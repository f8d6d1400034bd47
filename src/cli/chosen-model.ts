import { resolve } from 'node:path';
import { DEFAULT_MODEL } from '../match/model.js';
import { type ModelFile, readModelFile } from '../run/model-file.js';
import type { Config } from './config-schema.js';
import type { CommandIo } from './io.js';
import { toolVersion } from './version.js';

/** The model that the settings name, or the one that ships. @throws Failure exit 2 for a model file with faults. */
export function chosenModel(io: CommandIo, { model }: Config): ModelFile {
  if (model !== null) return readModelFile(resolve(io.cwd, model), model);
  return { model: DEFAULT_MODEL, provenance: { tool_version: toolVersion(), made: 'shipped' } };
}
