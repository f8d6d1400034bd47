import { RECORD_SYNONYMS, type Synonyms } from './column-synonyms.js';

/** Fields of a registry snapshot that the program reads. The name is whole, or split in up to three parts. */
export const SNAPSHOT_FIELDS = [
  'personal_id',
  'old_id',
  'full_name',
  'family_name',
  'middle_name',
  'given_name',
  'sex',
  'birth_date',
  'death_date',
  'phone',
  'province_name',
  'province_code',
  'district_name',
  'district_code',
  'commune_name',
  'commune_code',
] as const;
export type SnapshotField = (typeof SNAPSHOT_FIELDS)[number];

const OLD_ID = new Set([
  'so cmnd',
  'cmnd',
  'so cmt',
  'cmt',
  'so cmtnd',
  'cmtnd',
  'so chung minh nhan dan',
  'chung minh nhan dan',
]);

/** The registry stores the permanent residence, so that a code without further words is that one. */
export const SNAPSHOT_SYNONYMS: Synonyms<SnapshotField> = {
  personal_id: RECORD_SYNONYMS.personal_id.filter((text) => !OLD_ID.has(text)),
  old_id: [
    'so cmnd',
    'cmnd',
    'so cmnd cu',
    'cmnd cu',
    'cmnd 9 so',
    'so cmnd 9 so',
    ...OLD_ID,
    'old id',
    'old id number',
  ],
  full_name: [...RECORD_SYNONYMS.name, 'ho chu dem ten', 'ho dem ten', 'ho ten khai sinh'],
  family_name: ['ho', 'family name', 'surname', 'last name'],
  middle_name: ['chu dem', 'ten dem', 'dem', 'ho dem', 'middle name'],
  given_name: ['ten', 'ten goi', 'given name', 'first name'],
  sex: RECORD_SYNONYMS.sex,
  birth_date: RECORD_SYNONYMS.birth_date,
  death_date: [
    'ngay mat',
    'ngay chet',
    'ngay tu vong',
    'ngay thang nam mat',
    'ngay thang nam chet',
    'ngay thang nam tu vong',
    'date of death',
    'death date',
    'dod',
  ],
  phone: RECORD_SYNONYMS.phone,
  province_name: RECORD_SYNONYMS.province_name,
  province_code: RECORD_SYNONYMS.province_code,
  district_name: RECORD_SYNONYMS.district_name,
  district_code: RECORD_SYNONYMS.district_code,
  commune_name: RECORD_SYNONYMS.commune_name,
  commune_code: RECORD_SYNONYMS.commune_code,
};

export const SNAPSHOT_LABELS: Readonly<Partial<Record<SnapshotField, string>>> = {
  personal_id: 'Số định danh (SoDinhDanh) or Số CMND (SoCMND)',
  full_name: 'Họ và tên (HoVaTen, or Ho and Ten)',
  birth_date: 'Ngày sinh (NgayThangNamSinh)',
};
