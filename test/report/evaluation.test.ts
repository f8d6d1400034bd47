import fc from 'fast-check';
import { OUTCOMES } from '../../src/domain/outcome.js';
import { createEvaluation, type EvaluatedRow } from '../../src/report/evaluation.js';
import { renderEvaluationJson } from '../../src/report/evaluation-json.js';
import { renderEvaluationText } from '../../src/report/evaluation-text.js';

const A = '001090000001';
const B = '001090000002';

function row(given: Partial<EvaluatedRow>): EvaluatedRow {
  return {
    truthPersonId: A,
    inRegistry: true,
    errors: [],
    outcome: 'verified',
    personId: A,
    candidateIds: [],
    probability: 0.99995,
    ...given,
  };
}

const evaluate = (rows: readonly EvaluatedRow[]) => {
  const evaluation = createEvaluation();
  for (const each of rows) evaluation.add(each);
  return evaluation.result();
};

const review = (candidateIds: string[], given: Partial<EvaluatedRow> = {}) =>
  row({ outcome: 'needs_review', personId: '', candidateIds, probability: 0.6, ...given });

describe('one row', () => {
  test.each([
    ['verified as the true person', row({}), { verifiedRight: 1, verifiedWrong: 0, recall: 1 }],
    ['verified as another', row({ personId: B }), { verifiedRight: 0, verifiedWrong: 1, recall: 0 }],
    [
      'verified although the true person is not registered',
      row({ inRegistry: false, truthPersonId: '', personId: B }),
      { verifiedWrong: 1, verifiable: 0, recall: null },
    ],
    [
      'verified as the unregistered person is wrong too',
      row({ inRegistry: false }),
      { verifiedWrong: 1, verifiedRight: 0 },
    ],
    [
      'review that lists the true person',
      review([B, A]),
      { reviewVerifiable: 1, reviewWithTruth: 1, reviewTruthShare: 1, recall: 0 },
    ],
    ['review that does not', review([B]), { reviewVerifiable: 1, reviewWithTruth: 0, reviewTruthShare: 0 }],
    [
      'review of an unregistered person',
      review([B], { inRegistry: false }),
      { needsReview: 1, reviewVerifiable: 0, reviewTruthShare: null },
    ],
    [
      'mismatch of a registered person is missed',
      row({ outcome: 'mismatch', personId: '', probability: null }),
      { mismatch: 1, mismatchVerifiable: 1, recall: 0 },
    ],
    [
      'mismatch of an unregistered person is right',
      row({ outcome: 'mismatch', personId: '', probability: null, inRegistry: false }),
      { mismatch: 1, mismatchVerifiable: 0 },
    ],
    ['rejected', row({ outcome: 'rejected', personId: '', probability: null }), { rejected: 1, recall: 0 }],
  ])('%s', (_rule, given, expected) => {
    expect(evaluate([given]).overall).toMatchObject({ rows: 1, ...expected });
  });
});

const TEN = [
  row({}),
  row({}),
  row({}),
  row({ errors: ['accents_missing'] }),
  row({ errors: ['accents_missing', 'day_month_swapped'] }),
  row({ errors: ['day_month_swapped'], personId: B, probability: 0.9992 }),
  review([A, B], { errors: ['day_month_swapped'] }),
  review([B, A], { errors: ['accents_missing'], probability: 0.55 }),
  row({ errors: ['id_of_relative'], outcome: 'mismatch', personId: '', probability: null }),
  row({ inRegistry: false, truthPersonId: '', outcome: 'mismatch', personId: '', probability: null }),
];

