import type { Ran } from './program.js';

/** What a fault must tell. */
export interface ExpectedFault {
  readonly exit: number;
  readonly code: string;
  /** What is wrong and where. */
  readonly what: RegExp | string;
  readonly expected?: RegExp | string;
  readonly next?: RegExp | string;
}

/** One fault as printed: what, expected, what to do, code. */
interface PrintedFault {
  readonly what: string;
  readonly expected: string;
  readonly next: string;
  readonly code: string;
  readonly exit: number;
}

const FAULT =
  /^error: (?<what>.+)\n {2}expected: (?<expected>.+)\n {2}what to do: (?<next>.+)\n {2}\((?<code>\w+), exit code (?<exit>\d+)\)$/gm;

/** The faults that a command printed; anything else on stderr fails the test. */
export function faultsOf(stderr: string): PrintedFault[] {
  const faults = [...stderr.matchAll(FAULT)].map(({ groups }) => ({
    ...(groups as unknown as Omit<PrintedFault, 'exit'>),
    exit: Number(groups?.exit),
  }));
  expect(stderr.replace(FAULT, '').trim()).toBe('');
  return faults;
}

/** The command ended with exactly this fault, told in full, with nothing on stdout. */
export function expectFault(ran: Ran, { exit, code, what, expected, next }: ExpectedFault): void {
  const faults = faultsOf(ran.stderr);
  expect(faults.map((fault) => fault.code)).toEqual([code]);
  const [fault] = faults;
  expect(fault?.exit).toBe(exit);
  expect(fault?.what).toMatch(what);
  if (expected !== undefined) expect(fault?.expected).toMatch(expected);
  if (next !== undefined) expect(fault?.next).toMatch(next);
  expect(ran.stdout).toBe('');
  expect(ran.code).toBe(exit);
}
