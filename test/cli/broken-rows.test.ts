import { writeFileSync } from 'node:fs';
import { doisoat, useSharedFolder, useTempFolder } from './program.js';
import { outcomes, readRows, readTable } from './results.js';
import { buildSmallRegistry, DOSE_HEADER, dose, PEOPLE } from './small-data.js';

const shared = useSharedFolder();
const temp = useTempFolder();
const registry = shared('registry.db');
const [AN, NGOC, QUAN] = PEOPLE;

beforeAll(() => buildSmallRegistry(shared('snapshot.csv'), registry));

function run(lines: readonly (string | Buffer)[], ...flags: string[]) {
  const bytes = [DOSE_HEADER, ...lines].flatMap((line) => [Buffer.from(line), Buffer.from('\n')]);
  writeFileSync(temp('doses.csv'), Buffer.concat(bytes));
  const args = ['run', '--doses', temp('doses.csv'), '--registry', registry, '--out', temp('out')];
  return doisoat([...args, '--jobs', '1', ...flags]);
}

/** The row with a Latin-1 ê in the name. */
const LATIN1 = Buffer.from(dose(2, NGOC).replace('Trần', 'Tr\u00EAn'), 'latin1');

describe('one broken row between good ones: it is rejected, and the good ones are found', () => {
  test.each<[rule: string, row: string | Buffer, reason: string, rawText: string]>([
    ['too few fields', 'M2,Trần Thị Bích Ngọc,Nữ', 'wrong_field_count', 'M2,Trần Thị Bích Ngọc,Nữ'],
    ['too many fields', `${dose(2, NGOC)},x,y`, 'wrong_field_count', `${dose(2, NGOC)},x,y`],
    ['a quote that is never closed', dose(2, NGOC, '"tổ 5'), 'broken_quotes', dose(2, NGOC, '"tổ 5')],
    ['a quote never closed in the first field', `"${dose(2, NGOC)}`, 'broken_quotes', `"${dose(2, NGOC)}`],
    ['text after a closing quote', dose(2, NGOC, '"tổ" 5'), 'broken_quotes', dose(2, NGOC, '"tổ" 5')],
    ['bytes that are not UTF-8', LATIN1, 'invalid_encoding', '\\xEAn'],
    ['delimiters only', ',,,,,,,,', 'empty_row', ',,,,,,,,'],
    ['spaces only', ' , ,,,,,,, ', 'empty_row', ' , ,,,,,,, '],
    ['a sum below the list', ',Tổng cộng: 22 mũi,,,,,,,', 'not_a_record', ''],
    ['a signature line', 'Người lập biểu', 'not_a_record', 'Người lập biểu'],
    ['neither name nor ID', 'M2,,Nữ,02/11/1985,,1,10/07/2021,79_D001,', 'no_name_and_no_id', ''],
    [
      'words that say there is neither',
      'M2,không rõ,Nữ,02/11/1985,-,1,10/07/2021,79_D001,',
      'no_name_and_no_id',
      '',
    ],
  ])('%s', (_, row, reason, rawText) => {
    const ran = run([dose(1, AN), row, dose(3, QUAN)], '--config', gatesOff());
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(outcomes(temp('out'))).toEqual([
      `2 verified exact ${AN.id}`,
      `3 rejected ${reason}`,
      `4 verified exact ${QUAN.id}`,
    ]);
    const [rejected] = readRows(temp('out', 'rejected.csv'));
    expect(rejected).toMatchObject({ ds_source_file: 'doses.csv', ds_source_row: '3', ds_reason: reason });
    expect(rejected?.ds_explanation).not.toBe('');
    expect(rejected?.ds_source_text).toContain(rawText);
  });
});

