import {
  type Amount,
  type BalancedTable,
  COLUMN_SUM,
  ROW_SUMS,
  TABLE_COLUMNS,
  TABLE_ROWS,
  type TableColumn,
  type TableRow,
} from '../../src/domain/balanced-table.js';
import type {
  DeadlineReport,
  DispatchFigures,
  ErrorLine,
  Progress,
  ProvinceReport,
} from '../../src/domain/deadline-report.js';
import { PROVINCES } from '../../src/domain/provinces.js';

/**
 * A made-up report of all provinces that adds up: Cà Mau (96) is missing, Lai Châu (12) is stale, Hà Nội has flags and
 * many errors, three facilities, seven days. Nobody in it exists.
 */
const DAYS = [
  '2022-04-22',
  '2022-04-23',
  '2022-04-24',
  '2022-04-25',
  '2022-04-26',
  '2022-04-27',
  '2022-04-28',
];
const MISSING = '96';
const STALE = '12';

/** Persons of the innermost cells, as shares of a province: every other cell is a sum of these. */
const SHARES: Readonly<Partial<Record<TableRow, Partial<Record<TableColumn, number>>>>> = {
  no_or_bad_id: { verified_corrected: 0.07, mismatch: 0.03, needs_review: 0.018, rejected: 0.002 },
  right: { verified_as_sent: 0.6, verified_corrected: 0.01 },
  wrong_id: { verified_corrected: 0.02, mismatch: 0.01, needs_review: 0.01 },
  wrong_name: { verified_corrected: 0.08, needs_review: 0.005 },
  wrong_birth_date: { verified_corrected: 0.06, needs_review: 0.005 },
  wrong_other: { verified_corrected: 0.05 },
  not_verified: { verified_corrected: 0.01, mismatch: 0.015, needs_review: 0.005 },
};

type Draft = Record<TableRow, Record<TableColumn, { persons: number; doses: number }>>;

function tableOf(persons: (row: TableRow, column: TableColumn) => Amount): BalancedTable {
  const entry = (row: TableRow) =>
    [row, Object.fromEntries(TABLE_COLUMNS.map((column) => [column, { ...persons(row, column) }]))] as const;
  const table = Object.fromEntries(TABLE_ROWS.map(entry)) as unknown as Draft;
  const add = (to: Draft['sent']['all'], from: Draft['sent']['all']) => {
    to.persons += from.persons;
    to.doses += from.doses;
  };
  for (const row of TABLE_ROWS)
    for (const column of COLUMN_SUM.parts) add(table[row].all, table[row][column]);
  for (const { sum, parts } of [...ROW_SUMS].reverse())
    for (const part of parts)
      for (const column of TABLE_COLUMNS) add(table[sum][column], table[part][column]);
  return table;
}

function provinceTable(size: number): BalancedTable {
  return tableOf((row, column) => {
    const persons = Math.round((SHARES[row]?.[column] ?? 0) * size);
    return { persons, doses: Math.round(persons * 2.39) };
  });
}

function sumTables(tables: readonly BalancedTable[]): BalancedTable {
  const inner = (row: TableRow) => !ROW_SUMS.some(({ sum }) => sum === row);
  return tableOf((row, column) => {
    if (!inner(row) || column === 'all') return { persons: 0, doses: 0 };
    return {
      persons: tables.reduce((sum, table) => sum + (table[row][column].persons ?? 0), 0),
      doses: tables.reduce((sum, table) => sum + (table[row][column].doses ?? 0), 0),
    };
  });
}

const verifiedOf = ({ sent }: BalancedTable) =>
  (sent.verified_as_sent.persons ?? 0) + (sent.verified_corrected.persons ?? 0);

function progressOf(
  table: BalancedTable,
  perDay: number,
  days: readonly string[],
  provinces: number,
): Progress {
  const sent = table.sent.all.persons ?? 0;
  const verified = verifiedOf(table);
  const left = sent - verified;
  const lastDay = days.length - 1;
  return {
    days: days.map((day, i) => {
      const done = verified - (lastDay - i) * perDay;
      return { day, provinces, sent, verified: done, share: done / sent };
    }),
    left,
    neededPerDay: Math.ceil(left / 7),
    pace: { steps: lastDay, slowest: perDay * 0.8, median: perDay, fastest: perDay * 1.5 },
    projection: { expected: '2022-05-07', earliest: '2022-05-03', latest: '2022-05-11' },
    verdict: 'uncertain',
  };
}

