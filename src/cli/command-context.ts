import type { ExitCode } from '../domain/exit-codes.js';
import type { CommandIo } from './io.js';

/** What every command gets; `finish` stores the exit code that `main` returns. */
export interface CommandContext {
  readonly io: CommandIo;
  readonly finish: (code: ExitCode) => void;
}
