import type { Comparison } from '../domain/decision.js';
import type { PartialDate, Person, PersonName, RecordIdentity } from '../domain/identity.js';
import type { MatchModel } from './model.js';

type Levels = {
  readonly [F in keyof MatchModel['m']]: readonly (readonly (keyof MatchModel['m'][F])[])[];
};

const NAME_ERRORS = [
  'reordered',
  'extra_word',
  'middle_dropped',
  'close',
  'close_given',
  'two_slips',
  'partial',
  'different',
] as const;

/**
 * The levels that a record and its own person can reach, for each form that the two can have. An m-probability is
 * the share of a level among the pairs whose form allows it: a name without accents cannot agree as `exact`, and must
 * not make `exact` look rarer than it is. A pair at another level than its form allows counts only in the whole.
 */
export const POSSIBLE_LEVELS: Levels = {
  name: [
    // Accents on both sides, or on neither.
    ['exact', 'accents_differ', 'given_accent_differs', ...NAME_ERRORS],
    // The record has lost its accents.
    ['accents_missing', ...NAME_ERRORS],
    // The record has initials.
    ['abbreviated', ...NAME_ERRORS],
  ],
  birthDate: [
    // Both know the day.
    ['exact', 'swapped', 'one_digit', 'one_part', 'same_year', 'different'],
    // The record says 01/01. How often that is a true birthday decides `placeholder`, not `exact`.
    ['placeholder', 'different'],
    // The registry knows less than the record.
    ['compatible', 'different'],
    // The record knows less than the registry.
    ['year_only', 'different'],
    // Both know the year (and the month) alone.
    ['exact', 'different'],
  ],
  id: [
    // Twelve digits.
    ['exact', 'one_edit', 'of_another', 'different'],
    // The old card.
    ['cmnd_exact', 'cmnd_different'],
    // What is left of a number that was cut or rounded.
    ['known_part', 'known_part_different'],
  ],
  sex: [['same', 'different']],
  place: [
    // Both communes are known; otherwise `district` would be the best level, and look more usual than it is.
    ['commune', 'district', 'province', 'different'],
    ['different'],
  ],
};

/** `Ng` and `V`, but not `A` or `Y`, which are names: no word of Vietnamese is without a vowel. */
function hasInitials({ folded }: PersonName): boolean {
  for (let i = 0; i < folded.length - 1; i++) {
    if (folded[i]!.length <= 3 && !/[aeiouy]/.test(folded[i]!)) return true;
  }
  return false;
}

function precision({ month, day }: PartialDate): number {
  return day > 0 ? 2 : month > 0 ? 1 : 0;
}

export function nameForm(record: PersonName, person: PersonName): number {
  if (hasInitials(record)) return 2;
  return record.accented || !person.accented ? 0 : 1;
}

export function birthDateForm(record: RecordIdentity['birthDate'], person: PartialDate): number {
  if (record.kind !== 'date') return 0;
  const known = precision(record.value);
  const stored = precision(person);
  if (known > stored) return 2;
  if (known < stored) return 3;
  if (known < 2) return 4;
  return record.value.day === 1 && record.value.month === 1 ? 1 : 0;
}

export function idForm(record: RecordIdentity['personalId'], level: Comparison['id']): number {
  if (level === 'known_part' || level === 'known_part_different') return 2;
  return record.kind === 'citizen' ? 0 : 1;
}

export function placeForm(record: RecordIdentity['residence'], person: Person['residence']): number {
  return record.commune !== 0 && person.commune !== 0 ? 0 : 1;
}
