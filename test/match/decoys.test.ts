import { DECOY_TRIALS } from '../../src/domain/decoys.js';
import type { Person } from '../../src/domain/identity.js';
import { decoyWeight, isTracedForDecoys } from '../../src/match/decoy-sample.js';
import { falseMatchLine, numberKind } from '../../src/match/decoys.js';
import { DEFAULT_MODEL } from '../../src/match/model.js';
import { POLICIES } from '../../src/match/policy.js';
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

const MEASURE = { statistics: COUNTRY, model: DEFAULT_MODEL, policy: POLICIES.standard };
const MINH: PersonTexts = {
  id: '079085004321',
  name: 'Nguyễn Hoàng Minh',
  born: '1985-03-14',
  sex: 'male',
  home: BEN_NGHE,
  nameCount: 40,
};
const SENT: RecordTexts = { id: MINH.id, name: MINH.name, born: '14/03/1985', sex: 'Nam', home: BEN_NGHE };
/** Another person of the same name and birth date in the same commune: no model can tell the two apart without a number. */
const DOUBLE: PersonTexts = { ...MINH, id: '079085009876' };
const TWIN: PersonTexts = { ...MINH, id: '079085004322', name: 'Nguyễn Hoàng Long' };
const STRANGER: PersonTexts = {
  ...MINH,
  id: '001090001234',
  name: 'Trần Thị Lan',
  born: '1990-05-01',
  home: PHUC_XA,
};

function lineOf(
  trial: (typeof DECOY_TRIALS)[number],
  texts: RecordTexts,
  registry: readonly PersonTexts[],
  ownId: string,
): number {
  const persons: Person[] = registry.map((person, i) => personOf(person, i + 1));
  const find = (id: string) => persons.find(({ personId }) => personId === id) ?? null;
  const { identity, asSent } = recordOf(texts);
  return falseMatchLine(trial, { record: identity, asSent, persons, own: find(ownId) }, MEASURE);
}

test('the record’s own person is never a decoy', () => {
  expect(lineOf('hidden', SENT, [MINH, STRANGER], MINH.id)).toBe(0);
});

test('a double nearby would be verified if the person were missing from the snapshot', () => {
  expect(lineOf('hidden_absent', SENT, [MINH, DOUBLE], MINH.id)).toBeGreaterThan(0.999);
  expect(lineOf('hidden', SENT, [MINH, DOUBLE], MINH.id)).toBe(0);
});

test('a twin is not taken for the person who is missing', () => {
  expect(lineOf('kept_absent', SENT, [MINH, TWIN], MINH.id)).toBeLessThan(0.999);
  expect(lineOf('hidden_absent', SENT, [MINH, TWIN], MINH.id)).toBe(0);
});

test('a number copied from a twin or a neighbour verifies neither', () => {
  const neighbour = { ...STRANGER, home: BEN_NGHE };
  for (const lender of [TWIN, neighbour]) {
    expect(lineOf('lent', SENT, [MINH, lender], MINH.id)).toBe(0);
    expect(lineOf('lent_absent', SENT, [MINH, lender], MINH.id)).toBe(0);
  }
  expect(lineOf('lent', SENT, [MINH], MINH.id)).toBe(0);
});

test('a number copied from somebody whose name is one slip away does not win against the own person', () => {
  const almost = { ...TWIN, name: 'Nguyễn Hoàng Mình' };
  expect(lineOf('lent', SENT, [MINH, almost], MINH.id)).toBe(0);
});

test('an outsider’s double counts where it lives elsewhere; nearby it may be the person under a wrong number', () => {
  const outsider = { ...SENT, id: '079085555555' };
  expect(lineOf('outsider', outsider, [DOUBLE], '')).toBe(0);
  const faraway = { ...DOUBLE, home: PHUC_XA };
  expect(lineOf('outsider', outsider, [faraway], '')).toBeGreaterThan(0.5);
  expect(lineOf('outsider', outsider, [faraway], '')).toBeLessThan(0.999);
});

test.each([
  ['its own number', SENT, 'own'],
  ['a lost zero', { ...SENT, id: MINH.id.slice(1) }, 'own'],
  ['the number of a stranger', { ...SENT, id: STRANGER.id }, 'anothers'],
  ['the number of a twin, who fits the birth date', { ...SENT, id: TWIN.id }, 'unclear'],
  ['the number of nobody', { ...SENT, id: '079085555555' }, 'outsider'],
  ['a slip', { ...SENT, id: '079085004331' }, 'unclear'],
  ['no number', { ...SENT, id: '' }, 'none'],
  ['a phone number', { ...SENT, id: '0912345678' }, 'none'],
  ['an old card that nobody has', { ...SENT, id: '311222333' }, 'none'],
  ['a passport', { ...SENT, id: 'C1234567' }, 'unclear'],
] as const)('what a number says: %s', (_, texts, kind) => {
  const { identity } = recordOf(texts);
  const persons = [MINH, TWIN, STRANGER].map((person, i) => personOf(person, i + 1));
  expect(numberKind(identity, scoreCandidates(identity, persons, COUNTRY, DEFAULT_MODEL))).toBe(kind);
});

test('a sample stands for all: weights add up to the records, the same every time', () => {
  const records = Array.from({ length: 20_000 }, (_, i) => {
    const id = String(79_085_000_000 + i * 37).padStart(12, '0');
    return recordOf({ ...SENT, id }).identity;
  });
  for (const trial of DECOY_TRIALS) {
    for (const search of ['cross_check', 'rivals'] as const) {
      const sum = records.reduce((total, record) => total + decoyWeight(record, trial, search), 0);
      expect(sum / records.length).toBeGreaterThan(0.9);
      expect(sum / records.length).toBeLessThan(1.1);
    }
  }
  for (const record of records) {
    for (const search of ['cross_check', 'rivals'] as const) {
      const takesPart = DECOY_TRIALS.some(
        (trial) => trial !== 'outsider' && decoyWeight(record, trial, search) > 0,
      );
      expect(isTracedForDecoys(record, search)).toBe(takesPart);
    }
  }
});
