import type { PartialDate } from '../domain/identity.js';

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month (1 to 12) of the Gregorian calendar; 0 for any other month. */
function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** True when the full date exists. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= daysInMonth(year, month);
}

/** Days since 30 December 1899, which is day 0 of Excel's 1900 system from 1 March 1900 on. */
export function toExcelSerial(date: PartialDate): number {
  const past = date.year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const leapDay = date.month > 2 && isLeapYear(date.year) ? 1 : 0;
  return past * 365 + leapDays + (DAYS_BEFORE_MONTH[date.month - 1] ?? 0) + leapDay + date.day - 693594;
}

/** The date of an Excel serial day (1900 system), right for 61 (1 March 1900) and later. */
export function fromExcelSerial(serial: number): PartialDate {
  let year = 1900 + Math.floor(serial / 366);
  while (toExcelSerial({ year: year + 1, month: 1, day: 1 }) <= serial) year += 1;
  let month = 12;
  while (month > 1 && toExcelSerial({ year, month, day: 1 }) > serial) month -= 1;
  return { year, month, day: serial - toExcelSerial({ year, month, day: 1 }) + 1 };
}

/** The day after. */
export function nextDay(date: PartialDate): PartialDate {
  return fromExcelSerial(toExcelSerial(date) + 1);
}

/** True when `a` is certainly after `b`; unknown parts are not compared. */
export function isAfter(a: PartialDate, b: PartialDate): boolean {
  if (a.year !== b.year) return a.year > b.year;
  if (a.month === 0 || b.month === 0 || a.month !== b.month)
    return a.month !== 0 && b.month !== 0 && a.month > b.month;
  return a.day !== 0 && b.day !== 0 && a.day > b.day;
}
