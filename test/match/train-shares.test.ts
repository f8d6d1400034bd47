import type { Person } from '../../src/domain/identity.js';
import { DEFAULT_MODEL } from '../../src/match/model.js';
import { scoreCandidates } from '../../src/match/score.js';
import { ShareCounter } from '../../src/match/train-shares.js';
import { BEN_NGHE, COUNTRY, type PersonTexts, personOf, type RecordTexts, recordOf } from './people.js';

const LAN: PersonTexts = {
  id: '079185000222',
  name: 'Trần Thị Ngọc Lan',
  born: '1985-11-02',
  sex: 'female',
  home: BEN_NGHE,
  nameCount: 1,
};
const HER: RecordTexts = { id: LAN.id, name: LAN.name, born: '02/11/1985', sex: 'Nữ', home: BEN_NGHE };
const HUNG: PersonTexts = { ...LAN, id: '079085000333', name: 'Lê Văn Hùng', born: '1960-02-02' };

interface Case {
  readonly record: RecordTexts;
  readonly persons: readonly PersonTexts[];
  readonly times: number;
  readonly namesakes?: number;
  readonly allCompared?: boolean;
}

function shares(cases: readonly Case[]) {
  const counter = new ShareCounter(DEFAULT_MODEL.u, 0.8);
  for (const { record: texts, persons, times, namesakes = 0, allCompared = true } of cases) {
    const record = recordOf(texts).identity;
    const found: Person[] = persons.map((person, i) => personOf(person, i + 1));
    const candidates = scoreCandidates(record, found, COUNTRY, DEFAULT_MODEL);
    for (let i = 0; i < times; i++) counter.add({ record, candidates, allCompared, namesakes });
  }
  return counter.result(DEFAULT_MODEL);
}

const ABSENT: RecordTexts = { ...HER, id: '079185999888' };
const N = 100_000;

describe('doubles of people who are not in the registry', () => {
  test('no records: the start stays', () => {
    expect(shares([]).lookAlike).toEqual(DEFAULT_MODEL.lookAlike);
  });

  test('one in twenty has a double of the same birth date', () => {
    const { lookAlike, absent } = shares([
      { record: ABSENT, persons: [], times: N * 0.95 },
      { record: ABSENT, persons: [LAN], times: N * 0.05 },
    ]);
    expect(absent).toBe(N);
    expect(lookAlike.birthDate).toBeCloseTo(0.05, 3);
    expect(lookAlike.birthYear).toBeLessThan(0.002);
  });

  test('one in twenty has a double of the same year', () => {
    const { lookAlike } = shares([
      { record: ABSENT, persons: [], times: N * 0.95 },
      { record: ABSENT, persons: [{ ...LAN, born: '1985-04-25' }], times: N * 0.05 },
    ]);
    expect(lookAlike.birthYear).toBeCloseTo(0.05, 2);
  });

  test('what chance gives to a common name is no double', () => {
    // 75 namesakes over 75 years: one of them has the year by chance in 1 - 1/e of all cases.
    const byChance = 1 - Math.exp(-0.8 * (364 / 365));
    const { lookAlike } = shares([
      { record: ABSENT, persons: [], namesakes: 75, times: Math.round(N * (1 - byChance)) },
      {
        record: ABSENT,
        persons: [{ ...LAN, born: '1985-04-25' }],
        namesakes: 75,
        times: Math.round(N * byChance),
      },
    ]);
    expect(lookAlike.birthYear).toBeLessThan(0.01);
  });

  test.each([
    [
      'a number with one slip is the person’s own',
      { record: { ...HER, id: '079185000223' }, persons: [LAN] },
    ],
    ['no number', { record: { ...HER, id: '' }, persons: [LAN] }],
    ['a key too crowded to follow', { record: ABSENT, persons: [LAN], allCompared: false }],
    ['no day of birth', { record: { ...ABSENT, born: '1985' }, persons: [LAN] }],
  ] as const)('%s: says nothing', (_, one) => {
    expect(shares([{ ...one, times: 1000 }]).absent).toBe(0);
  });
});

describe('records that mix two persons', () => {
  test('one in fifty has the number of one and the rest of another', () => {
    const { mixedIdentity, owned } = shares([
      { record: HER, persons: [LAN], times: N * 0.98 },
      { record: { ...HER, id: HUNG.id }, persons: [LAN, HUNG], times: N * 0.02 },
    ]);
    expect(owned).toBe(N);
    expect(mixedIdentity).toBeCloseTo(0.02, 3);
  });

  test('a number of somebody else where nobody fits the rest is no mix', () => {
    const { mixedIdentity } = shares([{ record: { ...HER, id: HUNG.id }, persons: [HUNG], times: N }]);
    expect(mixedIdentity).toBeLessThan(0.001);
  });
});
