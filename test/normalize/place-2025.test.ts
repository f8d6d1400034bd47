import { openPlaces } from '../../src/run/reference-data.js';

const of2022 = openPlaces('2022');
const of2025 = openPlaces('2025');

interface Texts {
  readonly p?: string;
  readonly pc?: string;
  readonly d?: string;
  readonly c?: string;
  readonly cc?: string;
}

function read(resolver: typeof of2022, { p = '', pc = '', d = '', c = '', cc = '' }: Texts): string {
  const found = resolver.resolve({
    provinceCode: pc,
    provinceName: p,
    districtCode: '',
    districtName: d,
    communeCode: cc,
    communeName: c,
  });
  return `${found.province}/${found.district}/${found.commune}`;
}

test.each<[string, Texts, string]>([
  ['several districts of one province', { pc: '01', cc: '00097', c: 'Phường Hồng Hà' }, '1/0/0'],
  ['several communes of one district', { pc: '01', cc: '00118', c: 'Phường Bồ Đề' }, '1/4/0'],
  ['one commune', { pc: '08', cc: '00859' }, '2/28/859'],
  ['the same by name', { p: 'Thành phố Hà Nội', c: 'Phường Bồ Đề' }, '1/4/0'],
  ['without accents', { p: 'ha noi', c: 'phuong bo de' }, '1/4/0'],
  ['a province that stayed whole', { pc: '04' }, '4/0/0'],
  ['its name', { p: 'Cao Bằng' }, '4/0/0'],
  ['a new name of one that stayed whole', { p: 'Thành phố Huế' }, '46/0/0'],
  ['a merged province tells none of its parts', { pc: '91' }, '0/0/0'],
  ['but its commune does', { p: 'Tỉnh Tây Ninh', c: 'Xã Tân Lập' }, '72/705/0'],
  ['an abbreviation of a merged province', { p: 'TPHCM' }, '0/0/0'],
  ['a province that is no more', { p: 'Tỉnh Bình Dương' }, '0/0/0'],
  ['a commune of 2022 that is no more', { p: 'Hà Nội', c: 'Phường Phúc Xá' }, '1/0/0'],
  ['a commune of another province than named', { pc: '04', cc: '00097' }, '4/0/0'],
  ['parts of several provinces in the table', { pc: '33', cc: '11995' }, '0/0/0'],
  ['nothing', {}, '0/0/0'],
])('2025: %s', (_, texts, expected) => expect(read(of2025, texts)).toBe(expected));

test('a code means another place in each year', () => {
  const texts = { cc: '00097' };
  expect(read(of2022, texts)).toBe('1/3/97');
  expect(read(of2025, texts)).toBe('1/0/0');
});

test('a ward of 2025 is no commune of 2022 of the same name', () => {
  expect(read(of2022, { p: 'Hà Nội', c: 'Phường Hồng Hà' })).toBe('1/0/0');
  expect(read(of2022, { p: 'Hà Nội', d: 'Huyện Đan Phượng', c: 'Phường Hồng Hà' })).toBe('1/273/9796');
  expect(read(of2022, { p: 'Hà Nội', c: 'Xã Hồng Hà' })).toBe('1/273/9796');
});
