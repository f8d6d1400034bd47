import type { OfficialClass, OutcomeName } from '../domain/outcome.js';
import type { ReasonCode } from '../domain/reasons.js';
import type { BalanceFault } from './balance-faults.js';
import type { Count } from './count.js';
import type { CountedField } from './labels.js';

/** Everything the reports say about one province, or about all of them. */
export interface ProvinceSummary {
  /** Two-digit GSO code; empty where none is known; `total` in the totals. */
  readonly code: string;
  /** The province's name on the platform, in Vietnamese. */
  readonly name: string;
  readonly sent: Count;
  /** Sent = withId + official.no_or_bad_id; withId = right + wrong + not_verified. */
  readonly withId: Count;
  readonly official: Readonly<Record<OfficialClass, Count>>;
  /** official.wrong by the first field that differs. */
  readonly wrongBy: Readonly<Record<CountedField, Count>>;
  readonly outcomes: Readonly<Record<OutcomeName, Count>>;
  readonly reasons: Readonly<Record<ReasonCode, Count>>;
  /** What became of each official class. */
  readonly officialByOutcome: Readonly<Record<OfficialClass, Readonly<Record<OutcomeName, Count>>>>;
}

/** The result cube, added up. */
export interface Summary {
  /** Provinces that occur, by code; the unknown province comes last. */
  readonly provinces: readonly ProvinceSummary[];
  readonly total: ProvinceSummary;
  /** Empty when all rows and columns add up. */
  readonly faults: readonly BalanceFault[];
}

export const TOTAL_CODE = 'total';
