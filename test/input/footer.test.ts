import { isFooterText } from '../../src/input/footer.js';

test.each([
  'Tổng cộng: 22 mũi',
  'TỔNG SỐ',
  'Tong cong 22',
  'Cộng: 15',
  'CONG',
  'cộng',
  'Tổng số mũi tiêm',
  'Lập biểu',
  'Trưởng trạm',
  'Người lập biểu',
  'NGUOI LAP BANG',
  'Thủ trưởng đơn vị',
  'Nam Định, ngày 05 tháng 5 năm 2022',
  'Ngày … tháng … năm 2022',
  '(Ký, ghi rõ họ tên)',
  'Xác nhận của Trạm Y tế',
])('a line below the list: %s', (text) => {
  expect(isFooterText(text)).toBe(true);
});

test.each([
  'Tống Thị Cộng',
  'Tổng Văn Bình',
  'Công Tằng Tôn Nữ Thị Hoa',
  'Cộng Văn An',
  'Cong Thi Lan',
  'Nguyễn Lập',
  'Tong Van So',
  'Ký Thị Lan',
  '05/05/1990',
  '',
  ' ',
])('no line below the list: %j', (text) => {
  expect(isFooterText(text)).toBe(false);
});
