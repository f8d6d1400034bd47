import type { MatchModel } from './model.js';
import { MODEL_FIELDS, MODEL_LEVELS } from './model-parameters.js';
import { POSSIBLE_LEVELS } from './train-forms.js';
import { type PairArrays, PRIORS, type PriorName } from './train-pairs.js';
import { PAIR_LEVELS, PAIR_ROLES } from './train-pattern.js';

type Field = keyof MatchModel['m'];
export type LevelCounts = { readonly [F in Field]: Record<keyof MatchModel['m'][F], number> };

/** What a model expects of the sample. */
export interface Expectation {
  /** Expected number of pairs of a record and its own person, at each level. */
  readonly atLevel: LevelCounts;
  /** ... and in forms that allow the level. */
  readonly possible: LevelCounts;
  /** Records by their prior, and how many of them are expected to have their person among the candidates. */
  readonly priors: Readonly<Record<PriorName, { readonly records: number; readonly matched: number }>>;
  /** Sum over the records of log2 of how likely each is, against pairs that agree by chance alone. */
  readonly logLikelihood: number;
}

function zeroCounts(): LevelCounts {
  return Object.fromEntries(
    MODEL_FIELDS.map((field) => [
      field,
      Object.fromEntries(MODEL_LEVELS[field].map((level: string) => [level, 0])),
    ]),
  ) as unknown as LevelCounts;
}

const OWNER = PAIR_ROLES.indexOf('owner');
const BETTER_FITTING = PAIR_ROLES.indexOf('better_fitting');
const SUPPORTER = PAIR_ROLES.indexOf('supporter');

/** How many times likelier a pattern is under `model` than under the starting model, by the parts that count. */
function ratios(arrays: PairArrays, start: MatchModel, model: MatchModel): Float64Array[] {
  const parts = [0, 1, 2, 3, 4].map(() => new Float64Array(arrays.patterns.length));
  const ratio = (field: Field, level: number): number => {
    const name = PAIR_LEVELS[field][level]!;
    if (name === 'missing') return 1;
    const of = (m: MatchModel['m']) => (m[field] as Readonly<Record<string, number>>)[name]!;
    return of(model.m) / of(start.m);
  };
  arrays.patterns.forEach((pattern, i) => {
    const nameAndSex = ratio('name', pattern.name) * ratio('sex', pattern.sex);
    const birthDate = ratio('birthDate', pattern.birthDate);
    const place = ratio('place', pattern.place);
    parts[0]![i] = nameAndSex * birthDate * ratio('id', pattern.id) * place;
    parts[1]![i] = nameAndSex * birthDate;
    parts[2]![i] = nameAndSex;
    parts[3]![i] = nameAndSex * birthDate * place;
    parts[4]![i] = birthDate * place;
  });
  return parts;
}

/**
 * The expectation step: the probability of every pair under `model`, as `scoreCandidates` would give it, added up by
 * level. `start` is the model that the pairs were weighed with; u, `idOfAnother` and `ownIdBesideAnothersName` must be
 * the same in both.
 */
export function expectLevels(arrays: PairArrays, start: MatchModel, model: MatchModel): Expectation {
  const { patterns, starts, pattern, likelihood, nobody } = arrays;
  const [whole, sameDate, sameYear, mixed, twin] = ratios(arrays, start, model) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const roles = Uint8Array.from(patterns, ({ role }) => PAIR_ROLES.indexOf(role));
  // What nobody's ways are scaled with, beside the m of the fields.
  const dates = model.lookAlike.birthDate / start.lookAlike.birthDate;
  const years = model.lookAlike.birthYear / start.lookAlike.birthYear;
  const mixes = model.mixedIdentity / start.mixedIdentity;
  const twins = model.twin / start.twin;
  const ownerOdds = model.ownIdBesideAnothersName / (1 - model.ownIdBesideAnothersName);
  const expected = new Float64Array(patterns.length);
  const records = [0, 0, 0];
  const matched = [0, 0, 0];
  let weights = new Float64Array(256);
  let logLikelihood = 0;
  for (let r = 0; r + 1 < starts.length; r++) {
    const from = starts[r]!;
    const pairs = starts[r + 1]! - from;
    const prior = arrays.priors[r]!;
    const share = model[PRIORS[prior]!];
    const odds = share / (1 - share) / arrays.persons;
    if (pairs > weights.length) weights = new Float64Array(pairs * 2);
    let absent = 1;
    let owner = -1;
    let bestSupporter = -1;
    let better = -1;
    for (let i = 0; i < pairs; i++) {
      const k = pattern[from + i]!;
      const weight = likelihood[from + i]! * whole[k]!;
      weights[i] = weight;
      absent +=
        nobody[0][from + i]! * sameDate[k]! * dates +
        nobody[1][from + i]! * sameYear[k]! * years +
        nobody[2][from + i]! * mixed[k]! * mixes +
        nobody[3][from + i]! * twin[k]! * twins;
      const role = roles[k]!;
      if (role === OWNER) owner = i;
      else if (role === BETTER_FITTING && (better < 0 || weight > weights[better]!)) better = i;
      else if (role === SUPPORTER && (bestSupporter < 0 || weight > weights[bestSupporter]!))
        bestSupporter = i;
    }
    // In a record that mixes two persons the one who is raised says nothing about usual errors.
    let raised = -1;
    if (owner >= 0 && bestSupporter >= 0) {
      raised = raise(weights, owner, weights[bestSupporter]! * ownerOdds);
    } else if (owner >= 0 && better >= 0) {
      raised = raise(weights, better, weights[owner]! / ownerOdds);
    }
    let total = absent;
    for (let i = 0; i < pairs; i++) total += odds * weights[i]!;
    for (let i = 0; i < pairs; i++) {
      const probability = (odds * weights[i]!) / total;
      if (i !== raised) expected[pattern[from + i]!]! += probability;
      matched[prior]! += probability;
    }
    records[prior]!++;
    logLikelihood += Math.log2(total * (1 - share));
  }
  const priors = Object.fromEntries(
    PRIORS.map((name, i) => [name, { records: records[i]!, matched: matched[i]! }]),
  ) as Expectation['priors'];
  return { ...countLevels(arrays, expected), priors, logLikelihood };
}

function raise(weights: Float64Array, at: number, least: number): number {
  if (weights[at]! >= least) return -1;
  weights[at] = least;
  return at;
}

function countLevels(arrays: PairArrays, expected: Float64Array): Pick<Expectation, 'atLevel' | 'possible'> {
  const atLevel = zeroCounts();
  const possible = zeroCounts();
  arrays.patterns.forEach((pattern, i) => {
    const count = expected[i]!;
    for (const field of MODEL_FIELDS) {
      const reached: string = PAIR_LEVELS[field][pattern[field]]!;
      if (reached === 'missing') continue;
      const levels: readonly string[] = POSSIBLE_LEVELS[field][pattern.forms[field]]!;
      for (const level of levels) (possible[field] as Record<string, number>)[level]! += count;
      if (levels.includes(reached)) (atLevel[field] as Record<string, number>)[reached]! += count;
    }
  });
  return { atLevel, possible };
}
