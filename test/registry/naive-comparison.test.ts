import { join } from 'node:path';
import fc from 'fast-check';
import type { BlockingRequest, StoredPerson } from '../../src/domain/blocking-plan.js';
import { normalizeName } from '../../src/normalize/name.js';
import { RegistryBuilder } from '../../src/registry/builder.js';
import { openLookup } from '../../src/registry/lookup.js';
import { PERSONS_A_PAGE } from '../../src/registry/person-pages.js';
import { BLOCKING_PLAN } from '../../src/run/blocking-plan.js';
import { listPersons } from './list-persons.js';
import { naiveRegistry } from './naive-registry.js';
import { inTempFolder } from './temp-folder.js';

const NOBODY_CROWDED = 1_000_000;

/** Builds both registries of the rows, and asks both the same. */
function compare(
  rows: readonly StoredPerson[],
  requestsOf: (keys: readonly number[]) => BlockingRequest[],
): void {
  const naive = naiveRegistry(rows);
  inTempFolder((folder) => {
    const path = join(folder, 'registry.db');
    const builder = new RegistryBuilder(folder, path, BLOCKING_PLAN, NOBODY_CROWDED);
    rows.forEach((row, i) => {
      expect(builder.add(row)).toBe(i + 1);
    });
    const { persons, repeated, sharedIds } = builder.finish({ registry_id: 'test', tool_version: '0.0.0' });
    expect({ persons, repeated, sharedIds }).toEqual({
      persons: naive.persons.length,
      repeated: naive.repeated,
      sharedIds: naive.sharedIds,
    });
    expect(listPersons(path)).toEqual(naive.persons);
    const lookup = openLookup(path, BLOCKING_PLAN);
    try {
      expect(lookup.statistics.persons).toBe(naive.persons.length);
      const requests = requestsOf(naive.persons.flatMap(keysOf));
      // In one go and one by one: what an earlier search made known must not matter.
      const expected = requests.map((request) => ({ persons: naive.find(request), notCompared: [] }));
      expect(lookup.find(requests)).toEqual(expected);
      requests.forEach((request, i) => {
        expect(lookup.find([request])).toEqual([expected[i]]);
      });
    } finally {
      lookup.close();
    }
  });
}

function keysOf(person: StoredPerson): number[] {
  const keys: number[] = [];
  BLOCKING_PLAN.appendKeys(person, keys);
  return keys;
}

const narrowingValues = () => [];
const PARTITION = 2 ** 27;
const LAST_ID = 999_999_999_999;

