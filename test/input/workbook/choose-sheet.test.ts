import { HEADER, inlineRows, read, type WorkbookXml } from './make-workbook.js';

const LIST = inlineRows([HEADER, ['Lê Văn An', '05/03/1985', '001085012345', '']]);
const OTHER = inlineRows([HEADER, ['Trần Bình', '06/03/1985', '001085012346', ''], ['Lê Tư', '', '', '']]);
const EMPTY = inlineRows([HEADER]);
const CODES = inlineRows([
  ['Mã', 'Tên vắc xin'],
  ['1', 'AstraZeneca'],
]);
const NOTES = inlineRows([['Cách nhập danh sách'], ['1. Không thêm cột']]);
type Sheet = WorkbookXml['sheets'][number];
const sheet = (name: string, rows: string, state?: Sheet['state']): Sheet =>
  state === undefined ? { name, rows } : { name, rows, state };
const failureOf = (code: string, what: RegExp, next = /./) => ({
  detail: { code, exitCode: 3, what: expect.stringMatching(what), next: expect.stringMatching(next) },
});

test.each<[rule: string, sheets: Sheet[], chosen: string, skipped: [string, string, number][]]>([
  ['the only sheet', [sheet('a', LIST)], 'a', []],
  ['code lists have no usable header', [sheet('PL1', LIST), sheet('PL5', CODES)], 'PL1', [['PL5', 'no_header', 0]]],
  ['the list need not be the first sheet', [sheet('Bìa', NOTES), sheet('b', LIST)], 'b', [['Bìa', 'no_header', 0]]],
  ['a guide with an example of the list', [sheet('Hướng dẫn nhập', OTHER), sheet('b', LIST)], 'b', [['Hướng dẫn nhập', 'guide', 2]]],
  ['a guide that is all there is', [sheet('Hướng dẫn', OTHER)], 'Hướng dẫn', []],
  ['a header without rows beside a list', [sheet('Mẫu', EMPTY), sheet('b', LIST)], 'b', [['Mẫu', 'no_rows', 0]]],
  ['a hidden list beside a visible one', [sheet('cũ', OTHER, 'hidden'), sheet('b', LIST)], 'b', [['cũ', 'hidden', 2]]],
  ['a very hidden one', [sheet('cũ', OTHER, 'veryHidden'), sheet('b', LIST)], 'b', [['cũ', 'hidden', 2]]],
  ['a header without rows is all there is', [sheet('a', EMPTY), sheet('b', CODES)], 'a', [['b', 'no_header', 0]]],
  ['a single sheet without usable header: what it lacks is said when it is read', [sheet('a', CODES)], 'a', []],
])('%s', async (_, sheets, chosen, skipped) => {
  const { notes } = await read({ sheets });
  expect(notes.sheet).toBe(chosen);
  expect(notes.skipped).toEqual(skipped.map(([name, why, rows]) => ({ name, why, rows })));
}); // biome-ignore format: a table

test.each<[rule: string, sheets: Sheet[], code: string, what: RegExp, next: RegExp]>([
  ['two lists: reading one would lose rows', [sheet('Tháng 1', LIST), sheet('Tháng 2', OTHER)], 'workbook_several_lists', /"Tháng 1", "Tháng 2"/, /"list.xlsx#Tháng 1" "list.xlsx#Tháng 2"/],
  ['a list with two columns for one field is a list too', [sheet('a', LIST), sheet('b', inlineRows([[...HEADER, 'Họ tên'], ['x', 'y']]))], 'workbook_several_lists', /"a", "b"/, /b"/],
  ['only hidden lists', [sheet('Bìa', NOTES), sheet('b', LIST, 'hidden')], 'workbook_hidden_list', /"b"/, /"list.xlsx#b"/],
  ['no list among several sheets', [sheet('a', CODES), sheet('b', NOTES)], 'workbook_no_list', /"a", "b"/, /header/],
])('%s', async (_, sheets, code, what, next) => {
  await expect(read({ sheets })).rejects.toMatchObject(failureOf(code, what, next));
}); // biome-ignore format: a table

describe('a sheet that is asked for', () => {
  const sheets = [sheet('Tháng 1', LIST), sheet('Tháng 2', OTHER), sheet('ẩn', LIST, 'hidden')];

  test('is read, whatever the others hold', async () => {
    const { csv, notes } = await read({ sheets }, 'tháng 2');
    expect(csv).toContain('Trần Bình');
    expect(notes.skipped).toEqual([
      { name: 'Tháng 1', why: 'not_asked', rows: 1 },
      { name: 'ẩn', why: 'hidden', rows: 1 },
    ]);
  });

  test('is read though hidden', async () => expect((await read({ sheets }, 'ẩn')).notes.sheet).toBe('ẩn'));

  test('is named when it is not there', async () => {
    const failure = failureOf('workbook_sheet_unknown', /no sheet "Tháng 3"/);
    await expect(read({ sheets }, 'Tháng 3')).rejects.toMatchObject(failure);
  });
});
