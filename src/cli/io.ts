import type { ProgressScreen } from '../run/progress.js';

/** A stream that the program prints to. */
export interface TextStream {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean | undefined;
}

/** The world of a command; tests pass their own. */
export interface CommandIo {
  /** Data and results. */
  readonly stdout: TextStream;
  /** Messages and progress. */
  readonly stderr: TextStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/** Where progress may be shown: nowhere with --quiet or where stderr is no terminal. */
export function progressScreen(io: CommandIo, quiet: boolean): ProgressScreen {
  return { isTTY: !quiet && io.stderr.isTTY === true, write: (text) => io.stderr.write(text) };
}
