import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import type { BlockingRequest } from '../../src/domain/blocking-plan.js';
import { EXIT } from '../../src/domain/exit-codes.js';
import { Failure } from '../../src/domain/failure.js';
import type { Person, Place, Sex } from '../../src/domain/identity.js';
import { BLOCKING_STEPS, personFacts } from '../../src/match/blocking.js';
import { normalizeName } from '../../src/normalize/name.js';
import { RegistryBuilder, type RegistryContents } from '../../src/registry/builder.js';
import { openLookup, type RegistryLookup } from '../../src/registry/lookup.js';
import { openRegistryFile } from '../../src/registry/open.js';
import { CROWDED_ABOVE } from '../../src/registry/schema.js';
import { BLOCKING_PLAN, blockingRequest } from '../../src/run/blocking-plan.js';
import { inTempFolder } from './temp-folder.js';

interface Given {
  readonly id: string;
  readonly name: string;
  readonly born?: string;
  readonly cmnd?: string;
  readonly sex?: Sex;
  readonly commune?: number;
  readonly home?: Place;
  readonly died?: string;
}

function dateOf(text: string) {
  const [year = 0, month = 0, day = 0] = text === '' ? [] : text.split('-').map(Number);
  return { year, month, day };
}

function personOf({
  id,
  name,
  born = '1985-03-12',
  cmnd = '',
  sex = 'female',
  commune = 0,
  home,
  died,
}: Given) {
  return {
    personId: id,
    cmnd,
    name: normalizeName(name),
    birthDate: dateOf(born),
    sex,
    residence:
      home ??
      (commune === 0 ? { province: 0, district: 0, commune } : { province: 79, district: 760, commune }),
    deathDate: died === undefined ? null : dateOf(died),
  };
}

function build(
  folder: string,
  people: readonly Given[],
  name = 'registry.db',
  crowdedAbove = CROWDED_ABOVE,
): RegistryContents {
  const builder = new RegistryBuilder(folder, join(folder, name), BLOCKING_PLAN, crowdedAbove);
  for (const person of people) builder.add(personOf(person));
  return builder.finish({ registry_id: 'test-registry', tool_version: '0.0.0' });
}

function withRegistry(
  people: readonly Given[],
  use: (lookup: RegistryLookup, contents: RegistryContents) => void,
  crowdedAbove = CROWDED_ABOVE,
): void {
  inTempFolder((folder) => {
    const contents = build(folder, people, 'registry.db', crowdedAbove);
    const lookup = openLookup(join(folder, 'registry.db'), BLOCKING_PLAN);
    try {
      use(lookup, contents);
    } finally {
      lookup.close();
    }
  });
}

/** In a record: no number is given. */
const NO_ID = '000000000000';

/** What a record of the person's own data is looked up by. */
function requestOf(person: Given): BlockingRequest {
  const facts = personFacts(personOf(person));
  return blockingRequest(
    { ...facts, personalId: person.id === NO_ID ? '' : facts.personalId },
    BLOCKING_STEPS,
  );
}

function found(lookup: RegistryLookup, person: Given): readonly Person[] {
  return lookup.find([requestOf(person)])[0]!.persons;
}

const LAN: Given = { id: '079185001234', name: 'Trần Thị Lan', cmnd: '023456789', commune: 26_740 };
const TUAN: Given = {
  id: '001062054321',
  name: 'Phạm Quốc Tuấn',
  born: '1962',
  sex: 'male',
  died: '2021-08',
};
const HHEN: Given = { id: '066200000001', name: "H'Hen Niê", born: '', sex: 'unknown' };

describe('what was filed is found', () => {
  test('a person comes back as given', () => {
    withRegistry([LAN, TUAN, HHEN], (lookup) => {
      expect(lookup.registryId).toBe('test-registry');
      [LAN, TUAN, HHEN].forEach((person, i) => {
        expect(found(lookup, person)).toEqual([
          { ...personOf(person), personNumber: i + 1, idNotUnique: false, nameCount: 1 },
        ]);
      });
    });
  });

  test('an ID with leading zeros and an old card with leading zeros', () => {
    withRegistry([{ ...LAN, id: '001001000001', cmnd: '000000012' }], (lookup) => {
      const [person] = found(lookup, { ...LAN, id: '001001000001' });
      expect(person).toMatchObject({ personId: '001001000001', cmnd: '000000012' });
    });
  });

  test('many records at once, in their order, each with its own persons', () => {
    withRegistry([LAN, TUAN, HHEN], (lookup) => {
      const nobody = { id: '096300099999', name: 'Không Ai Cả', born: '1999-09-09' };
      const results = lookup.find(
        [TUAN, nobody, LAN, TUAN].map(requestOf).concat([{ keys: [], narrowingValues: () => [] }]),
      );
      expect(results.map(({ persons }) => persons.map(({ personId }) => personId))).toEqual([
        [TUAN.id],
        [],
        [LAN.id],
        [TUAN.id],
        [],
      ]);
      expect(lookup.find([])).toEqual([]);
    });
  });

  test('persons come in registry order, each once', () => {
    const namesakes = [3, 1, 2].map((i) => ({ ...LAN, id: `07918500000${i}`, cmnd: '' }));
    withRegistry(namesakes, (lookup) => {
      expect(found(lookup, LAN).map(({ personNumber }) => personNumber)).toEqual([1, 2, 3]);
    });
  });
});

