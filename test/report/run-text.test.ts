import { renderRunText } from '../../src/report/run-text.js';
import { summarize } from '../../src/report/summarize.js';
import { renderTextTable } from '../../src/report/text-table.js';
import { cell, facts, HAND_CELLS } from './sample.js';

test('the closing words of a run, in Vietnamese', () => {
  const text = renderRunText(summarize(HAND_CELLS), facts({ blankLines: 3 }), 'ket-qua', 'vi');
  expect(text.replaceAll('\u00a0', ' ')).toBe(`Kết quả đối soát

  Kết quả      Dòng  Đối tượng  Mũi tiêm   % dòng
  -----------  ----  ---------  --------  -------
  Đã xác minh    13          9        18   65,0 %
  Không khớp      3          3         3   15,0 %
  Cần xem lại     2          1         2   10,0 %
  Bị loại         2          2         2   10,0 %
  Tổng cộng      20         15        25  100,0 %

Lý do thường gặp nhất
  4  Đã xác định đúng một người; hồ sơ cần sửa các trường nêu ở cột ds_corrections.
  3  Số định danh không có trong cơ sở dữ liệu dân cư và không tìm thấy ai khớp với họ tên, ngày sinh.
  2  Có từ hai người trở lên cùng khớp với hồ sơ, chưa đủ căn cứ để chọn.
  2  Dòng có số cột khác với dòng tiêu đề.

Việc cần làm tiếp theo
  1. needs-review.csv (2 dòng, 1 đối tượng): đối chiếu giấy tờ gốc với từng ứng viên rồi chọn đúng người.
  2. mismatch.csv (3 dòng, 3 đối tượng): gửi cơ sở tiêm để liên hệ lại người tiêm, xem giấy tờ gốc và sửa hồ sơ.
  3. verified.csv (4 dòng, 3 đối tượng): sửa các hồ sơ có lý do corrected theo cột ds_corrections.
  4. rejected.csv (2 dòng, 2 đối tượng): sửa các dòng này trong tệp nguồn rồi chạy lại.
  5. verified.csv (13 dòng, 9 đối tượng): ký số các hồ sơ đã xác minh; hồ sơ phải sửa thì sửa trước.
  6. Hoàn thành chậm nhất ngày 05/05/2022.

3 dòng trống trong tệp nguồn được bỏ qua.

Báo cáo: ket-qua/report.html
Tệp kết quả: ket-qua/ (verified.csv, mismatch.csv, needs-review.csv, rejected.csv, summary-by-province.csv, summary.json, manifest.json)
`);
});

test('English, singular, a folder with a slash, a fault', () => {
  const text = renderRunText(summarize([cell({})]), facts(), 'out/', 'en');
  expect(text).toContain('verified.csv (1 row, 1 person): sign');
  expect(text).toContain('Report: out/report.html');
  expect(text).toContain('The figures do not add up: Total');
  expect(text).not.toContain('Most frequent reasons');
});

test('empty rows are rejected but nobody is asked to mend them', () => {
  const empty = cell({ outcome: 'rejected', reason: 'empty_row', officialClass: 'no_or_bad_id' });
  expect(renderRunText(summarize([empty]), facts(), 'out', 'vi')).not.toContain('sửa các dòng này');
});

test('a table is aligned by letters, not by code units', () => {
  const columns = [
    { title: 'Tỉnh', align: 'left' },
    { title: 'Dòng', align: 'right' },
  ] as const;
  const decomposed = 'Hồ'.normalize('NFD');
  expect(
    renderTextTable(columns, [
      [decomposed, '1'],
      ['Huế', '10'],
    ]),
  ).toEqual(['Tỉnh  Dòng', '----  ----', 'Hồ       1', 'Huế     10']);
});
