/**
 * How lines begin that people write below a list: sums, the person who made it, place and date, signatures.
 * With accents or entirely without; a name such as Tống or Công is none of them.
 */
const FOOTERS: readonly RegExp[] = [
  /^(tổng cộng|tổng số|tong cong|tong so)([\s:=(\d]|$)/,
  /^(cộng|tổng|cong)(\s*[:=(\d]|$)/,
  /^(người|nguoi) (lập|lap|tổng hợp|tong hop)(\s|$)/,
  /^(lập biểu|lap bieu|thủ trưởng|thu truong|trưởng trạm|truong tram|xác nhận của|xac nhan cua)(\s|$)/,
  /^(.{1,40},\s*)?(ngày|ngay)\s*[\d.…]*\s*(tháng|thang)\s*[\d.…]*\s*(năm|nam)/,
  /^\(?\s*(ký|ky)\s*(,|tên|ten|và|va|ghi)/,
];

/** True when a cell holds a sum or a signature line of a hand-made list, not a person's data. */
export function isFooterText(text: string): boolean {
  const line = text.normalize('NFC').trim().toLowerCase();
  return line !== '' && FOOTERS.some((footer) => footer.test(line));
}
