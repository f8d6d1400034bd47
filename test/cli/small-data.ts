import { writeFileSync } from 'node:fs';
import { doisoat } from './program.js';

/** Six made-up persons; none of them exists. */
export const PEOPLE = [
  { id: '079085000111', name: 'Nguyễn Văn An', sex: 'Nam', birth: '14/03/1985', province: '79' },
  { id: '079185000222', name: 'Trần Thị Bích Ngọc', sex: 'Nữ', birth: '02/11/1985', province: '79' },
  { id: '001090000333', name: 'Lê Hoàng Minh Quân', sex: 'Nam', birth: '21/07/1990', province: '01' },
  { id: '001192000444', name: 'Phạm Thị Thu Hằng', sex: 'Nữ', birth: '30/01/1992', province: '01' },
  { id: '052078000555', name: 'Võ Đình Khôi', sex: 'Nam', birth: '09/12/1978', province: '52' },
  { id: '052170000666', name: 'Đặng Thị Mỹ Duyên', sex: 'Nữ', birth: '25/05/1970', province: '52' },
] as const;
export type SmallPerson = (typeof PEOPLE)[number];

const SNAPSHOT_HEADER = 'SoDinhDanh,HoVaTen,GioiTinh,NgayThangNamSinh,MaTinh';

/** The six persons as a registry snapshot, sex in words. */
export const SNAPSHOT = `${SNAPSHOT_HEADER}\n${PEOPLE.map(
  ({ id, name, sex, birth, province }) =>
    `${id},${name},${sex},${birth.split('/').reverse().join('-')},${province}\n`,
).join('')}`;

export const DOSE_HEADER =
  'Mã mũi tiêm,Họ và tên,Giới tính,Ngày sinh,CMND/CCCD/HC,Mũi tiêm,Ngày tiêm,Mã cơ sở tiêm,Ghi chú';

/** One dose of a person, as a line of a comma-separated long list without its line ending. */
export function dose(number: number, person: SmallPerson, note = ''): string {
  const { name, sex, birth, id, province } = person;
  return `M${number},${name},${sex},${birth},${id},1,10/07/2021,${province}_D001,${note}`;
}

/** A long list with one dose for each of the six persons. */
export const DOSES = `${[DOSE_HEADER, ...PEOPLE.map((person, i) => dose(i + 1, person))].join('\n')}\n`;

/** `row verified exact ID` for every row of DOSES, as `outcomes` gives them. */
export const DOSES_OUTCOMES = PEOPLE.map(({ id }, i) => `${i + 2} verified exact ${id}`);

/** Builds the registry of the six persons at `db`. */
export function buildSmallRegistry(snapshot: string, db: string): void {
  writeFileSync(snapshot, SNAPSHOT);
  const { code, stderr } = doisoat(['registry', 'build', '--snapshot', snapshot, '--db', db]);
  if (code !== 0) throw new Error(`registry build failed: ${stderr}`);
}
