import type { MatchModel } from './model.js';
import { MODEL_FIELDS, MODEL_LEVELS } from './model-parameters.js';
import { type Expectation, expectLevels, type LevelCounts } from './train-expectation.js';
import { type PairArrays, PRIORS, type PriorName } from './train-pairs.js';

export interface EmIteration {
  /** Most bits by which a match weight changed. */
  readonly largestChange: number;
  /** Of the model before the iteration's change, in bits. */
  readonly logLikelihood: number;
}

export interface TrainedModel {
  readonly model: MatchModel;
  /** Of the last iteration. */
  readonly expectation: Expectation;
  readonly iterations: readonly EmIteration[];
  readonly converged: boolean;
}

/**
 * Records of the starting model that stand beside those of the sample at every level: a level that the sample hardly
 * has stays near its starting value.
 */
export const PSEUDO_RECORDS = 50;
/** Training ends when no match weight moves by more, in bits. */
export const CONVERGED_BITS = 0.005;

/**
 * No level falls below this part of its starting share. A record that contradicts its person in two fields is hardly
 * ever recognised as that person's, so rare contradictions look rarer than they are.
 */
export const LEAST_PART = 1 / 50;

/** Expected share of a level, smoothed toward the starting model. */
export function smoothedShare(count: number, whole: number, start: number): number {
  return Math.max((count + PSEUDO_RECORDS * start) / (whole + PSEUDO_RECORDS), start * LEAST_PART);
}

/** The maximisation step: the shares that the expectation shows, smoothed toward the starting model. */
export function maximize(expectation: Expectation, start: MatchModel): MatchModel {
  const { atLevel, possible, priors } = expectation;
  const m = Object.fromEntries(
    MODEL_FIELDS.map((field) => [
      field,
      Object.fromEntries(
        MODEL_LEVELS[field].map((level: string) => {
          const of = (counts: LevelCounts | MatchModel['m']) =>
            (counts[field] as Readonly<Record<string, number>>)[level]!;
          return [level, smoothedShare(of(atLevel), of(possible), of(start.m))];
        }),
      ),
    ]),
  ) as unknown as MatchModel['m'];
  const shares = Object.fromEntries(
    PRIORS.map((name) => [name, smoothedShare(priors[name].matched, priors[name].records, start[name])]),
  ) as Record<PriorName, number>;
  return { ...start, ...shares, m };
}

/** The most bits by which a match weight or a prior differs. */
function largestChange(before: MatchModel, after: MatchModel): number {
  let most = 0;
  const compare = (a: number, b: number) => {
    most = Math.max(most, Math.abs(Math.log2(a / b)));
  };
  for (const field of MODEL_FIELDS) {
    for (const level of MODEL_LEVELS[field]) {
      const of = (model: MatchModel) => (model.m[field] as Readonly<Record<string, number>>)[level]!;
      compare(of(before), of(after));
    }
  }
  for (const name of PRIORS) {
    compare(before[name] / (1 - before[name]), after[name] / (1 - after[name]));
  }
  return most;
}

/**
 * Fits m and the priors by expectation maximisation, from `start` on, whose other numbers stay. `weighedWith`: the
 * model of the pairs. `onIteration` is told of each step.
 */
export function fitModel(
  arrays: PairArrays,
  weighedWith: MatchModel,
  start: MatchModel,
  mostIterations: number,
  onIteration: (iteration: EmIteration) => void = () => {},
): TrainedModel {
  const iterations: EmIteration[] = [];
  let model = start;
  let expectation = expectLevels(arrays, weighedWith, model);
  let converged = false;
  while (iterations.length < mostIterations && !converged) {
    const next = maximize(expectation, start);
    const iteration = {
      largestChange: largestChange(model, next),
      logLikelihood: expectation.logLikelihood,
    };
    iterations.push(iteration);
    onIteration(iteration);
    converged = iteration.largestChange <= CONVERGED_BITS;
    model = next;
    expectation = expectLevels(arrays, weighedWith, model);
  }
  return { model, expectation, iterations, converged };
}
