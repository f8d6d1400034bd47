import pLimit from 'p-limit';
import { Failure } from '../domain/failure.js';

/** Files that are looked at side by side. */
const AT_ONCE = 8;

/** Several faults found before the work began, told together; the exit code is the first one's. */
export class Failures extends Error {
  readonly all: readonly Failure[];

  constructor(all: readonly Failure[]) {
    super(all.map(({ message }) => message).join('; '));
    this.name = 'Failures';
    this.all = all;
  }
}

/** Runs every check and throws all faults at once, in their order. Anything else that is thrown is a bug and goes on. */
export async function collectFailures<T>(checks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const limit = pLimit(AT_ONCE);
  const settled = await Promise.allSettled(checks.map((check) => limit(check)));
  const results: T[] = [];
  const failures: Failure[] = [];
  for (const outcome of settled) {
    if (outcome.status === 'fulfilled') results.push(outcome.value);
    else if (outcome.reason instanceof Failure) failures.push(outcome.reason);
    else if (outcome.reason instanceof Failures) failures.push(...outcome.reason.all);
    else throw outcome.reason;
  }
  const [first] = failures;
  if (first !== undefined) throw failures.length === 1 ? first : new Failures(failures);
  return results;
}
