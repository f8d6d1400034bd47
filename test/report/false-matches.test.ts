import fc from 'fast-check';
import { DECOY_LINES, DECOY_TRIALS, type DecoyCounts, type DecoyTrial } from '../../src/domain/decoys.js';
import { falseMatchesObject, falseMatchSentence } from '../../src/report/false-match-table.js';
import { estimateFalseMatches, sumDecoys } from '../../src/report/false-matches.js';

const ROWS = { ownNumber: 9000, anothersNumber: 100, outsiders: 300, noNumber: 900 };

function counts(hits: Partial<Record<DecoyTrial, number>>, weight = 1, province = '79'): DecoyCounts {
  return {
    province,
    rows: ROWS,
    hits: DECOY_TRIALS.map((trial) => ({
      trial,
      rows: new Array(DECOY_LINES).fill((hits[trial] ?? 0) * weight),
      squares: new Array(DECOY_LINES).fill((hits[trial] ?? 0) * weight ** 2),
    })),
  };
}

test('without hits the estimate is zero and the limit is not', () => {
  const { all, number, slip, no_number } = estimateFalseMatches(counts({}), 0);
  for (const estimate of [all, number, slip, no_number]) {
    expect(estimate.rows).toBe(0);
    expect(estimate.low).toBe(0);
    expect(estimate.high).toBeGreaterThan(0);
  }
});

test.each<[DecoyTrial, keyof ReturnType<typeof estimateFalseMatches>, number]>([
  ['hidden', 'no_number', (900 * (1 - 300 / 9400)) / 9000],
  ['hidden_absent', 'no_number', (900 * (300 / 9400)) / 9000],
  ['outsider', 'no_number', 900 / 9400],
  ['kept_absent', 'slip', 300 / 9000],
  ['lent', 'number', (100 * (1 - 300 / 9400)) / 9000],
  ['lent_absent', 'number', (100 * (300 / 9400)) / 9000],
])('ten hits of %s count in the tier %s', (trial, tier, perHit) => {
  const estimates = estimateFalseMatches(counts({ [trial]: 10 }), 0);
  expect(estimates[tier].rows).toBeCloseTo(10 * perHit, 9);
  expect(estimates.all.rows).toBeCloseTo(10 * perHit, 9);
});

test('the interval of ten unweighted hits is the exact Poisson interval, 4.8 to 18.4', () => {
  const perHit = 900 / 9400;
  const { low, high } = estimateFalseMatches(counts({ outsider: 10 }), 0).no_number;
  expect(low / perHit).toBeCloseTo(4.8, 1);
  expect(high / perHit).toBeCloseTo(18.4, 1);
});

test('hits that stand for many rows make the interval wider', () => {
  const one = estimateFalseMatches(counts({ hidden: 16 }, 1), 0).all;
  const many = estimateFalseMatches(counts({ hidden: 1 }, 16), 0).all;
  expect(many.rows).toBeCloseTo(one.rows, 9);
  expect(many.high - many.low).toBeGreaterThan(one.high - one.low);
});

test('the estimate lies in its interval, whatever was counted', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(500), { minLength: 6, maxLength: 6 }),
      fc.integer({ min: 1, max: 16 }),
      (hits, weight) => {
        const some = Object.fromEntries(DECOY_TRIALS.map((trial, i) => [trial, hits[i]!]));
        for (const { rows, low, high } of Object.values(estimateFalseMatches(counts(some, weight), 0))) {
          expect(low).toBeLessThanOrEqual(rows);
          expect(high).toBeGreaterThanOrEqual(rows);
          expect(low).toBeGreaterThanOrEqual(0);
        }
      },
    ),
  );
});

test('provinces add up', () => {
  const sum = sumDecoys([counts({ hidden: 1 }, 1, '01'), counts({ hidden: 2 }, 1, '79')]);
  expect(sum.rows.ownNumber).toBe(18_000);
  expect(sum.hits[0]!.rows[0]).toBe(3);
  expect(sumDecoys([]).rows.noNumber).toBe(0);
});

test('in words and for machines', () => {
  const decoys = [counts({ outsider: 10 })];
  expect(falseMatchSentence(decoys, 'vi')).toContain('0,96');
  expect(falseMatchSentence(decoys, 'en')).toMatch(/0\.96 \(95% interval 0\.46 to 1\.8\)/);
  expect(falseMatchSentence([], 'vi')).toBe('');
  expect(falseMatchesObject(decoys)).toMatchObject({
    confidence: 0.95,
    all: { rows: 0.96, low: 0.46, high: 1.8 },
    provinces: [{ province_code: '79' }],
  });
});
