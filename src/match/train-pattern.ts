import {
  BIRTH_DATE_LEVELS,
  type Candidate,
  ID_LEVELS,
  NAME_LEVELS,
  PLACE_LEVELS,
} from '../domain/decision.js';
import type { RecordIdentity } from '../domain/identity.js';
import { betterFitting } from './conditions.js';
import { birthDateSupports, nameSupports } from './evidence.js';
import type { MatchModel } from './model.js';
import { birthDateForm, idForm, nameForm, placeForm } from './train-forms.js';
import type { FieldWeights } from './weights.js';

/** Levels of the fields by number; the last is `missing`. */
export const PAIR_LEVELS = {
  name: NAME_LEVELS,
  birthDate: BIRTH_DATE_LEVELS,
  id: ID_LEVELS,
  sex: ['same', 'different', 'missing'],
  place: PLACE_LEVELS,
} as const;

/** The part that a pair plays in a record that mixes two persons (see `score.ts`). */
export const PAIR_ROLES = ['none', 'owner', 'better_fitting', 'supporter'] as const;
export type PairRole = (typeof PAIR_ROLES)[number];

/** All that training keeps of how a record compares with a person; equal patterns are kept once. */
export interface PairPattern {
  readonly name: number;
  readonly birthDate: number;
  readonly id: number;
  readonly sex: number;
  readonly place: number;
  /** Positions in POSSIBLE_LEVELS. */
  readonly forms: { readonly [F in keyof MatchModel['m']]: number };
  readonly role: PairRole;
}

/** The pattern of a pair; `weights`: under the starting model. */
export function patternOf(
  record: RecordIdentity,
  { comparison, person }: Candidate,
  weights: FieldWeights,
  role: PairRole,
): PairPattern {
  // A place that came along with a copied number says nothing, so it teaches nothing either.
  const place = weights.place === 0 ? 'missing' : comparison.place;
  return {
    name: NAME_LEVELS.indexOf(comparison.name),
    birthDate: BIRTH_DATE_LEVELS.indexOf(comparison.birthDate),
    id: ID_LEVELS.indexOf(comparison.id),
    sex: PAIR_LEVELS.sex.indexOf(comparison.sex),
    place: PLACE_LEVELS.indexOf(place),
    forms: {
      name: nameForm(record.name, person.name),
      birthDate: birthDateForm(record.birthDate, person.birthDate),
      id: idForm(record.personalId, comparison.id),
      sex: 0,
      place: placeForm(record.residence, person.residence),
    },
    role,
  };
}

/** The part of a candidate; `owner`: whose number the record shows, if anybody. */
export function roleOf(candidate: Candidate, owner: Candidate | undefined): PairRole {
  if (owner === undefined) return 'none';
  if (candidate === owner) return 'owner';
  const { comparison } = candidate;
  if (!nameSupports(owner.comparison) || !birthDateSupports(owner.comparison)) {
    const fits = birthDateSupports(comparison) || comparison.birthDate === 'missing';
    return nameSupports(comparison) && fits ? 'supporter' : 'none';
  }
  return betterFitting(owner, [candidate]) === undefined ? 'none' : 'better_fitting';
}
