import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';

/** An unfinished run cannot be taken up again because something that decides its results is not as it was. */
export function resumeRefused(changed: readonly string[]): Failure {
  return new Failure({
    code: 'resume_refused',
    exitCode: EXIT.usage,
    what: `The unfinished run cannot go on, for this is not as it was: ${changed.join('; ')}.`,
    expected: 'the same inputs, settings, model, registry and version as when it was begun',
    next: 'Bring that back, or begin anew with --restart; nothing was published, and what was done is kept.',
  });
}

/** An unfinished run is there, and the command does not say what to do with it. */
export function unfinishedFailure(out: string, rows: number): Failure {
  return new Failure({
    code: 'unfinished_run',
    exitCode: EXIT.outputUnwritable,
    what: `A run to ${out} was interrupted after ${rows} rows; what it did is kept.`,
    expected: '--resume or --restart',
    next: 'Add --resume to go on where it stopped, or --restart to throw that away and begin anew.',
  });
}

/** What an interrupted run kept does not fit together any more. */
export function keptDamaged(out: string, cause: unknown): Failure {
  return new Failure(
    {
      code: 'kept_damaged',
      exitCode: EXIT.inputUnusable,
      what: `What the interrupted run to ${out} kept is damaged.`,
      expected: 'files that nobody touched since, on a sound disk',
      next: 'Begin anew with --restart; nothing was published.',
    },
    { cause },
  );
}