const NO_FIGURES: DispatchFigures = {
  complaintsReceived: null,
  complaintsHandled: null,
  personsSigned: null,
  passportsIssued: null,
};

const provinces: readonly ProvinceReport[] = PROVINCES.map(({ code, name, shortName }, i): ProvinceReport => {
  const base = { code, name, shortName, figures: NO_FIGURES, officers: [], coverage: null };
  if (code === MISSING) {
    const nothing = { dataDay: null, daysOld: null, run: null, table: null, progress: null };
    return { ...base, ...nothing, state: 'missing' };
  }
  const size = code === '01' ? 8_000_000 : code === '79' ? 9_000_000 : 300_000 + i * 25_000;
  const table = provinceTable(size);
  const isStale = code === STALE;
  const days = isStale ? DAYS.slice(0, 4) : DAYS;
  const persons = table.sent.all.persons ?? 0;
  return {
    ...base,
    state: isStale ? 'stale' : 'current',
    dataDay: days.at(-1)!,
    daysOld: isStale ? 3 : 0,
    run: isStale ? 0 : 1,
    table,
    progress: progressOf(table, Math.round(size * 0.011), days, 1),
    coverage: code === '01' ? { population: 7_900_000, persons, share: persons / 7_900_000 } : null,
    figures:
      code === '01'
        ? {
            complaintsReceived: 1_204,
            complaintsHandled: 987,
            personsSigned: 4_500_000,
            passportsIssued: null,
          }
        : NO_FIGURES,
    officers:
      code === '01'
        ? [
            {
              name: 'Trần Thị Mẫu',
              unit: 'Sở Y tế Hà Nội',
              position: 'Phó trưởng phòng Nghiệp vụ Y',
              phone: '0900 000 001',
            },
          ]
        : [],
  };
});

const unknownTable = tableOf((row, column) =>
  row === 'no_or_bad_id' && column === 'rejected'
    ? { persons: 412, doses: 412 }
    : row === 'wrong_id' && column === 'mismatch'
      ? { persons: 88, doses: 120 }
      : { persons: 0, doses: 0 },
);
const total = sumTables([...provinces.flatMap(({ table }) => (table === null ? [] : [table])), unknownTable]);
const hanoi = provinces.find(({ code }) => code === '01')!;
const hanoiPersons = hanoi.table!.sent.all.persons!;

const line = (rows: number, share: number): ErrorLine => {
  const part = (of: number) => Math.round(rows * share * of);
  const [toCorrect, toAsk, toReview, unreadable] = [part(0.75), part(0.14), part(0.1), part(0.01)] as const;
  return {
    rows,
    work: toCorrect + toAsk + toReview + unreadable,
    toCorrect,
    toAsk,
    toReview,
    unreadable,
    kinds: {
      id_missing: part(0.1),
      id_leading_zeros: part(0.08),
      id_of_another: part(0.03),
      id_on_many: part(0.01),
      name_no_accents: part(0.2),
      name_spelling: part(0.12),
      birth_swapped: part(0.15),
      birth_spreadsheet: part(0.07),
      sex_wrong: part(0.1),
      duplicate_dose: part(0.02),
      person_not_told: part(0.2),
      row_unreadable: unreadable,
    },
  };
};

