import type { BirthDateLevel } from '../domain/decision.js';
import type { PartialDate, ReadDate } from '../domain/identity.js';
import { isOneEdit } from './edit.js';

/** `ddmmyyyy`. */
export function digitsOf(date: PartialDate): string {
  return `${String(date.day).padStart(2, '0')}${String(date.month).padStart(2, '0')}${String(date.year).padStart(4, '0')}`;
}

function sameDate(a: PartialDate, b: PartialDate): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

/** True when both know the year and all that both know agrees. */
function agreesWhereKnown(a: PartialDate, b: PartialDate): boolean {
  return (
    a.year === b.year &&
    (a.month === 0 || b.month === 0 || a.month === b.month) &&
    (a.day === 0 || b.day === 0 || a.day === b.day)
  );
}

function equalParts(a: PartialDate, b: PartialDate): number {
  return Number(a.year === b.year) + Number(a.month === b.month) + Number(a.day === b.day);
}

/** 1 January: often written for a day that is not known. */
export function isFirstOfJanuary(date: PartialDate): boolean {
  return date.day === 1 && date.month === 1;
}

function compareReading(read: PartialDate, person: PartialDate): BirthDateLevel {
  if (sameDate(read, person)) return 'exact';
  if (agreesWhereKnown(read, person)) {
    return read.day > 0 || (read.month > 0 && person.month === 0) ? 'compatible' : 'year_only';
  }
  if (read.year === person.year && isFirstOfJanuary(read)) return 'placeholder';
  if (read.day > 0 && person.day > 0) {
    if (read.year === person.year && read.day === person.month && read.month === person.day) return 'swapped';
    if (isOneEdit(digitsOf(read), digitsOf(person))) return 'one_digit';
    if (equalParts(read, person) === 2) return 'one_part';
  }
  return read.year === person.year ? 'same_year' : 'different';
}

/**
 * The comparison level of a record's birth date, in its most likely reading or another, and a person's.
 * A person without a birth year is neutral. A reading other than the first counts as `swapped`.
 */
export function compareBirthDates(read: ReadDate, person: PartialDate): BirthDateLevel {
  if (read.kind !== 'date' || person.year === 0) return 'missing';
  const level = compareReading(read.value, person);
  if (level === 'exact' || level === 'compatible') return level;
  for (const alternative of read.alternatives) {
    if (alternative.day > 0 && sameDate(alternative, person)) return 'swapped';
  }
  return level;
}
