import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';

/** With fewer, smoothing would decide more than the data. */
export const LEAST_RECORDS = 1000;
export const LEAST_MATCHED = 500;

export function tooFewRecords(records: number): Failure {
  return new Failure({
    code: 'train_too_few_records',
    exitCode: EXIT.inputUnusable,
    what: `The sample of the dose files holds ${records} different records; that is too few to learn from.`,
    expected: `at least ${LEAST_RECORDS} different records; 100,000 are better`,
    next: 'Give more dose files, a larger --sample, or run with the model that ships; nothing was written.',
  });
}

export function tooFewMatches(matched: number): Failure {
  return new Failure({
    code: 'train_too_few_matches',
    exitCode: EXIT.inputUnusable,
    what: `Only ${matched} records of the sample seem to have their person in the registry; that is too few to learn from.`,
    expected: `at least ${LEAST_MATCHED} such records`,
    next: 'Check that the registry covers the provinces of the doses and that the columns were understood; nothing was written.',
  });
}
