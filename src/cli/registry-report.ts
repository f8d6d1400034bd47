import type { NarrowingField } from '../domain/blocking-plan.js';
import type { SexCoding } from '../domain/dose-record.js';
import type { Bilingual } from '../domain/reasons.js';
import type { Language } from '../domain/run-facts.js';
import { formatBytes, formatInteger } from '../report/number-format.js';
import type { BuildReport } from '../run/build-registry.js';
import type { SnapshotRemark } from '../run/read-snapshots.js';

/** What each remark about a snapshot row means. */
const REMARKS: Readonly<Record<SnapshotRemark, Bilingual>> = {
  wrong_field_count: { vi: 'bỏ qua: số cột khác dòng tiêu đề', en: 'left out: another number of fields' },
  broken_quotes: { vi: 'bỏ qua: dấu nháy kép không đóng', en: 'left out: broken quotation marks' },
  invalid_encoding: { vi: 'bỏ qua: không phải UTF-8', en: 'left out: not UTF-8' },
  empty_row: { vi: 'bỏ qua: dòng trống', en: 'left out: empty row' },
  bad_personal_id: {
    vi: 'bỏ qua: số định danh thiếu hoặc không đủ 12 số',
    en: 'left out: no 12-digit personal ID',
  },
  no_name: { vi: 'bỏ qua: không có họ tên', en: 'left out: no name' },
  repeated_row: { vi: 'giữ một: dòng lặp lại y hệt', en: 'kept once: repeats another row to the letter' },
  id_not_unique: {
    vi: 'giữ, không bao giờ xác minh: số định danh cấp cho nhiều người',
    en: 'kept, never verified: the ID is given to several persons',
  },
  birth_date_unknown: {
    vi: 'giữ: ngày sinh thiếu hoặc không đọc được',
    en: 'kept: birth date missing or unreadable',
  },
  leading_zeros_restored: {
    vi: 'giữ: số định danh thiếu số 0 ở đầu, đã thêm vào',
    en: 'kept: the ID had lost its leading zeros, they are put back',
  },
};

/** How the sex column of a snapshot was read. */
const SEX_CODES: Readonly<Record<SexCoding, Bilingual>> = {
  registry: { vi: 'mã giới tính: 1 nam, 2 nữ', en: 'sex codes: 1 nam, 2 nữ' },
  platform: { vi: 'mã giới tính: 0 nam, 1 nữ', en: 'sex codes: 0 nam, 1 nữ' },
  words: { vi: 'giới tính ghi bằng chữ', en: 'sex in words' },
};

/** The closing words of a registry build, for a terminal; `next` adds the command that comes after it. */
export function buildReportText(
  report: BuildReport,
  db: string,
  language: Language,
  { next }: { readonly next: boolean },
): string {
  const vi = language === 'vi';
  const number = (value: number) => formatInteger(value, language);
  const lines = [
    vi ? `Đã lập cơ sở dữ liệu đối soát: ${db}` : `Registry built: ${db}`,
    `  ${number(report.persons)} ${vi ? 'người' : 'persons'}, ${formatBytes(report.bytes, language)}`,
    '',
    vi ? 'Đã đọc' : 'Read',
    ...report.snapshots.map(({ name, rows, persons, sexCoding, encoding }) => {
      const how = SEX_CODES[sexCoding][language] + (encoding === 'utf-8' ? '' : `; ${encoding}`);
      return vi
        ? `  ${name}: ${number(rows)} dòng, ${number(persons)} người (${how})`
        : `  ${name}: ${number(rows)} rows, ${number(persons)} persons (${how})`;
    }),
  ];
  const remarks = Object.entries(report.remarks) as [SnapshotRemark, number][];
  if (remarks.length > 0) {
    lines.push('', vi ? 'Dòng cần lưu ý' : 'Rows to look at');
    for (const [remark, count] of remarks) lines.push(`  ${number(count)}  ${REMARKS[remark][language]}`);
    lines.push(`  ${vi ? 'Danh sách tệp và số dòng' : 'Listed by file and row in'}: ${db}.remarks.csv`);
  }
  lines.push(...crowdedLines(report, language));
  if (next) {
    const command = `doisoat run --doses FILE... --registry ${db} --out FOLDER`;
    lines.push('', `${vi ? 'Bước tiếp theo' : 'Next'}: ${command}`);
  }
  return `${lines.join('\n')}\n`;
}

const FIELD_WORDS: Readonly<Record<NarrowingField, Bilingual>> = {
  province: { vi: 'tỉnh', en: 'province' },
  district: { vi: 'huyện', en: 'district' },
  commune: { vi: 'xã', en: 'commune' },
  birth_year: { vi: 'năm sinh', en: 'birth year' },
  sex: { vi: 'giới tính', en: 'sex' },
};

/** The blocking keys that too many persons share: by what they were narrowed, and what is still too crowded. */
function crowdedLines({ crowdedKeys }: BuildReport, language: Language): string[] {
  if (crowdedKeys.length === 0) return [];
  const vi = language === 'vi';
  const number = (value: number) => formatInteger(value, language);
  const lines = crowdedKeys.map(({ rule, keys, persons, narrowedBy, still }) => {
    const fields = narrowedBy.map((field) => FIELD_WORDS[field][language]).join(vi ? ', rồi ' : ', then ');
    if (narrowedBy.length === 0) {
      return vi
        ? `  ${rule}: ${number(keys)} khóa (${number(persons)} người), không dùng để tìm`
        : `  ${rule}: ${number(keys)} keys (${number(persons)} persons), not followed`;
    }
    const rest = vi
      ? `vẫn quá đông ${number(still.keys)} khóa (${number(still.persons)} người)`
      : `still too crowded ${number(still.keys)} keys (${number(still.persons)} persons)`;
    return vi
      ? `  ${rule}: ${number(keys)} khóa (${number(persons)} người), thu hẹp theo ${fields}; ${rest}`
      : `  ${rule}: ${number(keys)} keys (${number(persons)} persons), narrowed by ${fields}; ${rest}`;
  });
  return ['', vi ? 'Khóa tìm kiếm quá đông người' : 'Search keys that too many persons share', ...lines];
}
