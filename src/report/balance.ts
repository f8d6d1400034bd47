import { PROVINCES } from '../domain/provinces.js';
import { REASONS, type ReasonCode } from '../domain/reasons.js';
import type { RunFacts } from '../domain/run-facts.js';
import type { SummaryCell } from '../domain/summary-cell.js';
import type { BalanceFault, BalanceFaultCode } from './balance-faults.js';
import { type Count, sumCounts, UNITS, type Unit } from './count.js';
import { type ProvinceSummary, type Summary, TOTAL_CODE } from './summary.js';

const PROVINCE_CODES: ReadonlySet<string> = new Set(['', ...PROVINCES.map((p) => p.code)]);

/** Faults of single cells: impossible counts, and codes that contradict each other. */
export function checkCells(cells: readonly SummaryCell[]): BalanceFault[] {
  const faults: BalanceFault[] = [];
  for (const cell of cells) {
    const add = (code: BalanceFaultCode, unit: Unit | null = null, expected = 0, found = 0) =>
      faults.push({ code, province: cell.province, unit, expected, found });
    for (const unit of UNITS) {
      if (!Number.isSafeInteger(cell[unit]) || cell[unit] < 0) add('not_a_count', unit, 0, cell[unit]);
    }
    if (cell.persons > cell.rows) add('more_persons_than_rows', 'persons', cell.rows, cell.persons);
    if (!PROVINCE_CODES.has(cell.province)) add('unknown_province');
    if (REASONS[cell.reason].outcome !== cell.outcome) add('reason_of_other_outcome');
    if ((cell.officialClass === 'wrong') !== (cell.wrongField !== 'none')) add('field_of_other_class');
  }
  return faults;
}

/** Faults of the sums: each row across its columns, and each column down the provinces. */
export function checkSummary(provinces: readonly ProvinceSummary[], total: ProvinceSummary): BalanceFault[] {
  const faults: BalanceFault[] = [];
  const compare = (code: BalanceFaultCode, province: string, expected: Count, parts: Iterable<Count>) => {
    const found = sumCounts(parts);
    for (const unit of UNITS) {
      if (found[unit] !== expected[unit]) {
        faults.push({ code, province, unit, expected: expected[unit], found: found[unit] });
      }
    }
  };
  for (const s of [...provinces, total]) {
    const { right, wrong, not_verified, no_or_bad_id } = s.official;
    compare('id_and_sent', s.code, s.sent, [s.withId, no_or_bad_id]);
    compare('classes_and_id', s.code, s.withId, [right, wrong, not_verified]);
    compare('fields_and_wrong', s.code, wrong, Object.values(s.wrongBy));
    compare('outcomes_and_sent', s.code, s.sent, Object.values(s.outcomes));
    for (const [outcome, count] of Object.entries(s.outcomes)) {
      const codes = (Object.keys(s.reasons) as ReasonCode[]).filter((r) => REASONS[r].outcome === outcome);
      const parts = codes.map((code) => s.reasons[code]);
      compare('reasons_and_outcome', s.code, count, parts);
    }
  }
  const totalFigures = figuresOf(total);
  const columns = provinces.map(figuresOf);
  totalFigures.forEach((expected, i) => {
    const parts = columns.map((figures) => figures[i]!);
    compare('provinces_and_total', total.code, expected, parts);
  });
  return faults;
}

function figuresOf(s: ProvinceSummary): readonly Count[] {
  return [
    s.sent,
    s.withId,
    ...Object.values(s.official),
    ...Object.values(s.wrongBy),
    ...Object.values(s.outcomes),
    ...Object.values(s.reasons),
    ...Object.values(s.officialByOutcome).flatMap((outcomes) => Object.values(outcomes)),
  ];
}

/** All faults of a run: those of the figures, and whether every input row is accounted for. */
export function checkRun(summary: Summary, facts: RunFacts): readonly BalanceFault[] {
  const read = facts.inputs.reduce((rows, input) => rows + input.rows, 0);
  const found = summary.total.sent.rows + facts.rowsOtherProvinces + facts.rowsOverLimit;
  if (read === found) return summary.faults;
  const fault = {
    code: 'inputs_and_rows',
    province: TOTAL_CODE,
    unit: 'rows',
    expected: read,
    found,
  } as const;
  return [...summary.faults, fault];
}
