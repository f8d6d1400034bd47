import type { DayMonthOrder } from '../domain/dose-record.js';
import type { PartialDate, ReadDate } from '../domain/identity.js';
import type { RepairCode } from '../domain/repairs.js';
import { fromExcelSerial, isAfter, isCalendarDate, nextDay, toExcelSerial } from './calendar.js';
import { type DateParts, datePartsOf } from './date-parts.js';
import { scanDate } from './date-scan.js';

/** The window a kind of date must fall in, and what is known about its usual faults. */
export interface DateRules {
  readonly earliestYear: number;
  readonly latest: PartialDate;
  /** 1904-system serials and years typed into a date cell make sense for birth dates only. */
  readonly isBirthDate: boolean;
  /** How the column writes its dates; day first where nothing is known. */
  readonly order: DayMonthOrder | undefined;
}

/** Excel's 1904 system counts from 1 January 1904: 1,462 days later than the 1900 system. */
const DAYS_1904 = 1462;
/** The longest plausible life, in years. */
const MAX_AGE = 120;
const NO_DATES: readonly PartialDate[] = Object.freeze([]);
const NO_REPAIRS: readonly RepairCode[] = Object.freeze([]);
const MISSING: ReadDate = { kind: 'missing' };
const UNREADABLE: ReadDate = { kind: 'invalid', code: 'unreadable' };
const IMPOSSIBLE: ReadDate = { kind: 'invalid', code: 'impossible_date' };
const FUTURE: ReadDate = { kind: 'invalid', code: 'future' };
const PLACEHOLDER: ReadDate = { kind: 'invalid', code: 'placeholder' };

function dateOf(
  value: PartialDate,
  repairs: readonly RepairCode[],
  alternatives: readonly PartialDate[] = NO_DATES,
): ReadDate {
  return { kind: 'date', value, alternatives, repairs };
}

function fits(date: PartialDate, rules: DateRules): boolean {
  return date.year >= rules.earliestYear && !isAfter(date, rules.latest);
}

function fromSerial(serial: number, rules: DateRules, repairs: readonly RepairCode[]): ReadDate {
  const value = fromExcelSerial(serial);
  const other = fromExcelSerial(serial + DAYS_1904);
  const all: readonly RepairCode[] = [...repairs, 'excel_serial'];
  if (fits(value, rules))
    return dateOf(value, all, rules.isBirthDate && fits(other, rules) ? [other] : NO_DATES);
  return isAfter(value, rules.latest) ? FUTURE : IMPOSSIBLE;
}

/** Two digits: the latest century that is not in the future; the one before it as well if a person can be that old. */
function openCentury(found: DateParts, rules: DateRules): ReadDate {
  const century = rules.latest.year - (rules.latest.year % 100);
  const recent = found.year + century;
  const later = { ...found, year: recent, yearDigits: 4 };
  const earlier = { ...found, year: recent - 100, yearDigits: 4 };
  const first = recent > rules.latest.year ? earlier : later;
  const read = fromParts(first, rules);
  if (read.kind !== 'date') return read;
  const repairs: readonly RepairCode[] = [...read.repairs, 'two_digit_year'];
  const old = first === later && rules.latest.year - earlier.year <= MAX_AGE && rules.isBirthDate;
  const before = old ? fromParts(earlier, rules) : MISSING;
  const alternatives =
    before.kind === 'date' ? [...read.alternatives, before.value, ...before.alternatives] : read.alternatives;
  return dateOf(read.value, repairs, alternatives);
}

/** 31/02 or month 13: the year is all that is certain, and it is worth keeping. */
function yearOnly(found: DateParts, rules: DateRules): ReadDate {
  const value = { year: found.year, month: 0, day: 0 };
  if (!rules.isBirthDate) return IMPOSSIBLE;
  return fits(value, rules) ? dateOf(value, [...found.repairs, 'impossible_day']) : FUTURE;
}

function fromPartial(found: DateParts, rules: DateRules): ReadDate {
  const { year, month } = found;
  if (found.day !== 0 || month > 12) return yearOnly(found, rules);
  const value = { year, month, day: 0 };
  return fits(value, rules) ? dateOf(value, found.repairs) : FUTURE;
}

function fromParts(found: DateParts, rules: DateRules): ReadDate {
  const { year, month, day, repairs } = found;
  if (found.yearDigits === 2) return openCentury(found, rules);
  if (year < rules.earliestYear) return IMPOSSIBLE;
  if (month === 0 || day === 0) return fromPartial(found, rules);
  const straight = { year, month, day };
  const swapped = { year, month: day, day: month };
  const straightFits = isCalendarDate(year, month, day);
  const swappedFits = month !== day && isCalendarDate(year, day, month) && fits(swapped, rules);
  if (straightFits && fits(straight, rules))
    return dateOf(straight, repairs, swappedFits ? [swapped] : NO_DATES);
  if (swappedFits) return dateOf(swapped, [...repairs, 'day_month_swapped']);
  return straightFits ? FUTURE : yearOnly(found, rules);
}

