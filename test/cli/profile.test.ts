import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expectFault } from './faults.js';
import { doisoat, generate, useSharedFolder, useTempFolder } from './program.js';
import { buildSmallRegistry, DOSE_HEADER, DOSES, PEOPLE } from './small-data.js';

const shared = useSharedFolder();
const temp = useTempFolder();
const registry = shared('registry.db');

beforeAll(() => {
  mkdirSync(shared('data'));
  generate(shared('data'), 600, 1200, 5);
  buildSmallRegistry(shared('small.csv'), shared('small.db'));
  const built = doisoat([
    'registry',
    'build',
    '--snapshot',
    shared('data', 'snapshot-1.csv'),
    '--db',
    registry,
  ]);
  if (built.code !== 0) throw new Error(built.stderr);
});

const RESULTS = [
  'verified.csv',
  'mismatch.csv',
  'needs-review.csv',
  'rejected.csv',
  'summary-by-province.csv',
];

function runSmall(doses: string, out: string, ...flags: string[]) {
  return doisoat([
    'run',
    '--doses',
    doses,
    '--registry',
    shared('small.db'),
    '--out',
    out,
    '--jobs',
    '1',
    '-q',
    ...flags,
  ]);
}

/** A mapping file of one entry for every input. */
function mapping(entry: object, name = '*'): string {
  const path = temp('mapping.json');
  const document = { format: 'doisoat-mapping', format_version: 1, files: [{ name, ...entry }] };
  writeFileSync(path, JSON.stringify(document));
  return path;
}

const manifestOf = (folder: string) => JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'));

