import { DEFAULT_MODEL } from '../../src/match/model.js';
import { scoreCandidates } from '../../src/match/score.js';
import {
  BEN_NGHE,
  COUNTRY,
  type PersonTexts,
  PHUC_XA,
  personOf,
  type RecordTexts,
  recordOf,
} from './people.js';

const MINH: PersonTexts = {
  id: '079085004321',
  name: 'Nguyễn Hoàng Minh',
  born: '1985-03-14',
  sex: 'male',
  cmnd: '025123456',
  home: BEN_NGHE,
  nameCount: 400,
};
const AS_HE_IS: RecordTexts = { name: 'Nguyễn Hoàng Minh', born: '14/03/1985', sex: 'Nam', home: BEN_NGHE };

function chance(texts: RecordTexts): number {
  const [best] = scoreCandidates(recordOf(texts).identity, [personOf(MINH)], COUNTRY, DEFAULT_MODEL);
  return best?.probability ?? 0;
}

const CASES: readonly [string, RecordTexts, number, number][] = [
  ['name, birth date and commune: a double would live elsewhere', AS_HE_IS, 0.9999, 1],
  ['name and birth date alone: a double may be meant', { ...AS_HE_IS, home: PHUC_XA }, 0.9, 0.999],
  [
    'name and year alone: doubles of one year are commoner',
    { ...AS_HE_IS, born: '1985', home: PHUC_XA },
    0,
    0.9,
  ],
  [
    'a whole other number: own number beside a relative’s name?',
    { ...AS_HE_IS, id: '079190001111' },
    0.3,
    0.9,
  ],
  [
    'the next number and another given name: the twin',
    { ...AS_HE_IS, name: 'Nguyễn Hoàng Long', id: '079085004322' },
    0,
    0.5,
  ],
  [
    'a given name one accent away, no number: perhaps a twin',
    { ...AS_HE_IS, name: 'Nguyễn Hoàng Mình' },
    0.99,
    0.999,
  ],
  ['a slip that makes no word is no twin', { ...AS_HE_IS, name: 'Nguyễn Hoàng Minhh' }, 0.999, 1],
];

test.each(CASES)('%s', (_, texts, least, most) => {
  expect(chance(texts)).toBeGreaterThanOrEqual(least);
  expect(chance(texts)).toBeLessThanOrEqual(most);
});

test('more doubles outside the registry make every candidate without a number less likely', () => {
  const { identity } = recordOf({ ...AS_HE_IS, home: PHUC_XA });
  const chances = [0.001, 0.01, 0.1].map((birthDate) => {
    const model = { ...DEFAULT_MODEL, lookAlike: { birthDate, birthYear: 0.2 } };
    return scoreCandidates(identity, [personOf(MINH)], COUNTRY, model)[0]!.probability;
  });
  expect(chances).toEqual([...chances].sort((a, b) => b - a));
});

test('the owner of a number is no less likely for a birth date that nearly agrees', () => {
  const relative: PersonTexts = { ...MINH, id: '079060001111', name: 'Nguyễn Văn Bảy', born: '1960-11-30' };
  const ownerBorn = (born: string) => {
    const persons = [personOf({ ...relative, born }, 1), personOf(MINH, 2)];
    const { identity } = recordOf({ ...AS_HE_IS, id: relative.id });
    const candidates = scoreCandidates(identity, persons, COUNTRY, DEFAULT_MODEL);
    return candidates.find(({ person }) => person.personId === relative.id)!.probability;
  };
  expect(ownerBorn('1985-05-14')).toBeGreaterThanOrEqual(ownerBorn('1960-11-30') - 1e-9);
  expect(ownerBorn('1960-11-30')).toBeGreaterThan(0.3);
});
