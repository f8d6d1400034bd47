import type { PartialDate } from '../domain/identity.js';
import type { RepairCode } from '../domain/repairs.js';
import type { NumberRun } from './date-scan.js';

/** Year, month and day as written; 0 for a part that is not. Not yet checked against the calendar. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** How many digits the year was written with: 2 says that the century is open. */
  readonly yearDigits: number;
  readonly repairs: readonly RepairCode[];
  /** Another way to cut the same digits. */
  readonly otherCut: PartialDate | null;
}

/** A whole number that may be an Excel serial day. */
export interface SerialDay {
  readonly serial: number;
}

/** Four digits from here on are no year but a day: 13 December 1910 and later, and before it nobody alive was born. */
const LEAST_SHORT_SERIAL = 4000;

const NONE: readonly RepairCode[] = [];
const LOST_ZERO: readonly RepairCode[] = ['leading_zeros'];

function parts(
  year: NumberRun,
  month: number,
  day: number,
  repairs: readonly RepairCode[] = NONE,
  otherCut: PartialDate | null = null,
): DateParts {
  return { year: year.value, month, day, yearDigits: year.digits, repairs, otherCut };
}

function run(value: number, digits: number): NumberRun {
  return { value, digits };
}

/** 1900 to 2099: the only years a run of four digits inside a longer one is taken for. */
function isYear(value: number): boolean {
  return value >= 1900 && value <= 2099;
}

/** Six digits: mmyyyy, ddmmyy or yyyymm. */
function fromSix(value: number): DateParts | null {
  const head = Math.floor(value / 10000);
  const tail = value % 10000;
  if (isYear(tail) && head >= 1 && head <= 12) return parts(run(tail, 4), head, 0);
  const lastTwo = value % 100;
  const firstFour = Math.floor(value / 100);
  const middle = firstFour % 100;
  const asYearMonth =
    isYear(firstFour) && lastTwo >= 1 && lastTwo <= 12 ? { year: firstFour, month: lastTwo, day: 0 } : null;
  if (head >= 1 && head <= 31 && middle >= 1 && middle <= 12) {
    return parts(run(lastTwo, 2), middle, head, NONE, asYearMonth);
  }
  return asYearMonth === null ? null : parts(run(firstFour, 4), lastTwo, 0);
}

/** Seven or eight digits: ddmmyyyy (the first zero may be lost) or yyyymmdd. The years never overlap with months. */
function fromEight(value: number, digits: number): DateParts | null {
  const tail = value % 10000;
  const head = Math.floor(value / 10000);
  if (isYear(tail)) {
    return parts(run(tail, 4), head % 100, Math.floor(head / 100), digits === 7 ? LOST_ZERO : NONE);
  }
  if (digits === 8 && isYear(head)) return parts(run(head, 4), Math.floor(tail / 100), tail % 100);
  return value === 0 ? parts(run(0, 4), 0, 0) : null;
}

function fromOne(only: NumberRun): DateParts | SerialDay | null {
  switch (only.digits) {
    case 4:
      return only.value >= LEAST_SHORT_SERIAL ? { serial: only.value } : parts(only, 0, 0);
    case 5:
      return { serial: only.value };
    case 6:
      return fromSix(only.value);
    case 7:
    case 8:
      return fromEight(only.value, only.digits);
    default:
      return null;
  }
}

function fromTwo(first: NumberRun, second: NumberRun): DateParts | null {
  if (first.digits === 4 && second.digits <= 2) return parts(first, second.value, 0);
  if (second.digits === 4 && first.digits <= 2) return parts(second, first.value, 0);
  return null;
}

function fromThree(first: NumberRun, second: NumberRun, third: NumberRun): DateParts | null {
  if (second.digits > 2) return null;
  if (first.digits === 4 && third.digits <= 2) return parts(first, second.value, third.value);
  if (third.digits === 4 && first.digits <= 2) return parts(third, second.value, first.value);
  if (first.digits > 2 || third.digits !== 2) return null;
  // 85-03-12: the first number can be no day.
  if (first.value > 31) return parts(first, second.value, third.value);
  return parts(third, second.value, first.value);
}

/** Says which number is year, month and day, the Vietnamese way (day first); null when nothing fits. */
export function datePartsOf(runs: readonly NumberRun[]): DateParts | SerialDay | null {
  const [first, second, third] = runs;
  if (first === undefined || runs.length > 3) return null;
  if (second === undefined) return fromOne(first);
  return third === undefined ? fromTwo(first, second) : fromThree(first, second, third);
}
