import { OFFICIAL_CLASSES, type OfficialClass, OUTCOMES, type OutcomeName } from '../domain/outcome.js';
import { PROVINCES } from '../domain/provinces.js';
import { REASON_CODES, type ReasonCode } from '../domain/reasons.js';
import type { SummaryCell } from '../domain/summary-cell.js';
import { checkCells, checkSummary } from './balance.js';
import type { BalanceFault } from './balance-faults.js';
import { addTo, newTally, recordOf, type Tally } from './count.js';
import { COUNTED_FIELDS, type CountedField, TOTAL_LABEL, UNKNOWN_PROVINCE } from './labels.js';
import { type ProvinceSummary, type Summary, TOTAL_CODE } from './summary.js';

const PROVINCE_NAMES: ReadonlyMap<string, string> = new Map(PROVINCES.map((p) => [p.code, p.name]));

type Draft = { [K in keyof ProvinceSummary]: ProvinceSummary[K] } & {
  readonly sent: Tally;
  readonly withId: Tally;
  readonly official: Record<OfficialClass, Tally>;
  readonly wrongBy: Record<CountedField, Tally>;
  readonly outcomes: Record<OutcomeName, Tally>;
  readonly reasons: Record<ReasonCode, Tally>;
  readonly officialByOutcome: Record<OfficialClass, Record<OutcomeName, Tally>>;
};

function newDraft(code: string, name: string): Draft {
  return {
    code,
    name,
    sent: newTally(),
    withId: newTally(),
    official: recordOf(OFFICIAL_CLASSES, newTally),
    wrongBy: recordOf(COUNTED_FIELDS, newTally),
    outcomes: recordOf(OUTCOMES, newTally),
    reasons: recordOf(REASON_CODES, newTally),
    officialByOutcome: recordOf(OFFICIAL_CLASSES, () => recordOf(OUTCOMES, newTally)),
  };
}

function addCell(draft: Draft, cell: SummaryCell): void {
  addTo(draft.sent, cell);
  if (cell.officialClass !== 'no_or_bad_id') addTo(draft.withId, cell);
  addTo(draft.official[cell.officialClass], cell);
  if (cell.wrongField !== 'none') addTo(draft.wrongBy[cell.wrongField], cell);
  addTo(draft.outcomes[cell.outcome], cell);
  addTo(draft.reasons[cell.reason], cell);
  addTo(draft.officialByOutcome[cell.officialClass][cell.outcome], cell);
}

/** The name of a province code; a code that is none of the 63 is shown as it stands. */
function provinceName(code: string): string {
  return code === '' ? UNKNOWN_PROVINCE.vi : (PROVINCE_NAMES.get(code) ?? code);
}

/** By code, unit by unit (no locale); the unknown province last. */
function byCode(a: ProvinceSummary, b: ProvinceSummary): number {
  if (a.code === b.code) return 0;
  if (a.code === '') return 1;
  if (b.code === '') return -1;
  return a.code < b.code ? -1 : 1;
}

/** Adds up the cells of each province that occurs, sorted by code, the unknown province last. */
export function summarizeByProvince(cells: readonly SummaryCell[]): ProvinceSummary[] {
  const drafts = new Map<string, Draft>();
  for (const cell of cells) {
    let draft = drafts.get(cell.province);
    if (draft === undefined) {
      draft = newDraft(cell.province, provinceName(cell.province));
      drafts.set(cell.province, draft);
    }
    addCell(draft, cell);
  }
  return [...drafts.values()].sort(byCode);
}

/**
 * The whole result: provinces, totals and whether they add up.
 * The totals are added from the cells, not from the provinces, so that comparing both means something.
 */
export function summarize(cells: readonly SummaryCell[]): Summary {
  const total = newDraft(TOTAL_CODE, TOTAL_LABEL.vi);
  for (const cell of cells) addCell(total, cell);
  const provinces = summarizeByProvince(cells);
  return { provinces, total, faults: [...checkCells(cells), ...checkSummary(provinces, total)] };
}

/** The faults of a result cube; empty when all rows and columns add up. */
export function checkBalance(cells: readonly SummaryCell[]): readonly BalanceFault[] {
  return summarize(cells).faults;
}
