/** Invented persons of the registry that the fault tests match against; none of them exists. */
const PEOPLE = [
  ['079085000111', 'Nguyễn Văn An', 'Nam', '14/03/1985', '79'],
  ['079185000222', 'Trần Thị Bích Ngọc', 'Nữ', '02/11/1985', '79'],
  ['001090000333', 'Lê Hoàng Minh Quân', 'Nam', '21/07/1990', '01'],
  ['001192000444', 'Phạm Thị Thu Hằng', 'Nữ', '30/01/1992', '01'],
  ['052078000555', 'Võ Đình Khôi', 'Nam', '09/12/1978', '52'],
  ['052170000666', 'Đặng Thị Mỹ Duyên', 'Nữ', '25/05/1970', '52'],
] as const;

/** The registry snapshot of these persons. */
export const SAMPLE_SNAPSHOT = `SoDinhDanh,HoVaTen,GioiTinh,NgayThangNamSinh,MaTinh\n${PEOPLE.map(
  ([id, name, sex, birth, province]) =>
    `${id},${name},${sex},${birth.split('/').reverse().join('-')},${province}\n`,
).join('')}`;

export const SAMPLE_HEADER =
  'Mã mũi tiêm,Họ và tên,Giới tính,Ngày sinh,Số CCCD,Ngày tiêm,Tên vắc xin,Ghi chú';

/** Row `number` (from 1) of a list of doses; each names one of the persons as the registry has them. */
export function sampleRow(number: number, note = ''): string {
  const [id, name, sex, birth] = PEOPLE[(number - 1) % PEOPLE.length]!;
  return `M${number},${name},${sex},${birth},${id},10/07/2021,AstraZeneca,${note}`;
}

/** What becomes of that row, as `readWhole` shows it, at a record number. */
export function sampleOutcome(number: number, record: number): string {
  return `${record} verified exact ${PEOPLE[(number - 1) % PEOPLE.length]![0]}`;
}
