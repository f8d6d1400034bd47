import type { Failure } from '../domain/failure.js';
import { inputFailure } from './input-failures.js';

/** A file that does not hold what a mapping says of it: exit code 3. */
export function mappingFailure(path: string, pattern: string, faults: readonly string[]): Failure {
  return inputFailure(
    'mapping_unfit',
    `${path} is not as the entry "${pattern}" of the mapping says: ${faults.join('; ')}`,
    'the header, rows and columns that the mapping names',
    'Correct the entry or the file; `doisoat profile --write-mapping` writes a mapping for a file as it is.',
  );
}