describe('duplicates', () => {
  test('a row that repeats a person to the letter is dropped and counts nowhere', () => {
    withRegistry([LAN, TUAN, LAN, LAN], (lookup, contents) => {
      expect(contents).toMatchObject({ persons: 2, repeated: [3, 4], sharedIds: [] });
      expect(found(lookup, LAN)).toMatchObject([{ personNumber: 1, idNotUnique: false, nameCount: 1 }]);
      expect(lookup.statistics.persons).toBe(2);
      expect(lookup.statistics.surnames.get('tran')).toBe(1);
      expect(lookup.statistics.givenNames.get('lan')).toBe(1);
    });
  });

  test('the same words in capitals are the same person', () => {
    withRegistry([LAN, { ...LAN, name: 'TRẦN THỊ LAN' }], (_, contents) => {
      expect(contents).toMatchObject({ persons: 1, repeated: [2] });
    });
  });

  test('different persons with one ID are kept and flagged', () => {
    const other = { ...TUAN, id: LAN.id };
    withRegistry([LAN, TUAN, other], (lookup, contents) => {
      expect(contents).toMatchObject({ persons: 3, repeated: [], sharedIds: [1, 3] });
      expect(found(lookup, LAN).map(({ idNotUnique }) => idNotUnique)).toEqual([true, true]);
      expect(found(lookup, TUAN).find(({ personNumber }) => personNumber === 2)?.idNotUnique).toBe(false);
    });
  });

  test('one ID for two persons, of whom one is repeated', () => {
    withRegistry([LAN, { ...TUAN, id: LAN.id }, LAN], (_, contents) => {
      expect(contents).toMatchObject({ persons: 2, repeated: [3], sharedIds: [1, 2] });
    });
  });
});

test('names are counted without accents and without order', () => {
  const people = [
    'Nguyễn Văn Đính',
    'Nguyễn Văn Đình',
    'NGUYEN VAN DINH',
    'Đinh Văn Nguyễn',
    'Nguyễn Đình',
  ].map((name, i) => ({ id: `00108800000${i}`, name, born: `19${60 + i}-01-02` }));
  withRegistry(people, (lookup) => {
    const counts = people.map((person) =>
      found(lookup, person).find(({ personId }) => personId === person.id),
    );
    expect(counts.map((person) => person?.nameCount)).toEqual([4, 4, 4, 4, 1]);
    expect(lookup.statistics.surnames).toEqual(
      new Map([
        ['dinh', 1],
        ['nguyen', 4],
      ]),
    );
    expect(lookup.statistics.givenNames).toEqual(
      new Map([
        ['dinh', 4],
        ['nguyen', 1],
      ]),
    );
  });
});

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

test('the same persons make the same bytes, and no other file is left', () => {
  const hashes = [1, 2].map(() =>
    inTempFolder((folder) => {
      build(folder, [LAN, TUAN, HHEN, LAN, { ...TUAN, id: LAN.id }]);
      expect(readdirSync(folder)).toEqual(['registry.db']);
      return createHash('sha256')
        .update(readFileSync(join(folder, 'registry.db')))
        .digest('hex');
    }),
  );
  expect(hashes[0]).toBe(hashes[1]);
});

test('an empty registry can be opened and finds nobody', () => {
  withRegistry([], (lookup, contents) => {
    expect(contents.persons).toBe(0);
    expect(found(lookup, LAN)).toEqual([]);
  });
});

test('closing an unfinished build removes its sort files', () => {
  inTempFolder((folder) => {
    const builder = new RegistryBuilder(folder, join(folder, 'registry.db'), BLOCKING_PLAN);
    builder.add(personOf(LAN));
    builder.close();
    builder.close();
    expect(readdirSync(folder).filter((name) => name === 'sort')).toEqual([]);
  });
});

/** what lies at the path, how it comes there, code of the failure */
const UNUSABLE: readonly (readonly [string, (path: string) => void, string])[] = [
  ['nothing', () => {}, 'registry_missing'],
  ['a folder', (path) => mkdirSync(path), 'registry_not_a_file'],
  [
    'a text file',
    (path) => writeFileSync(path, 'so_dinh_danh,ho_ten\n'.repeat(100)),
    'registry_not_a_database',
  ],
  ['an empty file', (path) => writeFileSync(path, ''), 'registry_not_a_registry'],
  [
    'another database',
    (path) => {
      const db = new Database(path);
      db.exec('create table person (name text)');
      db.close();
    },
    'registry_not_a_registry',
  ],
  [
    'a registry of another version',
    (path) => {
      build(join(path, '..'), [LAN]);
      const db = new Database(path);
      db.pragma('user_version = 999');
      db.close();
    },
    'registry_version',
  ],
];

test.each(UNUSABLE)('a registry that cannot be used: %s', (_, make, code) => {
  inTempFolder((folder) => {
    const path = join(folder, 'registry.db');
    make(path);
    let thrown: unknown;
    try {
      openRegistryFile(path);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(Failure);
    expect((thrown as Failure).detail).toMatchObject({ code, exitCode: EXIT.inputUnusable });
    expect((thrown as Failure).detail.next).not.toBe('');
  });
});
