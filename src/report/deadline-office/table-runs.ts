import type { DeadlineReport, ReportRun } from '../../domain/deadline-report.js';
import { REPORT_FLAGS, type ReportFlag } from '../../domain/report-flags.js';
import type { Language } from '../../domain/run-facts.js';
import { provinceLabel } from '../labels.js';
import { formatDecimal, formatShare } from '../number-format.js';
import type { OfficeTable } from './office-table.js';
import { DISAGREEMENT_TITLES } from './section-trust.js';
import { listOf, NONE, runLabel, SUPPRESSED, sentence } from './words.js';

const USES = {
  newest: { vi: 'số liệu gần nhất', en: 'newest' },
  trend: { vi: 'để tính tiến độ', en: 'for the trend' },
  left_out: { vi: 'không dùng', en: 'left out' },
} as const;

/** What a reader must know before relying on a figure. */
export function flagsTable(report: DeadlineReport, lang: Language): OfficeTable {
  const vi = lang === 'vi';
  return {
    sheet: vi ? 'Số liệu cần kiểm tra' : 'Figures to check',
    title: vi ? 'Số liệu cần kiểm tra' : 'Figures to check',
    notes: [],
    columns: [
      { label: vi ? 'STT' : 'No.', kind: 'order', mm: 12, characters: 6 },
      { label: vi ? 'Mã tỉnh' : 'Code', kind: 'code', mm: 0, characters: 8 },
      { label: vi ? 'Tỉnh, thành phố' : 'Province', kind: 'text', mm: 45, characters: 22 },
      { label: vi ? 'Ngày' : 'Day', kind: 'date', mm: 26, characters: 12 },
      { label: vi ? 'Nội dung' : 'What', kind: 'text', mm: 110, characters: 60 },
      { label: vi ? 'Số liệu' : 'Figure', kind: 'amount', mm: 32, characters: 15 },
      { label: vi ? 'So với' : 'Compared with', kind: 'amount', mm: 32, characters: 15 },
    ],
    rows: report.flags.map((flag, i) => [
      i + 1,
      flag.province === 'total' ? '' : flag.province,
      flagPlace(flag, lang),
      flag.date ?? NONE,
      sentence(REPORT_FLAGS[flag.code][lang]),
      flag.found ?? NONE,
      flag.compared ?? NONE,
    ]),
    total: null,
    names: 3,
    fontSize: 11,
  };
}

function flagPlace({ province }: ReportFlag, lang: Language): string {
  if (province === 'total') return lang === 'vi' ? 'Toàn quốc' : 'Country';
  return provinceLabel(province, lang);
}

/** The runs on which the report rests. */
export function runsTable(report: DeadlineReport, lang: Language): OfficeTable {
  const vi = lang === 'vi';
  const all = report.provinces.length;
  const places = ({ newestOf }: ReportRun) => {
    if (newestOf.length === 0) return NONE;
    if (newestOf.length <= 6)
      return listOf(
        newestOf.map((code) => provinceLabel(code, lang)),
        lang,
      );
    const known = newestOf.filter((code) => code !== '').length;
    const more =
      known === newestOf.length
        ? ''
        : vi
          ? ' và hồ sơ không xác định được tỉnh'
          : ' and the unknown province';
    return (vi ? `${known}/${all} tỉnh, thành phố` : `${known} of ${all} provinces`) + more;
  };
  return {
    sheet: vi ? 'Lần đối soát' : 'Runs',
    title: vi ? 'Các lần đối soát làm căn cứ' : 'The runs that the report rests on',
    notes: [
      vi
        ? 'Dấu vân tay (SHA-256) của tệp manifest.json nhận diện một lần đối soát cùng mọi tệp của nó.'
        : 'The SHA-256 of manifest.json identifies a run with all its files.',
    ],
    columns: [
      { label: vi ? 'STT' : 'No.', kind: 'order', mm: 10, characters: 6 },
      { label: vi ? 'Tên' : 'Name', kind: 'text', mm: 40, characters: 26 },
      { label: vi ? 'Ngày' : 'Day', kind: 'date', mm: 21, characters: 12 },
      { label: vi ? 'Sử dụng' : 'Use', kind: 'text', mm: 24, characters: 18 },
      { label: vi ? 'Tỉnh, thành phố' : 'Provinces', kind: 'text', mm: 42, characters: 34 },
      { label: vi ? 'Số dòng' : 'Rows', kind: 'amount', mm: 22, characters: 14 },
      { label: vi ? 'Phiên bản' : 'Version', kind: 'code', mm: 15, characters: 10 },
      { label: vi ? 'Mô hình' : 'Model', kind: 'text', mm: 22, characters: 16 },
      {
        label: vi ? 'Số người trong CSDL dân cư' : 'Persons in the registry',
        kind: 'amount',
        mm: 22,
        characters: 16,
      },
      { label: vi ? 'Ngưỡng xác minh' : 'Least probability', kind: 'text', mm: 0, characters: 16 },
      { label: vi ? 'Danh mục hành chính' : 'Administrative units', kind: 'code', mm: 0, characters: 14 },
      {
        label: vi ? 'SHA-256 của manifest.json' : 'SHA-256 of manifest.json',
        kind: 'text',
        mm: 39,
        characters: 26,
      },
      { label: vi ? 'Mã CSDL dân cư' : 'Registry', kind: 'text', mm: 0, characters: 26 },
      { label: vi ? 'SHA-256 của mô hình' : 'SHA-256 of the model', kind: 'text', mm: 0, characters: 26 },
    ],
    rows: report.runs.map((run, i) => [
      i + 1,
      run.name,
      run.day,
      sentence(USES[run.use][lang]),
      places(run),
      run.rows ?? SUPPRESSED,
      run.toolVersion,
      run.model.version,
      run.registry.persons,
      `${formatShare(run.thresholds.verifyProbability, 1, lang)}; ${formatDecimal(run.thresholds.marginBits, 2, lang)} bit`,
      run.adminUnits,
      run.manifestSha256,
      run.registry.id,
      run.model.sha256,
    ]),
    total: null,
    names: 2,
    fontSize: 10,
  };
}

