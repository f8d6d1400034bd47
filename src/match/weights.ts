import type { BirthDateLevel, Comparison, IdLevel, NameLevel, PlaceLevel } from '../domain/decision.js';
import type { Person } from '../domain/identity.js';
import type { NameStatistics } from '../domain/name-statistics.js';
import { birthDateSupports, nameSupports } from './evidence.js';
import type { MatchModel } from './model.js';

/** Match weights of the fields in bits: log2(m/u). A missing field weighs 0. */
export interface FieldWeights {
  readonly name: number;
  readonly birthDate: number;
  readonly id: number;
  readonly sex: number;
  readonly place: number;
}

/** Chance that some other person of the registry reaches this name level with the candidate's name. */
function nameU(level: NameLevel, person: Person, statistics: NameStatistics): number {
  const total = Math.max(statistics.persons, 1);
  const fullName = person.nameCount / total;
  const given = (statistics.givenNames.get(person.name.folded.at(-1) ?? '') ?? 1) / total;
  const surname = (statistics.surnames.get(person.name.folded[0] ?? '') ?? 1) / total;
  switch (level) {
    case 'exact':
    case 'accents_missing':
    case 'accents_differ':
    case 'reordered':
    case 'extra_word':
      return fullName;
    case 'close':
    case 'close_given':
      // Several names lie one slip away, most of them rare.
      return Math.min(1, fullName * 3 + surname * given * 0.01);
    case 'abbreviated':
      // Initials leave the surname and the middle name open among words that begin alike.
      return Math.min(1, Math.max(fullName, surname * given) * 2);
    case 'middle_dropped':
      return Math.min(1, Math.max(fullName, surname * given));
    case 'partial':
      return given;
    case 'different':
    case 'missing':
      return 1;
  }
}

function birthDateU(level: BirthDateLevel, person: Person, model: MatchModel): number {
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

function idU(level: IdLevel, statistics: NameStatistics, model: MatchModel): number {
  const one = 1 / Math.max(statistics.persons, 1);
  switch (level) {
    case 'exact':
    case 'cmnd_exact':
      return one * Math.max(model.idOfAnother, one);
    case 'one_edit':
      // About a hundred numbers are one slip away, of which a few in a hundred are issued.
      return one * 3;
    case 'of_another':
    case 'different':
    case 'cmnd_different':
    case 'missing':
      return 1;
  }
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

/** The match weights of one comparison. */
export function fieldWeights(
  comparison: Comparison,
  person: Person,
  statistics: NameStatistics,
  model: MatchModel,
): FieldWeights {
  const { name, birthDate, id, sex, place } = comparison;
  return {
    name: name === 'missing' ? 0 : Math.log2(model.m.name[name] / nameU(name, person, statistics)),
    birthDate:
      birthDate === 'missing'
        ? 0
        : Math.log2(model.m.birthDate[birthDate] / birthDateU(birthDate, person, model)),
    id: id === 'missing' ? 0 : Math.log2(model.m.id[id] / idU(id, statistics, model)),
    sex: sex === 'missing' ? 0 : Math.log2(model.m.sex[sex] / 0.5),
    place: place === 'missing' ? 0 : placeWeight(comparison, place, model),
  };
}
