import type { IdentityField } from '../../src/domain/outcome.js';
import { compare } from '../../src/match/compare.js';
import { editKind } from '../../src/match/edit.js';
import { errorKind } from '../../src/match/error-kind.js';
import { isInitial } from '../../src/match/name-words.js';
import { personOf, recordOf } from './people.js';

/** The kind of error of one field of a record that has nothing else. */
function kindOf(
  field: IdentityField,
  sent: string,
  right: string,
  options: { cmnd?: string; another?: boolean } = {},
) {
  const texts = { id: { id: sent }, name: { name: sent }, birth_date: { born: sent }, sex: { sex: sent } }[
    field
  ];
  const person = personOf({
    id: field === 'id' ? right : '079185001234',
    name: field === 'name' ? right : 'Trần Thị Lan',
    born: field === 'birth_date' ? right : '1985-03-22',
    sex: 'female',
    cmnd: options.cmnd ?? '',
  });
  const { identity, asSent } = recordOf(texts);
  const compared = {
    record: identity,
    asSent,
    person,
    comparison: compare(identity, person, options.another ?? false),
    numberIsAnothers: options.another ?? false,
  };
  return [errorKind(field, compared, 'vi'), errorKind(field, compared, 'en')];
}

test.each([
  ['TRAN DUC THIEN', 'Trần Đức Thiện', 'thiếu dấu', 'accents missing'],
  ['Trầ Đức Thiện', 'Trần Đức Thiện', 'thiếu một chữ cái ở “Trầ”', 'a letter missing in “Trầ”'],
  ['Bùii Nhất Linh', 'Bùi Nhất Linh', 'thừa một chữ cái ở “Bùii”', 'a letter too many in “Bùii”'],
  ['Đnặg Thị Thủy', 'Đặng Thị Thủy', 'đảo hai chữ cái ở “Đnặg”', 'two letters exchanged in “Đnặg”'],
  ['Lí Thái Tuấn', 'Lý Thái Tuấn', 'sai một chữ cái ở “Lí”', 'a wrong letter in “Lí”'],
  ['Quát Đức Luyến', 'Quách Đức Luyến', 'sai chính tả ở “Quát”', '“Quát” misspelt'],
  ['Cöù Thị Sinh', 'Cứ Thị Sinh', 'lỗi phông chữ ở “Cöù”', '“Cöù” is in an old encoding'],
  ['Ng. Th. Tuyết Kha', 'Nguyễn Thị Tuyết Kha', 'viết tắt', 'abbreviated'],
  ['Ng. T. T. Vy', 'Nguyễn Thị Thùy Vy', 'viết tắt', 'abbreviated'],
  ['Cao Th Quy', 'Cao Thị Quý', 'viết tắt, thiếu dấu', 'abbreviated, accents missing'],
  ['Lê Hải', 'Lê Văn Hải', 'thiếu tên đệm “Văn”', 'middle name “Văn” missing'],
  ['Lê Thị Ngọc Hải', 'Lê Thị Hải', 'thừa tên đệm “Ngọc”', 'middle name “Ngọc” too many'],
  [
    'PHAN HAI',
    'Phan Thị Như Hải',
    'thiếu tên đệm “Thị Như”, thiếu dấu',
    'middle name “Thị Như” missing, accents missing',
  ],
  ['Hải Lê Văn', 'Lê Văn Hải', 'đảo thứ tự các chữ', 'words in another order'],
  ['Anh Nguyễn Cường', 'Nguyễn Cường Anh', 'đảo thứ tự các chữ', 'words in another order'],
  ['Ông Sầm Văn Luyến', 'Sầm Văn Luyến', 'có danh xưng “Ông”', 'with the form of address “Ông”'],
  [
    'CHÁU ÔNG NGUYEN VAN TUYEN',
    'Nguyễn Văn Tuyến',
    'có danh xưng “Cháu Ông”, thiếu dấu ở “Nguyen”, “Van”, “Tuyen”',
    'with the form of address “Cháu Ông”, accent missing in “Nguyen”, “Van”, “Tuyen”',
  ],
  ['Kim Lê Văn Hải', 'Lê Văn Hải', 'thừa chữ “Kim” ở đầu', '“Kim” too many in front'],
  [
    'Ngo Nguyen Kim Han (mui 2)',
    'Ngô Nguyễn Kim Hân',
    'có ghi chú trong họ tên, thiếu dấu',
    'with a note in the name, accents missing',
  ],
  ['Trần Hãi Thanh', 'Trần Hải Thanh', 'sai dấu ở “Hãi”', 'wrong accent in “Hãi”'],
  [
    'Trần Thi Thảnh',
    'Trần Thị Thanh',
    'thiếu dấu ở “Thi”, sai dấu ở “Thảnh”',
    'accent missing in “Thi”, wrong accent in “Thảnh”',
  ],
  ['RƠ MAH HBLIU', "Rơ Mah H'Bliu", 'thừa hoặc thiếu dấu nháy', 'apostrophe added or missing'],
  ['Biù Trung Lam', 'Bùi Trung Nam', 'có hai lỗi', 'two slips'],
  ['Bees Văn Khánh', 'Bế Văn Khánh', 'khác họ hoặc tên đệm', 'another surname or middle name'],
  ['Cao Ngọc Thúy', 'Nguyễn Đăng Khoa', '', ''],
  ['', 'Lê Văn Hải', 'hồ sơ đang để trống', 'empty in the record'],
  ['không rõ', 'Lê Văn Hải', 'hồ sơ không ghi', 'not given in the record'],
])('name %j of %s: %s', (sent, right, vi, en) => {
  expect(kindOf('name', sent, right)).toEqual([vi, en]);
});

