import fc from 'fast-check';
import type { Person } from '../../src/domain/identity.js';
import type { NameStatistics } from '../../src/domain/name-statistics.js';
import { comparePlaces } from '../../src/match/compare.js';
import { DEFAULT_MODEL } from '../../src/match/model.js';
import { estimateU as estimateUInParts, type StrangerCounts } from '../../src/match/train-u.js';
import { personOf } from './people.js';

const START = DEFAULT_MODEL.u;
const SMALL: NameStatistics = {
  persons: 4,
  provinces: new Map(),
  surnames: new Map(),
  givenNames: new Map(),
};

function estimateU(...args: Parameters<typeof estimateUInParts>): StrangerCounts {
  const work = estimateUInParts(...args);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

function people(count: number, texts: (i: number) => Parameters<typeof personOf>[0]): Person[] {
  return Array.from({ length: count }, (_, i) => personOf(texts(i), i + 1));
}

test('places: as if every pair were compared', () => {
  const place = fc.record({
    province: fc.integer({ min: 1, max: 3 }),
    district: fc.integer({ min: 1, max: 2 }),
    commune: fc.integer({ min: 1, max: 2 }),
  });
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 40 }), (places) => {
      const homes = places.map(({ province, district, commune }) => ({
        province,
        district: province * 10 + district,
        commune: province * 100 + district * 10 + commune,
      }));
      const persons = homes.map((home, i) =>
        personOf({ id: '079085000111', name: 'Nguyễn Văn An', born: '1985-03-14', home }, i + 1),
      );
      const { u } = estimateU(persons, SMALL, START, 0);
      const counts = { commune: 0, district: 0, province: 0, different: 0, missing: 0 };
      let pairs = 0;
      for (let i = 0; i < homes.length; i++) {
        for (let j = 0; j < i; j++) {
          counts[comparePlaces(homes[i]!, homes[j]!)]++;
          pairs++;
        }
      }
      for (const level of ['commune', 'district', 'province', 'different'] as const) {
        // Ten pairs at the level, among as many as the starting model needs for ten, stand beside the others.
        const smoothed = (counts[level] + 10) / (pairs + 10 / START.place[level]);
        expect(u.place[level]).toBeCloseTo(Math.min(1 - 1e-6, smoothed), 9);
      }
    }),
  );
});

test('birth years: the number of years that would give the same share of equal ones', () => {
  const persons = people(5000, (i) => ({
    id: '079085000111',
    name: 'Nguyễn Văn An',
    born: `${1950 + (i % 40)}-05-17`,
  }));
  expect(estimateU(persons, SMALL, START, 0).u.birthYears).toBeCloseTo(40, 0);
});

test('first of January: its share among the birth dates that are known to the day', () => {
  const persons = people(10_000, (i) => ({
    id: '079085000111',
    name: 'Nguyễn Văn An',
    born: i % 2 === 0 ? '1985' : i % 20 === 1 ? '1985-01-01' : '1985-06-02',
  }));
  expect(estimateU(persons, SMALL, START, 0).u.firstOfJanuary).toBeCloseTo(0.1, 2);
});

describe('name factors', () => {
  const NAMES = ['Nguyễn Văn An', 'Nguyễn Văn Ân', 'Trần Thị An', 'Lê Hoàng Minh'];
  const persons = people(400, (i) => ({
    id: '079085000111',
    name: NAMES[i % 4]!,
    born: '1985',
    nameCount: i % 4 < 2 ? 200 : 100,
  }));
  const statistics: NameStatistics = {
    persons: 400,
    provinces: new Map(),
    surnames: new Map([
      ['nguyen', 200],
      ['tran', 100],
      ['le', 100],
    ]),
    givenNames: new Map([
      ['an', 300],
      ['minh', 100],
    ]),
  };
  const found = estimateU(persons, statistics, START, 100_000);

  test('seen as often as predicted: a factor of about one', () => {
    // Four pairs of 16 share the given name alone; the prediction is the share of the given name.
    const predicted = (300 / 400) * 0.75 + (100 / 400) * 0.25;
    expect(found.u.nameFactor.partial).toBeCloseTo(found.nameLevels.partial / found.namePairs / predicted, 1);
  });

  test('never seen: far below the start, but not 0', () => {
    expect(found.nameLevels.two_slips).toBe(0);
    expect(found.u.nameFactor.two_slips).toBeGreaterThan(0);
    expect(found.u.nameFactor.two_slips).toBeLessThan(0.1);
  });

  test('initials, which no registry has, are tried on every fourth pair', () => {
    expect(found.nameLevels.abbreviated).toBeGreaterThan(1000);
  });

  test('An and Ân have the same words and other accents', () => {
    expect(found.accentsAgree).toBeGreaterThan(0.6);
    expect(found.accentsAgree).toBeLessThan(0.75);
  });

  test('no pairs: the start stays', () => {
    expect(estimateU(persons, statistics, START, 0).u.nameFactor.close).toBeCloseTo(
      START.nameFactor.close,
      9,
    );
  });
});
