import { basename, join } from 'node:path';
import { isSystemError, outputFailure } from './output-failure.js';
import { StagedFile } from './staged-file.js';
import { openStaging } from './staging.js';

/**
 * Writes one new file, whole or not at all, readable by its owner only. `fill` gets the place to write to.
 * @throws Failure exit 5 when the place is taken or cannot be written; then nothing is there.
 */
export async function publishFile<T>(target: string, fill: (file: StagedFile) => Promise<T>): Promise<T> {
  const staging = openStaging(target);
  try {
    const file = new StagedFile(staging.folder, basename(target));
    let result: T;
    try {
      result = await fill(file);
    } finally {
      file.close();
    }
    staging.publish(join(staging.folder, basename(target)));
    return result;
  } catch (error) {
    throw isSystemError(error) ? outputFailure(target, error) : error;
  } finally {
    staging.discard();
  }
}