describe('doisoat profile', () => {
  test('names layout, encoding, columns and what is missing, and shows no value of a row', () => {
    writeFileSync(temp('a.csv'), DOSES);
    const { code, stdout, stderr } = doisoat(['profile', temp('a.csv'), '--lang', 'en']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('a.csv: doses, long: one dose a row; 6 rows');
    expect(stdout).toContain('Encoding: utf-8, by all its bytes being valid; delimiter: comma');
    expect(stdout).toContain('Lacking place');
    expect(stdout).toContain('Kept as they are, not used (2): 1 Mã mũi tiêm, 9 Ghi chú');
    for (const { name, id, birth } of PEOPLE) {
      for (const value of [name, id, birth]) expect(stdout).not.toContain(value);
    }
  });

  test('tells in Vietnamese by default', () => {
    writeFileSync(temp('a.csv'), DOSES);
    expect(doisoat(['profile', temp('a.csv')]).stdout).toContain(
      'danh sách mũi tiêm, một mũi một dòng; 6 dòng',
    );
  });

  test('--json holds every column; an input that cannot be read is told beside the others, exit code 3', () => {
    writeFileSync(temp('a.csv'), DOSES);
    writeFileSync(temp('b.csv'), 'x,y\n1,2\n');
    const { code, stdout } = doisoat(['profile', temp(), '--json']);
    const { inputs, unread } = JSON.parse(stdout);
    expect(code).toBe(3);
    expect(inputs).toHaveLength(1);
    expect(inputs[0]).toMatchObject({ name: 'a.csv', rows: 6, layout: 'long', header_rows: [1] });
    expect(inputs[0].columns.map(({ field }: { field: string | null }) => field)).toEqual([
      null,
      'name',
      'sex',
      'birth_date',
      'personal_id',
      'dose_number',
      'dose_date',
      'facility_code',
      null,
    ]);
    expect(unread).toMatchObject([{ name: 'b.csv', code: 'unknown_layout' }]);
  });

  test('--rows reads the first rows and says so; a snapshot is known for one', () => {
    const { stdout } = doisoat(['profile', shared('data', 'snapshot-1.csv'), '--rows', '50', '--json']);
    expect(JSON.parse(stdout).inputs[0]).toMatchObject({
      rows: 50,
      only_first_rows: true,
      layout: 'snapshot',
    });
  });
});

describe('a mapping', () => {
  test.each(['doses-long.csv', 'doses-wide.csv'])(
    'written for %s and used gives the same results',
    (name) => {
      const doses = shared('data', name);
      const path = temp('mapping.json');
      expect(doisoat(['profile', doses, '-q', '--write-mapping', path]).code).toBe(0);
      const args = ['run', '--doses', doses, '--registry', registry, '--jobs', '1', '-q', '--out'];
      doisoat([...args, temp('without')]);
      const { stderr } = doisoat([...args, temp('with'), '--mapping', path]);
      expect(stderr).not.toContain('warning');
      for (const file of RESULTS) {
        expect(readFileSync(temp('with', file))).toEqual(readFileSync(temp('without', file)));
      }
      const [before, after] = [manifestOf(temp('without')), manifestOf(temp('with'))];
      expect(JSON.stringify(after.inputs[0].read_as)).toBe(JSON.stringify(before.inputs[0].read_as));
      expect([before.settings.mapping, before.inputs[0].mapping]).toEqual([null, undefined]);
      expect(after.settings.mapping).toMatch(/^[0-9a-f]{64}$/);
      expect(after.inputs[0].mapping).toBe(name);
      const again = doisoat([
        'profile',
        doses,
        '-q',
        '--mapping',
        path,
        '--write-mapping',
        temp('again.json'),
      ]);
      expect(again.code).toBe(0);
      expect(readFileSync(temp('again.json'), 'utf8')).toBe(readFileSync(path, 'utf8'));
    },
  );

  test('an existing mapping is never overwritten', () => {
    writeFileSync(temp('a.csv'), DOSES);
    writeFileSync(temp('m.json'), 'mine');
    expect(doisoat(['profile', temp('a.csv'), '-q', '--write-mapping', temp('m.json')]).code).toBe(5);
    expect(readFileSync(temp('m.json'), 'utf8')).toBe('mine');
  });

  test('makes a file without a header readable, by column numbers', () => {
    const doses = temp('bare.csv');
    writeFileSync(doses, DOSES.slice(DOSES.indexOf('\n') + 1));
    expectFault(runSmall(doses, temp('out')), { exit: 3, code: 'unknown_layout', what: '' });
    const path = mapping({
      header_rows: [],
      columns: { name: 2, sex: 3, birth_date: 4, personal_id: 5 },
      doses: [{ dose_date: 7, facility_code: 8 }],
    });
    const { code, stderr } = runSmall(doses, temp('out'), '--mapping', path);
    expect([code, stderr]).toEqual([0, '']);
    const lines = readFileSync(temp('out', 'verified.csv'), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(7);
    expect(lines[0]).toMatch(/^column_1,column_2,/);
    expect(lines[1]).toMatch(/^M1,Nguyễn Văn An,/);
  });

  test('reads columns of names that no table has, and keeps the others', () => {
    writeFileSync(temp('a.csv'), DOSES.replace(DOSE_HEADER, 'A,B,C,D,E,F,G,H,I'));
    const path = mapping({
      header_rows: [1],
      columns: { name: 'B', birth_date: 'D', personal_id: 'E', sex: 'C' },
    });
    expect(runSmall(temp('a.csv'), temp('out'), '--mapping', path).code).toBe(0);
    expect(readFileSync(temp('out', 'verified.csv'), 'utf8')).toMatch(/^A,B,C,D,E,F,G,H,I,ds_/);
  });

  test('what the file lacks is told whole, exit code 3', () => {
    writeFileSync(temp('a.csv'), DOSES);
    const path = mapping({
      header_rows: [1],
      columns: { name: 'Tên', birth_date: 'Ngày sinh', personal_id: 70 },
    });
    const ran = runSmall(temp('a.csv'), temp('out'), '--mapping', path);
    expectFault(ran, { exit: 3, code: 'mapping_unfit', what: '' });
    expect(ran.stderr).toContain('columns.name: the file has no column "Tên"');
    expect(ran.stderr).toContain('columns.personal_id: there is no column 70, the file has 9');
  });

  test.each<[string, object, string]>([
    [
      'a dose date as birth date',
      { name: 'Họ và tên', birth_date: 'Ngày tiêm' },
      'read as birth_date, but its header is one of dose_date',
    ],
    [
      'an ID as name',
      { name: 'CMND/CCCD/HC', birth_date: 'Ngày sinh' },
      'only 0 of its first 6 values look like a name',
    ],
    [
      'the row number as ID',
      { personal_id: 'Mã mũi tiêm' },
      'only 0 of its first 6 values look like a personal_id',
    ],
  ])('%s: the run warns', (_, columns, text) => {
    writeFileSync(temp('a.csv'), DOSES);
    const path = mapping({ header_rows: [1], columns });
    expect(runSmall(temp('a.csv'), temp('out'), '--mapping', path).stderr).toContain(text);
  });

  test('day and month, sex and an entry for no file: the run warns', () => {
    const more = Array.from({ length: 8 }, () => DOSES.split('\n').slice(1, 7)).flat();
    const coded = [...DOSES.trimEnd().split('\n'), ...more]
      .join('\n')
      .replaceAll(',Nam,', ',0,')
      .replaceAll(',Nữ,', ',1,');
    writeFileSync(temp('a.csv'), coded);
    const path = mapping({ birth_dates: 'month-first', sex_coding: 'registry' });
    const { stderr } = runSmall(temp('a.csv'), temp('out'), '--mapping', path);
    expect(stderr).toContain('birth dates are read month-first, but the values say day-first');
    expect(stderr).toContain('sex is read in the coding registry, but IDs and names say platform');
    const other = mapping({ encoding: 'utf-8' }, 'b.csv');
    expect(runSmall(temp('a.csv'), temp('out2'), '--mapping', other).stderr).toContain(
      'the entry "b.csv" of the mapping is for none of the inputs',
    );
  });

  test('--since works on the rows of an input anew that is now read otherwise, to the same bytes', () => {
    const doses = shared('data', 'doses-long.csv');
    const args = ['run', '--doses', doses, '--registry', registry, '--jobs', '1', '--lang', 'en', '--out'];
    doisoat([...args, temp('first'), '-q']);
    const path = mapping({
      header_rows: [1],
      columns: { name: 'Họ và tên', birth_date: 'Ngày sinh' },
      doses: [{ dose_date: 'Ngày tiêm' }],
    });
    const since = doisoat([...args, temp('since'), '--mapping', path, '--since', temp('first')]);
    expect(since.stderr).toContain('nothing of');
    doisoat([...args, temp('whole'), '-q', '--mapping', path]);
    for (const file of RESULTS)
      expect(readFileSync(temp('since', file))).toEqual(readFileSync(temp('whole', file)));
  });
});

describe('every fault of a mapping is told at once, exit code 2', () => {
  const good = { header_rows: [1], columns: { personal_id: 'CCCD' } };
  test.each<[string, object, string[]]>([
    ['columns without rows', { columns: { personal_id: 1 } }, ['files.0.columns: goes together with']],
    [
      'nobody can be found',
      { ...good, columns: { name: 1 } },
      ['files.0.columns: expected personal_id, or name and birth_date'],
    ],
    [
      'an unknown field',
      { ...good, columns: { personal_id: 1, cccd: 2 } },
      ['files.0.columns.cccd: no such entry'],
    ],
    ['an unknown setting', { ...good, encodng: 'utf-8' }, ['files.0.encodng: no such entry']],
    [
      'texts without a header',
      { header_rows: [], columns: { personal_id: 'CCCD' } },
      ['files.0.columns: expected column numbers'],
    ],
    ['data in the header', { ...good, first_data_row: 1 }, ['files.0.first_data_row: expected a row below']],
    [
      'header rows apart',
      { ...good, header_rows: [1, 4] },
      ['files.0.header_rows: expected two rows that follow'],
    ],
    [
      'two doses in a row of one',
      { ...good, doses: [{}, {}] },
      ['files.0.doses: expected one in the long layout'],
    ],
    [
      'column 0',
      { ...good, columns: { personal_id: 0 } },
      ['files.0.columns.personal_id: expected the text of a header'],
    ],
    [
      'several at once',
      { ...good, encoding: 'latin', delimiter: '.', layout: 'tall', sex_coding: 1, birth_dates: 'x' },
      [
        'files.0.encoding',
        'files.0.delimiter',
        'files.0.layout',
        'files.0.sex_coding',
        'files.0.birth_dates',
      ],
    ],
  ])('%s', (_, entry, texts) => {
    writeFileSync(temp('a.csv'), DOSES);
    const ran = runSmall(temp('a.csv'), temp('out'), '--mapping', mapping(entry));
    expectFault(ran, { exit: 2, code: 'mapping_invalid', what: '' });
    for (const text of texts) expect(ran.stderr).toContain(text);
  });

  test('a file that is no JSON, or not there', () => {
    writeFileSync(temp('a.csv'), DOSES);
    writeFileSync(temp('bad.json'), '{');
    expectFault(runSmall(temp('a.csv'), temp('out'), '--mapping', temp('bad.json')), {
      exit: 2,
      code: 'mapping_unreadable',
      what: '',
    });
    const gone = temp('gone.json');
    const ran = runSmall(temp('a.csv'), temp('out'), '--mapping', gone);
    expectFault(ran, { exit: 2, code: 'mapping_unreadable', what: '' });
    expect(ran.stderr).toContain(basename(gone));
  });
});
