import type { RepairCode } from '../domain/repairs.js';

/** A run of digits: its value and how many digits were written. */
export interface NumberRun {
  readonly value: number;
  readonly digits: number;
}

/** The numbers of a date text, in the order written, with what was removed around them. */
interface DateScan {
  readonly runs: readonly NumberRun[];
  readonly repairs: readonly RepairCode[];
  /** True for a time in UTC that is midnight in Viet Nam (17:00Z): the day there is the next one. */
  readonly nextDay: boolean;
  /** True where the month was a word: then the order of the numbers is certain. */
  readonly monthNamed: boolean;
}

export type ScanResult = DateScan | 'missing' | 'unreadable';

const MAX_LENGTH = 60;
const MISSING_WORDS =
  /^(?:null|none|nan|n\/a|na|undefined|-+|không rõ|khong ro|không|khong|không có|chưa rõ|chua ro|\?+|x+)$/i;
const TIME =
  /[\s,]*[t\s]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(z|[+-]\d{2}:?\d{2})?\s*(am|pm|sa|ch)?\s*$/i;
const EXCEL_FRACTION = /^(\d{4,5})[.,]\d+$/;
const ZERO_DECIMAL = /^(\d{4,8})\.0+$/;
const BRACKETS = /\([^)]*[^)\d\s][^)]*\)/g;
/** Words that only say what the numbers are. */
const LABELS =
  /sinh ngày|sinh ngay|năm sinh|nam sinh|sinh năm|sinh nam|ngày|ngay|tháng|thang|thg|th|năm|nam|sinh|sn|ns|n\./gi;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const MONTH_NAME = /(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/i;

function removeTime(text: string, repairs: RepairCode[]): { text: string; nextDay: boolean } {
  const time = TIME.exec(text);
  if (time === null) return { text, nextDay: false };
  repairs.push('time_removed');
  // Viet Nam is UTC+7 (and was UTC+8 at times until 1975).
  const utcEvening = time[4]?.toLowerCase() === 'z' && /^1[67]$/.test(time[1] ?? '') && time[2] === '00';
  return { text: text.slice(0, time.index), nextDay: utcEvening };
}

/** Digits, separators and letters that look like digits, nothing else, and at least three digits: O3/ll/2OO5. */
const LOOKS_NUMERIC = /^(?=(?:.*\d){3})[\d oOlI|/.-]+$/;

function lettersToDigits(text: string, repairs: RepairCode[]): string {
  const open = LOOKS_NUMERIC.test(text) ? text.replace(/[oO]/g, '0').replace(/[lI|]/g, '1') : text;
  const mended = open
    .replace(/(?<=[0-9/.-])[oO](?=[0-9/.-]|$)|^[oO](?=[0-9])/g, '0')
    .replace(/(?<=[0-9/.-])[lI|](?=[0-9/.-]|$)|^[lI|](?=[0-9])/g, '1');
  if (mended !== text) repairs.push('letters_for_digits');
  return mended;
}

/** Month names become numbers: `12-Mar-1985` and `Mar 12, 1985` are read day first. */
function monthNames(text: string): string {
  const found = MONTH_NAME.exec(text);
  if (found === null) return text;
  const month = MONTHS.findIndex((name) => found[0].toLowerCase().startsWith(name)) + 1;
  const rest = text.slice(found.index + found[0].length);
  const before = text.slice(0, found.index);
  if (before.trim() !== '') return `${before}/${month}/${rest}`;
  return rest.replace(/^\D*(\d{1,2})\D+(\d{4})\D*$/, `$1/${month}/$2`);
}

function runsOf(text: string): NumberRun[] | null {
  const runs: NumberRun[] = [];
  let value = 0;
  let digits = 0;
  for (let i = 0; i <= text.length; i += 1) {
    const code = i < text.length ? text.charCodeAt(i) : 32;
    if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48;
      digits += 1;
    } else {
      if (digits > 0) runs.push({ value, digits });
      value = 0;
      digits = 0;
      // Separators: space - . / , and the brackets and quotes of hand-made notes.
      if (!' -./,\\\'"()–—:_'.includes(text.charAt(i) || ' ')) return null;
    }
  }
  return runs;
}

/** Takes a date text apart into its numbers. Everything that is neither a number nor known makes it unreadable. */
export function scanDate(raw: string): ScanResult {
  const trimmed = raw.length > MAX_LENGTH ? raw.trim() : raw.trim().normalize('NFKC');
  if (trimmed === '') return 'missing';
  if (trimmed.length > MAX_LENGTH) return 'unreadable';
  if (MISSING_WORDS.test(trimmed)) return 'missing';
  const repairs: RepairCode[] = [];
  const fraction = EXCEL_FRACTION.exec(trimmed);
  const decimal = ZERO_DECIMAL.exec(trimmed);
  if (decimal !== null || fraction !== null) {
    repairs.push(decimal === null ? 'time_removed' : 'decimal_removed');
    const digits = (decimal ?? fraction)?.[1] ?? '';
    return {
      runs: [{ value: Number(digits), digits: digits.length }],
      repairs,
      nextDay: false,
      monthNamed: false,
    };
  }
  const timeless = removeTime(trimmed, repairs);
  const plain = timeless.text.replace(BRACKETS, ' ').replace(LABELS, ' ');
  const named = monthNames(plain);
  const numbers = lettersToDigits(named, repairs);
  const runs = runsOf(numbers.replace(/\s/g, ' '));
  if (runs === null || runs.length === 0) return 'unreadable';
  return { runs, repairs, nextDay: timeless.nextDay, monthNamed: named !== plain };
}
