import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROVINCES } from '../../src/domain/provinces.js';
import {
  createPlaceResolver,
  provinceCodeOfName,
  provinceOfFacilityCode,
} from '../../src/normalize/place.js';

const ROWS = readFileSync(join(import.meta.dirname, '../../src/domain/data/communes-2022.csv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split(','));
const resolver = createPlaceResolver(ROWS);

interface Texts {
  readonly p?: string;
  readonly pc?: string;
  readonly d?: string;
  readonly dc?: string;
  readonly c?: string;
  readonly cc?: string;
}

function place({ p = '', pc = '', d = '', dc = '', c = '', cc = '' }: Texts): string {
  const found = resolver.resolve({
    provinceCode: pc,
    provinceName: p,
    districtCode: dc,
    districtName: d,
    communeCode: cc,
    communeName: c,
  });
  return `${found.province}/${found.district}/${found.commune}`;
}

test.each<[string, Texts, string]>([
  ['codes', { pc: '01', dc: '001', cc: '00001' }, '1/1/1'],
  ['codes without zeros', { pc: '1', dc: '1', cc: '1' }, '1/1/1'],
  ['codes as decimals', { pc: '79.0', dc: '760.0', cc: '26740.0' }, '79/760/26740'],
  ['a commune code says everything', { cc: '26740' }, '79/760/26740'],
  ['a district code says the province', { dc: '760' }, '79/760/0'],
  [
    'codes that contradict, names decide',
    { pc: '01', cc: '26740', d: 'Quận Ba Đình', c: 'Phường Phúc Xá' },
    '1/1/1',
  ],
  ['unknown code, names help', { pc: '99', p: 'Hà Nội', d: 'Ba Đình' }, '1/1/0'],
  ['full names', { p: 'Thành phố Hà Nội', d: 'Quận Ba Đình', c: 'Phường Phúc Xá' }, '1/1/1'],
  ['abbreviated types', { p: 'TP. HCM', d: 'Q1', c: 'P. Bến Nghé' }, '79/760/26740'],
  ['numbers with and without zero', { p: 'TPHCM', d: 'Quận 3', c: 'P1' }, '79/770/27160'],
  ['capitals without accents', { p: 'HA NOI', d: 'BA DINH', c: 'PHUC XA' }, '1/1/1'],
  ['NFD', { p: 'Hà Nội'.normalize('NFD'), d: 'Ba Đình'.normalize('NFD') }, '1/1/0'],
  ['tone placement', { p: 'Tỉnh Hoà Bình' }, '17/0/0'],
  ['ambiguous HN alone', { p: 'HN' }, '0/0/0'],
  ['HN settled by the district', { p: 'HN', d: 'TP Phủ Lý' }, '35/347/0'],
  ['HN settled by the other district', { p: 'HN', d: 'Ba Đình' }, '1/1/0'],
  ['BD settled by district and commune', { p: 'BD', d: 'Thuận An', c: 'An Phú' }, '74/725/25975'],
  ['BĐ with its accent is Bình Định', { p: 'BĐ' }, '52/0/0'],
  ['town or district unknown', { p: 'Đồng Tháp', d: 'Cao Lãnh' }, '87/0/0'],
  ['the type decides', { p: 'Đồng Tháp', d: 'Huyện Cao Lãnh' }, '87/873/0'],
  ['a commune called like a type word', { p: 'Điện Biên', c: 'Xa Dung' }, '11/101/3373'],
  ['district alone, unique in the country', { d: 'Côn Đảo' }, '77/755/0'],
  ['an unknown province is not replaced by its district', { p: 'Atlantis', d: 'Ba Đình' }, '0/0/0'],
  ['nothing', {}, '0/0/0'],
])('%s', (_, texts, expected) => expect(place(texts)).toBe(expected));

test('every commune is found again by its names', () => {
  const wrong = ROWS.slice(1).filter(
    ([p = '', pc, d = '', dc, c = '', cc]) =>
      place({ p, d, c }) !== `${Number(pc)}/${Number(dc)}/${Number(cc)}`,
  );
  expect(wrong).toEqual([]);
});

test('without accents a commune is found or left open, never confused', () => {
  const plain = (text: string) =>
    text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').toUpperCase();
  let open = 0;
  for (const [p = '', , d = '', , c = '', cc] of ROWS.slice(1)) {
    const commune = Number(place({ p: plain(p), d: plain(d), c: plain(c) }).split('/')[2]);
    if (commune === 0) open += 1;
    else expect(commune).toBe(Number(cc));
  }
  expect(open).toBeLessThan(60);
});

test.each(PROVINCES.map((province) => [province.name, province.shortName, province.code]))(
  '%s',
  (name, short, code) => {
    expect(provinceCodeOfName(name)).toBe(code);
    expect(provinceCodeOfName(short.toUpperCase())).toBe(code);
  },
);

test.each([
  ['Sài Gòn', '79'],
  ['TT-Huế', '46'],
  ['T.P Hồ Chí Minh', '79'],
  ['Hà Tây', '01'],
  ['LC', ''],
  ['', ''],
  ['Cao Nguyên', ''],
])('province of the name %s', (name, code) => expect(provinceCodeOfName(name)).toBe(code));

test.each([
  ['01003', '01'],
  ['96_D003', '96'],
  ['01E02', '01'],
  ['1003', '01'],
  ['3003', ''],
  ['DC001', ''],
  ['', ''],
])('province of the facility code %s', (code, province) =>
  expect(provinceOfFacilityCode(code)).toBe(province),
);
