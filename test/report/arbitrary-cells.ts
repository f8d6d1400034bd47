import fc from 'fast-check';
import { OFFICIAL_CLASSES } from '../../src/domain/outcome.js';
import { PROVINCES } from '../../src/domain/provinces.js';
import { REASON_CODES, REASONS } from '../../src/domain/reasons.js';
import type { SummaryCell } from '../../src/domain/summary-cell.js';

/** Cells that a run could give: codes agree with each other, persons do not exceed rows. */
export const arbitraryCells: fc.Arbitrary<SummaryCell[]> = fc.array(
  fc
    .record({
      province: fc.constantFrom('', ...PROVINCES.map((p) => p.code)),
      reason: fc.constantFrom(...REASON_CODES),
      officialClass: fc.constantFrom(...OFFICIAL_CLASSES),
      field: fc.constantFrom('id', 'name', 'birth_date', 'other' as const),
      rows: fc.nat(1_000_000),
      doses: fc.nat(4_000_000),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ field, share, ...cell }) => ({
      ...cell,
      outcome: REASONS[cell.reason].outcome,
      wrongField: cell.officialClass === 'wrong' ? field : 'none',
      persons: Math.floor(cell.rows * share),
    })),
  { maxLength: 60 },
);
