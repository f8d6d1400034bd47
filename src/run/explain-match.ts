import type { Candidate } from '../domain/decision.js';
import type {
  ContradictionCounts,
  ExplainedCandidate,
  ExplainedMatch,
  FieldComparison,
  FieldReading,
} from '../domain/explanation.js';
import type { NameStatistics } from '../domain/name-statistics.js';
import { checkConditions, type DecisionInput } from '../match/conditions.js';
import { isSettledByCrossCheck } from '../match/decide.js';
import { formatDate } from '../match/differences.js';
import { birthDateSupports, leastProbability, nameSupports } from '../match/evidence.js';
import type { MatchModel } from '../match/model.js';
import { oddsOfNone, priorOdds } from '../match/score.js';
import { fieldWeights } from '../match/weights.js';
import { birthDateText, idText, sexText } from './field-readings.js';
import type { PlaceWords } from './place-words.js';

const MOST_SHOWN = 5;
/** Below this a difference of two sums of bits is rounding. */
const ROUNDING = 1e-9;

/** What the probabilities were made with. */
export interface Weighing {
  readonly statistics: NameStatistics;
  readonly model: MatchModel;
  readonly placeWords: PlaceWords;
  /** Persons who share a crowded key with the record and were not compared. */
  readonly leftOut: number;
}

/**
 * The whole of a match: every candidate (up to five) field by field, the shares of the probability, and the
 * conditions. `withhold`: the row is not about these persons, so that only their number is told.
 */
export function explainMatch(
  input: DecisionInput,
  readings: readonly FieldReading[],
  weighing: Weighing,
  withhold: boolean,
): ExplainedMatch {
  const { candidates, policy, doseDate } = input;
  const [best, second] = candidates;
  const nobodyBits = -Math.log2(nobodyOf(input, weighing));
  const credible = candidates.reduce((sum, { probability }) => sum + probability, 0);
  const margin = best === undefined || second === undefined ? null : best.weight - second.weight;
  const isCredible = best !== undefined && credible >= policy.reviewProbability;
  return {
    readings,
    persons: weighing.statistics.persons,
    compared: candidates.length,
    settledByCrossCheck: isSettledByCrossCheck(candidates),
    allCompared: input.allCompared,
    candidates: withhold
      ? []
      : candidates
          .slice(0, MOST_SHOWN)
          .map((candidate) => explainCandidate(input, candidate, weighing, nobodyBits)),
    withheld: withhold ? candidates.length : 0,
    credible,
    probability: best?.probability ?? null,
    margin,
    conditions: isCredible ? checkConditions(input, best, margin) : [],
    contradictions: countContradictions(candidates),
    thresholds: policy,
    doseDate: doseDate === null ? '' : formatDate(doseDate),
  };
}

/** Odds of "not in the registry", as `scoreCandidates` weighs them. */
function nobodyOf({ record, candidates }: DecisionInput, { statistics, model, leftOut }: Weighing): number {
  const compared = candidates.map(({ comparison, person }) => ({
    comparison,
    person,
    weights: fieldWeights(comparison, person, record.personalId, statistics, model),
  }));
  const odds = oddsOfNone(record, compared, leftOut, statistics, model);
  return odds - 1 < ROUNDING ? 1 : odds;
}

function explainCandidate(
  { record, policy }: DecisionInput,
  candidate: Candidate,
  { statistics, model, placeWords }: Weighing,
  nobodyBits: number,
): ExplainedCandidate {
  const { person, comparison, weight } = candidate;
  const bits = fieldWeights(comparison, person, record.personalId, statistics, model);
  const { personalId } = record;
  const fields: FieldComparison[] = [
    {
      field: 'name',
      level: comparison.name,
      record: record.name.display,
      registry: person.name.display,
      bits: bits.name,
    },
    {
      field: 'birth_date',
      level: comparison.birthDate,
      record: birthDateText(record.birthDate),
      registry: formatDate(person.birthDate),
      bits: bits.birthDate,
    },
    {
      field: 'id',
      level: comparison.id,
      record: idText(personalId),
      registry: personalId.kind === 'cmnd' && person.cmnd !== '' ? person.cmnd : person.personId,
      bits: bits.id,
    },
    {
      field: 'sex',
      level: comparison.sex,
      record: sexText(record.sex),
      registry: sexText(person.sex),
      bits: bits.sex,
    },
    {
      field: 'place',
      level: comparison.place,
      record: placeWords(record.residence),
      registry: placeWords(person.residence),
      bits: bits.place,
    },
  ];
  const sum = fields.reduce((total, field) => total + field.bits, 0);
  // Where a record mixes two persons a weight is raised: what the fields do not account for is that one step.
  const oneSlipBits = Math.abs(weight - sum) < ROUNDING ? 0 : weight - sum;
  const priorBits = Math.log2(priorOdds(record, statistics, model));
  return {
    personId: person.personId,
    fields,
    priorBits,
    oneSlipBits,
    nobodyBits,
    totalBits: priorBits + weight + nobodyBits,
    probability: candidate.probability,
    neededProbability: leastProbability(comparison, policy.verifyProbability),
    died: person.deathDate === null ? '' : formatDate(person.deathDate),
    idNotUnique: person.idNotUnique,
  };
}

function countContradictions(candidates: readonly Candidate[]): ContradictionCounts {
  const count = (contradicts: (candidate: Candidate) => boolean) => candidates.filter(contradicts).length;
  return {
    name: count(({ comparison }) => comparison.name !== 'missing' && !nameSupports(comparison)),
    birth_date: count(
      ({ comparison }) => comparison.birthDate !== 'missing' && !birthDateSupports(comparison),
    ),
    id: count(({ comparison }) =>
      ['one_edit', 'of_another', 'different', 'cmnd_different', 'known_part_different'].includes(
        comparison.id,
      ),
    ),
  };
}
