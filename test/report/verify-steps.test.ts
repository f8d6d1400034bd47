import { DECOY_TRIALS } from '../../src/domain/decoys.js';
import { summarize } from '../../src/report/summarize.js';
import { renderVerifySteps, verifySteps } from '../../src/report/verify-steps.js';
import { facts, HAND_CELLS } from './sample.js';

const summary = summarize(HAND_CELLS);
const { verified, needs_review } = summary.total.outcomes;
const either = verified.rows + needs_review.rows;

test('what is not verified at a step is reviewed, and nothing else moves', () => {
  const steps = verifySteps(summary, facts({ verifiedAt: [either, verified.rows, 5, 1, 0] }));
  expect(steps).toMatchObject([
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

test('each step says how many of its rows are estimated to be wrong', () => {
  const hits = DECOY_TRIALS.map((trial) => ({
    trial,
    rows: trial === 'outsider' ? [3, 90, 30, 3, 0, 0] : [0, 0, 0, 0, 0, 0],
    squares: trial === 'outsider' ? [3, 90, 30, 3, 0, 0] : [0, 0, 0, 0, 0, 0],
  }));
  const rows = { ownNumber: 9000, anothersNumber: 0, outsiders: 1000, noNumber: 10_000 };
  const steps = verifySteps(summary, facts({ decoys: [{ province: '79', rows, hits }] }));
  expect(steps.map(({ wrong }) => wrong.rows)).toEqual([90, 30, 3, 0, 0]);
});
