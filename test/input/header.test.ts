import type { FileLayout } from '../../src/domain/dose-record.js';
import { detectLayout } from '../../src/input/header.js';
import { DOSE_HEADER_RULE, layoutFailure } from '../../src/input/layout-failure.js';
import { csvLine, TEMPLATE_COLUMNS, templateCsv } from './template.js';

const LONG =
  'Mã mũi tiêm,Họ và tên,Giới tính,Ngày sinh,Số điện thoại,CMND/CCCD/HC,Số thẻ BHYT,Tỉnh/Thành phố,Mã Tỉnh,Quận/Huyện,Mã Quận/Huyện,Xã/Phường,Mã Xã/Phường,Mũi tiêm,Tên vắc xin,Ngày tiêm,Số lô,Mã cơ sở tiêm,Cơ sở tiêm,Tỉnh cơ sở tiêm';
const LONG_FIELDS = {
  name: 1,
  sex: 2,
  birth_date: 3,
  phone: 4,
  personal_id: 5,
  insurance_card: 6,
  province_name: 7,
  province_code: 8,
  district_name: 9,
  district_code: 10,
  commune_name: 11,
  commune_code: 12,
};
const LONG_DOSE = {
  dose_number: 13,
  vaccine: 14,
  dose_date: 15,
  lot: 16,
  facility_code: 17,
  facility_name: 18,
  facility_province: 19,
};

function layoutOf(text: string | Buffer): FileLayout {
  const result = detectLayout(Buffer.from(text));
  if (result.kind !== 'found') throw new Error(JSON.stringify(result));
  return result.layout;
}

const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
const camel = (text: string) =>
  plain(text)
    .split(',')
    .map((cell) =>
      cell
        .split(/[^A-Za-z]+/)
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join(''),
    )
    .join(',');