/** The files that the runs read. */
export function inputsTable(report: DeadlineReport, lang: Language): OfficeTable {
  const vi = lang === 'vi';
  return {
    sheet: vi ? 'Tệp đầu vào' : 'Inputs',
    title: vi ? 'Các tệp đầu vào' : 'The inputs',
    notes: [],
    columns: [
      { label: vi ? 'STT' : 'No.', kind: 'order', mm: 12, characters: 6 },
      { label: vi ? 'Lần đối soát' : 'Run', kind: 'text', mm: 50, characters: 26 },
      { label: vi ? 'Tệp' : 'File', kind: 'text', mm: 60, characters: 34 },
      { label: vi ? 'Số dòng' : 'Rows', kind: 'amount', mm: 25, characters: 14 },
      { label: vi ? 'Số byte' : 'Bytes', kind: 'amount', mm: 30, characters: 17 },
      { label: vi ? 'Bảng mã' : 'Encoding', kind: 'text', mm: 20, characters: 12 },
      { label: 'SHA-256', kind: 'text', mm: 60, characters: 26 },
    ],
    rows: report.runs
      .flatMap((run) => run.inputs.map((input) => [run, input] as const))
      .map(([run, { name, rows, bytes, encoding, sha256 }], i) => [
        i + 1,
        run.name,
        name,
        rows,
        bytes,
        encoding,
        sha256,
      ]),
    total: null,
    names: 3,
    fontSize: 10,
  };
}

/** All warnings about the inputs and all differences between the runs. */
export function warningsTable({ trust, runs }: DeadlineReport, lang: Language): OfficeTable {
  const vi = lang === 'vi';
  const differences = trust.differences.flatMap(({ what, values }) =>
    values.flatMap(({ value, runs: which }) =>
      which.map((run) => [
        runLabel(runs, run),
        '',
        `${vi ? 'Khác nhau về' : 'Different'} ${DISAGREEMENT_TITLES[what][lang]}: ${value}`,
      ]),
    ),
  );
  const warnings = trust.dataQuality.map(({ run, input, text }) => [
    runLabel(runs, run),
    input,
    sentence(text[lang]),
  ]);
  return {
    sheet: vi ? 'Cảnh báo' : 'Warnings',
    title: vi
      ? 'Cảnh báo về đầu vào và khác biệt giữa các lần'
      : 'Warnings, and differences between the runs',
    notes: [],
    columns: [
      { label: vi ? 'STT' : 'No.', kind: 'order', mm: 12, characters: 6 },
      { label: vi ? 'Lần đối soát' : 'Run', kind: 'text', mm: 50, characters: 26 },
      { label: vi ? 'Tệp' : 'File', kind: 'text', mm: 60, characters: 34 },
      { label: vi ? 'Nội dung' : 'What', kind: 'text', mm: 130, characters: 90 },
    ],
    rows: [...warnings, ...differences].map((cells, i) => [i + 1, ...cells]),
    total: null,
    names: 2,
    fontSize: 11,
    workbookOnly: true,
  };
}