/** True for the values that systems write when they know no date. */
function isPlaceholder(found: DateParts): boolean {
  const { year, month, day } = found;
  if (found.yearDigits !== 4) return year === 0 && month === 0 && day === 0;
  if (year === 0 || year === 1 || year === 1753) return true;
  if (year === 1899) return month === 12 && day >= 30;
  if (year === 1911) return month === 1 && day === 1;
  return year === 1900 && month <= 1 && day <= 1;
}

/**
 * A year typed into a date cell shows as a day of 1905 (1985 is serial day 1985, 07/06/1905). Nobody
 * vaccinated was born in 1905, so the year is the value and the literal date is no alternative.
 */
function yearTypedAsDate(found: DateParts, rules: DateRules): ReadDate | null {
  if (found.year !== 1905 || !isCalendarDate(1905, found.month, found.day)) return null;
  const year = toExcelSerial(found);
  if (year < 1900 || year > rules.latest.year) return null;
  const alternatives: PartialDate[] = [];
  if (found.month !== found.day && isCalendarDate(1905, found.day, found.month)) {
    const other = toExcelSerial({ year: 1905, month: found.day, day: found.month });
    if (other >= 1900 && other <= rules.latest.year) alternatives.push({ year: other, month: 0, day: 0 });
  }
  return dateOf({ year, month: 0, day: 0 }, [...found.repairs, 'year_typed_as_date'], alternatives);
}

function withCut(read: ReadDate, cut: PartialDate | null, rules: DateRules): ReadDate {
  if (cut === null || !fits(cut, rules)) return read;
  if (read.kind !== 'date') return dateOf(cut, NO_REPAIRS);
  return { ...read, alternatives: [...read.alternatives, cut] };
}

/** The local day of a time in UTC comes first, the written day stays an alternative. */
function toLocalDay(read: ReadDate): ReadDate {
  if (read.kind !== 'date' || read.value.day === 0) return read;
  return { ...read, value: nextDay(read.value), alternatives: [read.value] };
}

/** `dd/mm/yyyy` and `yyyy-mm-dd`, ten characters, which is nearly every value: no text is made. */
function readUsual(raw: string): DateParts | null {
  if (raw.length !== 10) return null;
  const dayFirst = raw.charCodeAt(2) < 48;
  const [a, b] = dayFirst ? [2, 5] : [4, 7];
  let year = 0;
  let month = 0;
  let day = 0;
  for (let i = 0; i < 10; i += 1) {
    const digit = raw.charCodeAt(i) - 48;
    if (i === a || i === b) {
      // - . /
      if (digit < -3 || digit > -1) return null;
    } else if (digit < 0 || digit > 9) return null;
    else if (dayFirst ? i > 5 : i < 4) year = year * 10 + digit;
    else if (i > a && i < b) month = month * 10 + digit;
    else day = day * 10 + digit;
  }
  return { year, month, day, yearDigits: 4, repairs: NO_REPAIRS, otherCut: null };
}

function interpret(found: DateParts, rules: DateRules): ReadDate {
  if (isPlaceholder(found)) return PLACEHOLDER;
  const typed = rules.isBirthDate ? yearTypedAsDate(found, rules) : null;
  return typed ?? fromParts(found, rules);
}

/** `dd/mm/yyyy` read as `mm/dd/yyyy`. */
function monthFirst(found: DateParts): DateParts {
  return { ...found, month: found.day, day: found.month };
}

/** Reads a date by the rules of its kind. Day comes before month, the Vietnamese way, unless the column proves otherwise. */
export function readDate(raw: string, rules: DateRules): ReadDate {
  const usual = readUsual(raw);
  const exchanged = rules.order === 'month-first';
  if (usual !== null) {
    return interpret(exchanged && raw.charCodeAt(2) < 48 ? monthFirst(usual) : usual, rules);
  }
  const scan = scanDate(raw);
  if (scan === 'missing') return MISSING;
  if (scan === 'unreadable') return UNREADABLE;
  const found = datePartsOf(scan.runs);
  if (found === null) return scan.runs.every((run) => run.value === 0) ? PLACEHOLDER : UNREADABLE;
  if ('serial' in found) return fromSerial(found.serial, rules, scan.repairs);
  const repairs = scan.repairs.length === 0 ? found.repairs : [...scan.repairs, ...found.repairs];
  const twoShortNumbersFirst =
    scan.runs.length === 3 && scan.runs[0]!.value <= 31 && scan.runs[0]!.digits <= 2;
  const ordered = exchanged && twoShortNumbersFirst && !scan.monthNamed ? monthFirst(found) : found;
  const read = withCut(interpret({ ...ordered, repairs }, rules), found.otherCut, rules);
  return scan.nextDay ? toLocalDay(read) : read;
}