describe('the long list in every spelling', () => {
  test.each([
    ['as published', LONG],
    ['upper case', LONG.toUpperCase()],
    ['lower case', LONG.toLowerCase()],
    ['decomposed accents', LONG.normalize('NFD')],
    ['without accents', plain(LONG)],
    ['snake case', plain(LONG).toLowerCase().replace(/[ /]/g, '_')],
    ['camel case', camel(LONG)],
    ['glued', plain(LONG).toLowerCase().replace(/[ /]/g, '')],
    ['with (*) and notes', LONG.replaceAll(',', ' (*) (bắt buộc),')],
    ['double spaces and NBSP', LONG.replaceAll(' ', ' \u00a0 ')],
    ['quoted with line breaks', csvLine(LONG.split(',').map((cell) => cell.replace(' ', '\n')))],
    ['semicolons', LONG.replaceAll(',', ';')],
    ['tabs', LONG.replaceAll(',', '\t')],
    ['pipes', LONG.replaceAll(',', '|')],
  ])('%s', (_, header) => {
    const layout = layoutOf(`${header}\r\n`);
    expect(layout.kind).toBe('long');
    expect(layout.fields).toEqual(LONG_FIELDS);
    expect(layout.doses).toEqual([LONG_DOSE]);
    expect(layout.columns).toHaveLength(20);
    expect(layout.firstDataRow).toBe(2);
  });

  test('English names', () => {
    const layout = layoutOf(
      'id,full_name,dob,gender,national_id,phone_number,province,province_code,dose_number,vaccine_name,vaccination_date,lot_number,facility_code',
    );
    expect(layout.fields).toEqual({
      name: 1,
      birth_date: 2,
      sex: 3,
      personal_id: 4,
      phone: 5,
      province_name: 6,
      province_code: 7,
    });
    expect(layout.doses).toEqual([{ dose_number: 8, vaccine: 9, dose_date: 10, lot: 11, facility_code: 12 }]);
  });

  test('below a title, a blank line and a group row', () => {
    const layout = layoutOf(
      `SỞ Y TẾ,,\nDanh sách, ngày sinh đầy đủ,\n\nThông tin,,\n"Họ tên",Ngày sinh,CCCD\nA,1990,1\n`,
    );
    expect(layout.firstDataRow).toBe(6);
    expect(layout.fields).toEqual({ name: 0, birth_date: 1, personal_id: 2 });
  });

  test('a row that only numbers the columns belongs to the header', () => {
    expect(layoutOf('STT,Họ tên,Ngày sinh,CCCD\n(1),(2),(3),(4)\n1,A,B,C\n').firstDataRow).toBe(3);
  });

  test('unnamed and repeated columns keep a name of their own', () => {
    const layout = layoutOf('Họ tên,Ngày sinh,,Ghi chú,CCCD,Ghi chú,Ghi chú (2)\na,b,c,d,e,f,g\n');
    expect(layout.columns).toEqual([
      'Họ tên',
      'Ngày sinh',
      'column_3',
      'Ghi chú',
      'CCCD',
      'Ghi chú (3)',
      'Ghi chú (2)',
    ]);
  });

  test('unnamed trailing cells count only when the rows have them', () => {
    expect(layoutOf('Họ tên,CCCD,,\na,b\nc,d\n').columns).toHaveLength(2);
    expect(layoutOf('Họ tên,CCCD,,\na,b,,\nc,d,,\n').columns).toHaveLength(4);
  });

  test.each([
    ['mother', 'Họ tên mẹ', 'Họ tên', { name: 1 }],
    ['head of household', 'Họ và tên chủ hộ', 'Họ và tên người được tiêm chủng', { name: 1 }],
    ['date of issue', 'Ngày cấp CCCD', 'Họ và tên', { name: 1 }],
    ['place of issue', 'Nơi cấp CMND', 'Họ và tên', { name: 1 }],
    ['bare code', 'Mã', 'Họ và tên', { name: 1 }],
    ['health identifier', 'Mã định danh y tế', 'Họ và tên', { name: 1 }],
    ['facility identifier', 'Mã định danh cơ sở', 'Họ và tên', { name: 1 }],
    ['guardian', 'CCCD người giám hộ', 'Họ và tên', { name: 1 }],
    ['old card beside the new', 'Số CMND', 'Số CCCD', { personal_id: 1 }],
    ['year beside the date', 'Năm sinh', 'Họ và tên', { name: 1 }],
  ])('a column about something else is not mapped: %s', (_, other, wanted, expected) => {
    const { birth_date: _date, ...fields } = layoutOf(`${other},${wanted},Ngày sinh\n`).fields;
    expect(fields).toEqual(expected);
  });

  test('permanent residence wins over temporary residence', () => {
    const layout = layoutOf('Họ tên,CCCD,Tỉnh tạm trú,Tỉnh thường trú,Mã xã (nơi ở hiện tại)\n');
    expect(layout.fields).toEqual({ name: 0, personal_id: 1, province_name: 3, commune_code: 4 });
  });
});

