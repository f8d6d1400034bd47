import type { ExitCode } from './exit-codes.js';

/** What a person needs to know about something that stops the whole command. */
export interface FailureDetail {
  /** Stable code, such as `input_missing`. */
  readonly code: string;
  readonly exitCode: ExitCode;
  /** What is wrong, and where: file, line, column or setting. Never a value of a row. */
  readonly what: string;
  /** What was expected instead. */
  readonly expected: string;
  /** What to do next. */
  readonly next: string;
}

/**
 * A fault that stops the command and is expected in practice (missing file, full disk).
 * Bad rows are never failures: they are values with a reason code. Anything else thrown is a bug.
 */
export class Failure extends Error {
  readonly detail: FailureDetail;

  constructor(detail: FailureDetail, options?: { cause?: unknown }) {
    super(detail.what, options);
    this.name = 'Failure';
    this.detail = detail;
  }
}
