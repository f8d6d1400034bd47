const DAY_SECONDS = 86_400;
const DAY_MS = DAY_SECONDS * 1000;
/** 31/12/9999, the last day that Excel knows. */
const LAST_SERIAL_1900 = 2_958_465;
/** Days from serial 0 of the 1900 system to serial 0 of the 1904 system. */
const SHIFT_1904 = 1462;
/** 30/12/1899: serial 0 of the 1900 system, counted back from the days after the one that never was. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);

/**
 * The day of a date cell as `dd/mm/yyyy`, with ` hh:mm:ss` when the cell holds a time as well; a time without a day as
 * `hh:mm:ss`. In the 1900 system serial 60 is 29/02/1900, which never was (Excel's bug, taken from Lotus 1-2-3).
 * Null for a number that is no date.
 */
export function serialDate(serial: number, is1904: boolean): string | null {
  let day = Math.floor(serial);
  let seconds = Math.round((serial - day) * DAY_SECONDS);
  if (seconds === DAY_SECONDS) {
    day++;
    seconds = 0;
  }
  const isTimeOnly = day === 0 && !is1904;
  if (day < 0 || (isTimeOnly && seconds === 0)) return null;
  if (isTimeOnly) return clock(seconds);
  const day1900 = is1904 ? day + SHIFT_1904 : day;
  if (!(day1900 <= LAST_SERIAL_1900)) return null;
  const date = is1904 || day1900 > 60 ? ofDays(day1900) : day1900 === 60 ? '29/02/1900' : ofDays(day1900 + 1);
  return seconds === 0 ? date : `${date} ${clock(seconds)}`;
}

/** The time of a cell whose format shows no day; null when it holds more than a time. */
export function serialTime(serial: number): string | null {
  const seconds = Math.round(serial * DAY_SECONDS);
  return seconds >= 0 && seconds < DAY_SECONDS ? clock(seconds) : null;
}

/** An ISO 8601 date cell (`2021-03-08T00:00:00`) in the same form; null when it is none. */
export function isoCellDate(text: string): string | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d+)?Z?)?$/.exec(text.trim());
  if (found === null) return null;
  const date = `${found[3]}/${found[2]}/${found[1]}`;
  return found[4] === undefined || found[4] === '00:00:00' ? date : `${date} ${found[4]}`;
}

function ofDays(days: number): string {
  const date = new Date(EPOCH_1900 + days * DAY_MS);
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${year}`;
}

function clock(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
