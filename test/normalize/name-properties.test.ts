import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { normalizeName } from '../../src/normalize/name.js';
import { isPossibleSyllable } from '../../src/normalize/syllable.js';

function lines(file: string): string[] {
  return readFileSync(join(import.meta.dirname, 'fixtures', file), 'utf8')
    .trimEnd()
    .split('\n');
}
const SURNAMES = lines('surnames.txt');
const GIVEN = lines('middle-and-given-names.txt');
const name = fc
  .tuple(fc.constantFrom(...SURNAMES), fc.constantFrom(...GIVEN))
  .map((parts) => parts.join(' '));
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'ÃÄƠ§¨­ áº»…øùñêÐðaeonghtivc .-(1\u00a0\u0301\u0323'), maxLength: 40 }),
);

test('no recombination of frequent names changes', () => {
  const changed: string[] = [];
  for (const surname of SURNAMES) {
    for (const given of GIVEN) {
      const read = normalizeName(`${surname} ${given}`);
      if (read.repairs.length > 0 || read.display.toLowerCase() !== `${surname} ${given}`.toLowerCase()) {
        changed.push(`${surname} ${given}`);
      }
    }
  }
  expect(changed).toEqual([]);
});

test('every word of the frequent pairs is a possible syllable', () => {
  const words = new Set(GIVEN.flatMap((pair) => pair.toLowerCase().split(' ')));
  expect([...words].filter((word) => !isPossibleSyllable(word))).toEqual([]);
});

test('normalising the display again changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(name, text), (raw) => {
      const once = normalizeName(raw);
      const twice = normalizeName(once.display);
      expect(twice.display).toBe(once.display);
      expect(twice.tokens).toEqual(once.tokens);
    }),
    { numRuns: 3000, examples: [['toKoBA'], ['TouThanh']] },
  );
});

test('a name without repairs is the same in everything when its display is read again: look-ups reuse it', () => {
  const words = fc.constantFrom(
    ...'Nguyễn TRẦN van Thị ÔNG Bà cháu Mr ß H\u2019Hen K\u02bc Lan(con) Ni ê GiangA ngọclan'.split(' '),
  );
  const sentence = fc.array(words, { maxLength: 6 }).map((parts) => parts.join(' '));
  const long = fc.string({ unit: fc.constantFrom(...'aăâ ßŉĐŨ\u0301'), minLength: 280, maxLength: 330 });
  fc.assert(
    fc.property(fc.oneof(name, text, sentence, long), (raw) => {
      const once = normalizeName(raw);
      if (once.repairs.length === 0) expect(normalizeName(once.display)).toEqual(once);
    }),
    { numRuns: 5000 },
  );
  for (const surname of SURNAMES) {
    const once = normalizeName(`${surname} ${GIVEN[surname.length]}`.toUpperCase());
    expect(once.repairs).toEqual([]);
    expect(normalizeName(once.display)).toEqual(once);
  }
});

test('NFC and NFD give the same name', () => {
  fc.assert(
    fc.property(fc.oneof(name, text), (raw) => {
      expect(normalizeName(raw.normalize('NFD')).tokens).toEqual(normalizeName(raw.normalize('NFC')).tokens);
    }),
    { numRuns: 3000 },
  );
});

test('any text gives as many folded words as words, all of them ASCII', () => {
  fc.assert(
    fc.property(text, (raw) => {
      const read = normalizeName(raw);
      expect(read.tokens).toHaveLength(read.folded.length);
      for (const word of read.folded) expect(word).toMatch(/^[a-z0-9]*$/);
      expect(read.display.split(' ').filter((word) => word !== '')).toHaveLength(read.tokens.length);
    }),
    { numRuns: 3000 },
  );
});

test.each(['a', '(', 'Ã ', '1', ' ', '\u0301', 'Nguyễn ', '-', 'nguyenvan', 'áº', '😀', 'aA'])(
  'a text of 100,000 times %j takes no time',
  (unit) => {
    const start = performance.now();
    normalizeName(unit.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(200);
  },
);