test.each([
  ['079185001235', '079185001234', 'sai một chữ số', 'one digit wrong'],
  ['079185002134', '079185001234', 'đảo hai chữ số liền nhau', 'two neighbouring digits exchanged'],
  ['07918500123', '079185001234', 'thiếu 1 chữ số ở cuối', 'the last digit missing'],
  ['0792850012', '079285001234', 'thiếu 2 chữ số ở cuối', 'the last 2 digits missing'],
  ['077997347', '027077997347', 'thiếu 3 chữ số ở đầu', 'the first 3 digits missing'],
  ['0791850501234', '079185001234', 'thừa một chữ số', 'one digit too many'],
  ['79185001234', '079185001234', 'mất số 0 ở đầu', 'leading zeros lost'],
  ['4196797391', '034196797391', 'thiếu 2 chữ số ở đầu', 'the first 2 digits missing'],
  [
    '7918501234',
    '079185001234',
    'mất số 0 ở đầu và thiếu một chữ số',
    'leading zeros lost and one digit missing',
  ],
  ['1204120072.0', '001204120072', 'có đuôi .0, mất số 0 ở đầu', 'ends in .0, leading zeros lost'],
  ['OO1O53O1524O', '001053015240', 'có chữ O, l thay cho số 0, 1', 'letters O, l in place of 0, 1'],
  ['0912345678', '079185001234', 'là số điện thoại', 'a phone number'],
  ['0362608391', '036260839112', 'thiếu 2 chữ số ở cuối', 'the last 2 digits missing'],
  [
    '7.9185E+10',
    '079185001234',
    'Excel đã rút gọn số thành dạng có chữ E',
    'shortened by a spreadsheet to the form with an E, digits lost',
  ],
  [
    '7.2185E+10',
    '079185001234',
    'Excel đã rút gọn số thành dạng có chữ E, các chữ số còn lại cũng khác',
    'shortened by a spreadsheet to the form with an E, digits lost, the digits that are left differ as well',
  ],
  ['55512345678', '079185001234', 'có 11 chữ số, thiếu so với 12', '11 digits instead of 12'],
  ['C1234567', '079185001234', 'hồ sơ đang ghi số hộ chiếu', 'a passport number'],
  ['', '079185001234', 'hồ sơ đang để trống', 'empty in the record'],
  ['không có', '079185001234', 'hồ sơ không ghi', 'not given in the record'],
])('ID %j of %s: %s', (sent, right, vi, en) => {
  expect(kindOf('id', sent, right)).toEqual([vi, en]);
});

test.each([
  ['023456789', '023456789', false, 'hồ sơ đang ghi số CMND cũ 9 số'],
  ['23456789', '023456789', false, 'hồ sơ đang ghi số CMND cũ, mất số 0 ở đầu'],
  ['123456789', '023456789', false, 'hồ sơ ghi số CMND 9 số, khác số CMND trong cơ sở dữ liệu'],
  ['123456789', '', false, 'hồ sơ ghi số CMND 9 số; cơ sở dữ liệu không có số CMND của người này'],
  ['123456789', '023456789', true, 'là số CMND của người khác'],
  ['123456789', '', true, 'là số CMND của người khác'],
])('old card %s of a person with card %j (another has it: %s): %s', (sent, cmnd, another, vi) => {
  expect(kindOf('id', sent, '079185001234', { cmnd, another })[0]).toBe(vi);
});

