import type { BirthDateLevel, Comparison, NameLevel, PlaceLevel } from '../domain/decision.js';
import type { Person, PersonalId } from '../domain/identity.js';
import { type NameStatistics, population } from '../domain/name-statistics.js';
import { birthDateSupports, nameSupports } from './evidence.js';
import { compareKnownPart } from './known-part.js';
import type { MatchModel } from './model.js';

/** Match weights of the fields in bits: log2(m/u). A missing field weighs 0. */
export interface FieldWeights {
  readonly name: number;
  readonly birthDate: number;
  readonly id: number;
  readonly sex: number;
  readonly place: number;
}

/** Issued numbers one slip away from a given one: about a hundred are possible, a few in a hundred are issued. */
export const ISSUED_NEIGHBOURS = 3;

/** Chance that some other person of the registry reaches this name level with the candidate's name. */
export function nameU(
  level: NameLevel,
  person: Person,
  statistics: NameStatistics,
  factors: MatchModel['u']['nameFactor'],
): number {
  const total = population(statistics);
  const fullName = person.nameCount / total;
  const given = (statistics.givenNames.get(person.name.folded.at(-1) ?? '') ?? 1) / total;
  const surname = (statistics.surnames.get(person.name.folded[0] ?? '') ?? 1) / total;
  switch (level) {
    case 'exact':
    case 'accents_missing':
    case 'accents_differ':
    case 'given_accent_differs':
    case 'reordered':
    case 'extra_word':
      return fullName;
    case 'close':
    case 'close_given':
      // Several names lie one slip away, most of them rare.
      return Math.min(1, (fullName + surname * given * 0.003) * factors[level]);
    case 'abbreviated':
    case 'middle_dropped':
    case 'two_slips':
      // Initials and dropped words leave the middle name open, among words that begin alike also the surname.
      return Math.min(1, Math.max(fullName, surname * given) * factors[level]);
    case 'partial':
      return Math.min(1, given * factors[level]);
    case 'different':
    case 'missing':
      return 1;
  }
}

export function birthDateU(level: BirthDateLevel, person: Person, model: MatchModel): number {
  const year = 1 / model.u.birthYears;
  const { day, month } = person.birthDate;
  const dayInYear = (day === 1 && month === 1 ? model.u.firstOfJanuary : 0) + 1 / 365;
  switch (level) {
    case 'exact':
      return day === 0 ? year : year * dayInYear;
    case 'swapped':
      return year / 365;
    case 'one_digit':
      // A date has about thirty neighbours one slip away.
      return (year / 365) * 30;
    case 'one_part':
      // The same day of another year or month, or another day of the same month.
      return (year / 365) * (30 + 11) + 1 / 365;
    case 'compatible':
    case 'year_only':
    case 'placeholder':
    case 'same_year':
      return year;
    case 'different':
    case 'missing':
      return 1;
  }
}

function idU(
  comparison: Comparison,
  person: Person,
  number: PersonalId,
  statistics: NameStatistics,
  model: MatchModel,
): number {
  const one = 1 / population(statistics);
  switch (comparison.id) {
    case 'exact':
    case 'cmnd_exact':
      return one * Math.max(model.idOfAnother, one);
    case 'one_edit':
      return one * ISSUED_NEIGHBOURS;
    case 'known_part':
      return knownPartU(number, person, comparison);
    case 'known_part_different':
    case 'of_another':
    case 'different':
    case 'cmnd_different':
    case 'missing':
      return 1;
  }
}

/**
 * Chance that a stranger's ID has the digits that are left. Where place and birth date agree they say most
 * of the first six already; each random digit behind them is worth a factor of ten.
 */
function knownPartU(number: PersonalId, { personId }: Person, { birthDate, place }: Comparison): number {
  const part = compareKnownPart(number, personId);
  const randomDigits = part.kind === 'fits' ? part.randomDigits : 0;
  const sameProvince = place === 'different' || place === 'missing' ? 0.05 : 0.9;
  const sameYear = birthDate === 'different' || birthDate === 'missing' ? 0.01 : 0.9;
  return sameProvince * sameYear * 10 ** -randomDigits;
}

/**
 * A number that is copied from another line or another member of the household brings its place along: where the ID
 * agrees and neither name nor birth date does, a place that agrees says nothing.
 */
function placeWeight(
  comparison: Comparison,
  place: Exclude<PlaceLevel, 'missing'>,
  model: MatchModel,
): number {
  const weight = Math.log2(model.m.place[place] / model.u.place[place]);
  const isCopied =
    (comparison.id === 'exact' || comparison.id === 'cmnd_exact') &&
    !nameSupports(comparison) &&
    !birthDateSupports(comparison);
  return isCopied ? Math.min(weight, 0) : weight;
}

/** The match weights of one comparison. `number`: the record's, of which a part may be left. */
export function fieldWeights(
  comparison: Comparison,
  person: Person,
  number: PersonalId,
  statistics: NameStatistics,
  model: MatchModel,
): FieldWeights {
  const { name, birthDate, id, sex, place } = comparison;
  return {
    name:
      name === 'missing'
        ? 0
        : Math.log2(model.m.name[name] / nameU(name, person, statistics, model.u.nameFactor)),
    birthDate:
      birthDate === 'missing'
        ? 0
        : Math.log2(model.m.birthDate[birthDate] / birthDateU(birthDate, person, model)),
    id: id === 'missing' ? 0 : Math.log2(model.m.id[id] / idU(comparison, person, number, statistics, model)),
    sex: sex === 'missing' ? 0 : Math.log2(model.m.sex[sex] / 0.5),
    place: place === 'missing' ? 0 : placeWeight(comparison, place, model),
  };
}
