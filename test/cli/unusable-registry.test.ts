import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { databaseBytes } from '../../src/registry/section-file.js';
import { expectFault } from './faults.js';
import { doisoat, listing, useSharedFolder, useTempFolder } from './program.js';
import { buildSmallRegistry, DOSES, PEOPLE } from './small-data.js';

const shared = useSharedFolder();
const temp = useTempFolder();

beforeAll(() => buildSmallRegistry(shared('snapshot.csv'), shared('registry.db')));

/** Where the pages of the registry begin, behind its database. */
function databaseEnd(): number {
  const db = new Database(shared('registry.db'), { readonly: true });
  const bytes = databaseBytes(db);
  db.close();
  return bytes;
}

function changeBytes(change: (bytes: Buffer) => Buffer): void {
  writeFileSync(temp('registry.db'), change(readFileSync(shared('registry.db'))));
}

function change(sql: string): void {
  copyFileSync(shared('registry.db'), temp('registry.db'));
  const db = new Database(temp('registry.db'));
  db.exec(sql);
  db.close();
}

test.each<[string, string, RegExp, () => void]>([
  ['missing', 'registry_missing', /does not exist/, () => {}],
  ['a folder', 'registry_not_a_file', /is not a file/, () => mkdirSync(temp('registry.db'))],
  [
    'a text file',
    'registry_not_a_database',
    /not an SQLite database/,
    () => writeFileSync(temp('registry.db'), DOSES),
  ],
  [
    'an empty file',
    'registry_not_a_registry',
    /not a doisoat registry/,
    () => writeFileSync(temp('registry.db'), ''),
  ],
  [
    'another database',
    'registry_not_a_registry',
    /not a doisoat registry/,
    () => {
      const db = new Database(temp('registry.db'));
      db.exec('create table person (id integer)');
      db.close();
    },
  ],
  [
    'a registry of another version',
    'registry_version',
    /has version 99/,
    () => change('pragma user_version = 99'),
  ],
  [
    'half the database of a registry',
    'registry_unreadable',
    /cannot be read \(SQLITE_CORRUPT\)/,
    () => changeBytes((bytes) => bytes.subarray(0, Math.floor(databaseEnd() / 8192) * 4096)),
  ],
  [
    'a registry that a copy cut short',
    'registry_unreadable',
    /cannot be read \(REGISTRY_DAMAGED\)/,
    () => changeBytes((bytes) => bytes.subarray(0, -8)),
  ],
  [
    'a registry with something behind it',
    'registry_unreadable',
    /cannot be read \(REGISTRY_DAMAGED\)/,
    () => changeBytes((bytes) => Buffer.concat([bytes, Buffer.alloc(8)])),
  ],
  [
    'a registry whose last directory is damaged',
    'registry_unreadable',
    /cannot be read \(REGISTRY_DAMAGED\)/,
    () => changeBytes((bytes) => bytes.fill(0xff, bytes.length - 16)),
  ],
  [
    'a copy that SQLite made',
    'registry_unreadable',
    /cannot be read \(REGISTRY_DAMAGED\)/,
    () => {
      const db = new Database(shared('registry.db'), { readonly: true });
      db.prepare('vacuum into ?').run(temp('registry.db'));
      db.close();
    },
  ],
  [
    'a registry of which a section is missing',
    'registry_unreadable',
    /cannot be read \(REGISTRY_DAMAGED\)/,
    () => change("delete from section where name = 'keys'"),
  ],
  [
    'a registry without its tables',
    'registry_unreadable',
    /cannot be read \(SQLITE_ERROR\)/,
    () => change('drop table section'),
  ],
])('%s: exit code 3, nothing is written', (_, code, what, prepare) => {
  // biome-ignore format: as it is
  prepare();
  writeFileSync(temp('doses.csv'), DOSES);
  const before = listing(temp());
  const args = [
    'run',
    '--doses',
    temp('doses.csv'),
    '--registry',
    temp('registry.db'),
    '--out',
    temp('out'),
    '--jobs',
    '1',
  ];
  expectFault(doisoat(args), { exit: 3, code, what, next: /[Bb]uild/ });
  expect(listing(temp())).toEqual(before);
});

/** A registry of which all pages are damaged, so that it opens and only the look-ups fail. */
function damagePages(): void {
  changeBytes((bytes) => bytes.fill(0xff, databaseEnd() + 12, databaseEnd() + 60));
}

const DAMAGED = {
  exit: 3,
  code: 'registry_unreadable',
  what: /registry\.db cannot be read \(REGISTRY_DAMAGED\)/,
  next: /build it again/,
};

/** No name and no number of a person of the registry. */
function expectNobodyNamed(stderr: string): void {
  for (const { id, name } of PEOPLE) {
    expect(stderr).not.toContain(id);
    for (const word of name.split(' ').filter((part) => /[^a-z]/i.test(part)))
      expect(stderr).not.toContain(word);
  }
}

test.each(['1', '2'])(
  'damaged inside, so that only the look-ups fail, --jobs %s: exit code 3, nothing is left',
  (jobs) => {
    damagePages();
    writeFileSync(temp('doses.csv'), DOSES);
    const places = ['--doses', temp('doses.csv'), '--registry', temp('registry.db'), '--out', temp('out')];
    const ran = doisoat(['run', ...places, '--jobs', jobs]);
    expectFault(ran, DAMAGED);
    expectNobodyNamed(ran.stderr);
    expect(listing(temp())).toEqual(['doses.csv', 'registry.db']);
  },
);

test('damaged after a run: `explain` says so and names nobody', () => {
  copyFileSync(shared('registry.db'), temp('registry.db'));
  writeFileSync(temp('doses.csv'), DOSES);
  const places = ['--doses', temp('doses.csv'), '--registry', temp('registry.db'), '--out', temp('out')];
  expect(doisoat(['run', ...places, '--jobs', '1']).code).toBe(0);
  damagePages();
  const explained = doisoat([
    'explain',
    '--run',
    temp('out'),
    '--registry',
    temp('registry.db'),
    '--row',
    'doses.csv:2',
  ]);
  expectFault(explained, DAMAGED);
  expectNobodyNamed(explained.stderr);
});

test('a run does not change the registry and leaves no journal beside it', () => {
  copyFileSync(shared('registry.db'), temp('registry.db'));
  writeFileSync(temp('doses.csv'), DOSES);
  const args = [
    'run',
    '--doses',
    temp('doses.csv'),
    '--registry',
    temp('registry.db'),
    '--out',
    temp('out'),
    '--jobs',
    '1',
  ];
  expect(doisoat(args).code).toBe(0);
  expect(readFileSync(temp('registry.db')).equals(readFileSync(shared('registry.db')))).toBe(true);
  expect(listing(temp()).filter((name) => name.startsWith('registry'))).toEqual(['registry.db']);
});
