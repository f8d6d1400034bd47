import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { EXIT } from '../../src/domain/exit-codes.js';
import { Failure } from '../../src/domain/failure.js';
import { RegistryBuilder } from '../../src/registry/builder.js';
import { openRegistryFile } from '../../src/registry/open.js';
import { BLOCKING_PLAN } from '../../src/run/blocking-plan.js';
import { build, found, type Given, personOf, requestOf, withRegistry } from './people.js';
import { inTempFolder } from './temp-folder.js';

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
      // Numbers follow the IDs, whatever the order of the snapshot was.
      [TUAN, HHEN, LAN].forEach((person, i) => {
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

  test('persons come in the order of their numbers, each once', () => {
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
      expect(found(lookup, LAN)).toMatchObject([{ personNumber: 2, idNotUnique: false, nameCount: 1 }]);
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
      const [first, ...others] = found(lookup, TUAN);
      expect(first).toMatchObject({ personNumber: 1, personId: TUAN.id, idNotUnique: false });
      expect(others.every(({ personId }) => personId === LAN.id)).toBe(true);
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
