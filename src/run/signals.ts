import { setImmediate } from 'node:timers/promises';

/**
 * Lets a Ctrl-C that came during synchronous work be noticed: signals are read in the poll phase of the event loop,
 * which lies between two immediates.
 */
export async function letSignalsIn(): Promise<void> {
  await setImmediate();
  await setImmediate();
}
