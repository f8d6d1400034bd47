import { layoutFailure, SNAPSHOT_HEADER_RULE } from '../../src/input/layout-failure.js';
import { detectSnapshotLayout } from '../../src/input/snapshot-header.js';

const layoutOf = (text: string) => {
  const result = detectSnapshotLayout(Buffer.from(text));
  if (result.kind !== 'found') throw new Error(JSON.stringify(result));
  return result.layout;
};

describe('header families of registry snapshots', () => {
  const whole = { personal_id: 0, old_id: 1, full_name: 2, sex: 3, birth_date: 4 };
  test.each<[string, string, object]>([
    ['camel case', 'SoDinhDanh,SoCMND,HoVaTen,GioiTinh,NgayThangNamSinh', whole],
    ['camel case, lower initial', 'soDinhDanh,soCMND,hoVaTen,gioiTinh,ngayThangNamSinh', whole],
    ['snake case', 'so_dinh_danh,so_cmnd,ho_ten,gioi_tinh,ngay_sinh', whole],
    ['upper snake case', 'SO_DINH_DANH,SO_CMND,HO_VA_TEN,GIOI_TINH,NGAY_SINH', whole],
    ['with accents', 'Số định danh,Số CMND,Họ và tên,Giới tính,Ngày tháng năm sinh', whole],
    ['CCCD', 'Số CCCD;CMND;Họ tên;Phái;Ngày sinh', whole],
    ['English', 'personal_id,old_id,full_name,sex,date_of_birth', whole],
    [
      'split name, permanent address, date of death',
      'SoDinhDanh,Ho,ChuDem,Ten,GioiTinh,NgayThangNamSinh,MaTinh,MaHuyen,MaXa,NgayMat',
      {
        personal_id: 0,
        family_name: 1,
        middle_name: 2,
        given_name: 3,
        sex: 4,
        birth_date: 5,
        province_code: 6,
        district_code: 7,
        commune_code: 8,
        death_date: 9,
      },
    ],
    [
      'permanent beside current residence',
      'SoDinhDanh\tHoVaTen\tNgaySinh\tMaTinhTamTru\tMaTinhThuongTru\tMaXaTT\tngay_tu_vong',
      { personal_id: 0, full_name: 1, birth_date: 2, province_code: 4, commune_code: 5, death_date: 6 },
    ],
    [
      'parents and issue are left alone',
      'so_dinh_danh,ho_ten,ngay_sinh,ho_ten_cha,so_dinh_danh_cha,ngay_cap,noi_cap,ma_tinh_khai_sinh,ngay_chet',
      { personal_id: 0, full_name: 1, birth_date: 2, death_date: 8 },
    ],
  ])('%s', (_, header, fields) => {
    const layout = layoutOf(`${header}\n`);
    expect(layout.fields).toEqual(fields);
    expect(layout.firstDataRow).toBe(2);
    expect(layout.columns.join(layout.delimiter)).toBe(header);
  });

  test('below a title', () => {
    expect(layoutOf('CSDL quốc gia về dân cư,,\n\nSoDinhDanh,HoVaTen,NgaySinh\n').firstDataRow).toBe(4);
  });
});

describe('snapshots that cannot be used', () => {
  test.each<[string, string, RegExp]>([
    ['no ID', 'HoVaTen,NgaySinh,GioiTinh', /SoDinhDanh.*columns found: HoVaTen/],
    ['no name', 'SoDinhDanh,NgaySinh', /HoVaTen/],
    ['half a name', 'SoDinhDanh,Ten,NgaySinh', /HoVaTen/],
    ['no birth date', 'SoDinhDanh,HoVaTen', /NgayThangNamSinh/],
    ['nothing', '', /SoDinhDanh.*HoVaTen.*NgayThangNamSinh.*no row looks like a header/],
    [
      'two of a kind',
      'SoDinhDanh,so_dinh_danh,HoVaTen,NgaySinh',
      /SoDinhDanh \(column 1\), so_dinh_danh \(column 2\)/,
    ],
  ])('%s', (_, header, message) => {
    const result = detectSnapshotLayout(Buffer.from(header));
    if (result.kind === 'found' || result.kind === 'dose_list') throw new Error(result.kind);
    expect(layoutFailure('snapshot.csv', result, SNAPSHOT_HEADER_RULE).detail).toMatchObject({
      exitCode: 3,
      what: expect.stringMatching(message),
    });
  });
});

describe('lists of doses are no snapshots', () => {
  test.each([
    ['a vaccine', 'Số CCCD,Họ và tên,Ngày sinh,Tên vắc xin\n'],
    ['a dose date', 'SoDinhDanh;HoVaTen;NgaySinh;Ngày tiêm\n'],
    ['without an ID', 'Họ và tên,Ngày sinh,Ngày tiêm\n'],
    [
      'two header rows',
      'Họ và tên,Ngày sinh,CMND/CCCD/HC,Mũi 1,\n,,,Tên vắc xin,Ngày tiêm\nHồ Quý Hợi,01/02/1970,001070000111,,\n',
    ],
    ['joined names', 'Họ và tên,Ngày sinh,CMND/CCCD/HC,Mũi 1 / Tên vắc xin,Mũi 1 / Ngày tiêm\n'],
  ])('%s', (_, text) => {
    expect(detectSnapshotLayout(Buffer.from(text))).toEqual({ kind: 'dose_list' });
  });

  test.each(['SoDinhDanh,HoVaTen,NgaySinh,NgayCap,NgayMat,SoLo\n', 'SoDinhDanh,HoVaTen,NgaySinh,DonViCap\n'])(
    'other dates and units stay: %s',
    (text) => {
      expect(detectSnapshotLayout(Buffer.from(text)).kind).toBe('found');
    },
  );
});
