import { BIRTH_DATE_LEVELS, ID_LEVELS, NAME_LEVELS, PLACE_LEVELS } from '../domain/decision.js';
import type { FactoredNameLevel, MatchModel } from './model.js';

/** Fields with m-probabilities, and their levels without `missing`, in the order in which they are listed. */
export const MODEL_LEVELS: {
  readonly [F in keyof MatchModel['m']]: readonly (keyof MatchModel['m'][F])[];
} = {
  name: NAME_LEVELS.filter((level) => level !== 'missing'),
  birthDate: BIRTH_DATE_LEVELS.filter((level) => level !== 'missing'),
  id: ID_LEVELS.filter((level) => level !== 'missing'),
  sex: ['same', 'different'],
  place: PLACE_LEVELS.filter((level) => level !== 'missing'),
};
export const MODEL_FIELDS = Object.keys(MODEL_LEVELS) as readonly (keyof MatchModel['m'])[];

const FACTORED: Readonly<Record<FactoredNameLevel, true>> = {
  abbreviated: true,
  middle_dropped: true,
  close: true,
  close_given: true,
  two_slips: true,
  partial: true,
};
export const FACTORED_NAME_LEVELS = Object.keys(FACTORED) as readonly FactoredNameLevel[];

/** Six digits say more than any sample can, and keep a model file readable. A share never becomes certainty. */
function rounded(value: number): number {
  const six = Number(value.toPrecision(6));
  return six === 1 && value < 1 ? 0.999999 : six;
}

function listed<L extends string>(levels: readonly L[], values: Readonly<Record<L, number>>) {
  return Object.fromEntries(levels.map((level) => [level, rounded(values[level])])) as Record<L, number>;
}

/**
 * The parameters of a model without its name, rounded to six digits and always in the same order, so that equal
 * parameters give equal JSON.
 */
export function canonicalParameters(model: MatchModel): Omit<MatchModel, 'version'> {
  const { m, u } = model;
  return {
    priorInRegistry: rounded(model.priorInRegistry),
    priorWithPassport: rounded(model.priorWithPassport),
    priorOutsideCoverage: rounded(model.priorOutsideCoverage),
    idOfAnother: rounded(model.idOfAnother),
    ownIdBesideAnothersName: rounded(model.ownIdBesideAnothersName),
    mixedIdentity: rounded(model.mixedIdentity),
    lookAlike: {
      birthDate: rounded(model.lookAlike.birthDate),
      birthYear: rounded(model.lookAlike.birthYear),
    },
    twin: rounded(model.twin),
    m: {
      name: listed(MODEL_LEVELS.name, m.name),
      birthDate: listed(MODEL_LEVELS.birthDate, m.birthDate),
      id: listed(MODEL_LEVELS.id, m.id),
      sex: listed(MODEL_LEVELS.sex, m.sex),
      place: listed(MODEL_LEVELS.place, m.place),
    },
    u: {
      place: listed(MODEL_LEVELS.place, u.place),
      birthYears: rounded(u.birthYears),
      firstOfJanuary: rounded(u.firstOfJanuary),
      nameFactor: listed(FACTORED_NAME_LEVELS, u.nameFactor),
    },
  };
}
