import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Place } from '../../src/domain/identity.js';
import type { RegistryLookup } from '../../src/registry/lookup.js';
import { CROWDED_ABOVE } from '../../src/registry/schema.js';
import { BLOCKING_PLAN } from '../../src/run/blocking-plan.js';
import { build, found, type Given, NO_ID, requestOf, withRegistry } from './people.js';
import { inTempFolder } from './temp-folder.js';

describe('crowded keys', () => {
  const BEN_NGHE = { province: 79, district: 760, commune: 26_740 };
  const BEN_THANH = { province: 79, district: 760, commune: 26_743 };
  const THU_DUC = { province: 79, district: 769, commune: 26_800 };
  const PHUC_XA = { province: 1, district: 1, commune: 1 };
  const NOWHERE = { province: 0, district: 0, commune: 0 };

  /** Namesakes of one birth year; only the number and the home tell them apart. */
  const crowd = (count: number, home: Place = NOWHERE, from = 10_000): Given[] =>
    Array.from({ length: count }, (_, i) => ({
      id: `0791850${String(from + i)}`,
      name: 'Nguyễn Thị Lan',
      born: '1985',
      home,
    }));
  /** A namesake who brings no number. */
  const asking = (home: Place): Given => ({ id: NO_ID, name: 'Nguyễn Thị Lan', born: '1985', home });
  const NAME_BIRTH_YEAR = BLOCKING_PLAN.ruleNames.indexOf('name_birth_year');
  const ask = (lookup: RegistryLookup, home: Place) => {
    const { persons, notCompared } = lookup.find([requestOf(asking(home))])[0]!;
    return { homes: persons.map(({ residence }) => residence), notCompared };
  };

  test('as many as the limit are followed', () => {
    withRegistry(crowd(CROWDED_ABOVE), (lookup, contents) => {
      expect(contents.crowdedKeys).toEqual([]);
      expect(found(lookup, crowd(1)[0]!)).toHaveLength(CROWDED_ABOVE);
    });
  });

  test('persons without the further field cannot be told apart: found by their other keys alone', () => {
    const people = crowd(CROWDED_ABOVE + 1);
    withRegistry(people, (lookup, contents) => {
      expect(contents.crowdedKeys).toEqual([
        {
          rule: 'name_birth_year',
          keys: 1,
          persons: CROWDED_ABOVE + 1,
          narrowedBy: ['province', 'district'],
          still: { keys: 1, persons: CROWDED_ABOVE + 1 },
        },
      ]);
      const [result] = lookup.find([requestOf(people[5]!)]);
      const notCompared = [{ rule: NAME_BIRTH_YEAR, reason: 'field_missing', persons: CROWDED_ABOVE + 1 }];
      expect(result).toMatchObject({ notCompared, persons: [{ personNumber: 6 }] });
      expect(found(lookup, people[5]!)[0]?.nameCount).toBe(CROWDED_ABOVE + 1);
    });
  });

  test('repeated rows do not crowd a key', () => {
    const people = crowd(CROWDED_ABOVE);
    withRegistry([...people, people[0]!], (_, contents) => {
      expect(contents).toMatchObject({ crowdedKeys: [], repeated: [CROWDED_ABOVE + 1] });
    });
  });

  test('repeated rows do not crowd a narrowed key', () => {
    const people = [...crowd(3, BEN_NGHE), ...crowd(2, PHUC_XA, 20_000)];
    withRegistry(
      [...people, people[0]!, people[1]!],
      (lookup, contents) => {
        expect(contents.crowdedKeys).toMatchObject([{ persons: 5, still: { keys: 0, persons: 0 } }]);
        expect(ask(lookup, BEN_NGHE).homes).toEqual([BEN_NGHE, BEN_NGHE, BEN_NGHE]);
      },
      3,
    );
  });

  test('a narrowed key leads to the persons of the record’s own province and to those of none', () => {
    const people = [...crowd(2, BEN_NGHE), ...crowd(3, PHUC_XA, 20_000), ...crowd(1, NOWHERE, 30_000)];
    withRegistry(
      people,
      (lookup, contents) => {
        expect(contents.crowdedKeys).toEqual([
          {
            rule: 'name_birth_year',
            keys: 1,
            persons: 6,
            narrowedBy: ['province', 'district'],
            still: { keys: 0, persons: 0 },
          },
        ]);
        expect(ask(lookup, BEN_NGHE)).toEqual({
          homes: [BEN_NGHE, BEN_NGHE, NOWHERE],
          notCompared: [{ rule: NAME_BIRTH_YEAR, reason: 'other_value', persons: 3 }],
        });
        expect(ask(lookup, { province: 48, district: 490, commune: 20_194 })).toEqual({
          homes: [NOWHERE],
          notCompared: [{ rule: NAME_BIRTH_YEAR, reason: 'other_value', persons: 5 }],
        });
        expect(ask(lookup, NOWHERE)).toEqual({
          homes: [],
          notCompared: [{ rule: NAME_BIRTH_YEAR, reason: 'field_missing', persons: 6 }],
        });
      },
      3,
    );
  });

  test('nobody is left out where all live in the record’s province: the key counts as followed whole', () => {
    const people = [...crowd(2, BEN_NGHE), ...crowd(2, THU_DUC, 20_000)];
    withRegistry(
      people,
      (lookup) => {
        // The province is crowded as well, so that the district decides; the other district is left out.
        expect(ask(lookup, BEN_NGHE)).toEqual({
          homes: [BEN_NGHE, BEN_NGHE],
          notCompared: [{ rule: NAME_BIRTH_YEAR, reason: 'other_value', persons: 2 }],
        });
      },
      3,
    );
    withRegistry(
      [...crowd(3, BEN_NGHE), ...crowd(1, NOWHERE, 20_000)],
      (lookup) => {
        expect(ask(lookup, BEN_NGHE)).toMatchObject({ notCompared: [] });
        expect(ask(lookup, BEN_NGHE).homes).toHaveLength(4);
      },
      3,
    );
  });

  test('the second field is tried where the first is not enough', () => {
    const people = [
      ...crowd(2, BEN_NGHE),
      ...crowd(2, THU_DUC, 20_000),
      ...crowd(1, { province: 79, district: 0, commune: 0 }, 30_000),
      ...crowd(2, PHUC_XA, 40_000),
    ];
    withRegistry(
      people,
      (lookup, contents) => {
        expect(contents.crowdedKeys).toMatchObject([{ persons: 7, still: { keys: 0, persons: 0 } }]);
        expect(ask(lookup, BEN_THANH)).toMatchObject({
          homes: [BEN_NGHE, BEN_NGHE, { district: 0 }],
          notCompared: [{ reason: 'other_value', persons: 4 }],
        });
        expect(ask(lookup, PHUC_XA)).toMatchObject({
          homes: [PHUC_XA, PHUC_XA],
          notCompared: [{ reason: 'other_value', persons: 5 }],
        });
        // The district is not known: nobody of the crowded province is found.
        expect(ask(lookup, { province: 79, district: 0, commune: 0 })).toMatchObject({
          homes: [],
          notCompared: [{ reason: 'field_missing', persons: 7 }],
        });
      },
      3,
    );
  });

  test('what is still crowded behind the last field is not followed, its neighbours are', () => {
    const people = [...crowd(4, BEN_NGHE), ...crowd(2, THU_DUC, 20_000)];
    withRegistry(
      people,
      (lookup, contents) => {
        expect(contents.crowdedKeys[0]).toMatchObject({
          rule: 'name_birth_year',
          persons: 6,
          still: { keys: 1, persons: 4 },
        });
        expect(ask(lookup, BEN_THANH)).toEqual({
          homes: [],
          notCompared: [{ rule: NAME_BIRTH_YEAR, reason: 'still_crowded', persons: 6 }],
        });
        expect(ask(lookup, THU_DUC)).toMatchObject({
          homes: [THU_DUC, THU_DUC],
          notCompared: [{ reason: 'other_value', persons: 4 }],
        });
      },
      3,
    );
  });

  test('a card number that many share is not narrowed', () => {
    const people = crowd(4, BEN_NGHE).map((person, i) => ({
      ...person,
      name: `Nguyễn Thị ${'AĂÂB'[i]}`,
      cmnd: '111111111',
    }));
    withRegistry(
      people,
      (_, contents) => {
        expect(contents.crowdedKeys).toEqual([
          { rule: 'cmnd', keys: 1, persons: 4, narrowedBy: [], still: { keys: 1, persons: 4 } },
        ]);
      },
      3,
    );
  });

  test('every person is found by a record of the same data, however often the keys had to be narrowed', () => {
    const homes = fc.constantFrom(BEN_NGHE, BEN_THANH, THU_DUC, PHUC_XA, NOWHERE);
    const some = fc.record({
      name: fc.constantFrom('Nguyễn Thị Lan', 'Lan Nguyễn Thị', 'Trần Văn An'),
      born: fc.constantFrom('1985', '1985-03-12', '1985-03', '1986', ''),
      home: homes,
    });
    fc.assert(
      fc.property(
        fc.array(some, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 6 }),
        (all, limit) => {
          const people = all.map((one, i) => ({ ...one, id: `0791850${String(10_000 + i)}` }));
          withRegistry(
            people,
            (lookup) => {
              const results = lookup.find(people.map((person) => requestOf({ ...person, id: NO_ID })));
              results.forEach(({ persons, notCompared }, i) => {
                const self = persons.some(({ personNumber }) => personNumber === i + 1);
                const hasKey = requestOf({ ...people[i]!, id: NO_ID }).keys.length > 0;
                const allFollowed = notCompared.every(({ reason }) => reason === 'other_value');
                if (hasKey && allFollowed && !self) throw new Error(`person ${i + 1} is not found`);
                for (const { persons: left } of notCompared) expect(left).toBeGreaterThan(0);
              });
            },
            limit,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a registry with narrowed keys has the same bytes each time', () => {
    const people = [...crowd(5, BEN_NGHE), ...crowd(5, PHUC_XA, 20_000), ...crowd(3, THU_DUC, 30_000)];
    const hashes = [1, 2].map(() =>
      inTempFolder((folder) => {
        build(folder, people, 'registry.db', 3);
        expect(readdirSync(folder)).toEqual(['registry.db']);
        return createHash('sha256')
          .update(readFileSync(join(folder, 'registry.db')))
          .digest('hex');
      }),
    );
    expect(hashes[0]).toBe(hashes[1]);
  });
});
