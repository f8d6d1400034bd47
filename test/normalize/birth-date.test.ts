import fc from 'fast-check';
import type { PartialDate } from '../../src/domain/identity.js';
import { normalizeBirthDate, readDoseDate } from '../../src/normalize/birth-date.js';
import { fromExcelSerial, isCalendarDate, toExcelSerial } from '../../src/normalize/calendar.js';

const LATEST: PartialDate = { year: 2022, month: 5, day: 5 };

function show({ year, month, day }: PartialDate): string {
  return [year, month, day].join('-');
}

function read(raw: string): string {
  const date = normalizeBirthDate(raw, LATEST);
  if (date.kind === 'invalid') return date.code;
  if (date.kind === 'missing') return date.kind;
  return [show(date.value), ...date.alternatives.map((other) => `or ${show(other)}`), ...date.repairs].join(
    ' ',
  );
}

test.each([
  ['dd/mm/yyyy', '25/03/1985', '1985-3-25'],
  ['both readings', '12/03/1985', '1985-3-12 or 1985-12-3'],
  ['equal day and month', '03/03/1985', '1985-3-3'],
  ['single digits', '5/3/1985', '1985-3-5 or 1985-5-3'],
  ['dashes', '25-03-1985', '1985-3-25'],
  ['dots', '25.3.1985', '1985-3-25'],
  ['spaces', '25 03 1985', '1985-3-25'],
  ['doubled separator', '25//03/1985', '1985-3-25'],
  ['ISO', '1985-03-25', '1985-3-25'],
  ['yyyy/mm/dd', '1985/3/25', '1985-3-25'],
  ['yyyymmdd', '19850325', '1985-3-25'],
  ['ddmmyyyy', '25031985', '1985-3-25'],
  ['mddyyyy', '5131985', '1985-5-13 leading_zeros day_month_swapped'],
  ['dmmyyyy', '5031985', '1985-3-5 or 1985-5-3 leading_zeros'],
  ['time appended', '25/03/1985 00:00:00', '1985-3-25 time_removed'],
  ['midnight in Viet Nam, in UTC', '1985-03-24T17:00:00.000Z', '1985-3-25 or 1985-3-24 time_removed'],
  ['noon in UTC', '1985-03-25T10:30:00Z', '1985-3-25 time_removed'],
  ['words', 'ngày 25 tháng 3 năm 1985', '1985-3-25'],
  ['year in words', 'Năm 1985', '1985-0-0'],
  ['label SN', 'SN 1985', '1985-0-0'],
  ['NFD words', 'Năm 1985'.normalize('NFD'), '1985-0-0'],
  ['year only', '1985', '1985-0-0'],
  ['year with decimal', '1985.0', '1985-0-0 decimal_removed'],
  ['mm/yyyy', '03/1985', '1985-3-0'],
  ['yyyy-mm', '1985-03', '1985-3-0'],
  ['unknown day', '00/03/1985', '1985-3-0'],
  ['unknown day and month', '00/00/1985', '1985-0-0'],
  ['two-digit year', '25/03/85', '1985-3-25 two_digit_year'],
  ['two-digit year, two centuries', '25/03/12', '2012-3-25 or 1912-3-25 two_digit_year'],
  ['two-digit year in front', '85-03-25', '1985-3-25 two_digit_year'],
  ['ddmmyy', '250385', '1985-3-25 two_digit_year'],
  ['mmyyyy', '031985', '1985-3-0'],
  ['Excel serial, 1904 system as the other', '31131', '1985-3-25 or 1989-3-26 excel_serial'],
  ['Excel serial of four digits', '8720', '1923-11-15 or 1927-11-16 excel_serial'],
  ['Excel serial with time', '31131.5', '1985-3-25 or 1989-3-26 time_removed excel_serial'],
  ['year typed into a date cell', '07/06/1905', '1985-0-0 or 2014-0-0 year_typed_as_date'],
  ['the same as ISO with time', '1905-06-20 00:00:00', '1998-0-0 time_removed year_typed_as_date'],
  ['1905 before the window', '01/02/1905', '1905-2-1 or 1905-1-2'],
  ['placeholder day', '01/01/1985', '1985-1-1 placeholder_day'],
  ['month first', '03/25/1985', '1985-3-25 day_month_swapped'],
  ['31 February keeps the year', '31/02/1985', '1985-0-0 impossible_day'],
  ['month and day impossible', '32/13/1985', '1985-0-0 impossible_day'],
  ['29 February of a leap year', '29/02/2000', '2000-2-29'],
  ['29 February of another year', '29/02/1999', '1999-0-0 impossible_day'],
  ['future, but not when exchanged', '12/03/2022', '2022-3-12'],
  ['only the exchanged one is past', '03/12/2022', '2022-3-12 day_month_swapped'],
  ['letters for digits', 'O5/O3/l985', '1985-3-5 or 1985-5-3 letters_for_digits'],
  ['month name', '25-Mar-1985', '1985-3-25'],
  ['American month name', 'Mar 25, 1985', '1985-3-25'],
  ['note in brackets', '25/03/1985 (theo CMND)', '1985-3-25'],
  ['zeros', '00/00/0000', 'placeholder'],
  ['01/01/1900', '01/01/1900', 'placeholder'],
  ['1900-01-00', '1900-01-00', 'placeholder'],
  ['01/01/1911', '01/01/1911', 'placeholder'],
  ['0001-01-01', '0001-01-01T00:00:00', 'placeholder'],
  ['future', '25/03/2030', 'future'],
  ['future year', '2030', 'future'],
  ['before 1900', '25/03/1885', 'impossible_date'],
  ['text', 'tháng ba', 'unreadable'],
  ['three-digit year', '25/03/198', 'unreadable'],
  ['two dates', '25/03/1985 26/04/1986', 'unreadable'],
  ['a phone', '0912345678', 'unreadable'],
  ['empty', '  ', 'missing'],
  ['a word for nothing', 'không rõ', 'missing'],
  ['a dash', '-', 'missing'],
])('%s: %s', (_, raw, expected) => expect(read(raw)).toBe(expected));

