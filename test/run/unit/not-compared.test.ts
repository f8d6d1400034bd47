import { join } from 'node:path';
import fc from 'fast-check';
import type { Place } from '../../../src/domain/identity.js';
import { NOT_COMPARED_REASONS, type NotCompared } from '../../../src/domain/not-compared.js';
import { DEFAULT_MODEL } from '../../../src/match/model.js';
import { RegistryBuilder } from '../../../src/registry/builder.js';
import { openLookup } from '../../../src/registry/lookup.js';
import { BLOCKING_PLAN } from '../../../src/run/blocking-plan.js';
import { matchRecords } from '../../../src/run/match-records.js';
import { NotComparedTally } from '../../../src/run/not-compared-tally.js';
import { BEN_NGHE, PHUC_XA, personOf, recordOf } from '../../match/people.js';
import { inTempFolder } from '../../registry/temp-folder.js';

const NAME_BIRTH_YEAR = BLOCKING_PLAN.ruleNames.indexOf('name_birth_year');
const THU_DUC: Place = { province: 79, district: 769, commune: 26_800 };
const NAME = 'Nguyễn Thị Lan';

/** Matches records against two namesakes in Bến Nghé, two in Thủ Đức, one in Phúc Xá; three share a key at most. */
function matchAll(records: readonly Parameters<typeof recordOf>[0][]) {
  return inTempFolder((folder) => {
    const path = join(folder, 'registry.db');
    const builder = new RegistryBuilder(folder, path, BLOCKING_PLAN, 3);
    [BEN_NGHE, BEN_NGHE, THU_DUC, THU_DUC, PHUC_XA].forEach((home, i) => {
      builder.add(personOf({ id: `07918500000${i}`, name: NAME, born: `1985-03-1${i}`, home }));
    });
    builder.finish({ registry_id: 'test' });
    const lookup = openLookup(path, BLOCKING_PLAN);
    try {
      const identities = records.map((record) => recordOf(record).identity);
      return matchRecords(identities, lookup, DEFAULT_MODEL).map(({ candidates, ...rest }) => ({
        ...rest,
        ids: candidates.map(({ person }) => person.personId).sort(),
      }));
    } finally {
      lookup.close();
    }
  });
}

describe('matching by crowded keys', () => {
  test('followed narrowed: everybody of the place is compared, the others are counted as left out', () => {
    const [far, near] = matchAll([
      { name: NAME, born: '1985', home: PHUC_XA },
      { name: NAME, born: '1985', home: BEN_NGHE },
    ]);
    expect(far).toEqual({
      ids: ['079185000004'],
      search: 'all',
      allCompared: true,
      leftOut: 4,
      notCompared: [{ rule: NAME_BIRTH_YEAR, reason: 'other_value', persons: 4 }],
    });
    expect(near).toMatchObject({ ids: ['079185000000', '079185000001'], allCompared: true, leftOut: 3 });
  });

  test('not followed: not all are compared, and those behind the key are not counted as left out', () => {
    const [nowhere, provinceOnly] = matchAll([
      { name: NAME, born: '1985' },
      { name: NAME, born: '1985', home: { province: 79, district: 0, commune: 0 } },
    ]);
    expect(nowhere).toEqual({
      ids: [],
      search: 'all',
      allCompared: false,
      leftOut: 0,
      notCompared: [{ rule: NAME_BIRTH_YEAR, reason: 'field_missing', persons: 5 }],
    });
    expect(provinceOnly).toMatchObject({ ids: [], allCompared: false, leftOut: 0 });
  });

  test('where number, name and birth date agree only rivals are looked for', () => {
    const [typed] = matchAll([
      { id: '079185000002', name: 'NGUYEN THI LAN', born: '12/03/1985', home: BEN_NGHE },
    ]);
    expect(typed).toMatchObject({ search: 'rivals', allCompared: true });
    expect(typed?.ids).toContain('079185000002');
  });

  test('a record that the cross-check settles asks for nobody else', () => {
    const [settled] = matchAll([{ id: '079185000002', name: NAME, born: '12/03/1985' }]);
    expect(settled).toEqual({
      ids: ['079185000002'],
      search: 'cross_check',
      allCompared: true,
      leftOut: 0,
      notCompared: [],
    });
  });
});

describe('counting', () => {
  const RULES = ['a', 'b'];
  const one = fc.record({
    rule: fc.nat(1),
    reason: fc.constantFrom(...NOT_COMPARED_REASONS),
    persons: fc.integer({ min: 1, max: 500 }),
  });
  const records = fc.array(fc.array(one, { maxLength: 4 }), { maxLength: 20 });
  const tallyOf = (list: readonly (readonly NotCompared[])[]) => {
    const tally = new NotComparedTally(RULES);
    for (const record of list) tally.add(record);
    return tally;
  };

  test('a record counts once for each reason and for each rule, a person for each crowded key', () => {
    const twice: NotCompared[] = [
      { rule: 1, reason: 'other_value', persons: 10 },
      { rule: 1, reason: 'other_value', persons: 5 },
      { rule: 0, reason: 'other_value', persons: 1 },
    ];
    expect(tallyOf([twice, [], [{ rule: 0, reason: 'field_missing', persons: 7 }]]).counts()).toEqual({
      records: 2,
      recordsNotFollowed: 1,
      byReason: {
        other_value: { records: 1, persons: 16 },
        field_missing: { records: 1, persons: 7 },
        still_crowded: { records: 0, persons: 0 },
      },
      byRule: [
        { rule: 'a', reason: 'other_value', records: 1, persons: 1 },
        { rule: 'a', reason: 'field_missing', records: 1, persons: 7 },
        { rule: 'b', reason: 'other_value', records: 1, persons: 15 },
      ],
    });
  });

  test('counted in chunks and put together is the same as counted at once, and no person is lost', () => {
    fc.assert(
      fc.property(records, records, (first, second) => {
        const whole = tallyOf([...first, ...second]).counts();
        const parts = tallyOf([]);
        parts.addCounts(tallyOf(first).counts());
        parts.addCounts(tallyOf(second).counts());
        expect(parts.counts()).toEqual(whole);
        const all = [...first, ...second].flat().reduce((sum, { persons }) => sum + persons, 0);
        expect(whole.byRule.reduce((sum, { persons }) => sum + persons, 0)).toBe(all);
        expect(NOT_COMPARED_REASONS.reduce((sum, key) => sum + whole.byReason[key].persons, 0)).toBe(all);
      }),
    );
  });
});
