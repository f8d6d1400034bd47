import type { Candidate } from '../domain/decision.js';
import type { RecordIdentity } from '../domain/identity.js';
import { type NameStatistics, population } from '../domain/name-statistics.js';
import { idOwner } from './conditions.js';
import type { MatchModel } from './model.js';
import { resemblanceOfNobody } from './nobody.js';
import { NumberList } from './number-list.js';
import { priorOdds } from './score.js';
import { type PairPattern, patternOf, roleOf } from './train-pattern.js';
import { fieldWeights } from './weights.js';

/** The priors of a model; a record has one of them. */
export const PRIORS = ['priorInRegistry', 'priorWithPassport', 'priorOutsideCoverage'] as const;
export type PriorName = (typeof PRIORS)[number];

/** A pair of less odds than this, against nobody, is left out: all pairs of a sample together do not make a record. */
const NEGLIGIBLE = 1e-9;

/** The sample, compared, as plain arrays: record `r` has the pairs `starts[r]` to `starts[r + 1]`. */
export interface PairArrays {
  readonly patterns: readonly PairPattern[];
  readonly persons: number;
  /** Position in PRIORS of each record. */
  readonly priors: Uint32Array;
  readonly starts: Uint32Array;
  /** Position in `patterns` of each pair. */
  readonly pattern: Uint32Array;
  /** 2^(sum of the weights) of each pair under the starting model. */
  readonly likelihood: Float64Array;
  /** The four ways in which nobody resembles the pair, each a share of 1/persons, under the starting model. */
  readonly nobody: readonly [
    sameDate: Float32Array,
    sameYear: Float32Array,
    mixed: Float32Array,
    twin: Float32Array,
  ];
}

/**
 * Compared pairs in little room: the comparison is a number, and what a level's m is multiplied with is the same in
 * every iteration. So an iteration costs a few multiplications a pair.
 */
export class TrainingPairs {
  readonly #model: MatchModel;
  readonly #statistics: NameStatistics;
  readonly #ways: readonly MatchModel[];
  readonly #patternNumbers = new Map<string, number>();
  readonly #patterns: PairPattern[] = [];
  readonly #priors = new NumberList((length) => new Uint32Array(length));
  readonly #starts = new NumberList((length) => new Uint32Array(length));
  readonly #pattern = new NumberList((length) => new Uint32Array(length));
  readonly #likelihood = new NumberList((length) => new Float64Array(length));
  readonly #nobody = [shareList(), shareList(), shareList(), shareList()] as const;

  /** `model`: the starting model; its u are final. */
  constructor(model: MatchModel, statistics: NameStatistics) {
    this.#model = model;
    this.#statistics = statistics;
    this.#ways = waysOfNobody(model);
    this.#starts.push(0);
  }

  get records(): number {
    return this.#priors.length;
  }

  /** Adds a record with its candidates as `scoreCandidates` gave them. */
  add(record: RecordIdentity, candidates: readonly Candidate[]): void {
    const persons = population(this.#statistics);
    const prior = priorOdds(record, this.#statistics, this.#model);
    const owner = idOwner(candidates);
    for (const candidate of candidates) {
      const { comparison, person } = candidate;
      const weights = fieldWeights(comparison, person, record.personalId, this.#statistics, this.#model);
      const { name, birthDate, id, sex, place } = weights;
      const likelihood = 2 ** (name + birthDate + id + sex + place);
      const ways = this.#ways.map(
        (way) => resemblanceOfNobody(comparison, weights, person, this.#statistics, way) / persons,
      );
      const role = roleOf(candidate, owner);
      const most = Math.max(prior * likelihood, ...ways);
      if (role === 'none' && most < NEGLIGIBLE) continue;
      this.#pattern.push(this.#numberOf(patternOf(record, candidate, weights, role)));
      this.#likelihood.push(likelihood);
      for (let way = 0; way < ways.length; way++) this.#nobody[way]!.push(ways[way]!);
    }
    this.#priors.push(priorOf(record, this.#statistics, this.#model));
    this.#starts.push(this.#pattern.length);
  }

  arrays(): PairArrays {
    const [sameDate, sameYear, mixed, twin] = this.#nobody;
    return {
      patterns: this.#patterns,
      persons: population(this.#statistics),
      priors: this.#priors.values(),
      starts: this.#starts.values(),
      pattern: this.#pattern.values(),
      likelihood: this.#likelihood.values(),
      nobody: [sameDate.values(), sameYear.values(), mixed.values(), twin.values()],
    };
  }

  #numberOf(pattern: PairPattern): number {
    const { name, birthDate, id, sex, place, forms, role } = pattern;
    const key = `${name},${birthDate},${id},${sex},${place},${Object.values(forms).join(',')},${role}`;
    const known = this.#patternNumbers.get(key);
    if (known !== undefined) return known;
    this.#patternNumbers.set(key, this.#patterns.length);
    return this.#patterns.push(pattern) - 1;
  }
}

function shareList() {
  return new NumberList((length) => new Float32Array(length));
}

/** Models in which nobody resembles a candidate in one way only: the four ways add up. */
function waysOfNobody(model: MatchModel): MatchModel[] {
  const none = { ...model, lookAlike: { birthDate: 0, birthYear: 0 }, mixedIdentity: 0, twin: 0 };
  return [
    { ...none, lookAlike: { ...model.lookAlike, birthYear: 0 } },
    { ...none, lookAlike: { ...model.lookAlike, birthDate: 0 } },
    { ...none, mixedIdentity: model.mixedIdentity },
    { ...none, twin: model.twin },
  ];
}

/** Which prior the record has: `priorOdds` decides, and is asked with three priors that can be told apart. */
function priorOf(record: RecordIdentity, statistics: NameStatistics, model: MatchModel): number {
  const told = { ...model, priorInRegistry: 0.2, priorWithPassport: 0.4, priorOutsideCoverage: 0.6 };
  const odds = priorOdds(record, statistics, told) * population(statistics);
  return Math.round((odds / (1 + odds)) * 5) - 1;
}
