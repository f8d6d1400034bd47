import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import type { RunFacts } from '../domain/run-facts.js';
import { openLookup } from '../registry/lookup.js';
import { BLOCKING_PLAN } from './blocking-plan.js';
import { fingerprintOf } from './input-file.js';
import { isDatabaseError, registryFailure } from './registry-failure.js';

/** The registry that a run begins with. */
export interface WatchedRegistry {
  readonly fact: RunFacts['registry'];
  /** @throws Failure exit 3 when the file was replaced or written to since. */
  readonly checkUnchanged: () => void;
}

/** Looks at a registry before any worker opens it. @throws Failure exit 3 when it cannot be used. */
export function watchRegistry(path: string): WatchedRegistry {
  const before = fingerprintOf(path);
  const fact = readRegistryFact(path);
  return {
    fact,
    checkUnchanged: () => {
      if (fingerprintOf(path) !== before || readRegistryFact(path).id !== fact.id)
        throw replacedFailure(path);
    },
  };
}

function readRegistryFact(path: string): RunFacts['registry'] {
  try {
    const registry = openLookup(path, BLOCKING_PLAN);
    registry.close();
    return { id: registry.registryId, persons: registry.statistics.persons };
  } catch (error) {
    throw isDatabaseError(error) ? registryFailure(path, error) : error;
  }
}

function replacedFailure(path: string): Failure {
  return new Failure({
    code: 'registry_changed',
    exitCode: EXIT.inputUnusable,
    what: `The registry ${path} was replaced during the run.`,
    expected: 'one registry from the first row to the last',
    next: 'Run again with the new registry; nothing was published.',
  });
}
