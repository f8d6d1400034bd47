import fc from 'fast-check';
import type { BirthDateLevel, IdLevel, PlaceLevel, SexLevel } from '../../src/domain/decision.js';
import type { Place, Sex } from '../../src/domain/identity.js';
import { compareIds, comparePlaces, compareSexes } from '../../src/match/compare.js';
import { compareBirthDates } from '../../src/match/compare-birth-date.js';
import { isOneEdit } from '../../src/match/edit.js';
import { normalizeBirthDate } from '../../src/normalize/birth-date.js';
import { normalizePersonalId } from '../../src/normalize/personal-id.js';
import { BEN_NGHE, dateOf, LATEST, PHUC_XA, personOf } from './people.js';

/** rule, as the facility wrote it, as the registry has it, level */
const BIRTH_DATES: readonly (readonly [string, string, string, BirthDateLevel])[] = [
  ['the same', '12/03/1985', '1985-03-12', 'exact'],
  ['ISO', '1985-03-12', '1985-03-12', 'exact'],
  ['a year on both sides', '1985', '1985', 'exact'],
  ['month and year on both sides', '03/1985', '1985-03', 'exact'],
  ['1 January is a day like another when both say so', '01/01/1985', '1985-01-01', 'exact'],

  ['registry knows the year only', '12/03/1985', '1985', 'compatible'],
  ['registry knows month and year', '12/03/1985', '1985-03', 'compatible'],
  ['month against year', '03/1985', '1985', 'compatible'],
  ['a placeholder day against a year', '01/01/1985', '1985', 'compatible'],

  ['record has the year only', '1985', '1985-03-12', 'year_only'],
  ['record has month and year', '03/1985', '1985-03-12', 'year_only'],
  ['a year typed into a date cell', '07/06/1905', '1985-03-12', 'year_only'],
  ['an impossible day leaves the year', '31/02/1985', '1985-03-12', 'year_only'],

  ['01/01 in place of the day', '01/01/1985', '1985-03-12', 'placeholder'],

  ['day and month exchanged', '12/03/1985', '1985-12-03', 'swapped'],
  ['exchanged on the other side', '03/12/1985', '1985-03-12', 'swapped'],

  ['one digit of the day', '12/03/1985', '1985-03-13', 'one_digit'],
  ['one digit of the month', '12/03/1985', '1985-08-12', 'one_digit'],
  ['one digit of the year', '12/03/1985', '1984-03-12', 'one_digit'],
  ['two digits of the year exchanged', '12/03/1958', '1985-03-12', 'one_digit'],

  ['another day of the month', '15/07/1985', '1985-07-28', 'one_part'],
  ['another month', '25/09/1985', '1985-12-25', 'one_part'],
  ['another year', '12/03/1985', '1961-03-12', 'one_part'],

  ['another day and month', '15/07/1985', '1985-03-22', 'same_year'],
  ['a month against another', '07/1985', '1985-03', 'same_year'],

  ['another date', '15/07/1985', '1962-11-22', 'different'],
  ['another year, years only', '1985', '1986', 'different'],
  ['a year against another date', '1985', '1986-03-12', 'different'],

  ['empty', '', '1985-03-12', 'missing'],
  ['unreadable', 'không nhớ', '1985-03-12', 'missing'],
  ['a placeholder for no date', '01/01/1911', '1985-03-12', 'missing'],
  ['registry has no birth date', '12/03/1985', '', 'missing'],
];

test.each(BIRTH_DATES)('birth date, %s: %s / %s', (_, record, person, level) => {
  expect(compareBirthDates(normalizeBirthDate(record, LATEST), dateOf(person))).toBe(level);
});

