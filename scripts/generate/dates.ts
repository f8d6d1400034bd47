/** Days are whole days since 1970-01-01 in the proleptic Gregorian calendar; no clock, no time zone. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Day number of a date (Hinnant's algorithm). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468
  );
}

/** The inverse of `dayNumber`. */
export function civilDate(days: number): CivilDate {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function daysInMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return MONTH_DAYS[month - 1]!;
}

export function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** `dd/mm/yyyy`. */
export function slashDate(date: CivilDate): string {
  return `${two(date.day)}/${two(date.month)}/${date.year}`;
}

/** `yyyy-mm-dd`. */
export function isoDate(date: CivilDate): string {
  return `${date.year}-${two(date.month)}-${two(date.day)}`;
}

/** Excel's day 0 in the 1900 date system, as a day number (right for all dates after February 1900). */
export const EXCEL_EPOCH = dayNumber(1899, 12, 30);
/** Days between Excel's 1900 and 1904 date systems. */
export const EXCEL_1904_OFFSET = 1462;
