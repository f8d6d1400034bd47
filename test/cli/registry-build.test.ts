import { readFileSync, writeFileSync } from 'node:fs';
import { buildReportText } from '../../src/cli/registry-report.js';
import type { Person } from '../../src/domain/identity.js';
import { listPersons } from '../registry/list-persons.js';
import { expectFault } from './faults.js';
import { doisoat, listing, useTempFolder } from './program.js';
import { outcomes, readTable } from './results.js';
import { DOSES, DOSES_OUTCOMES, PEOPLE, SNAPSHOT } from './small-data.js';

const temp = useTempFolder();
const db = () => temp('registry.db');

function build(files: Readonly<Record<string, string>>, ...flags: string[]) {
  for (const [name, content] of Object.entries(files)) writeFileSync(temp(name), content);
  const paths = Object.keys(files).map((name) => temp(name));
  return doisoat(['registry', 'build', '--snapshot', ...paths, '--db', db(), ...flags]);
}

/** The persons of the registry, in the order of their IDs; fails where several have one ID. */
function persons(): Person[] {
  const all = listPersons(db());
  expect(all.map(({ personNumber }) => personNumber)).toEqual(all.map((_, i) => i + 1));
  expect(all.map(({ personId }) => personId)).toEqual(
    [...new Set(all.map(({ personId }) => personId))].sort(),
  );
  return all;
}

/** The persons with these IDs, of whom each must be there. */
function personsWith(ids: readonly string[]): Person[] {
  const byId = new Map(persons().map((person) => [person.personId, person]));
  return ids.map((id) => byId.get(id)!);
}

const ALL_IDS = PEOPLE.map(({ id }) => id);
const sexes = (ids: readonly string[] = ALL_IDS) => personsWith(ids).map(({ sex }) => sex);
const remarks = () => readTable(`${db()}.remarks.csv`).slice(1);

/** The six persons with the sex coded by `code`. */
function coded(code: (sex: 'Nam' | 'Nữ') => string): string {
  return SNAPSHOT.replace(/,(Nam|Nữ),/g, (_, sex: 'Nam' | 'Nữ') => `,${code(sex)},`);
}

describe('the coding of the sex column', () => {
  test.each<[string, string, string]>([
    [
      'the registry’s, 1 nam 2 nữ, proved by IDs and names',
      coded((sex) => (sex === 'Nam' ? '1' : '2')),
      'registry',
    ],
    [
      'the platform’s, 0 nam 1 nữ, proved by IDs and names',
      coded((sex) => (sex === 'Nam' ? '0' : '1')),
      'platform',
    ],
    ['words', SNAPSHOT, 'words'],
  ])('%s', (_, snapshot, coding) => {
    const ran = build({ 'snapshot.csv': snapshot }, '--json');
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(ran.stdout)).toMatchObject({ persons: 6, snapshots: [{ sexCoding: coding, rows: 6 }] });
    expect(sexes()).toEqual(['male', 'female', 'male', 'female', 'male', 'female']);
  });

  const unclear =
    'SoDinhDanh,HoVaTen,GioiTinh,NgayThangNamSinh\n079085000111,Nguyễn An,1,1985-03-14\n079185000222,Trần Ngọc,1,1985-11-02\n';
  test('not proved: exit code 3 with the flag to give, nothing left', () => {
    const fault = {
      code: 'sex_coding_unproved',
      what: /snapshot\.csv: the sex column/,
      expected: /--sex-coding registry/,
      next: /--sex-coding/,
    };
    expectFault(build({ 'snapshot.csv': unclear }), { exit: 3, ...fault });
    expect(listing(temp())).toEqual(['snapshot.csv']);
  });

  test.each([
    ['registry', ['male', 'male']],
    ['platform', ['female', 'female']],
  ])('stated as %s', (coding, expected) => {
    expect(build({ 'snapshot.csv': unclear }, '--sex-coding', coding).code).toBe(0);
    expect(sexes(['079085000111', '079185000222'])).toEqual(expected);
  });

  test('each file for itself', () => {
    const files = {
      '1.csv': coded((sex) => (sex === 'Nam' ? '1' : '2')),
      '2.csv': coded((sex) => (sex === 'Nam' ? '0' : '1')),
    };
    expect(build(files).code).toBe(0);
    // The persons of both files are the same, so that the second file only repeats the first.
    expect(persons()).toHaveLength(6);
    expect(remarks()).toEqual([2, 3, 4, 5, 6, 7].map((row) => ['2.csv', String(row), 'repeated_row']));
  });
});

