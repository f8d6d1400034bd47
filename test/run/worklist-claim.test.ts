import type { FileLayout } from '../../src/domain/dose-record.js';
import { claimOf } from '../../src/run/worklist-claim.js';
import { WorkLists } from '../../src/run/worklist-lists.js';

/** Two dose blocks of code, name, province. */
const LAYOUT: FileLayout = {
  kind: 'wide',
  delimiter: ',',
  columns: [],
  fields: {},
  doses: [0, 3].map((at) => ({ facility_code: at, facility_name: at + 1, facility_province: at + 2 })),
  sexCoding: 'platform',
  firstDataRow: 1,
};
const HOME = { province: 75, district: 740, commune: 26368 };
const NOWHERE = { province: 0, district: 0, commune: 0 };
const words = () => 'Xã Bàu Cạn, Huyện Long Thành';

describe('the list of a row by facility', () => {
  test.each([
    ['the last dose', ['01J08', 'A', '', '79001', 'B', ''], 'facility 79001', '79'],
    ['the last dose that names one', ['01J08', 'A', '', ' ', '', ''], 'facility 01J08', '01'],
    ['a code in any case', ['', '', '', '01j08', '', ''], 'facility 01J08', '01'],
    ['an apostrophe before the code', ['', '', '', "'01J08 ", '', ''], 'facility 01J08', '01'],
    [
      'a name without a code, with its province',
      ['', '', '', '', 'TYT  Hạ Mỗ', 'Hà Nội'],
      'facility of 01 tyt hạ mỗ',
      '01',
    ],
    ['none: the list of the province of residence', ['', '', '', '', '', ''], 'unknown 75', '75'],
  ])('%s', (_, fields, key, province) => {
    expect(claimOf('facility', fields, LAYOUT, HOME, words)).toMatchObject({ key, province });
  });

  test('neither facility nor residence', () => {
    const claim = claimOf('facility', ['', '', '', '', '', ''], LAYOUT, NOWHERE, words);
    expect(claim).toEqual({ key: 'unknown ', code: '', name: '', province: '' });
  });
});

test.each([
  ['a commune', 'commune', HOME, 'commune 26368', '26368', '75'],
  ['a residence without its commune', 'commune', { ...HOME, commune: 0 }, 'unknown 75', '', '75'],
  ['the province of the facility', 'province', HOME, 'province 79', '79', '79'],
] as const)('by %s', (_, by, home, key, code, province) => {
  const fields = ['', '', '', '79001', '', ''];
  expect(claimOf(by, fields, LAYOUT, home, words)).toMatchObject({ key, code, province });
});

test('a list has the name and the province that most of its rows say', () => {
  const lists = new WorkLists();
  const row = (name: string, province: string) => ({ key: 'facility 01J08', code: '01J08', name, province });
  for (const claim of [row('TYT Hạ Mỗ', '01'), row('Trạm', '79'), row('TYT Hạ Mỗ', '01'), row('', '')]) {
    expect(lists.add(claim)).toBe(0);
  }
  expect(lists.titleOf(0)).toEqual({ province: '01', code: '01J08', name: 'TYT Hạ Mỗ' });
});