const days = fc
  .record({
    year: fc.integer({ min: 1920, max: 2020 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .filter(({ year, month, day }) => year !== 1905 && !(year === 1911 && month === 1 && day === 1));

test('a whole date compared with itself is exact, in both written forms', () => {
  fc.assert(
    fc.property(days, ({ year, month, day }) => {
      const two = (part: number) => String(part).padStart(2, '0');
      for (const text of [`${two(day)}/${two(month)}/${year}`, `${year}-${two(month)}-${two(day)}`]) {
        expect(compareBirthDates(normalizeBirthDate(text, LATEST), { year, month, day })).toBe('exact');
      }
    }),
  );
});

const OWN = personOf({ id: '079185001234', cmnd: '023456789', name: 'Trần Thị Lan', born: '1985-03-12' });
const WITHOUT_CMND = personOf({ id: '079185001234', name: 'Trần Thị Lan', born: '1985-03-12' });

/** rule, as written, level */
const IDS: readonly (readonly [string, string, IdLevel])[] = [
  ['the same', '079185001234', 'exact'],
  ['a lost zero restored', '79185001234', 'exact'],
  ['separators', '079.185.001.234', 'exact'],
  ['one digit wrong', '079185001235', 'one_edit'],
  ['two neighbours exchanged', '079185001243', 'one_edit'],
  ['two digits wrong', '079185001255', 'different'],
  ['a number of nobody', '001090054321', 'different'],
  ['the old card', '023456789', 'cmnd_exact'],
  ['the old card without its zero', '23456789', 'cmnd_exact'],
  ['another card', '311222333', 'cmnd_different'],
  ['a card one digit away is another card', '023456788', 'cmnd_different'],
  ['none', '', 'missing'],
  ['a passport', 'C1234567', 'missing'],
  ['a phone number', '0912345678', 'missing'],
  ['digits are gone, what is left fits', '7.9185E+10', 'known_part'],
  ['digits are gone, what is left does not fit', '7.9285E+10', 'known_part_different'],
  ['the end is cut', '07918500', 'known_part'],
  ['the front is cut', '85001234', 'known_part'],
  ['too little is left', '7.9E+10', 'missing'],
];

test.each(IDS)('personal ID, %s: %s', (_, written, level) => {
  expect(compareIds(normalizePersonalId(written), OWN, false)).toBe(level);
});

test('a number that somebody else of the registry has is told apart from one that nobody has', () => {
  expect(compareIds(normalizePersonalId('001090054321'), OWN, true)).toBe('of_another');
  expect(compareIds(normalizePersonalId(OWN.personId), OWN, true)).toBe('exact');
});

test('an old card says nothing where the registry knows none', () => {
  expect(compareIds(normalizePersonalId('311222333'), WITHOUT_CMND, false)).toBe('missing');
});

test.each<readonly [Sex, Sex, SexLevel]>([
  ['male', 'male', 'same'],
  ['female', 'female', 'same'],
  ['male', 'female', 'different'],
  ['unknown', 'female', 'missing'],
  ['male', 'unknown', 'missing'],
])('sex: %s / %s is %s', (record, person, level) => {
  expect(compareSexes(record, person)).toBe(level);
});

const at = (province: number, district = 0, commune = 0): Place => ({ province, district, commune });

test.each<readonly [string, Place, Place, PlaceLevel]>([
  ['the same commune', BEN_NGHE, BEN_NGHE, 'commune'],
  ['another commune of the district', BEN_NGHE, at(79, 760, 26_734), 'district'],
  ['the record knows no commune', at(79, 760), BEN_NGHE, 'district'],
  ['neither knows a commune', at(79, 760), at(79, 760), 'district'],
  ['another district of the province', at(79, 770), BEN_NGHE, 'province'],
  ['neither knows a district', at(79), at(79), 'province'],
  ['another province', BEN_NGHE, PHUC_XA, 'different'],
  ['the record knows nothing', at(0), BEN_NGHE, 'missing'],
  ['the registry knows nothing', BEN_NGHE, at(0), 'missing'],
])('place, %s', (_, record, person, level) => {
  expect(comparePlaces(record, person)).toBe(level);
});

test.each([
  ['a character replaced', 'lan', 'lam', true],
  ['a character added', 'lan', 'loan', true],
  ['a character lost at the end', 'lan', 'la', true],
  ['two neighbours exchanged', 'lan', 'lna', true],
  ['the same', 'lan', 'lan', false],
  ['two replaced', 'lan', 'hen', false],
  ['exchanged, but not neighbours', 'lan', 'nal', false],
  ['two added', 'lan', 'lanhu', false],
  ['from nothing', '', 'a', true],
])('one slip, %s', (_, a, b, expected) => {
  expect(isOneEdit(a, b)).toBe(expected);
});

const digits = fc.string({ unit: fc.constantFrom('0', '1', '2'), maxLength: 6 });

test('one slip: the same in both directions', () => {
  fc.assert(fc.property(digits, digits, (a, b) => isOneEdit(a, b) === isOneEdit(b, a)));
});

test('one slip: finds every replaced, added and exchanged character', () => {
  fc.assert(
    fc.property(digits, fc.nat(6), fc.constantFrom('0', '1', '2'), (text, n, other) => {
      const i = Math.min(n, text.length);
      const added = text.slice(0, i) + other + text.slice(i);
      const replaced = i < text.length ? text.slice(0, i) + other + text.slice(i + 1) : text;
      const exchanged =
        i + 1 < text.length ? text.slice(0, i) + text[i + 1]! + text[i]! + text.slice(i + 2) : text;
      for (const slip of [added, replaced, exchanged]) expect(isOneEdit(text, slip)).toBe(slip !== text);
    }),
  );
});