describe('what rows hold', () => {
  test('birth dates with day, of a month, of a year, and none', () => {
    const snapshot = `SoDinhDanh,HoVaTen,GioiTinh,NgayThangNamSinh
079085000111,Nguyễn Văn An,Nam,1985-03-14
079185000222,Trần Thị Bích Ngọc,Nữ,1985
001090000333,Lê Hoàng Minh Quân,Nam,07/1990
001192000444,Phạm Thị Thu Hằng,Nữ,30/01/1992
052078000555,Võ Đình Khôi,Nam,1978-02-31
052170000666,Đặng Thị Mỹ Duyên,Nữ,
`;
    expect(build({ 'snapshot.csv': snapshot }).code).toBe(0);
    const ids = ['079085000111', '079185000222', '001090000333', '001192000444', '052170000666'];
    expect(personsWith(ids).map(({ birthDate }) => Object.values(birthDate))).toEqual([
      [1985, 3, 14],
      [1985, 0, 0],
      [1990, 7, 0],
      [1992, 1, 30],
      [0, 0, 0],
    ]);
    expect(remarks()).toContainEqual(['snapshot.csv', '7', 'birth_date_unknown']);
  });

  test('two header styles in one build: whole names and split ones; the persons are found', () => {
    const split = `so_dinh_danh;ho;chu_dem;ten;ngay_sinh;gioi_tinh\n${PEOPLE.slice(3)
      .map(({ id, name, birth, sex }) => {
        const words = name.split(' ');
        return `${id};${words[0]};${words.slice(1, -1).join(' ')};${words.at(-1)};${birth};${sex}\n`;
      })
      .join('')}`;
    const whole = `${SNAPSHOT.split('\n').slice(0, 4).join('\n')}\n`;
    expect(build({ '1.csv': whole, '2.csv': split }).code).toBe(0);
    expect(personsWith(ALL_IDS).map(({ name }) => name.display)).toEqual(PEOPLE.map(({ name }) => name));
    expect(persons()).toHaveLength(6);
    writeFileSync(temp('doses.csv'), DOSES);
    expect(
      doisoat(['run', '--doses', temp('doses.csv'), '--registry', db(), '--out', temp('out')]).code,
    ).toBe(0);
    expect(outcomes(temp('out'))).toEqual(DOSES_OUTCOMES);
  });

  test('IDs that lost their leading zeros get them back', () => {
    expect(build({ 'snapshot.csv': SNAPSHOT.replace(/\n0+/g, '\n') }).code).toBe(0);
    expect(persons().map(({ personId }) => personId)).toEqual([...ALL_IDS].sort());
    expect(remarks()).toEqual(
      [2, 3, 4, 5, 6, 7].map((row) => ['snapshot.csv', String(row), 'leading_zeros_restored']),
    );
  });

  test('the report tells how the sex column was read', () => {
    const snapshot = coded((sex) => (sex === 'Nam' ? '1' : '2'));
    expect(build({ 'snapshot.csv': snapshot }).stdout).toContain('(mã giới tính: 1 nam, 2 nữ)');
    expect(build({ 'snapshot.csv': SNAPSHOT }, '--replace', '--lang', 'en').stdout).toContain(
      '(sex in words)',
    );
  });
});