describe('the platform template', () => {
  test('35 columns, header in rows 7 and 8', () => {
    const layout = layoutOf(templateCsv());
    expect(layout.kind).toBe('wide');
    expect(layout.firstDataRow).toBe(9);
    expect(layout.sexCoding).toBe('platform');
    expect(layout.columns).toEqual([
      ...[
        '#',
        'Họ và tên',
        'Ngày sinh dạng dd/mm/yyyy',
        'Giới tính',
        'Mã nhóm đối tượng ưu tiên',
        'Đơn vị công tác',
      ],
      ...['Số điện thoại', 'Số CCCD, Mã định danh', 'Số thẻ bảo hiểm y tế'],
      ...[
        'Tỉnh/Thành phố',
        'Mã Tỉnh/Thành phố',
        'Quận/Huyện',
        'Mã Quận/Huyện',
        'Xã/Phường',
        'Mã Xã/Phường',
      ].map((name) => `Nơi ở tạm trú / ${name}`),
      'Nơi ở tạm trú / Địa chỉ chi tiết',
      ...[1, 2, 3, 4].flatMap((n) =>
        ['Tên vắc xin', 'Ngày tiêm dạng dd/mm/yyyy', 'Lô vắc xin', 'Địa điểm tiêm'].map(
          (name) => `Mũi ${n} / ${name}`,
        ),
      ),
      ...['Ghi chú', 'Kết quả import Thất bại', 'Kết quả import Thành công'],
    ]);
    expect(layout.fields).toEqual({
      name: 1,
      birth_date: 2,
      sex: 3,
      phone: 6,
      personal_id: 7,
      insurance_card: 8,
      province_name: 9,
      province_code: 10,
      district_name: 11,
      district_code: 12,
      commune_name: 13,
      commune_code: 14,
    });
    expect(layout.doses).toEqual(
      [16, 20, 24, 28].map((at) => ({ vaccine: at, dose_date: at + 1, lot: at + 2, facility_code: at + 3 })),
    );
  });

  test.each([0, 1, 5, 9, 12, 16, 18, 24, 32, 35])('a column of the user inserted at %i', (at) => {
    const columns = [...TEMPLATE_COLUMNS];
    // Within a merged group, and only there, the text of an inserted column stands in the lower row.
    const inGroup = TEMPLATE_COLUMNS[at]?.[0] === '';
    columns.splice(at, 0, inGroup ? ['', 'Cột thêm'] : ['Cột thêm', '']);
    const layout = layoutOf(templateCsv(columns));
    const name = (column: number | undefined) => layout.columns[column ?? -1];
    expect(layout.columns).toHaveLength(36);
    expect(layout.columns[at]).toMatch(/Cột thêm$/);
    expect(name(layout.fields.name)).toBe('Họ và tên');
    expect(name(layout.fields.personal_id)).toBe('Số CCCD, Mã định danh');
    expect(name(layout.fields.commune_code)).toBe('Nơi ở tạm trú / Mã Xã/Phường');
    expect(layout.doses).toHaveLength(4);
    layout.doses.forEach((dose, i) => {
      expect(name(dose.vaccine)).toBe(`Mũi ${i + 1} / Tên vắc xin`);
      expect(name(dose.dose_date)).toBe(`Mũi ${i + 1} / Ngày tiêm dạng dd/mm/yyyy`);
      expect(name(dose.facility_code)).toBe(`Mũi ${i + 1} / Địa điểm tiêm`);
    });
  });

  test('an unnamed column inside a dose block leaves the block whole', () => {
    const columns = [...TEMPLATE_COLUMNS];
    columns.splice(18, 0, ['', '']);
    const layout = layoutOf(templateCsv(columns));
    expect(layout.columns[18]).toBe('column_19');
    expect(layout.doses[0]).toEqual({ vaccine: 16, dose_date: 17, lot: 19, facility_code: 20 });
  });

  test('the joined names of an output are read again as a wide layout', () => {
    const first = layoutOf(templateCsv());
    const again = layoutOf(`${csvLine(first.columns)}\n`);
    expect(again.kind).toBe('wide');
    expect(again.fields).toEqual(first.fields);
    expect(again.doses).toEqual(first.doses);
    expect(again.columns).toEqual(first.columns);
    expect(again.firstDataRow).toBe(2);
  });

  test.each([
    ['dose first', 'Mũi 1 - Ngày tiêm', 'Mũi 1 - Tên vắc xin', 'Mũi 2 - Ngày tiêm', 'Mũi 2 - Tên vắc xin'],
    ['dose last', 'Ngày tiêm mũi 1', 'Tên vắc xin mũi 1', 'Ngày tiêm mũi 2', 'Vắc xin mũi 2'],
    ['snake case', 'mui_1_ngay_tiem', 'mui_1_vac_xin', 'mui_2_ngay_tiem', 'mui_2_vac_xin'],
    ['camel case', 'NgayTiemMui1', 'VacXinMui1', 'NgayTiemMui2', 'VacXinMui2'],
    ['in words', 'Ngày tiêm mũi thứ nhất', 'Vắc xin mũi thứ nhất', 'Ngày tiêm mũi hai', 'Vắc xin mũi hai'],
    ['bare numbers', 'Ngày tiêm 1', 'Loại vắc xin 1', 'Ngày tiêm 2', 'Loại vắc xin 2'],
  ])('one header row with the doses side by side: %s', (_, ...doses) => {
    const layout = layoutOf(`Họ tên,Ngày sinh,Số điện thoại 1,${doses.join(',')}\n`);
    expect(layout.kind).toBe('wide');
    expect(layout.fields).toEqual({ name: 0, birth_date: 1 });
    expect(layout.doses).toEqual([
      { dose_date: 3, vaccine: 4 },
      { dose_date: 5, vaccine: 6 },
    ]);
  });

  test('the guardian of a child is not the person', () => {
    const columns: (readonly [string, string])[] = [
      ...TEMPLATE_COLUMNS,
      ['Người giám hộ', 'Họ và tên'],
      ['', 'Số CCCD'],
    ];
    const layout = layoutOf(templateCsv(columns));
    expect([layout.fields.name, layout.fields.personal_id]).toEqual([1, 7]);
  });

  test('semicolons', () => {
    const layout = layoutOf(templateCsv(TEMPLATE_COLUMNS, ';'));
    expect([layout.delimiter, layout.kind, layout.columns.length]).toEqual([';', 'wide', 35]);
  });
});