test.each([
  ['22/03/1986', '1985-03-22', 'sai một chữ số ở năm', 'one digit of the year wrong'],
  ['22/03/1958', '1985-03-22', 'đảo hai chữ số ở năm', 'two digits of the year exchanged'],
  ['21/02/1997', '1997-12-20', 'đảo hai chữ số liền nhau', 'two neighbouring digits exchanged'],
  ['22/05/1985', '1985-03-22', 'sai một chữ số ở tháng', 'one digit of the month wrong'],
  ['22/12/1985', '1985-03-22', 'sai tháng', 'wrong month'],
  ['09/03/1985', '1985-03-22', 'sai ngày', 'wrong day'],
  ['22/03/2003', '1985-03-22', 'sai năm', 'wrong year'],
  ['03/12/1985', '1985-03-12', 'hồ sơ ghi đảo ngày và tháng', 'day and month exchanged'],
  ['03/22/1985', '1985-03-22', 'hồ sơ ghi đảo ngày và tháng', 'day and month exchanged'],
  [
    '27831',
    '1980-03-13',
    'Excel đã đổi ngày thành số thứ tự, đếm từ năm 1904',
    'turned into a day number by a spreadsheet, counted from 1904',
  ],
  ['27831', '1976-03-12', 'Excel đã đổi ngày thành số thứ tự', 'turned into a day number by a spreadsheet'],
  ['8720', '1923-11-15', 'Excel đã đổi ngày thành số thứ tự', 'turned into a day number by a spreadsheet'],
  ['1985', '1985-03-22', 'hồ sơ chỉ ghi năm', 'only the year is given'],
  ['03/1985', '1985-03-22', 'hồ sơ chỉ ghi tháng và năm', 'only month and year are given'],
  [
    '14/06/1905',
    '1992-02-21',
    'Excel đã đổi năm sinh thành một ngày của năm 1905',
    'the year was turned into a day of 1905 by a spreadsheet',
  ],
  [
    '17/05/1905',
    '1958-04-12',
    'Excel đã đổi năm sinh thành một ngày của năm 1905, đọc lại là 1964 vẫn khác',
    'the year was turned into a day of 1905 by a spreadsheet, read as 1964 it differs all the same',
  ],
  ['31/09/1985', '1985-03-22', 'không có ngày này trong lịch', 'no such day in the calendar'],
  ['22/03/85', '1985-03-22', 'hồ sơ ghi năm hai chữ số', 'the year has two digits only'],
  ['01/01/1985', '1985-03-22', 'ghi 01/01 thay cho ngày thật', '01/01 in place of the day'],
  ['17/08/1985', '1985-03-22', 'chỉ đúng năm', 'only the year agrees'],
  ['17/08/1961', '1985-03-22', '', ''],
  ['22/03/2085', '1985-03-22', 'ngày trong tương lai', 'a day in the future'],
  ['', '1985-03-22', 'hồ sơ đang để trống', 'empty in the record'],
])('birth date %j of %s: %s', (sent, right, vi, en) => {
  expect(kindOf('birth_date', sent, right)).toEqual([vi, en]);
});

test.each([
  ['Nam', 'khác cơ sở dữ liệu', 'not as in the registry'],
  ['', 'hồ sơ đang để trống', 'empty in the record'],
  ['?', 'không đọc được', 'unreadable'],
])('sex %j of a woman: %s', (sent, vi, en) => {
  expect(kindOf('sex', sent, '')).toEqual([vi, en]);
});

test.each([
  ['t', 'thi', true],
  ['th', 'thi', true],
  ['ng', 'nguyen', true],
  ['ngh', 'nghiem', true],
  ['qu', 'quoc', true],
  ['tra', 'tran', false],
  ['min', 'minh', false],
  ['hu', 'huu', false],
  ['th', 'th', false],
])('%s for %s: an initial: %s', (short, full, is) => expect(isInitial(short, full)).toBe(is));

test.each([
  ['abd', 'abc', 'replaced'],
  ['abcd', 'abc', 'added'],
  ['ab', 'abc', 'lost'],
  ['acb', 'abc', 'exchanged'],
  ['abc', 'abc', null],
  ['axy', 'abc', null],
])('%s for %s: %s', (a, b, kind) => expect(editKind(a, b)).toBe(kind));
