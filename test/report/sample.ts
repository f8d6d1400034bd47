import type { NotComparedCounts } from '../../src/domain/not-compared.js';
import { PROVINCES } from '../../src/domain/provinces.js';
import { REASON_CODES, REASONS } from '../../src/domain/reasons.js';
import type { RunFacts } from '../../src/domain/run-facts.js';
import type { SummaryCell } from '../../src/domain/summary-cell.js';

/** One cell; what is not given is a clean, verified row of Hà Nội. */
export function cell(given: Partial<SummaryCell>): SummaryCell {
  return {
    province: '01',
    outcome: 'verified',
    reason: 'exact',
    officialClass: 'right',
    wrongField: 'none',
    rows: 1,
    doses: 1,
    persons: 1,
    ...given,
  };
}

/** Nobody was left out. */
export const EVERYBODY_COMPARED: NotComparedCounts = {
  records: 0,
  recordsNotFollowed: 0,
  byReason: {
    other_value: { records: 0, persons: 0 },
    field_missing: { records: 0, persons: 0 },
    still_crowded: { records: 0, persons: 0 },
  },
  byRule: [],
};

/** Facts of a run over one file, with nothing left out. */
export function facts(given: Partial<RunFacts> = {}): RunFacts {
  return {
    toolVersion: '0.1.0',
    language: 'vi',
    inputs: [
      {
        name: 'mui-tiem.csv',
        bytes: 1_234_567,
        rows: 20,
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        layout: 'long',
        encoding: 'utf-8',
      },
    ],
    registry: { persons: 98_000_000, id: 'sha256:0123abcd' },
    modelVersion: 'default-1',
    verifiedAt: [18, 16, 12, 9, 9],
    thresholds: { verifyProbability: 0.999, reviewProbability: 0.05, marginBits: 10 },
    options: { provinces: null, limit: null },
    rowsOtherProvinces: 0,
    rowsOverLimit: 0,
    blankLines: 0,
    notCompared: EVERYBODY_COMPARED,
    decoys: [],
    inputsNotUtf8: [],
    deadline: '2022-05-05',
    ...given,
  };
}

/** Small enough to add up by hand: two provinces and rows whose province is unknown. 20 rows. */
export const HAND_CELLS: readonly SummaryCell[] = [
  cell({ province: '79', rows: 8, doses: 9, persons: 5 }),
  cell({
    province: '79',
    reason: 'corrected',
    officialClass: 'wrong',
    wrongField: 'name',
    rows: 3,
    doses: 3,
    persons: 2,
  }),
  cell({
    province: '79',
    outcome: 'needs_review',
    reason: 'rival_too_close',
    officialClass: 'no_or_bad_id',
    rows: 2,
    doses: 2,
    persons: 1,
  }),
  cell({ province: '01', rows: 1, doses: 4, persons: 1 }),
  cell({
    province: '01',
    outcome: 'mismatch',
    reason: 'id_not_in_registry',
    officialClass: 'not_verified',
    rows: 3,
    doses: 3,
    persons: 3,
  }),
  cell({
    province: '01',
    reason: 'corrected',
    officialClass: 'wrong',
    wrongField: 'birth_date',
    rows: 1,
    doses: 2,
    persons: 1,
  }),
  cell({
    province: '',
    outcome: 'rejected',
    reason: 'wrong_field_count',
    officialClass: 'no_or_bad_id',
    rows: 2,
    doses: 2,
    persons: 2,
  }),
];

/** A result of the size of the country: every province, every reason. Made up, always the same. */
export function countryCells(): SummaryCell[] {
  const cells: SummaryCell[] = [];
  PROVINCES.forEach((province, p) => {
    REASON_CODES.forEach((reason, r) => {
      const { outcome } = REASONS[reason];
      const base = ((p * 7919 + r * 104_729) % 9_000) + 50;
      const scale =
        reason === 'exact' ? 90 : reason === 'corrected' ? 30 : outcome === 'rejected' ? 0.02 : 0.6;
      const rows = Math.ceil(base * scale * (province.code === '79' ? 4 : 1));
      const wrong = reason === 'corrected' || outcome === 'needs_review';
      cells.push({
        province: province.code,
        outcome,
        reason,
        officialClass:
          reason === 'exact'
            ? 'right'
            : wrong
              ? 'wrong'
              : reason === 'id_not_in_registry'
                ? 'not_verified'
                : 'no_or_bad_id',
        wrongField: wrong ? (['id', 'name', 'birth_date', 'other'] as const)[(p + r) % 4]! : 'none',
        rows,
        doses: rows,
        persons: Math.ceil(rows / 2.4),
      });
    });
  });
  return cells;
}