describe('rows that need a look are listed in registry.db.remarks.csv, without personal data', () => {
  test('rejected rows, repeated rows and IDs of several persons, with file and row', () => {
    const [an = '', ngoc = '', quan = ''] = SNAPSHOT.split('\n').slice(1);
    const other = '001090000333,Hồ Quý Hợi,Nam,1970-01-02,01';
    const lines = [
      an,
      ngoc,
      ngoc,
      quan,
      other,
      'x',
      ',Hồ Quý Hợi,Nam,1970-01-02,01',
      '12345,Hồ Quý Hợi,Nam,1970-01-02,01',
      '052078000999,,Nam,1970-01-02,01',
      ',,,,',
      '"052078000998,Hồ',
    ];
    const content = `${SNAPSHOT.split('\n')[0]}\n${lines.join('\n')}\n`;
    const ran = build({ 'snapshot.csv': content }, '--json');
    expect(ran.code).toBe(0);
    expect(remarks()).toEqual([
      ['snapshot.csv', '7', 'wrong_field_count'],
      ['snapshot.csv', '8', 'bad_personal_id'],
      ['snapshot.csv', '9', 'bad_personal_id'],
      ['snapshot.csv', '10', 'no_name'],
      ['snapshot.csv', '11', 'empty_row'],
      ['snapshot.csv', '12', 'broken_quotes'],
      ['snapshot.csv', '4', 'repeated_row'],
      ['snapshot.csv', '5', 'id_not_unique'],
      ['snapshot.csv', '6', 'id_not_unique'],
    ]);
    expect(JSON.parse(ran.stdout).remarks).toEqual({
      wrong_field_count: 1,
      bad_personal_id: 2,
      no_name: 1,
      empty_row: 1,
      broken_quotes: 1,
      repeated_row: 1,
      id_not_unique: 2,
    });
  });

  test('a person whose ID somebody else has too is never verified', () => {
    const other = '001090000333,Hồ Quý Hợi,Nam,1970-01-02,01\n';
    expect(build({ 'snapshot.csv': SNAPSHOT + other }).code).toBe(0);
    writeFileSync(temp('doses.csv'), DOSES);
    doisoat(['run', '--doses', temp('doses.csv'), '--registry', db(), '--out', temp('out')]);
    expect(outcomes(temp('out'))[2]).toBe('4 needs_review registry_id_not_unique');
  });
});

describe('snapshots that cannot be used end with exit code 3 and leave nothing', () => {
  test.each<[string, string, string, RegExp]>([
    [
      'no ID column',
      'HoVaTen,NgayThangNamSinh\nNguyễn Văn An,1985\n',
      'unknown_layout',
      /missing: .*SoDinhDanh.*found: HoVaTen, NgayThangNamSinh/,
    ],
    [
      'a list of doses',
      DOSES,
      'snapshot_is_dose_list',
      /snapshot\.csv has columns of vaccines or dose dates/,
    ],
    ['empty', '', 'input_empty', /is empty/],
    ['a workbook', 'PK\u0003\u0004', 'input_zip_damaged', /workbook/],
    [
      'two ID columns',
      'SoDinhDanh,so_dinh_danh,HoVaTen,NgayThangNamSinh\n',
      'duplicate_columns',
      /SoDinhDanh \(column 1\), so_dinh_danh \(column 2\)/,
    ],
    [
      'a header without rows',
      'SoDinhDanh,HoVaTen,NgayThangNamSinh\n',
      'no_persons',
      /None of the 0 rows of snapshot\.csv/,
    ],
    [
      'rows of which none has a usable ID',
      'SoDinhDanh,HoVaTen,NgayThangNamSinh\n123,Nguyễn Văn An,1985\n,Trần Ngọc,1985\n',
      'no_persons',
      /None of the 2 rows of snapshot\.csv/,
    ],
  ])('%s', (_, content, code, what) => {
    // biome-ignore format: as it is
    expectFault(build({ 'snapshot.csv': content }), { exit: 3, code, what });
    expect(listing(temp())).toEqual(['snapshot.csv']);
  });
});

