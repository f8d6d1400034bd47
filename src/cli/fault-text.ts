import type { Failure } from '../domain/failure.js';

/** A known fault for a person: what, what was expected, what to do. */
export function faultText({ detail }: Failure): string {
  return `error: ${detail.what}\n  expected: ${detail.expected}\n  what to do: ${detail.next}\n  (${detail.code}, exit code ${detail.exitCode})\n`;
}

/** The same for a machine. */
export function faultJson(failures: readonly Failure[]): string {
  const errors = failures.map(({ detail }) => ({
    code: detail.code,
    exit_code: detail.exitCode,
    what: detail.what,
    expected: detail.expected,
    next: detail.next,
  }));
  return `${JSON.stringify({ errors }, null, 2)}\n`;
}
