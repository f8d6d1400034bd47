import { EXIT, type ExitCode } from '../domain/exit-codes.js';
import type { CommandIo } from './io.js';

/** Why a command was stopped from outside. */
export class Interrupted extends Error {
  readonly exitCode: ExitCode;

  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super(`stopped by ${signal}`);
    this.name = 'Interrupted';
    this.exitCode = exitCodeOf(signal);
  }
}

function exitCodeOf(signal: 'SIGINT' | 'SIGTERM'): ExitCode {
  return signal === 'SIGINT' ? EXIT.interrupted : EXIT.terminated;
}

/**
 * Runs work that stops at the next chunk on Ctrl-C or SIGTERM and leaves nothing half-published; a second Ctrl-C
 * ends the process at once.
 */
export async function withInterrupts<T>(
  io: CommandIo,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const stop = (signal: 'SIGINT' | 'SIGTERM') => {
    if (controller.signal.aborted) process.exit(exitCodeOf(signal));
    io.stderr.write(
      `\n${signal}: stopping; nothing will be published. Press Ctrl-C again to stop at once.\n`,
    );
    controller.abort(new Interrupted(signal));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    return await work(controller.signal);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}
