import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Failure } from '../../src/domain/failure.js';
import { DamagedRegistry } from '../../src/registry/damaged-registry.js';
import { openLookup } from '../../src/registry/lookup.js';
import { openRegistryFile } from '../../src/registry/open.js';
import { PERSONS_A_PAGE } from '../../src/registry/person-pages.js';
import { openSampler } from '../../src/registry/sample.js';
import { databaseBytes } from '../../src/registry/section-file.js';
import { BLOCKING_PLAN } from '../../src/run/blocking-plan.js';
import { listPersons } from './list-persons.js';
import { build, type Given, requestOf } from './people.js';
import { inTempFolder } from './temp-folder.js';

const PEOPLE: readonly Given[] = Array.from({ length: 70 }, (_, i) => ({
  id: `0791850${String(10_000 + i * 7)}`,
  name: ['Nguyễn Thị Lan', 'Trần Văn An', 'Lê Hoàng Minh Quân'][i % 3]!,
  born: `19${50 + (i % 40)}-03-12`,
  cmnd: String(200_000_000 + i),
  commune: 26_740,
}));

interface Built {
  readonly path: string;
  readonly bytes: Buffer;
  /** Where the pages begin. */
  readonly start: number;
}

function withBuilt(use: (built: Built) => void, people = PEOPLE, registryId = 'test-registry'): void {
  inTempFolder((folder) => {
    build(folder, people, 'registry.db', 200, registryId);
    const path = join(folder, 'registry.db');
    const db = openRegistryFile(path);
    const start = databaseBytes(db);
    db.close();
    use({ path, bytes: readFileSync(path), start });
  });
}

/** Opens a registry and looks everybody up, for which every page is read. */
function readAll(path: string, people = PEOPLE): void {
  const lookup = openLookup(path, BLOCKING_PLAN);
  try {
    const found = lookup.find(people.map(requestOf));
    if (found.some(({ persons }) => persons.length === 0)) throw new Error('somebody is not found');
  } finally {
    lookup.close();
  }
}

const openFiles = () => readdirSync('/proc/self/fd').length;

test('every byte of the pages and their directories that is changed is noticed', () => {
  const people = PEOPLE.slice(0, 34);
  withBuilt(({ path, bytes, start }) => {
    readAll(path, people);
    expect(bytes.length - start).toBeGreaterThan(3000);
    const file = openSync(path, 'r+');
    for (let at = start; at < bytes.length; at++) {
      writeSync(file, Uint8Array.of(bytes[at]! ^ (1 << (at % 8))), 0, 1, at);
      let thrown: unknown;
      try {
        readAll(path, people);
      } catch (error) {
        thrown = error;
      }
      if (!(thrown instanceof DamagedRegistry)) throw new Error(`byte ${at - start} of the pages: ${thrown}`);
      writeSync(file, bytes, at, 1, at);
    }
    closeSync(file);
    readAll(path, people);
  }, people);
});

test('a damaged page is noticed when it is read, not before, and each time', () => {
  withBuilt(({ path, bytes, start }) => {
    const damaged = Buffer.from(bytes);
    damaged[start + 100]! ^= 1;
    writeFileSync(path, damaged);
    const lookup = openLookup(path, BLOCKING_PLAN);
    const first = requestOf(PEOPLE[0]!);
    const last = requestOf(PEOPLE[69]!);
    const idOf = ({ keys }: typeof first) => [{ keys: keys.slice(0, 1), narrowingValues: () => [] }];
    expect(lookup.find(idOf(last))[0]!.persons).toMatchObject([{ personId: PEOPLE[69]!.id }]);
    expect(() => lookup.find(idOf(first))).toThrow(DamagedRegistry);
    expect(() => lookup.find(idOf(first))).toThrow(DamagedRegistry);
    expect(lookup.find(idOf(last))[0]!.persons).toMatchObject([{ personId: PEOPLE[69]!.id }]);
    lookup.close();
  });
});

test('a file that is shorter or longer than what was written is refused, wherever it ends', () => {
  withBuilt(({ path, bytes, start }) => {
    const lengths = [1, 7, 8, 100, 4096, bytes.length - start - 1, bytes.length - start];
    for (const less of lengths) {
      writeFileSync(path, bytes);
      truncateSync(path, bytes.length - less);
      expect(() => openLookup(path, BLOCKING_PLAN)).toThrow(DamagedRegistry);
      expect(() => openSampler(path, BLOCKING_PLAN)).toThrow(DamagedRegistry);
    }
    for (const more of [1, 8, 4096]) {
      writeFileSync(path, Buffer.concat([bytes, Buffer.alloc(more)]));
      expect(() => openLookup(path, BLOCKING_PLAN)).toThrow(DamagedRegistry);
    }
    // Less than the database: mostly SQLite says so.
    for (const left of [start - 1, Math.floor(start / 2), 100, 50]) {
      writeFileSync(path, bytes.subarray(0, left));
      let thrown: unknown;
      try {
        openLookup(path, BLOCKING_PLAN);
      } catch (error) {
        thrown = error;
      }
      const code = thrown instanceof Failure ? thrown.detail.code : (thrown as { code: string }).code;
      expect(code).toMatch(/^SQLITE_|^registry_|^REGISTRY_DAMAGED$/);
    }
  });
});

