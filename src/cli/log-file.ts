import pino from 'pino';
import { isSystemError, outputFailure } from '../run/output-failure.js';
import type { RunLog } from '../run/run-log.js';

/**
 * A log of JSON lines for unattended runs, appended to `path`; without a path nothing is written.
 * @throws Failure exit 5 when the file cannot be written.
 */
export function openLog(path: string | undefined): RunLog {
  if (path === undefined) return () => {};
  try {
    const destination = pino.destination({ dest: path, append: true, mkdir: true, mode: 0o600, sync: true });
    const logger = pino({ base: { pid: process.pid } }, destination);
    return (event, facts) => logger.info(facts, event);
  } catch (cause) {
    throw isSystemError(cause) ? outputFailure(path, cause) : cause;
  }
}
