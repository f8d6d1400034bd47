/**
 * How lines begin that people write below a list: sums, the person who made it, place and date, signatures.
 * With accents or entirely without; a name such as Tống or Công is none of them.
 */
const FOOTERS: readonly RegExp[] = [
  /^(tổng cộng|tổng số|cộng|tổng)\s*[:=(\d]/,
  /^(tổng cộng|tổng số)$/,
  /^(tong cong|tong so)(\s*[:=(\d]|$)/,
  /^(người lập|nguoi lap|người tổng hợp|nguoi tong hop|thủ trưởng|thu truong|xác nhận của|xac nhan cua)(\s|$)/,
  /^(.{1,40},\s*)?(ngày|ngay)\s*[\d.…]*\s*(tháng|thang)\s*[\d.…]*\s*(năm|nam)/,
  /^\(?\s*(ký|ky)\s*(,|tên|ten|và|va|ghi)/,
];

/** True when a cell holds a sum or a signature line of a hand-made list, not a person's data. */
export function isFooterText(text: string): boolean {
  const line = text.normalize('NFC').trim().toLowerCase();
  return line !== '' && FOOTERS.some((footer) => footer.test(line));
}
