import { Failure } from '../domain/failure.js';

/** Several faults found before the work began, told together; the exit code is the first one's. */
export class Failures extends Error {
  readonly all: readonly Failure[];

  constructor(all: readonly Failure[]) {
    super(all.map(({ message }) => message).join('; '));
    this.name = 'Failures';
    this.all = all;
  }
}

/** Runs every check and throws all faults at once. Anything else that is thrown is a bug and goes on at once. */
export async function collectFailures<T>(checks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  const failures: Failure[] = [];
  for (const check of checks) {
    try {
      results.push(await check());
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push(error);
    }
  }
  const [only] = failures;
  if (only !== undefined && failures.length === 1) throw only;
  if (failures.length > 1) throw new Failures(failures);
  return results;
}