test('many broken rows: each is in rejected.csv with file, row number and reason; no other row is lost', () => {
  const good = Array.from({ length: 300 }, (_, i) => dose(i, PEOPLE[i % 6]!));
  const broken = ['x', dose(0, NGOC, '"mở'), LATIN1, ',,,,,,,,', `${dose(0, NGOC)},z`];
  const lines = good.flatMap((line, i) => (i % 60 === 59 ? [line, broken[(i - 59) / 60]!] : [line]));
  expect(run(lines, '--config', gatesOff()).code).toBe(0);
  expect(readTable(temp('out', 'verified.csv'))).toHaveLength(1 + 300);
  expect(
    readRows(temp('out', 'rejected.csv')).map((row) => [
      row.ds_source_file,
      row.ds_source_row,
      row.ds_reason,
    ]),
  ).toEqual([
    ['doses.csv', '62', 'wrong_field_count'],
    ['doses.csv', '123', 'broken_quotes'],
    ['doses.csv', '184', 'invalid_encoding'],
    ['doses.csv', '245', 'empty_row'],
    ['doses.csv', '306', 'wrong_field_count'],
  ]);
});

test('blank lines are no rows, but count in the row numbers', () => {
  const ran = run(['', dose(1, AN), '', '', dose(2, NGOC), '']);
  expect(ran.code).toBe(0);
  expect(outcomes(temp('out'))).toEqual([`3 verified exact ${AN.id}`, `6 verified exact ${NGOC.id}`]);
});

test('a quoted line break is part of the row: the row number counts records', () => {
  expect(run([dose(1, AN, '"tổ 5\nphố Huế"'), dose(2, NGOC)]).code).toBe(0);
  expect(outcomes(temp('out'))).toEqual([`2 verified exact ${AN.id}`, `3 verified exact ${NGOC.id}`]);
  expect(readRows(temp('out', 'verified.csv'))[0]?.['Ghi chú']).toBe('tổ 5\nphố Huế');
});

test('empty cells behind the last column are no fault where the rows have them, one alone is a stray delimiter', () => {
  expect(run([`${dose(1, AN)},,,`, `${dose(2, NGOC)},,,`, `${dose(3, QUAN)},`]).code).toBe(0);
  expect(outcomes(temp('out'))).toEqual([
    `2 verified exact ${AN.id}`,
    `3 verified exact ${NGOC.id}`,
    `4 verified exact ${QUAN.id}`,
  ]);
  run([`${dose(1, AN)},,,`, dose(2, NGOC), dose(3, QUAN)], '--out', temp('other'));
  expect(outcomes(temp('other'))[0]).toBe('2 rejected wrong_field_count');
});

test('values that look like formulas, JSON, HTML or quotes come out as they went in', () => {
  const notes = [
    '=1+1',
    '+84912345678',
    '@x',
    '"a ""b"", c"',
    '<script>alert(1)</script>',
    '\u00A0x ',
    '{"a":1}',
  ];
  const csv = notes.map((note) => (/^\{/.test(note) ? `"${note.replaceAll('"', '""')}"` : note));
  expect(run(csv.map((note, i) => dose(i, AN, note))).code).toBe(0);
  expect(readRows(temp('out', 'verified.csv')).map((row) => row['Ghi chú'])).toEqual([
    ...notes.slice(0, 3),
    'a "b", c',
    ...notes.slice(4),
  ]);
});

describe('quality gates', () => {
  test('more rejected rows than allowed: published, exit code 1, a warning on stderr', () => {
    const ran = run([dose(1, AN), 'x']);
    expect(ran.code).toBe(1);
    expect(ran.stderr.replaceAll('\u00a0', ' ')).toBe(
      'Lưu ý: 1 trong 2 dòng (50 %) bị loại, quá ngưỡng 1 %. Kết quả vẫn dùng được; mã thoát là 1.\n',
    );
    expect(outcomes(temp('out'))).toEqual([`2 verified exact ${AN.id}`, '3 rejected wrong_field_count']);
  });
});

function gatesOff(): string {
  const path = temp('config.json');
  writeFileSync(path, JSON.stringify({ gates: { maxRejectedShare: 1, maxReviewShare: 1 } }));
  return path;
}
