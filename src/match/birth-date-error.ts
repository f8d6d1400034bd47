import type { BirthDateLevel } from '../domain/decision.js';
import type { PartialDate, ReadDate } from '../domain/identity.js';
import type { Bilingual } from '../domain/reasons.js';
import type { RepairCode } from '../domain/repairs.js';
import { digitsOf } from './compare-birth-date.js';
import { formatDate, miswrittenBirthDate } from './differences.js';
import { editKind } from './edit.js';
import { BIRTH_DATE_ERRORS, EMPTY, INVALID_DATE_ERRORS, NOT_GIVEN, REPAIRS_SEEN } from './error-words.js';

type DatePart = keyof PartialDate;
const DATE_PARTS: readonly DatePart[] = ['day', 'month', 'year'];
const PART_NAMES: Readonly<Record<DatePart, Bilingual>> = {
  day: { vi: 'ngày', en: 'day' },
  month: { vi: 'tháng', en: 'month' },
  year: { vi: 'năm', en: 'year' },
};

/** What is wrong with the birth date of a record, every fault once: `sai tháng`. */
export function birthDateErrors(
  level: BirthDateLevel,
  read: ReadDate,
  person: PartialDate,
  asSent: string,
): readonly Bilingual[] {
  if (asSent.trim() === '') return [EMPTY];
  if (read.kind === 'missing') return [NOT_GIVEN];
  if (read.kind === 'invalid') return [INVALID_DATE_ERRORS[read.code]];
  const { value, repairs } = read;
  const repair = miswrittenBirthDate(read);
  const seen = repair === undefined ? [] : [REPAIRS_SEEN[repair]];
  switch (level) {
    case 'exact':
    case 'compatible':
      return seen;
    case 'different':
      // The kind of error alone would pass for the reason of the difference.
      return seen.length === 0 ? seen : [...seen, stillDiffers(value)];
    case 'year_only':
      return seen.length > 0 ? seen : [value.month === 0 ? ONLY_YEAR : ONLY_MONTH];
    case 'swapped':
      return [otherReading(value, person, repairs)];
    case 'one_digit':
      return [...seen, digitError(value, person)];
    case 'one_part':
      return [...seen, partError(value, person)];
    default:
      return [...seen, BIRTH_DATE_ERRORS[level]];
  }
}

function stillDiffers(value: PartialDate): Bilingual {
  const date = formatDate(value);
  return { vi: `đọc lại là ${date} vẫn khác`, en: `read as ${date} it differs all the same` };
}

const ONLY_YEAR: Bilingual = { vi: 'hồ sơ chỉ ghi năm', en: 'only the year is given' };
const ONLY_MONTH: Bilingual = { vi: 'hồ sơ chỉ ghi tháng và năm', en: 'only month and year are given' };
const SERIAL_1904: Bilingual = {
  vi: 'Excel đã đổi ngày thành số thứ tự, đếm từ năm 1904',
  en: 'turned into a day number by a spreadsheet, counted from 1904',
};
const OTHER_TIME_ZONE: Bilingual = {
  vi: 'lệch một ngày do múi giờ',
  en: 'a day off because of the time zone',
};
const OTHER_READING: Bilingual = { vi: 'ngày ghi theo cách khác', en: 'a date written another way' };

/** The person has not the first reading of the text but another: which way of writing gave it. */
function otherReading(value: PartialDate, person: PartialDate, repairs: readonly RepairCode[]): Bilingual {
  if (value.day === person.month && value.month === person.day && value.year === person.year) {
    return BIRTH_DATE_ERRORS.swapped;
  }
  if (repairs.includes('excel_serial')) return SERIAL_1904;
  if (repairs.includes('two_digit_year')) return REPAIRS_SEEN.two_digit_year;
  return repairs.includes('time_removed') ? OTHER_TIME_ZONE : OTHER_READING;
}

/** Position of the first digit of month and year in `ddmmyyyy`. */
const MONTH_AT = 2;
const YEAR_AT = 4;

function partAt(position: number): DatePart {
  if (position < MONTH_AT) return 'day';
  return position < YEAR_AT ? 'month' : 'year';
}

function digitError(value: PartialDate, person: PartialDate): Bilingual {
  const [a, b] = [digitsOf(value), digitsOf(person)];
  let at = 0;
  while (a[at] === b[at]) at++;
  const part = PART_NAMES[partAt(at)];
  if (editKind(a, b) === 'replaced') {
    return { vi: `sai một chữ số ở ${part.vi}`, en: `one digit of the ${part.en} wrong` };
  }
  return partAt(at) === partAt(at + 1)
    ? { vi: `đảo hai chữ số ở ${part.vi}`, en: `two digits of the ${part.en} exchanged` }
    : { vi: 'đảo hai chữ số liền nhau', en: 'two neighbouring digits exchanged' };
}

function partError(value: PartialDate, person: PartialDate): Bilingual {
  const part = PART_NAMES[DATE_PARTS.find((name) => value[name] !== person[name]) ?? 'day'];
  return { vi: `sai ${part.vi}`, en: `wrong ${part.en}` };
}
