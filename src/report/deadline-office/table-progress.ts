import { type DeadlineReport, PROGRESS_VERDICTS, type ProvinceReport } from '../../domain/deadline-report.js';
import type { Language } from '../../domain/run-facts.js';
import { timesFasterOf } from '../deadline/behind.js';
import { NEEDED_NOTE } from '../deadline-words.js';
import { TOTAL_LABEL, UNKNOWN_PROVINCE } from '../labels.js';
import { formatDate } from '../number-format.js';
import type { OfficeColumn, OfficeRow, OfficeTable } from './office-table.js';
import { marks, provinceColumns } from './table-provinces.js';
import { cell, NO_DATA, NONE, plural, SUPPRESSED, sentence } from './words.js';

type ProgressOf = NonNullable<ProvinceReport['progress']>;

/** How far each province is, and when it will be done. */
/** How old the data are: `trong ngày`, `3 ngày trước`; `cũ` where there are newer ones of others. */
function ageText({ state, daysOld }: ProvinceReport, lang: Language): string {
  const vi = lang === 'vi';
  if (daysOld === null) return vi ? 'Chưa có số liệu' : 'No data';
  const age =
    daysOld === 0
      ? vi
        ? 'trong ngày'
        : 'of the day'
      : vi
        ? `${daysOld} ngày trước`
        : `${daysOld} ${plural(daysOld, 'day', 'days')} old`;
  return sentence(state === 'stale' ? `${vi ? 'cũ' : 'out of date'}, ${age}` : age);
}

export function progressByProvince(report: DeadlineReport, lang: Language): OfficeTable {
  const vi = lang === 'vi';
  const columns: readonly OfficeColumn[] = [
    { label: vi ? 'Ngày số liệu' : 'Day of data', kind: 'date', mm: 21, characters: 12 },
    { label: vi ? 'Số liệu' : 'Data', kind: 'text', mm: 25, characters: 14 },
    { label: vi ? 'Đã gửi' : 'Sent', kind: 'amount', mm: 20, characters: 14 },
    { label: vi ? 'Đã xác minh' : 'Verified', kind: 'amount', mm: 21, characters: 14 },
    { label: vi ? 'Tỷ lệ' : 'Share', kind: 'share', mm: 14, characters: 9 },
    { label: vi ? 'Còn lại' : 'Left', kind: 'amount', mm: 19, characters: 14 },
    { label: vi ? 'Cần mỗi ngày' : 'Needed a day', kind: 'amount', mm: 18, characters: 13 },
    { label: vi ? 'Hiện nay mỗi ngày' : 'Now a day', kind: 'decimal', mm: 18, characters: 13 },
    { label: vi ? 'Phải nhanh hơn (lần)' : 'Times faster', kind: 'decimal', mm: 18, characters: 10 },
    { label: vi ? 'Dự kiến xong' : 'Expected end', kind: 'date', mm: 21, characters: 12 },
    { label: vi ? 'Đánh giá' : 'Outlook', kind: 'text', mm: 24, characters: 18 },
  ];
  return {
    sheet: vi ? 'Tiến độ theo tỉnh' : 'Progress by province',
    title: vi ? 'Tiến độ theo tỉnh, thành phố' : 'Progress by province',
    notes: [
      vi
        ? `Đơn vị: đối tượng. Số liệu đến ngày ${formatDate(report.newestDay)}, thời hạn ngày ${formatDate(report.deadline)}. Hiện nay mỗi ngày: trung vị của các ngày gần nhất. ${NEEDED_NOTE.vi} ${marks(report, lang)}`
        : `Unit: persons. Data up to ${formatDate(report.newestDay)}, deadline ${formatDate(report.deadline)} (day/month/year). Now a day: median of the last days. ${NEEDED_NOTE.en} ${marks(report, lang)}`,
    ],
    columns: [...provinceColumns(lang, 29), ...columns],
    rows: [
      ...report.provinces.map((province, i): OfficeRow => {
        const { code, shortName, dataDay, progress, table } = province;
        const start = [i + 1, code, shortName, dataDay ?? NO_DATA];
        const label = ageText(province, lang);
        if (progress === null) {
          const blank = table === null ? NO_DATA : SUPPRESSED;
          return [...start, label, ...Array.from({ length: 9 }, () => blank)];
        }
        return [...start, label, ...progressCells(progress, lang)];
      }),
      ...unknownRow(report, lang),
    ],
    total: ['', '', TOTAL_LABEL[lang], report.newestDay, '', ...progressCells(report.total.progress, lang)],
    names: 3,
    fontSize: 10,
  };
}