/** Near each other, so that IDs are shared; at the borders of the sort's partitions; far apart. */
const id = fc.oneof(
  fc.integer({ min: 79_085_000_000, max: 79_085_000_020 }),
  fc.tuple(fc.nat(7449), fc.nat(2)).map(([part, over]) => (part + 1) * PARTITION - 1 + over),
  fc.constantFrom(1, 2, LAST_ID - 1, LAST_ID, 2 ** 32 - 1, 2 ** 32),
  fc.integer({ min: 1, max: LAST_ID }),
);
const name = fc.oneof(
  fc.constantFrom(
    'Nguyễn Thị Lan',
    'NGUYỄN THỊ LAN',
    'Nguyen Thi Lan',
    'Trần Văn An',
    'H’Hen Niê',
    'An Trần Văn',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const person: fc.Arbitrary<StoredPerson> = fc.record({
  personId: id.map((number) => String(number).padStart(12, '0')),
  cmnd: fc.constantFrom('', '', '023456789', '000000012'),
  name: name.map(normalizeName),
  birthDate: fc.constantFrom(
    { year: 1985, month: 3, day: 12 },
    { year: 1985, month: 3, day: 0 },
    { year: 1986, month: 0, day: 0 },
    { year: 0, month: 0, day: 0 },
  ),
  sex: fc.constantFrom('male', 'female', 'unknown'),
  residence: fc.constantFrom(
    { province: 79, district: 760, commune: 26_740 },
    { province: 1, district: 1, commune: 1 },
    { province: 0, district: 0, commune: 0 },
  ),
  deathDate: fc.constantFrom(null, null, { year: 2021, month: 8, day: 0 }),
});

/** Rows, of which some are given again. */
const rows = fc
  .tuple(fc.array(person, { maxLength: 160 }), fc.array(fc.nat(1000), { maxLength: 12 }))
  .map(([people, again]) => [...people, ...again.flatMap((at) => people.slice(at % 160, (at % 160) + 1))]);

test('a registry of any people finds what a plain search finds', () => {
  const request = fc.record({
    name: fc.option(name.map(normalizeName), { nil: undefined }),
    places: fc.array(fc.nat(10_000), { maxLength: 8 }),
    beside: fc.integer({ min: -1, max: 1 }),
  });
  fc.assert(
    fc.property(rows, fc.array(request, { maxLength: 20 }), (people, asked) => {
      compare(people, (keys) =>
        asked.map(({ name: like, places, beside }) => ({
          ...(like === undefined ? {} : { name: like }),
          keys: [
            ...places.flatMap((place) => (keys.length === 0 ? [] : [keys[place % keys.length]!])),
            ...(keys.length === 0 ? [1] : [Math.max(1, keys[places.length % keys.length]! + beside)]),
          ].filter((key) => key > 0),
          narrowingValues,
        })),
      );
    }),
    { numRuns: 120 },
  );
});

const LAN: StoredPerson = {
  personId: '079185001234',
  cmnd: '',
  name: normalizeName('Trần Thị Lan'),
  birthDate: { year: 1985, month: 3, day: 12 },
  sex: 'female',
  residence: { province: 79, district: 760, commune: 26_740 },
  deathDate: null,
};
const withId = (number: number, over: Partial<StoredPerson> = {}): StoredPerson => ({
  ...LAN,
  personId: String(number).padStart(12, '0'),
  ...over,
});
const everyKey = (keys: readonly number[]): BlockingRequest[] =>
  [...new Set(keys)]
    .flatMap((key) => [key - 1, key, key + 1])
    .map((key) => ({ keys: [key], narrowingValues }));

/** what the rows show, rows */
const CASES: readonly (readonly [string, readonly StoredPerson[]])[] = [
  ['nobody', []],
  ['pages that are full to the last place', Array.from({ length: 64 }, (_, i) => withId(1000 + i))],
  ['one person more than two pages hold', Array.from({ length: 65 }, (_, i) => withId(1000 + i * 3))],
  [
    'an ID whose persons begin on one page and end on the next',
    Array.from({ length: 70 }, (_, i) =>
      withId(i < 30 ? 1000 + i : i < 36 ? 2000 : 3000 + i, {
        birthDate: { year: 1900 + i, month: 1, day: 2 },
      }),
    ),
  ],
  [
    'an ID whose persons fill several pages',
    Array.from({ length: 150 }, (_, i) => withId(5000, { birthDate: { year: 1850 + i, month: 1, day: 2 } })),
  ],
  [
    'an ID that begins with a page',
    Array.from({ length: PERSONS_A_PAGE + 2 }, (_, i) =>
      withId(i < PERSONS_A_PAGE ? 1000 + i : 4000, { birthDate: { year: 1900 + i, month: 1, day: 2 } }),
    ),
  ],
  [
    'more persons of one key than a page of keys holds otherwise',
    Array.from({ length: 600 }, (_, i) => withId(7000 + i * PARTITION)),
  ],
  [
    'names without a letter, of 100,000 letters, of other writings',
    [
      '',
      'Ạ'.repeat(100_000),
      '𠊛'.repeat(50),
      'e\u0301\u0323'.repeat(400),
      '👩‍👩‍👧‍👦 Lan',
      '\u0000',
      "'; drop table meta",
    ].map((display, i) => withId(1000 + i, { name: { ...normalizeName(display), display } })),
  ],
  ['the first and the last ID there can be', [withId(1), withId(LAST_ID)]],
  ['persons of every partition', Array.from({ length: 400 }, (_, i) => withId(1 + i * 18 * PARTITION))],
];

test.each(CASES)('%s', (_, people) => {
  compare(people, everyKey);
  compare([...people].reverse(), everyKey);
});

test('an ID that thousands use, many of them twice', () => {
  const people = Array.from({ length: 6000 }, (_, i) =>
    withId(999_999_999, { birthDate: { year: 1000 + (i % 4000), month: 1, day: 2 } }),
  );
  const naive = naiveRegistry(people);
  inTempFolder((folder) => {
    const path = join(folder, 'registry.db');
    const builder = new RegistryBuilder(folder, path, BLOCKING_PLAN);
    for (const one of people) builder.add(one);
    const { persons, repeated, sharedIds } = builder.finish({});
    expect(persons).toBe(4000);
    expect(repeated).toEqual(naive.repeated);
    expect(sharedIds).toEqual(naive.sharedIds);
  });
});
