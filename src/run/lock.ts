import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import { outputFailure, systemCode } from './output-failure.js';

/** Holds the right to publish at one place until released. */
export interface Lock {
  readonly release: () => void;
}

/**
 * Takes the lock file `path`. A lock whose process no longer runs is taken over.
 * @throws Failure exit 75 when a living process holds it, exit 5 when it cannot be written.
 */
export function takeLock(path: string): Lock {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = openSync(path, 'wx', 0o600);
      writeSync(file, `${process.pid}\n`);
      closeSync(file);
      return { release: () => rmSync(path, { force: true }) };
    } catch (cause) {
      if (systemCode(cause) !== 'EEXIST') throw outputFailure(path, cause);
    }
    const holder = readHolder(path);
    if (holder !== null && isRunning(holder)) {
      throw new Failure({
        code: 'locked',
        exitCode: EXIT.locked,
        what: `Process ${holder} is already writing there (lock file ${path}).`,
        expected: 'one run at a time for one output',
        next: 'Wait for it to end, or choose another output.',
      });
    }
    rmSync(path, { force: true });
  }
  throw new Failure({
    code: 'locked',
    exitCode: EXIT.locked,
    what: `Another process took the lock file ${path} at the same moment.`,
    expected: 'one run at a time for one output',
    next: 'Run again.',
  });
}

function readHolder(path: string): number | null {
  try {
    const holder = Number(readFileSync(path, 'utf8').trim());
    return Number.isInteger(holder) && holder > 0 ? holder : null;
  } catch {
    return null;
  }
}

function isRunning(holder: number): boolean {
  try {
    process.kill(holder, 0);
    return true;
  } catch (cause) {
    // The process is there but belongs to somebody else.
    return systemCode(cause) === 'EPERM';
  }
}
