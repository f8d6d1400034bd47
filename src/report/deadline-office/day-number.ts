const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** The number by which spreadsheets know an ISO day (2022-05-05: 44686), from 1900-03-01 on; null: no such day. */
export function dayNumber(iso: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  // Days of January and February come before the leap day of their year.
  const leapYears = month > 2 ? year : year - 1;
  const leapDays = Math.floor(leapYears / 4) - Math.floor(leapYears / 100) + Math.floor(leapYears / 400);
  const before = DAYS_BEFORE_MONTH[month - 1];
  return before === undefined ? null : year * 365 + leapDays + before + day - 693_959;
}
