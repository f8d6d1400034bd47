import type { DeadlineReport, ProvinceReport } from '../../../src/domain/deadline-report.js';
import { publishable } from '../../../src/report/deadline/publishable.js';
import { EXAMPLE_REPORT } from '../deadline-report-example.js';

const NOTHING = {
  state: 'missing',
  dataDay: null,
  daysOld: null,
  run: null,
  table: null,
  progress: null,
  coverage: null,
} as const satisfies Partial<ProvinceReport>;

/** Only Hà Nội (01) has data, of one day. */
export function onlyOneProvince(): DeadlineReport {
  const provinces = EXAMPLE_REPORT.provinces.map((province) =>
    province.code === '01' ? province : { ...province, ...NOTHING },
  );
  const missing = provinces.flatMap(({ code, table }) => (table === null ? [code] : []));
  const { table, progress } = provinces[0]!;
  const days = progress!.days.slice(-1);
  const none = { rows: 0, work: 0, toCorrect: 0, toAsk: 0, toReview: 0, unreadable: 0, kinds: {} };
  return {
    ...EXAMPLE_REPORT,
    provinces,
    unknown: null,
    missing,
    stale: [],
    behind: missing.map((code) => ({ code, why: 'missing', left: null, share: null, timesFaster: null })),
    flags: [],
    total: {
      ...EXAMPLE_REPORT.total,
      table: table!,
      progress: { ...progress!, days, pace: null, projection: null, verdict: 'cannot_be_told' },
      coverage: null,
    },
    errors: { ...EXAMPLE_REPORT.errors, total: none, provinces: [], facilities: [], facilitiesInAll: 0 },
    trust: {
      falseMatches: null,
      falseMatchesByProvince: [],
      calibration: [],
      notCompared: {
        records: 0,
        recordsNotFollowed: 0,
        byReason: {
          other_value: { records: 0, persons: 0 },
          field_missing: { records: 0, persons: 0 },
          still_crowded: { records: 0, persons: 0 },
        },
      },
      dataQuality: [],
      differences: [],
    },
    notes: [],
  };
}

/** For publication: figures of fewer than 2,000 persons are left out, and what would give them away. */
export function suppressed(): DeadlineReport {
  return publishable(EXAMPLE_REPORT, 2000);
}