describe('ten rows counted by hand', () => {
  const result = evaluate(TEN);

  test('overall', () => {
    expect(result.overall).toMatchObject({
      rows: 10,
      verifiable: 9,
      verified: 6,
      verifiedRight: 5,
      verifiedWrong: 1,
      wrongPerMillion: 100_000,
      recall: 5 / 9,
      reviewShare: 0.2,
      reviewTruthShare: 1,
      mismatch: 2,
      mismatchVerifiable: 1,
    });
  });

  test('by error: a row with two errors counts in both, `none` comes first', () => {
    expect(result.byError.map(({ error, stats }) => [error, stats.rows, stats.recall])).toEqual([
      ['none', 4, 1],
      ['accents_missing', 3, 2 / 3],
      ['day_month_swapped', 3, 1 / 3],
      ['id_of_relative', 1, 0],
    ]);
  });

  test('reliability: how often the most likely person was the true one', () => {
    expect(result.reliability.map(({ from, rows, right }) => [from, rows, right])).toEqual([
      [0.5, 2, 1],
      [0.999, 1, 0],
      [0.9999, 5, 5],
    ]);
    expect(result.reliability[0]!.meanProbability).toBeCloseTo(0.575, 12);
  });

  test('the text is aligned and speaks plainly', () => {
    expect(renderEvaluationText(result, 'en')).toBe(`Evaluation on 10 rows with a known answer
  Verified as the wrong person: 1, or 100,000 per million rows (95% confidence: at most 472,839.2)
  Verified as the right person: 5 of 9 rows whose person is in the registry (55.6%)
  Needs review: 2 (20.0%); where the person is in the registry, 100.0% list the right one
  Missed (mismatch, although the person is in the registry): 1

Error              Rows  Wrong  Recall  Review  Truth listed  Missed
-----------------  ----  -----  ------  ------  ------------  ------
(none)                4      0  100.0%    0.0%             –       0
accents_missing       3      0   66.7%   33.3%        100.0%       0
day_month_swapped     3      1   33.3%   33.3%        100.0%       0
id_of_relative        1      0    0.0%    0.0%             –       1
All                  10      1   55.6%   20.0%        100.0%       1

Reliability: what the program said, and what was true
Probability     Rows     Mean  Truly right
--------------  ----  -------  -----------
0.5 – 0.8          2    0.575          0.5
0.999 – 0.9999     1   0.9992            0
0.9999 – 1         5  0.99995            1
`);
  });

  test('the JSON has stable keys and null for a rate of nothing', () => {
    const document = JSON.parse(renderEvaluationJson(evaluate([])));
    expect(document.overall).toMatchObject({ rows: 0, recall: null, wrong_per_million: null });
    expect(document).toMatchObject({ schema_version: 1, by_error: [], reliability: [] });
    expect(JSON.parse(renderEvaluationJson(result)).by_error[1]).toMatchObject({
      error: 'accents_missing',
      rows: 3,
    });
  });
});

test.each([
  ['an error named twice in a row counts once', [row({ errors: ['x', 'x'] })], 1],
  ['probability 1 is in the last band', [row({ probability: 1 })], 1],
])('%s', (_rule, rows, expected) => {
  const result = evaluate(rows);
  expect(result.byError[0]!.stats.rows).toBe(expected);
  expect(result.reliability.reduce((sum, band) => sum + band.rows, 0)).toBe(expected);
});

test('no wrong row among n proves about 3/n, with 95 % confidence', () => {
  const { overall } = evaluate(Array.from({ length: 1000 }, () => row({})));
  expect(overall.wrongPerMillion).toBe(0);
  expect(overall.wrongPerMillionUpper).toBeGreaterThan(2950);
  expect(overall.wrongPerMillionUpper).toBeLessThan(3050);
});

test('whatever the rows, the counts add up', () => {
  const arbitraryRow = fc.record({
    truthPersonId: fc.constantFrom(A, B),
    inRegistry: fc.boolean(),
    errors: fc.subarray(['a', 'b', 'c']),
    outcome: fc.constantFrom(...OUTCOMES),
    personId: fc.constantFrom(A, B),
    candidateIds: fc.subarray([A, B]),
    probability: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  });
  fc.assert(
    fc.property(fc.array(arbitraryRow), (rows) => {
      const { overall, byError, reliability } = evaluate(rows);
      expect(overall.rows).toBe(rows.length);
      expect(overall.verified + overall.needsReview + overall.mismatch + overall.rejected).toBe(rows.length);
      expect(overall.verifiedRight + overall.verifiedWrong).toBe(overall.verified);
      const memberships = rows.reduce((sum, each) => sum + Math.max(each.errors.length, 1), 0);
      expect(byError.reduce((sum, { stats }) => sum + stats.rows, 0)).toBe(memberships);
      for (const band of reliability) {
        expect(band.meanProbability).toBeGreaterThanOrEqual(band.from - 1e-9);
        expect(band.meanProbability).toBeLessThanOrEqual(band.below + 1e-9);
      }
      expect(renderEvaluationText({ overall, byError, reliability }, 'vi')).not.toMatch(/NaN|undefined/);
    }),
  );
});
