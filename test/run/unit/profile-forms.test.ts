import type { ColumnRole, FormCode, RemarkCode } from '../../../src/domain/input-profile.js';
import { formOf, shapeOf } from '../../../src/run/profile-forms.js';

const LAYOUT = {
  kind: 'long',
  delimiter: ',',
  columns: [],
  fields: {},
  doses: [{}],
  sexCoding: 'platform',
  firstDataRow: 2,
} as const;
const LATEST = { year: 2022, month: 12, day: 31 };

test.each<[string, ColumnRole, string, FormCode, RemarkCode[]]>([
  ['day, month, year', 'birth_date', '14/03/1985', 'day_month_year', []],
  ['month first', 'birth_date', '03/14/1985', 'day_month_year', ['day_month_swapped', 'month_over_12']],
  ['ISO', 'birth_date', '1985-03-14', 'year_month_day', []],
  ['two-digit year', 'birth_date', '14/03/85', 'two_digit_year', ['two_digit_year']],
  ['year only', 'birth_date', '1956', 'year_only', []],
  ['month and year', 'birth_date', '03/1985', 'month_year', []],
  ['Excel serial', 'birth_date', '31120', 'serial', ['excel_serial']],
  ['with a time', 'birth_date', '14/03/1985 00:00:00', 'with_time', ['time_removed']],
  ['1 January', 'birth_date', '01/01/1960', 'day_month_year', ['placeholder_day']],
  ['not in the calendar', 'birth_date', '31/02/1985', 'day_month_year', ['impossible_day']],
  ['no date', 'birth_date', 'không rõ ngày', 'other_date', ['unreadable']],
  ['a dose', 'dose_date', '10/07/2021', 'day_month_year', []],
  ['a dose before there were any', 'dose_date', '10/07/1999', 'day_month_year', ['impossible_date']],
  ['CCCD', 'personal_id', '079085000111', 'digits_12', []],
  ['CMND', 'personal_id', '024123456', 'digits_9', []],
  ['zeros lost', 'personal_id', '79085000111', 'zeros_lost', ['leading_zeros']],
  ['passport', 'personal_id', 'B1234567', 'passport', []],
  ['scientific', 'personal_id', '7.9085E+10', 'scientific', []],
  ['phone number', 'personal_id', '0912345678', 'phone', []],
  ['letters', 'personal_id', 'chờ cấp lại', 'letters', []],
  ['eight digits', 'personal_id', '07908500', 'zeros_lost', ['leading_zeros']],
  ['too long', 'personal_id', '0790850001112', 'wrong_length', []],
  ['no number', 'personal_id', 'không có', 'says_none', []],
  ['spaces', 'personal_id', '079 085 000 111', 'separators', ['separators_removed']],
  ['capitals', 'name', 'NGUYỄN VĂN AN', 'capitals', []],
  ['no accents', 'name', 'Nguyen Van An', 'title_case', ['no_accents']],
  ['title case', 'name', 'Trần Thị Bích Ngọc', 'title_case', []],
  ['TCVN3', 'name', 'NguyÔn ThÞ Thñy', 'mixed_case', ['legacy_encoding']],
  ['word', 'sex', 'Nữ', 'word', []],
  ['code', 'sex', '1', 'code_1', []],
  ['no sex', 'sex', 'khác', 'unknown_text', []],
  ['mobile', 'phone', '0912345678', 'mobile', []],
  ['no mobile', 'phone', '12', 'not_mobile', []],
])('%s', (_, role, value, form, remarks) => {
  const found = formOf(value, role, LAYOUT, LATEST);
  expect(found?.form).toBe(form);
  expect([...(found?.remarks ?? [])].sort()).toEqual([...remarks].sort());
});

test.each([
  ['Nguyễn Thị Thuỷ', 'Aa Aa Aa'],
  ['NGUYỄN văn aN', 'A a aA'],
  ['079085000111', '999999999999'],
  ['14/03/1985', '99/99/9999'],
  ['a.b@c.vn', 'a.a@a.a'],
  ['١٢', '99'],
  ['„x”\u0007', '·a·'],
])('the shape of %s is %s', (value, shape) => {
  expect(shapeOf(value)).toBe(shape);
});
