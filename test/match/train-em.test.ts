import fc from 'fast-check';
import { DEFAULT_MODEL, type MatchModel } from '../../src/match/model.js';
import { MODEL_FIELDS, MODEL_LEVELS } from '../../src/match/model-parameters.js';
import { scoreCandidates } from '../../src/match/score.js';
import { fitModel, maximize, smoothedShare } from '../../src/match/train-em.js';
import { expectLevels } from '../../src/match/train-expectation.js';
import { POSSIBLE_LEVELS } from '../../src/match/train-forms.js';
import { PRIORS, TrainingPairs } from '../../src/match/train-pairs.js';
import {
  BEN_NGHE,
  COUNTRY,
  type PersonTexts,
  PHUC_XA,
  personOf,
  type RecordTexts,
  recordOf,
} from './people.js';
import { simulatePairs } from './simulated-pairs.js';

test.each(MODEL_FIELDS)('every level of %s is possible in some form', (field) => {
  const possible = new Set<string>(POSSIBLE_LEVELS[field].flat());
  expect(MODEL_LEVELS[field].filter((level) => !possible.has(level))).toEqual([]);
});

const MINH: PersonTexts = {
  id: '079085004321',
  name: 'Nguyễn Hoàng Minh',
  born: '1985-03-14',
  sex: 'male',
  cmnd: '025123456',
  home: BEN_NGHE,
  nameCount: 400,
};
const PEOPLE: readonly PersonTexts[] = [
  MINH,
  { ...MINH, id: '079085004322', name: 'Nguyễn Hoàng Long', cmnd: '' },
  { ...MINH, id: '001085000777', born: '1985-08-02', home: PHUC_XA, cmnd: '' },
  { ...MINH, id: '079190001111', name: 'Trần Thị Lan', born: '1990-11-30', sex: 'female', cmnd: '' },
  { ...MINH, id: '079085009999', born: '1985', cmnd: '' },
];
const AS_HE_IS: RecordTexts = {
  id: MINH.id,
  name: MINH.name,
  born: '14/03/1985',
  sex: 'Nam',
  home: BEN_NGHE,
};

const RECORDS: readonly [string, RecordTexts][] = [
  ['complete', AS_HE_IS],
  ['without a number', { ...AS_HE_IS, id: '' }],
  [
    'without accents, from another commune',
    { ...AS_HE_IS, name: 'NGUYEN HOANG MINH', id: '', home: PHUC_XA },
  ],
  ['the number of a woman next door', { ...AS_HE_IS, id: '079190001111' }],
  ['the number of the twin', { ...AS_HE_IS, id: '079085004322' }],
  ['a number that nobody has', { ...AS_HE_IS, id: '079070007777' }],
  ['the old card, 01/01', { ...AS_HE_IS, id: '025123456', born: '01/01/1985' }],
  ['a cut number, year only', { ...AS_HE_IS, id: '07908500', born: '1985' }],
  ['a passport', { ...AS_HE_IS, id: 'B1234567' }],
  ['initials and no birth date', { ...AS_HE_IS, name: 'Ng. H. Minh', born: '' }],
  ['someone else', { name: 'Lê Văn Hùng', born: '02/02/1960', sex: 'Nam', id: '' }],
];

/** Another model with the same u. */
const OTHER: MatchModel = {
  ...DEFAULT_MODEL,
  priorInRegistry: 0.6,
  priorWithPassport: 0.1,
  mixedIdentity: 0.03,
  lookAlike: { birthDate: 0.002, birthYear: 0.01 },
  twin: 0.05,
  m: {
    ...DEFAULT_MODEL.m,
    name: { ...DEFAULT_MODEL.m.name, exact: 0.7, accents_missing: 0.95, close: 0.2, different: 0.04 },
    birthDate: { ...DEFAULT_MODEL.m.birthDate, exact: 0.5, same_year: 0.1, different: 0.05 },
    id: { ...DEFAULT_MODEL.m.id, exact: 0.8, one_edit: 0.1, of_another: 0.06, known_part: 0.5 },
    sex: { same: 0.99, different: 0.01 },
    place: { ...DEFAULT_MODEL.m.place, commune: 0.5, different: 0.3 },
  },
};

describe('the expectation step gives the probabilities that a run would', () => {
  const persons = PEOPLE.map((texts, i) => personOf(texts, i + 1));
  test.each(RECORDS)('%s', (_, texts) => {
    const record = recordOf(texts).identity;
    const pairs = new TrainingPairs(DEFAULT_MODEL, COUNTRY);
    pairs.add(record, scoreCandidates(record, persons, COUNTRY, DEFAULT_MODEL));
    for (const model of [DEFAULT_MODEL, OTHER]) {
      const scored = scoreCandidates(record, persons, COUNTRY, model);
      const sum = scored.reduce((total, { probability }) => total + probability, 0);
      const { priors } = expectLevels(pairs.arrays(), DEFAULT_MODEL, model);
      const matched = PRIORS.reduce((total, name) => total + priors[name].matched, 0);
      expect(matched).toBeCloseTo(sum, 6);
    }
  });
});

