import type { MatchModel } from '../../src/match/model.js';
import { POSSIBLE_LEVELS } from '../../src/match/train-forms.js';
import type { PairArrays } from '../../src/match/train-pairs.js';
import { PAIR_LEVELS, type PairPattern } from '../../src/match/train-pattern.js';

type Field = 'name' | 'birthDate' | 'sex' | 'place';
const FIELDS: readonly Field[] = ['name', 'birthDate', 'sex', 'place'];

/** Chance that a stranger reaches each level of the first form. */
const STRANGERS: Readonly<Record<Field, readonly number[]>> = {
  name: [0.002, 0.001, 0.001, 0.001, 0.001, 0.004, 0.004, 0.004, 0.002, 0.08, 0.9],
  birthDate: [0.001, 0.001, 0.002, 0.006, 0.02, 0.97],
  sex: [0.5, 0.5],
  place: [0.01, 0.04, 0.15, 0.8],
};

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

function draw(shares: readonly number[], random: number): number {
  let left = random * shares.reduce((sum, share) => sum + share, 0);
  for (let i = 0; i < shares.length; i++) {
    left -= shares[i]!;
    if (left < 0) return i;
  }
  return shares.length - 1;
}

/**
 * Records drawn from `truth` against a registry of few persons, who are all compared, weighed with `start`.
 * Fields are independent and in their first form; no record has a number.
 */
export function simulatePairs(
  truth: MatchModel,
  start: MatchModel,
  records: number,
  persons: number,
): PairArrays {
  const random = randomNumbers(7);
  const patterns: PairPattern[] = [];
  const numbers = new Map<string, number>();
  const starts = [0];
  const pattern: number[] = [];
  const likelihood: number[] = [];
  const add = (sharesOf: (field: Field) => readonly number[]) => {
    const levels = { name: 0, birthDate: 0, sex: 0, place: 0 };
    let weight = 1;
    for (const field of FIELDS) {
      const possible: readonly string[] = POSSIBLE_LEVELS[field][0]!;
      const drawn = draw(sharesOf(field), random());
      const level = possible[drawn]!;
      levels[field] = (PAIR_LEVELS[field] as readonly string[]).indexOf(level);
      weight *= (start.m[field] as Readonly<Record<string, number>>)[level]! / STRANGERS[field][drawn]!;
    }
    const key = Object.values(levels).join();
    if (!numbers.has(key)) {
      const id = PAIR_LEVELS.id.indexOf('missing');
      const forms = { name: 0, birthDate: 0, id: 0, sex: 0, place: 0 };
      numbers.set(key, patterns.push({ ...levels, id, forms, role: 'none' }) - 1);
    }
    pattern.push(numbers.get(key)!);
    likelihood.push(weight);
  };
  for (let record = 0; record < records; record++) {
    if (random() < truth.priorInRegistry) {
      add((field) =>
        POSSIBLE_LEVELS[field][0]!.map(
          (level) => (truth.m[field] as Readonly<Record<string, number>>)[level]!,
        ),
      );
    }
    while (pattern.length < (record + 1) * persons) add((field) => STRANGERS[field]);
    starts.push(pattern.length);
  }
  const none = new Float32Array(pattern.length);
  return {
    patterns,
    persons,
    priors: new Uint32Array(records),
    starts: Uint32Array.from(starts),
    pattern: Uint32Array.from(pattern),
    likelihood: Float64Array.from(likelihood),
    nobody: [none, none, none, none],
  };
}