function progressCells(progress: ProgressOf, lang: Language): OfficeRow {
  const { days, left, neededPerDay, pace, projection, verdict } = progress;
  const last = days.at(-1);
  const expected = projection?.expected ?? null;
  return [
    last?.sent ?? NO_DATA,
    last?.verified ?? NO_DATA,
    last?.share ?? NONE,
    left,
    neededPerDay ?? NONE,
    pace === null ? NONE : pace.median,
    timesFasterOf(progress) ?? NONE,
    expected ?? NONE,
    sentence(PROGRESS_VERDICTS[verdict][lang]),
  ];
}

/** Rows whose province is unknown, so that the lines add up to the total; they have no days of their own. */
function unknownRow({ unknown, minCell }: DeadlineReport, lang: Language): readonly OfficeRow[] {
  if (unknown === null) return [];
  const { all, verified_as_sent: asSent, verified_corrected: corrected } = unknown.table.sent;
  const done =
    asSent.persons === null || corrected.persons === null ? null : asSent.persons + corrected.persons;
  const isHidden = minCell !== null || all.persons === null || done === null;
  const figures = isHidden
    ? [cell(null), cell(null), cell(null), cell(null)]
    : [all.persons, done, all.persons === 0 ? NONE : done / all.persons, all.persons - done];
  const rest = Array.from({ length: 5 }, () => NONE);
  return [['', '', UNKNOWN_PROVINCE[lang], unknown.dataDay, '', ...figures, ...rest]];
}

/** Sent and verified day by day: the country first, then each province. */
export function progressByDay(report: DeadlineReport, lang: Language): OfficeTable {
  const vi = lang === 'vi';
  const rows = (code: string, name: string, progress: ProgressOf): OfficeRow[] =>
    progress.days.map(({ day, provinces, sent, verified, share }) => [
      code,
      name,
      day,
      provinces,
      sent,
      verified,
      share ?? NONE,
    ]);
  return {
    sheet: vi ? 'Tiến độ theo ngày' : 'Progress by day',
    title: vi ? 'Tiến độ theo ngày' : 'Progress by day',
    notes: [
      vi
        ? 'Đơn vị: đối tượng. Các dòng đầu là toàn quốc, sau đó từng tỉnh; chọn ở ô lọc của cột “Tỉnh, thành phố”.'
        : 'Unit: persons. The country first, then each province; choose in the filter of “Province”.',
    ],
    columns: [
      { label: vi ? 'Mã tỉnh' : 'Code', kind: 'code', mm: 0, characters: 9 },
      { label: vi ? 'Tỉnh, thành phố' : 'Province', kind: 'text', mm: 40, characters: 22 },
      { label: vi ? 'Ngày' : 'Day', kind: 'date', mm: 25, characters: 12 },
      { label: vi ? 'Số tỉnh có số liệu' : 'Provinces with data', kind: 'amount', mm: 25, characters: 12 },
      { label: vi ? 'Đã gửi' : 'Sent', kind: 'amount', mm: 30, characters: 15 },
      { label: vi ? 'Đã xác minh' : 'Verified', kind: 'amount', mm: 30, characters: 15 },
      { label: vi ? 'Tỷ lệ' : 'Share', kind: 'share', mm: 20, characters: 10 },
    ],
    rows: [
      ...rows('', vi ? 'Toàn quốc' : 'Country', report.total.progress),
      ...report.provinces.flatMap(({ code, shortName, progress }) =>
        progress === null ? [] : rows(code, shortName, progress),
      ),
    ],
    total: null,
    names: 3,
    fontSize: 11,
    workbookOnly: true,
  };
}