describe('the same snapshot gives the same bytes', () => {
  test('of registry and remarks, whatever the folder and the name of the file are', () => {
    expect(build({ 'snapshot.csv': SNAPSHOT + SNAPSHOT.split('\n')[1] }).code).toBe(0);
    const first = [db(), `${db()}.remarks.csv`].map((path) => readFileSync(path));
    expect(build({ 'snapshot.csv': SNAPSHOT + SNAPSHOT.split('\n')[1] }, '--replace').code).toBe(0);
    expect([db(), `${db()}.remarks.csv`].map((path) => readFileSync(path))).toEqual(first);
  });

  test('another snapshot or another latest date makes another registry ID', () => {
    const id = (ran: { stdout: string }) => JSON.parse(ran.stdout).registryId;
    const first = id(build({ 'snapshot.csv': SNAPSHOT }, '--json'));
    expect(id(build({ 'snapshot.csv': SNAPSHOT.trimEnd() }, '--json', '--replace'))).not.toBe(first);
    writeFileSync(temp('config.json'), '{"latestDate":"1980-01-01"}');
    const flags = ['--json', '--replace', '--config', temp('config.json')];
    expect(id(build({ 'snapshot.csv': SNAPSHOT }, ...flags))).not.toBe(first);
    expect(id(build({ 'snapshot.csv': SNAPSHOT }, '--json', '--replace'))).toBe(first);
  });
});

test('a header that does not fit is told by the rule for snapshots', () => {
  const expected = /personal ID \(or CMND\), full name \(or surname and given name\), birth date/;
  const ran = build({ 'snapshot.csv': 'HoVaTen,NgayThangNamSinh\nNguyễn Văn An,1985\n' });
  expectFault(ran, { exit: 3, code: 'unknown_layout', what: /snapshot\.csv/, expected });
});

test('--quiet prints nothing; the registry is there', () => {
  expect(build({ 'snapshot.csv': SNAPSHOT }, '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(persons()).toHaveLength(6);
});

describe('birth dates that a spreadsheet with American settings wrote', () => {
  const snapshot = (dates: readonly string[]) =>
    ['SoDinhDanh,HoVaTen,GioiTinh,NgayThangNamSinh']
      .concat(dates.map((date, i) => `00118500123${i},Nguyễn Thị Hoa,Nữ,${date}`))
      .join('\n');

  test.each<[string, readonly string[]]>([
    ['one that can only be month/day/year', ['3/14/1985', '11/2/1990', '5/6/1985']],
    ['both orders', ['3/14/1985', '14/3/1985', '5/6/1985']],
  ])('are refused: %s', (_, dates) => {
    const built = build({ 'snapshot.csv': snapshot(dates) });
    const what = /snapshot\.csv.*month\/day\/year/;
    expectFault(built, { exit: 3, code: 'snapshot_month_first', what, expected: /yyyy-mm-dd/ });
    expect(listing(temp())).toEqual(['snapshot.csv']);
  });

  test('day/month/year is read', () => {
    expect(build({ 'snapshot.csv': snapshot(['14/3/1985', '2/11/1990']) }).code).toBe(0);
    expect(persons().map(({ birthDate }) => Object.values(birthDate))).toEqual([
      [1985, 3, 14],
      [1990, 11, 2],
    ]);
  });
});

test('the report says what was narrowed and what is still too crowded', () => {
  const report = {
    registryId: 'x',
    persons: 98_000_000,
    snapshots: [],
    remarks: {},
    crowdedKeys: [
      {
        rule: 'name_birth_year',
        keys: 33_230,
        persons: 13_528_875,
        narrowedBy: ['province', 'district'],
        still: { keys: 2, persons: 431 },
      },
      { rule: 'cmnd', keys: 1, persons: 250, narrowedBy: [], still: { keys: 1, persons: 250 } },
    ],
    bytes: 1_000_000,
    remarksFile: 'registry.db.remarks.csv',
  } as const;
  const text = (language: 'vi' | 'en') => buildReportText(report, 'registry.db', language, { next: false });
  expect(text('vi')).toContain(
    'name_birth_year: 33.230 khóa (13.528.875 người), thu hẹp theo tỉnh, rồi huyện; vẫn quá đông 2 khóa (431 người)',
  );
  expect(text('vi')).toContain('cmnd: 1 khóa (250 người), không dùng để tìm');
  expect(text('en')).toContain(
    'name_birth_year: 33,230 keys (13,528,875 persons), narrowed by province, then district; still too crowded 2 keys (431 persons)',
  );
});
