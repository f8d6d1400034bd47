import type { Comparison } from '../domain/decision.js';
import type { Person, PersonalId } from '../domain/identity.js';
import type { NameStatistics } from '../domain/name-statistics.js';
import type { TrainedLevel, TrainedNumber } from '../domain/training-report.js';
import type { MatchModel } from '../match/model.js';
import { FACTORED_NAME_LEVELS, MODEL_FIELDS, MODEL_LEVELS } from '../match/model-parameters.js';
import type { Expectation } from '../match/train-expectation.js';
import { fieldWeights } from '../match/weights.js';

const NOTHING: Comparison = {
  name: 'missing',
  birthDate: 'missing',
  id: 'missing',
  sex: 'missing',
  place: 'missing',
};
/** Of a number that lost four digits, eight are left. */
const CUT_NUMBER: PersonalId = {
  kind: 'unusable',
  asSent: 'wrong',
  code: 'wrong_length',
  knownPrefix: '00000000',
};

type Field = keyof MatchModel['m'];

function fieldName(field: Field): TrainedLevel['field'] {
  return field === 'birthDate' ? 'birth_date' : field;
}

/** The person in the middle when the sample is ordered by how common the names are. */
export function typicalPerson(sample: readonly Person[]): Person | undefined {
  const full = sample.filter(({ birthDate: { day, month } }) => day > 0 && !(day === 1 && month === 1));
  return full.sort((a, b) => a.nameCount - b.nameCount)[Math.floor(full.length / 2)];
}

/** Every level with m before and after and what it weighs for a typical person. */
export function trainedLevels(
  before: MatchModel,
  after: MatchModel,
  { atLevel, possible }: Expectation,
  typical: Person,
  statistics: NameStatistics,
): TrainedLevel[] {
  return MODEL_FIELDS.flatMap((field) =>
    MODEL_LEVELS[field].map((level: string): TrainedLevel => {
      const at = (values: Readonly<Record<string, unknown>>) => values[level] as number;
      const comparison = { ...NOTHING, [field]: level } as Comparison;
      const bits = (model: MatchModel) =>
        fieldWeights(comparison, typical, CUT_NUMBER, statistics, model)[field];
      return {
        field: fieldName(field),
        level,
        mBefore: at(before.m[field]),
        mAfter: at(after.m[field]),
        bitsBefore: bits(before),
        bitsAfter: bits(after),
        expected: at(atLevel[field]),
        possible: at(possible[field]),
      };
    }),
  );
}

/** The other numbers that were trained, named as in the model file. */
export function trainedNumbers(before: MatchModel, after: MatchModel): TrainedNumber[] {
  const pick = (name: string, of: (model: MatchModel) => number): TrainedNumber => ({
    name,
    before: of(before),
    after: of(after),
  });
  return [
    pick('shares.in_registry', (model) => model.priorInRegistry),
    pick('shares.with_passport', (model) => model.priorWithPassport),
    pick('shares.outside_coverage', (model) => model.priorOutsideCoverage),
    pick('shares.mixed_identity', (model) => model.mixedIdentity),
    pick('shares.look_alike_birth_date', (model) => model.lookAlike.birthDate),
    pick('shares.look_alike_birth_year', (model) => model.lookAlike.birthYear),
    ...FACTORED_NAME_LEVELS.map((level) => pick(`name.${level}.u_factor`, ({ u }) => u.nameFactor[level])),
    pick('birth_date.birth_years', ({ u }) => u.birthYears),
    pick('birth_date.first_of_january', ({ u }) => u.firstOfJanuary),
    ...MODEL_LEVELS.place.map((level) => pick(`place.${level}.u`, ({ u }) => u.place[level])),
  ];
}

/** Settings that no unlabelled data can tell. */
export function keptNumbers(model: MatchModel): TrainedNumber[] {
  const { idOfAnother, ownIdBesideAnothersName, twin } = model;
  return Object.entries({
    'shares.id_of_another': idOfAnother,
    'shares.own_id_beside_anothers_name': ownIdBesideAnothersName,
    'shares.twin': twin,
  }).map(([name, value]) => ({ name, before: value, after: value }));
}