/** See above. Ready to be rendered; change it with a spread. */
export const EXAMPLE_REPORT: DeadlineReport = {
  asOf: '2022-04-28',
  deadline: '2022-05-05',
  daysLeft: 7,
  newestDay: '2022-04-28',
  provinces,
  unknown: { dataDay: '2022-04-28', run: 1, table: unknownTable },
  total: {
    table: total,
    progress: progressOf(total, 600_000, DAYS, 62),
    coverage: { population: 7_900_000, persons: hanoiPersons, share: hanoiPersons / 7_900_000 },
    figures: {
      complaintsReceived: 1_204,
      complaintsHandled: 987,
      personsSigned: 4_500_000,
      passportsIssued: null,
    },
    figuresGiven: { complaintsReceived: 1, complaintsHandled: 1, personsSigned: 1, passportsIssued: 0 },
  },
  missing: [MISSING],
  stale: [STALE],
  behind: [
    { code: MISSING, why: 'missing', left: null, share: null, timesFaster: null },
    { code: '79', why: 'late', left: 900_000, share: 0.9, timesFaster: 1.9 },
    { code: STALE, why: 'cannot_be_told', left: 55_000, share: 0.88, timesFaster: null },
  ],
  flags: [
    {
      code: 'coverage_over_100',
      province: '01',
      date: '2022-04-28',
      found: hanoiPersons,
      compared: 7_900_000,
    },
    { code: 'total_falls', province: '48', date: '2022-04-26', found: 2_100_000, compared: 2_134_000 },
  ],
  errors: {
    total: line(190_000_000, 0.31),
    provinces: [
      { code: '01', ...line(19_000_000, 0.33) },
      { code: '79', ...line(21_000_000, 0.3) },
      { code: '', ...line(532, 1) },
    ],
    facilities: [
      {
        code: '01_D017',
        name: 'Trạm Y tế phường Mẫu Một',
        province: '01',
        cumulativeShare: 0.41,
        ...line(120_000, 0.86),
      },
      {
        code: '79_D120',
        name: 'Trung tâm Y tế quận Mẫu',
        province: '79',
        cumulativeShare: 0.68,
        ...line(310_000, 0.27),
      },
      { code: '', name: '', province: '48', cumulativeShare: 0.81, ...line(45_000, 0.9) },
    ],
    facilitiesInAll: 11_842,
    paretoShare: 0.8,
  },
  trust: {
    falseMatches: { rows: 812, low: 640, high: 1_030 },
    falseMatchesByProvince: [
      { province: '01', rows: 96, low: 61, high: 150 },
      { province: '79', rows: 110, low: 72, high: 168 },
    ],
    calibration: [
      {
        vi: 'Xác suất tính theo mô hình so khớp default-1, được chỉnh trên dữ liệu giả lập.',
        en: 'Probabilities are those of the matching model default-1, tuned on generated data.',
      },
    ],
    notCompared: {
      records: 41_000,
      recordsNotFollowed: 1_200,
      byReason: {
        other_value: { records: 39_800, persons: 61_000_000 },
        field_missing: { records: 900, persons: 2_100_000 },
        still_crowded: { records: 300, persons: 700_000 },
      },
    },
    dataQuality: [
      {
        run: 1,
        input: 'lai-chau.csv',
        text: {
          vi: 'ngày sinh được đọc theo thứ tự tháng/ngày/năm',
          en: 'birth dates are read month first',
        },
      },
    ],
    differences: [
      {
        what: 'tool_version',
        values: [
          { value: '0.1.0', runs: [0] },
          { value: '0.2.0', runs: [1] },
        ],
      },
    ],
  },
  runs: (['2022-04-25', '2022-04-28'] as const).map((day, i) => ({
    name: `ket-qua-${day}`,
    day,
    dayFrom: i === 0 ? 'folder_name' : 'setting',
    use: 'newest',
    newestOf: i === 0 ? [STALE] : [...provinces.flatMap(({ code, run }) => (run === 1 ? [code] : [])), ''],
    provinces: null,
    toolVersion: i === 0 ? '0.1.0' : '0.2.0',
    model: { version: 'default-1', sha256: '5f'.repeat(32) },
    registry: { id: 'ab'.repeat(32), persons: 98_000_000 },
    thresholds: { verifyProbability: 0.999, reviewProbability: 0.05, marginBits: 10 },
    adminUnits: '2022',
    language: 'vi',
    manifestSha256: `${i}c`.repeat(32),
    rows: 190_000_000,
    inputs: [
      {
        name: 'mui-tiem.csv.gz',
        bytes: 9_876_543_210,
        rows: 190_000_000,
        sha256: '0d'.repeat(32),
        layout: 'long',
        encoding: 'utf-8',
      },
    ],
  })),
  balance: { sumsChecked: 1_234 },
  minCell: null,
  suppressedCells: 0,
  notes: [
    {
      vi: 'Một người có hồ sơ ở hai tỉnh được tính ở cả hai tỉnh.',
      en: 'A person recorded in two provinces counts in both.',
    },
  ],
};