test.each([
  ['usual', '12/03/2021', { year: 2021, month: 3, day: 12 }],
  ['ISO with time', '2021-08-25 08:30', { year: 2021, month: 8, day: 25 }],
  ['Excel serial', '44562', { year: 2022, month: 1, day: 1 }],
])('dose date, %s: %s', (_, raw, value) => expect(readDoseDate(raw)).toMatchObject({ kind: 'date', value }));

test.each(['31/02/2021', '12/03/2012'])('dose date that cannot be: %s', (raw) => {
  expect(readDoseDate(raw)).toEqual({ kind: 'invalid', code: 'impossible_date' });
});

test('Excel serials and dates are each other’s inverse', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 60_000 }), (serial) => {
      const date = fromExcelSerial(serial);
      expect(isCalendarDate(date.year, date.month, date.day)).toBe(true);
      expect(toExcelSerial(date)).toBe(serial);
    }),
  );
});

test('every date of the calendar is read back in five forms', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4000, max: 44_600 }), (serial) => {
      const value = fromExcelSerial(serial);
      if (value.year < 1912) return;
      const [d, m] = [value.day, value.month].map((part) => String(part).padStart(2, '0'));
      const y = value.year;
      for (const raw of [
        `${d}/${m}/${y}`,
        `${y}-${m}-${d}`,
        `${d}.${m}.${y}`,
        `${y}${m}${d}`,
        `${d}${m}${y}`,
      ]) {
        expect(normalizeBirthDate(raw, LATEST)).toMatchObject({ kind: 'date', value });
      }
    }),
  );
});

test('any text gives a value, and a date is a real one', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: fc.constantFrom(...'0123456789/-. :TZoOlnăm'), maxLength: 24 }),
  );
  fc.assert(
    fc.property(text, (raw) => {
      const date = normalizeBirthDate(raw, LATEST);
      if (date.kind !== 'date') return;
      for (const { year, month, day } of [date.value, ...date.alternatives]) {
        expect(year).toBeGreaterThanOrEqual(1900);
        expect(year).toBeLessThanOrEqual(2022);
        expect(day === 0 || isCalendarDate(year, month, day)).toBe(true);
        expect(month).toBeLessThanOrEqual(12);
      }
    }),
    { numRuns: 5000 },
  );
});
