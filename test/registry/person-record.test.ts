import fc from 'fast-check';
import type { StoredPerson } from '../../src/domain/blocking-plan.js';
import { normalizeName } from '../../src/normalize/name.js';
import {
  encodePerson,
  endOfRecord,
  flagNotUnique,
  idOfRecord,
  mostWordsOf,
  nameOfRecord,
  personOfRecord,
  recordWords,
  samePerson,
  setCountOfRecord,
} from '../../src/registry/person-record.js';

const code = fc.oneof(fc.nat(100), fc.nat(65_535), fc.constant(65_535));
const date = fc.record({ year: fc.nat(9999), month: fc.nat(12), day: fc.nat(31) });
const id = fc.oneof(
  fc.integer({ min: 1, max: 999_999_999_999 }),
  fc.constantFrom(1, 2 ** 32 - 1, 2 ** 32, 999_999_999_999),
);
const display = fc.oneof(
  fc.constantFrom('', 'Nguyễn Thị Bích Ngọc', 'H’Hen Niê', '𠊛 𡨸喃', 'e\u0301\u0323\u031b', '👩‍👩‍👧‍👦'),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const person: fc.Arbitrary<StoredPerson> = fc.record({
  personId: id.map((number) => String(number).padStart(12, '0')),
  cmnd: fc.oneof(
    fc.constant(''),
    fc.integer({ min: 1, max: 999_999_999 }).map((n) => String(n).padStart(9, '0')),
  ),
  name: display.map((text) => ({ ...normalizeName(''), display: text })),
  birthDate: date,
  sex: fc.constantFrom('male', 'female', 'unknown'),
  residence: fc.record({ province: code, district: code, commune: code }),
  // A death of which nothing is known is none: no snapshot gives such a date.
  deathDate: fc.option(date.filter(({ year }) => year > 0)),
});

test('records stand one behind another and give back what was written', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 20 }), fc.nat(2 ** 32 - 1), (people, count) => {
      const records = recordWords(people.reduce((sum, one) => sum + mostWordsOf(one), 0));
      records.words.fill(0xffff_ffff);
      const starts: number[] = [];
      let end = 0;
      for (const one of people) {
        starts.push(end);
        end = encodePerson(records, end, one, 5);
      }
      let at = 0;
      people.forEach((one, i) => {
        expect(at).toBe(starts[i]);
        setCountOfRecord(records.words, at, count);
        const expected = { ...one, personNumber: i + 1, idNotUnique: false, nameCount: Math.max(count, 1) };
        expect(personOfRecord(records.words, at, i + 1, one.name)).toEqual(expected);
        flagNotUnique(records.words, at);
        expect(personOfRecord(records.words, at, i + 1, one.name)).toEqual({
          ...expected,
          idNotUnique: true,
        });
        expect(idOfRecord(records.words, at)).toBe(Number(one.personId));
        // A half of a surrogate pair has no form in UTF-8.
        expect(nameOfRecord(records, at)).toBe(one.name.display.toWellFormed());
        at = endOfRecord(records.words, at);
      });
      expect(at).toBe(end);
    }),
    { numRuns: 500 },
  );
});

test.each(['province', 'district', 'commune'])('a code of a %s that has no room is refused', (level) => {
  const one = fc.sample(person, { numRuns: 1, seed: 1 })[0]!;
  const residence = { ...one.residence, [level]: 65_536 };
  expect(() => encodePerson(recordWords(2000), 0, { ...one, residence }, 1)).toThrow('16 bits');
});

test('persons are the same when nothing but the count differs', () => {
  fc.assert(
    fc.property(person, person, (one, other) => {
      const records = recordWords(mostWordsOf(one) * 2 + mostWordsOf(other));
      const second = encodePerson(records, 0, one, 1);
      const third = encodePerson(records, second, one, 2);
      encodePerson(records, third, other, 1);
      expect(samePerson(records.words, 0, second)).toBe(true);
      const wellFormed = (p: StoredPerson) => ({ ...p, name: p.name.display.toWellFormed() });
      const isSame = JSON.stringify(wellFormed(one)) === JSON.stringify(wellFormed(other));
      expect(samePerson(records.words, 0, third)).toBe(isSame);
    }),
  );
});