describe('sex coding', () => {
  test.each([
    ['words', 'Giới tính', ['Nam', 'Nữ'], 'words', 'no_digits'],
    ['0 and 1 are the platform', 'Giới tính', ['0', '1', '1'], 'platform', 'values'],
    ['only 1 could be both', 'Giới tính', ['1', '1'], 'platform', 'assumed'],
    ['any 2 is the registry', 'Giới tính', ['1', '1', '2'], 'registry', 'values'],
    ['header says platform', 'Giới tính (0:nam, 1:nữ)', ['1', '2'], 'platform', 'header'],
    ['header says registry', 'Giới tính (1 = Nam; 2 = Nữ)', ['1', '1'], 'registry', 'header'],
    ['header says a third coding', 'Giới tính (0: nữ, 1: nam)', ['1', '0'], 'words', 'header'],
    ['header says registry, word first', 'Giới tính: nam 1, nữ 2', ['1'], 'registry', 'header'],
  ])('%s', (_, header, values, coding, source) => {
    const head = `Họ tên,CCCD,"${header}"\n${values.map((value) => `A,1,${value}`).join('\n')}\n`;
    expect(detectLayout(Buffer.from(head))).toMatchObject({
      sexCodingSource: source,
      layout: { sexCoding: coding },
    });
  });

  test('the option overrides', () => {
    const found = detectLayout(Buffer.from('Họ tên,CCCD,Giới tính\nA,1,1\n'), { sexCoding: 'registry' });
    expect(found).toMatchObject({ sexCodingSource: 'option', layout: { sexCoding: 'registry' } });
  });
});

describe('headers that cannot be used', () => {
  test('two columns for one field', () => {
    const result = detectLayout(Buffer.from('Họ và tên,Ngày sinh,HO VA TEN,CCCD\n'));
    expect(result).toEqual({ kind: 'duplicate', names: ['Họ và tên (column 1)', 'HO VA TEN (column 3)'] });
    const failure = layoutFailure(
      'a.csv',
      result as Extract<typeof result, { kind: 'duplicate' }>,
      DOSE_HEADER_RULE,
    );
    expect(failure.detail).toMatchObject({ code: 'duplicate_columns', exitCode: 3 });
    expect(failure.detail.what).toContain('HO VA TEN (column 3)');
  });

  test('columns found and missing are told', () => {
    const result = detectLayout(Buffer.from('STT,Họ và tên,Mã,Ghi chú\n1,A,B,C\n'));
    expect(result).toEqual({
      kind: 'unknown',
      columnsFound: ['STT', 'Họ và tên', 'Mã', 'Ghi chú'],
      columnsMissing: ['Ngày sinh', 'Số CCCD/CMND'],
    });
    const failure = layoutFailure(
      'a.csv',
      result as Extract<typeof result, { kind: 'unknown' }>,
      DOSE_HEADER_RULE,
    );
    expect(failure.detail.what).toMatch(/Ngày sinh.*STT/);
  });

  test('a file without a header: no message shows its data', () => {
    const result = detectLayout(Buffer.from('Nguyễn Văn A,01/02/1990,001090000001\n'));
    expect(result).toMatchObject({ kind: 'unknown', columnsFound: [] });
  });

  test.each([
    ['nothing', ''],
    ['line ends only', '\r\n\n'],
  ])('%s', (_, text) => {
    expect(detectLayout(Buffer.from(text))).toMatchObject({ kind: 'unknown', columnsFound: [] });
  });
});
