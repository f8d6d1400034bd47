import { setImmediate } from 'node:timers/promises';

/**
 * Lets a Ctrl-C that came during synchronous work be noticed: signals are read in the poll phase of the event loop,
 * which lies between two immediates.
 */
export async function letSignalsIn(): Promise<void> {
  await setImmediate();
  await setImmediate();
}

/** Runs long work to its end and notices a Ctrl-C between its parts: then the work's `finally` blocks run. */
export async function inParts<T>(work: Generator<undefined, T>, signal: AbortSignal): Promise<T> {
  try {
    for (;;) {
      const step = work.next();
      await letSignalsIn();
      signal.throwIfAborted();
      if (step.done === true) return step.value;
    }
  } finally {
    work.return(undefined as T);
  }
}
