import { copyFileSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expectFault } from './faults.js';
import { doisoat, listing, useSharedFolder, useTempFolder } from './program.js';
import { buildSmallRegistry, DOSES } from './small-data.js';

const shared = useSharedFolder();
const temp = useTempFolder();

beforeAll(() => buildSmallRegistry(shared('snapshot.csv'), shared('registry.db')));

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
    'half a registry',
    'registry_unreadable',
    /cannot be read \(SQLITE_CORRUPT\)/,
    () => {
      copyFileSync(shared('registry.db'), temp('registry.db'));
      truncateSync(temp('registry.db'), Math.floor(statSync(temp('registry.db')).size / 8192) * 4096);
    },
  ],
  [
    'a registry without its tables',
    'registry_unreadable',
    /cannot be read/,
    () => change('drop table block'),
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

test('damaged inside, so that only the look-ups fail: exit code 3, nothing is left', () => {
  const bytes = readFileSync(shared('registry.db'));
  const db = new Database(shared('registry.db'), { readonly: true });
  const pages = db
    .prepare("select rootpage from sqlite_master where name in ('block', 'person')")
    .pluck()
    .all();
  const size = Number(db.pragma('page_size', { simple: true }));
  db.close();
  for (const page of pages as number[]) bytes.fill(0xff, (page - 1) * size, page * size);
  writeFileSync(temp('registry.db'), bytes);
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
  const what = /registry\.db cannot be read \(SQLITE_CORRUPT/;
  expectFault(doisoat(args), { exit: 3, code: 'registry_unreadable', what, next: /build it again/ });
  expect(listing(temp())).toEqual(['doses.csv', 'registry.db']);
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
