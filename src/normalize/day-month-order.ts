import type { DayMonthOrder } from '../domain/dose-record.js';

/** What the dates of one column tell about the order in which their numbers are written. */
export interface DayMonthEvidence {
  readonly order: DayMonthOrder | 'unknown';
  /** Values whose first number can be no month (over 12). */
  readonly dayFirst: number;
  /** Values whose second number can be no month. */
  readonly monthFirst: number;
}

/** A column is judged by this many telling values, and by this share of them, so that no row decides alone. */
const LEAST_VALUES = 20;
const CLEAR_SHARE = 0.95;
/** Two short numbers and a year, a time of day behind them or not. */
const NUMBERS = /^\s*'?(\d{1,2})\s?[-./ ]\s?(\d{1,2})\s?[-./ ]\s?(?:\d{4}|\d{2})(?!\d)/;

/**
 * Column evidence for the order of day and month, from a sample of a file. Only values that can be read one way
 * count; dates with the year in front, month names and whole numbers say nothing.
 */
export function detectDayMonthOrder(values: Iterable<string>): DayMonthEvidence {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const value of values) {
    const numbers = value.length > 40 ? null : NUMBERS.exec(value);
    if (numbers === null) continue;
    const first = Number(numbers[1]);
    const second = Number(numbers[2]);
    if (first > 12 && first <= 31 && second >= 1 && second <= 12) dayFirst++;
    else if (second > 12 && second <= 31 && first >= 1 && first <= 12) monthFirst++;
  }
  const telling = dayFirst + monthFirst;
  const clear = (count: number) => count >= LEAST_VALUES && count >= CLEAR_SHARE * telling;
  const order = clear(monthFirst) ? 'month-first' : clear(dayFirst) ? 'day-first' : 'unknown';
  return { order, dayFirst, monthFirst };
}
