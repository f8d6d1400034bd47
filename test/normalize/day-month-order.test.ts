import { normalizeBirthDate, readDoseDate } from '../../src/normalize/birth-date.js';
import { detectDayMonthOrder } from '../../src/normalize/day-month-order.js';

const LATEST = { year: 2022, month: 12, day: 31 };

function repeat(text: string, times: number): string[] {
  return Array.from({ length: times }, () => text);
}

test.each<[string, string[], string, number, number]>([
  ['nothing to go by', repeat('03/04/1985', 500), 'unknown', 0, 0],
  ['day first', repeat('25/12/1985', 20), 'day-first', 20, 0],
  ['month first', repeat('12/25/1985', 20), 'month-first', 0, 20],
  ['too few to tell', repeat('12/25/1985', 19), 'unknown', 0, 19],
  ['a row alone decides nothing', ['12/25/1985'], 'unknown', 0, 1],
  [
    'one slip in twenty is borne',
    [...repeat('12/25/1985', 95), ...repeat('25/12/1985', 5)],
    'month-first',
    5,
    95,
  ],
  [
    'a mixed column is not clear',
    [...repeat('12/25/1985', 90), ...repeat('25/12/1985', 10)],
    'unknown',
    10,
    90,
  ],
  ['year in front says nothing', repeat('1985-12-25', 50), 'unknown', 0, 0],
  ['month names say nothing', repeat('25-Dec-1985', 50), 'unknown', 0, 0],
  ['two-digit years and times', repeat('12/25/85 0:00', 30), 'month-first', 0, 30],
  [
    'dashes, dots, single digits',
    [...repeat('5-25-1985', 15), ...repeat('5.25.1985', 15)],
    'month-first',
    0,
    30,
  ],
  ['impossible either way', repeat('31/31/1985', 50), 'unknown', 0, 0],
  ['no dates', ['', 'abc', '1985', '31048'], 'unknown', 0, 0],
])('%s', (_, values, order, dayFirst, monthFirst) => {
  expect(detectDayMonthOrder(values)).toEqual({ order, dayFirst, monthFirst });
});

describe('a month-first column', () => {
  test.each<[string, string, [number, number, number], [number, number, number] | null]>([
    ['both readings', '03/12/1985', [1985, 3, 12], [1985, 12, 3]],
    ['only month first', '12/25/1985', [1985, 12, 25], null],
    ['without zeros, with a time', '3/12/1985 0:00:00', [1985, 3, 12], [1985, 12, 3]],
    ['two-digit year', '12/25/85', [1985, 12, 25], null],
    ['the year in front', '1985-03-12', [1985, 3, 12], [1985, 12, 3]],
    ['a month name', '3-Dec-1985', [1985, 12, 3], [1985, 3, 12]],
    ['a year typed into a date cell', '6/7/1905', [1985, 0, 0], [2014, 0, 0]],
  ])('%s: %s', (_, raw, value, other) => {
    const [year, month, day] = value;
    const read = normalizeBirthDate(raw, LATEST, 'month-first');
    expect(read).toMatchObject({ kind: 'date', value: { year, month, day } });
    if (other !== null && read.kind === 'date') {
      expect(read.alternatives[0]).toEqual({ year: other[0], month: other[1], day: other[2] });
    }
  });

  test('a value that can only be day first is read so, and says so', () => {
    expect(normalizeBirthDate('25/12/1985', LATEST, 'month-first')).toEqual({
      kind: 'date',
      value: { year: 1985, month: 12, day: 25 },
      alternatives: [],
      repairs: ['day_month_swapped'],
    });
  });

  test('dose dates', () => {
    expect(readDoseDate('08/09/2021', 'month-first')).toMatchObject({
      value: { year: 2021, month: 8, day: 9 },
      alternatives: [{ year: 2021, month: 9, day: 8 }],
    });
  });

  test('without evidence the day comes first', () => {
    expect(normalizeBirthDate('03/12/1985', LATEST)).toEqual(
      normalizeBirthDate('03/12/1985', LATEST, 'day-first'),
    );
    expect(readDoseDate('08/09/2021')).toMatchObject({ value: { year: 2021, month: 9, day: 8 } });
  });
});
