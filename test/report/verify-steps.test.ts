import { summarize } from '../../src/report/summarize.js';
import { renderVerifySteps, verifySteps } from '../../src/report/verify-steps.js';
import { facts, HAND_CELLS } from './sample.js';

const summary = summarize(HAND_CELLS);
const { verified, needs_review } = summary.total.outcomes;
const either = verified.rows + needs_review.rows;

test('what is not verified at a step is reviewed, and nothing else moves', () => {
  const steps = verifySteps(summary, facts({ verifiedAt: [either, verified.rows, 5, 1, 0] }));
  expect(steps).toEqual([
    { probability: 0.9, verified: either, review: 0 },
    { probability: 0.99, verified: verified.rows, review: needs_review.rows },
    { probability: 0.999, verified: 5, review: either - 5 },
    { probability: 0.9999, verified: 1, review: either - 1 },
    { probability: 0.99999, verified: 0, review: either },
  ]);
});

test.each([
  ['vi', '99,9\u00a0%'],
  ['en', '99.9%'],
] as const)('the table names each line in the usage of its language: %s', (lang, line) => {
  const { text } = renderVerifySteps(summary, facts(), lang);
  expect(text).toContain(line);
  expect(text.match(/<tr>/g)).toHaveLength(6);
});
