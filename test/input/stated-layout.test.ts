import { detectLayout } from '../../src/input/header.js';
import { fieldOfHeader } from '../../src/input/header-field.js';
import { layoutAsStated, referenceOf, type StatedLayout } from '../../src/input/stated-layout.js';

const FILE = [
  'Trạm y tế Đống Đa,,,,',
  'Ô 1,Người tiêm,Ngày,Số,Số',
  '1,Nguyễn Văn An,14/03/1985,079085000111,0912345678',
  '2,Trần Thị Bích,02/11/1985,079185000222,0912345679',
].join('\n');

const stated = (more: Partial<StatedLayout>): StatedLayout => ({
  kind: 'long',
  headerRows: [2],
  fields: { name: 'Người tiêm', birth_date: 'Ngày' },
  doses: [],
  ...more,
});
const read = (more: Partial<StatedLayout>, text = FILE) => layoutAsStated(Buffer.from(text), stated(more));

test('a header in words that no table has is read as stated, and every column keeps its name', () => {
  expect(read({ fields: { name: 'người tiêm', birth_date: 3, personal_id: 4 } })).toMatchObject({
    kind: 'found',
    layout: {
      delimiter: ',',
      columns: ['Ô 1', 'Người tiêm', 'Ngày', 'Số', 'Số (2)'],
      fields: { name: 1, birth_date: 2, personal_id: 3 },
      doses: [{}],
      firstDataRow: 3,
    },
  });
});

test('without a header, columns are called by their number', () => {
  const text = FILE.split('\n').slice(2).join('\n').replaceAll(',', ';');
  expect(read({ headerRows: [], fields: { name: 2, personal_id: 4 } }, text)).toMatchObject({
    kind: 'found',
    headerRows: [],
    layout: {
      delimiter: ';',
      columns: ['column_1', 'column_2', 'column_3', 'column_4', 'column_5'],
      fields: { name: 1, personal_id: 3 },
      firstDataRow: 1,
    },
  });
});

describe('what the file lacks of what is stated, all at once', () => {
  test.each<[string, Partial<StatedLayout>, string[]]>([
    [
      'columns that are not there',
      { fields: { name: 'Họ tên', birth_date: 9 } },
      [
        'columns.name: the file has no column "Họ tên"',
        'columns.birth_date: there is no column 9, the file has 5',
      ],
    ],
    [
      'a name of two columns',
      { fields: { personal_id: 'Số' } },
      ['columns.personal_id: columns 4, 5 are all called "Số": give the number'],
    ],
    [
      'one column for two fields',
      { fields: { name: 2, birth_date: 'Người tiêm' } },
      ['columns.birth_date: column 2 is columns.name already'],
    ],
    [
      'one column for a person and a dose',
      { fields: { personal_id: 4 }, doses: [{ dose_date: 4 }] },
      ['doses.0.dose_date: column 4 is columns.personal_id already'],
    ],
    [
      'a header row behind the end',
      { headerRows: [40] },
      ['header_rows: row 40 is blank, broken or not among the first rows of the file'],
    ],
  ])('%s', (_, more, faults) => {
    expect(read(more)).toEqual({ kind: 'unfit', faults });
  });
});

test.each([
  ['long', 'Họ và tên,Ngày sinh,CCCD,Ghi chú,Ghi chú,\nA,1,2,3,4,5\n'],
  [
    'two header rows',
    'Họ và tên,CCCD,Mũi 1,,Mũi 2,\n,,Tên vắc xin,Ngày tiêm,Tên vắc xin,Ngày tiêm\nA,1,2,3,4,5\n',
  ],
])('what detection finds, stated, is the same layout: %s', (_, text) => {
  const head = Buffer.from(text);
  const found = detectLayout(head);
  if (found.kind !== 'found') throw new Error('no layout');
  const { layout, headerRows, headers } = found;
  const named = (fields: object) =>
    Object.fromEntries(
      Object.entries(fields).map(([field, at]) => [field, referenceOf(layout, headers, at)]),
    );
  const again = layoutAsStated(
    head,
    { kind: layout.kind, headerRows, fields: named(layout.fields), doses: layout.doses.map(named) },
    { sexCoding: layout.sexCoding },
  );
  expect(JSON.stringify(again.kind === 'found' && again.layout)).toBe(JSON.stringify(layout));
});

test.each([
  ['Họ và tên', 'name'],
  ['Ngày tiêm', 'dose_date'],
  ['Họ tên mẹ', 'somebody_else'],
  ['Số CCCD người giám hộ', 'somebody_else'],
  ['Ngày cấp', 'somebody_else'],
  ['Ngày', null],
  ['Ô 1', null],
  ['', null],
])('the header "%s" alone is taken for %s', (header, field) => {
  expect(fieldOfHeader(header)).toBe(field);
});