/** what another program did to the file */
const BY_SQLITE: readonly (readonly [string, string])[] = [
  ['a section that is missing', "delete from section where name = 'keys'"],
  ['both sections missing', 'delete from section'],
  ['other numbers of pages', 'update section set pages = pages + 1'],
  ['numbers of pages exchanged', 'update section set pages = 5 - pages'],
  ['a number of pages beyond all measure', 'update section set pages = 4000000000'],
  ['a text for a number of pages', "update section set pages = 'many'"],
  ['another checksum', 'update section set directory_checksum = directory_checksum - 1'],
  [
    'lengths that still have the same sum',
    "update section set bytes = bytes + case name when 'keys' then 8 else -8 end",
  ],
  ['another registry ID', "update meta set value = 'another' where name = 'registry_id'"],
  ['no registry ID', "delete from meta where name = 'registry_id'"],
  [
    'rows added, so that the database grows',
    "insert into meta select 'x' || key, hex(zeroblob(9000)) from name_count",
  ],
];

test.each(BY_SQLITE)('%s: refused on opening', (_, sql) => {
  withBuilt(({ path }) => {
    const db = new Database(path);
    db.exec(sql);
    db.close();
    expect(() => openLookup(path, BLOCKING_PLAN)).toThrow(DamagedRegistry);
  });
});

test.each(['section', 'meta', 'crowded_key', 'word_count'])(
  'a registry without its table %s is refused',
  (table) => {
    withBuilt(({ path }) => {
      const db = new Database(path);
      db.exec(`drop table ${table}`);
      db.close();
      expect(() => openLookup(path, BLOCKING_PLAN)).toThrow(
        expect.objectContaining({ code: 'SQLITE_ERROR' }),
      );
    });
  },
);

test('a copy that SQLite made has no pages behind it and is refused', () => {
  withBuilt(({ path }) => {
    const db = new Database(path, { readonly: true });
    db.prepare('vacuum into ?').run(`${path}.copy`);
    db.close();
    expect(() => openLookup(`${path}.copy`, BLOCKING_PLAN)).toThrow(DamagedRegistry);
    expect(() => openSampler(`${path}.copy`, BLOCKING_PLAN)).toThrow(DamagedRegistry);
  });
});

test('a whole copy can be used', () => {
  withBuilt(({ path }) => {
    copyFileSync(path, `${path}.copy`);
    readAll(`${path}.copy`);
  });
});

test('pages of another registry of the same shape are noticed, as a copy that stopped halfway leaves them', () => {
  const others = PEOPLE.map((person) => ({ ...person, home: { province: 1, district: 1, commune: 1 } }));
  withBuilt(({ path, bytes, start }) => {
    withBuilt(
      (other) => {
        expect(other.start).toBe(start);
        const mixed = Buffer.from(bytes);
        // The first page of persons; the directory, which says the same of both, stays.
        other.bytes.copy(mixed, start, start, start + 1024);
        writeFileSync(path, mixed);
        expect(() => readAll(path)).toThrow(DamagedRegistry);
      },
      others,
      'another registry',
    );
  });
});

test('two pages in each other’s place are noticed', () => {
  // The same name everywhere: pages of the same length.
  const people = PEOPLE.slice(0, 2 * PERSONS_A_PAGE).map((person) => ({ ...person, name: 'Nguyễn Thị Lan' }));
  withBuilt(({ path, bytes, start }) => {
    const page = (2 + PERSONS_A_PAGE * (8 + Math.ceil(Buffer.byteLength('Nguyễn Thị Lan') / 4))) * 4;
    const mixed = Buffer.from(bytes);
    bytes.copy(mixed, start, start + page, start + 2 * page);
    bytes.copy(mixed, start + page, start, start + page);
    expect(mixed.readUInt32LE(start + 4)).toBe(PERSONS_A_PAGE);
    writeFileSync(path, mixed);
    expect(() => listPersons(path)).toThrow(/page 0/);
  }, people);
});

(existsSync('/proc/self/fd') ? test : test.skip)('opening that fails leaves no file open', () => {
  withBuilt(({ path, bytes, start }) => {
    const before = openFiles();
    const damages: readonly (() => void)[] = [
      () => truncateSync(path, bytes.length - 8),
      () => truncateSync(path, start),
      () => writeFileSync(path, Buffer.concat([bytes.subarray(0, -8), Buffer.alloc(8, 1)])),
      () => {
        writeFileSync(path, bytes);
        const db = new Database(path);
        db.exec('drop table word_count; drop table name_count');
        db.close();
      },
    ];
    for (const damage of damages) {
      damage();
      expect(() => openLookup(path, BLOCKING_PLAN)).toThrow();
      expect(() => openSampler(path, BLOCKING_PLAN)).toThrow();
    }
    writeFileSync(path, bytes);
    readAll(path);
    expect(openFiles()).toBe(before);
  });
});

test('what is said of a damaged registry names nobody', () => {
  withBuilt(({ path, bytes, start }) => {
    const damaged = Buffer.from(bytes);
    damaged.fill(0xff, start + 8, start + 900);
    writeFileSync(path, damaged);
    try {
      readAll(path);
      throw new Error('it was not noticed');
    } catch (error) {
      expect((error as Error).message).toBe('the registry is damaged: page 0');
      expect(error).toMatchObject({ code: 'REGISTRY_DAMAGED' });
    }
  });
});

test('closing that fails takes nothing back: the second time the file is no longer open', () => {
  withBuilt(({ path }) => {
    const lookup = openLookup(path, BLOCKING_PLAN);
    lookup.close();
    expect(() => lookup.close()).not.toThrow();
  });
});
