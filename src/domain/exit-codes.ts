/** The closed list of exit codes. Nothing is published on 2 to 143. */
export const EXIT = {
  /** Published. */
  published: 0,
  /** Published, and a quality gate of the configuration was exceeded, or no row was in scope. */
  gateExceeded: 1,
  /** Wrong usage or configuration. */
  usage: 2,
  /** An input or the registry cannot be used. */
  inputUnusable: 3,
  /** Internal fault or a broken invariant. */
  internal: 4,
  /** The output cannot be written. */
  outputUnwritable: 5,
  /** Another run holds the lock. */
  locked: 75,
  /** Interrupted by Ctrl-C (SIGINT). */
  interrupted: 130,
  /** Terminated (SIGTERM). */
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
