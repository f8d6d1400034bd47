import { expandInputs } from '../input/expand-inputs.js';
import type { InputSource } from '../input/input-source.js';
import { sourcesIn } from '../input/input-sources.js';
import { collectFailures } from './failures.js';

/**
 * Looks at every input that files, folders, patterns and zip archives hold, in their order.
 * @throws Failure or Failures (exit 3), those of all inputs together.
 */
export async function probeAll<T>(
  paths: readonly string[],
  probe: (source: InputSource) => Promise<T>,
): Promise<T[]> {
  const probed = await collectFailures(
    expandInputs(paths).map((path) => async () => {
      const sources = await sourcesIn(path);
      return collectFailures(sources.map((source) => () => probe(source)));
    }),
  );
  return probed.flat();
}
