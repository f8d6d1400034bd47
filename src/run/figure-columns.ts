import type { DispatchFigures } from '../domain/deadline-report.js';

export type FigureColumn =
  | 'province'
  | 'population'
  | keyof DispatchFigures
  | 'officerName'
  | 'officerUnit'
  | 'officerPosition'
  | 'officerPhone';

/** The columns of a figures file; `headers` without accents, case and spaces, the English name first. */
export const FIGURE_COLUMNS: ReadonlyMap<
  FigureColumn,
  { readonly label: string; readonly headers: readonly string[] }
> = new Map([
  [
    'province',
    {
      label: 'Tỉnh/Thành phố (mã hoặc tên)',
      headers: ['province', 'provincecode', 'tinhthanhpho', 'tinh', 'matinh', 'tentinh', 'diaphuong'],
    },
  ],
  ['population', { label: 'Dân số', headers: ['population', 'danso', 'tongdanso'] }],
  [
    'complaintsReceived',
    {
      label: 'Số phản ánh tiếp nhận',
      headers: [
        'complaintsreceived',
        'sophananhtiepnhan',
        'sophananhdatiepnhan',
        'phananhtiepnhan',
        'sokhieunaitiepnhan',
        'tongsophananh',
      ],
    },
  ],
  [
    'complaintsHandled',
    {
      label: 'Số phản ánh đã xử lý',
      headers: ['complaintshandled', 'sophananhdaxuly', 'sophananhxuly', 'phananhdaxuly', 'sokhieunaidaxuly'],
    },
  ],
  [
    'personsSigned',
    {
      label: 'Số đối tượng đã ký số',
      headers: ['personssigned', 'sodoituongdakyso', 'sodoituongkyso', 'songuoidakyso', 'dakyso', 'kyso'],
    },
  ],
  [
    'passportsIssued',
    {
      label: 'Số hộ chiếu vắc xin đã cấp',
      headers: [
        'passportsissued',
        'sohochieuvacxindacap',
        'sohochieuvacxin',
        'hochieuvacxin',
        'hochieuvacxindacap',
        'sohcvx',
      ],
    },
  ],
  [
    'officerName',
    {
      label: 'Cán bộ đầu mối',
      headers: ['officername', 'canbodaumoi', 'hotencanbodaumoi', 'daumoi', 'hovaten', 'hoten'],
    },
  ],
  ['officerUnit', { label: 'Đơn vị', headers: ['officerunit', 'donvi', 'donvicongtac'] }],
  ['officerPosition', { label: 'Chức vụ', headers: ['officerposition', 'chucvu', 'chucdanh'] }],
  [
    'officerPhone',
    {
      label: 'Số điện thoại',
      headers: ['officerphone', 'sodienthoai', 'dienthoai', 'dienthoailienhe', 'sdt'],
    },
  ],
]);
