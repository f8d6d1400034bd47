import { createRequire } from 'node:module';
import fc from 'fast-check';
import { normalizeBirthDate, readDoseDate } from '../../src/normalize/birth-date.js';
import { detectDayMonthOrder } from '../../src/normalize/day-month-order.js';
import { normalizeName } from '../../src/normalize/name.js';
import { normalizePersonalId } from '../../src/normalize/personal-id.js';
import { normalizePhone } from '../../src/normalize/phone.js';
import { provinceCodeOfName, provinceOfFacilityCode } from '../../src/normalize/place.js';
import { normalizeSex } from '../../src/normalize/sex.js';
import { proveSexCoding } from '../../src/normalize/sex-coding.js';
import { openPlaces } from '../../src/run/reference-data.js';

// The Big List of Naughty Strings (MIT), from its npm package.
const require = createRequire(import.meta.url);
const NAUGHTY = require('big-list-of-naughty-strings') as readonly string[];
const LATEST = { year: 2022, month: 12, day: 31 };
const RESOLVERS = [openPlaces('2022'), openPlaces('2025')];

/** Runs every normaliser over one text and checks what each promises for any text. */
function readEverywhere(text: string): void {
  const name = normalizeName(text);
  expect(name.tokens).toHaveLength(name.folded.length);
  expect(normalizeName(name.display).tokens).toEqual(name.tokens);
  for (const word of name.folded) expect(word).toMatch(/^[a-z0-9]*$/);
  for (const order of ['day-first', 'month-first'] as const) {
    const dates = [normalizeBirthDate(text, LATEST, order), readDoseDate(text, order)];
    for (const date of dates) expect(['missing', 'invalid', 'date']).toContain(date.kind);
  }
  const id = normalizePersonalId(text);
  if (id.kind === 'citizen') expect(id.digits).toMatch(/^\d{12}$/);
  if (id.kind === 'cmnd') expect(id.digits).toMatch(/^\d{9}$/);
  expect(normalizePhone(text)).toMatch(/^(?:0\d{9})?$/);
  expect(['male', 'female', 'unknown']).toContain(normalizeSex(text, 'registry'));
  expect(provinceCodeOfName(text)).toMatch(/^(?:\d{2})?$/);
  expect(provinceOfFacilityCode(text)).toMatch(/^(?:\d{2})?$/);
  detectDayMonthOrder([text]);
  proveSexCoding([{ sex: text, name: text, personalId: text }]);
  for (const places of RESOLVERS) {
    const place = places.resolve({
      provinceCode: text,
      provinceName: text,
      districtCode: text,
      districtName: text,
      communeCode: text,
      communeName: text,
    });
    expect(place.province).toBeGreaterThanOrEqual(0);
  }
}

test('the list is there', () => expect(NAUGHTY.length).toBeGreaterThan(400));

test('every naughty string is read without a fault', () => {
  for (const text of NAUGHTY) readEverywhere(text);
});

test.each(['latin1', 'utf8', 'utf16le'] as const)(
  'random bytes decoded as %s are read without a fault',
  (encoding) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) =>
        readEverywhere(Buffer.from(bytes).toString(encoding)),
      ),
      { numRuns: 2000 },
    );
  },
);

test.each(['lÿ', 'Lÿ', 'LÿX'])(
  'a code whose other letter case is another code is read the same twice: %s',
  (text) => {
    readEverywhere(text);
  },
);