test('a record that mixes two persons teaches no error of the owner of its number', () => {
  const record = recordOf({ ...AS_HE_IS, id: '079190001111' }).identity;
  const pairs = new TrainingPairs(DEFAULT_MODEL, COUNTRY);
  const persons = PEOPLE.map((texts, i) => personOf(texts, i + 1));
  pairs.add(record, scoreCandidates(record, persons, COUNTRY, DEFAULT_MODEL));
  const { atLevel, priors } = expectLevels(pairs.arrays(), DEFAULT_MODEL, DEFAULT_MODEL);
  expect(priors.priorInRegistry.matched).toBeGreaterThan(0.99);
  expect(atLevel.name.different).toBeLessThan(0.01);
  expect(atLevel.id.of_another).toBeGreaterThan(0.5);
});

describe('smoothing', () => {
  const share = fc.double({ min: 0.0001, max: 0.999, noNaN: true });
  test('the result lies between what is seen and the start', () => {
    fc.assert(
      fc.property(fc.nat(100_000), share, share, (whole, seen, start) => {
        const smoothed = smoothedShare(whole * seen, whole, start);
        expect(smoothed).toBeGreaterThanOrEqual(Math.min(seen, start) * (1 - 1e-9));
        expect(smoothed).toBeLessThanOrEqual(Math.max(seen, start) * (1 + 1e-9));
      }),
    );
  });

  test.each([
    ['nothing seen: the start stays', 0, 0, 0.3, 0.3],
    ['as many as the pseudo records: the middle', 25, 50, 0.1, 0.3],
    ['never seen among very many: a fiftieth of the start', 0, 10_000_000, 0.01, 0.0002],
  ])('%s', (_, count, whole, start, wanted) => {
    expect(smoothedShare(count, whole, start)).toBeCloseTo(wanted, 9);
  });
});

/** What the simulated records are really like. */
const TRUE_MODEL: MatchModel = {
  ...DEFAULT_MODEL,
  priorInRegistry: 0.8,
  m: {
    ...DEFAULT_MODEL.m,
    name: {
      ...DEFAULT_MODEL.m.name,
      exact: 0.83,
      accents_differ: 0.01,
      given_accent_differs: 0.01,
      reordered: 0.01,
      extra_word: 0.01,
      middle_dropped: 0.04,
      close: 0.05,
      close_given: 0.02,
      two_slips: 0.01,
      partial: 0.005,
      different: 0.005,
    },
    birthDate: {
      ...DEFAULT_MODEL.m.birthDate,
      exact: 0.86,
      swapped: 0.05,
      one_digit: 0.05,
      one_part: 0.02,
      same_year: 0.01,
      different: 0.01,
    },
    sex: { same: 0.97, different: 0.03 },
    place: { commune: 0.6, district: 0.2, province: 0.1, different: 0.1 },
  },
};

describe('fitting simulated pairs', () => {
  const start: MatchModel = { ...DEFAULT_MODEL, lookAlike: { birthDate: 1e-9, birthYear: 1e-9 }, twin: 1e-9 };
  const arrays = simulatePairs(TRUE_MODEL, start, 20_000, 5);
  const fitted = fitModel(arrays, start, start, 100);

  test.each(['name', 'birthDate', 'sex', 'place'] as const)('m of %s is found again', (field) => {
    const found = fitted.model.m[field] as Readonly<Record<string, number>>;
    const truth = TRUE_MODEL.m[field] as Readonly<Record<string, number>>;
    for (const level of POSSIBLE_LEVELS[field][0]!) {
      expect(Math.abs(found[level]! - truth[level]!)).toBeLessThan(0.01);
    }
  });

  test('the share in the registry is found again', () => {
    expect(fitted.model.priorInRegistry).toBeCloseTo(0.8, 1);
    expect(fitted.converged).toBe(true);
  });

  test('the likelihood does not fall, but for what smoothing takes', () => {
    const values = fitted.iterations.map(({ logLikelihood }) => logLikelihood);
    for (let i = 1; i < values.length; i++) {
      expect(values[i]! - values[i - 1]!).toBeGreaterThan(-1);
    }
    expect(values.at(-1)!).toBeGreaterThan(values[0]!);
  });

  test('the same pairs give the same model', () => {
    expect(fitModel(simulatePairs(TRUE_MODEL, start, 20_000, 5), start, start, 100).model).toEqual(
      fitted.model,
    );
  });

  test('the number of iterations is a limit', () => {
    const once = fitModel(arrays, start, start, 1);
    expect(once.iterations).toHaveLength(1);
    expect(once.converged).toBe(false);
    expect(once.model).toEqual(maximize(expectLevels(arrays, start, start), start));
  });
});
