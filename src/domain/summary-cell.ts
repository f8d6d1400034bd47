import type { OfficialClass, OutcomeName, WrongField } from './outcome.js';
import type { ReasonCode } from './reasons.js';

/**
 * One cell of the result cube. Every total of every report is a sum of cells, so that all of them balance.
 * `province` is the two-digit GSO code of the province in charge, or an empty string where none is known.
 * A person counts once in a province: in the cell of the least settled of the person's rows.
 */
export interface SummaryCell {
  readonly province: string;
  readonly outcome: OutcomeName;
  readonly reason: ReasonCode;
  readonly officialClass: OfficialClass;
  readonly wrongField: WrongField;
  readonly rows: number;
  readonly doses: number;
  readonly persons: number;
}

/** What a cell is called. */
export type CellName = Omit<SummaryCell, 'rows' | 'doses' | 'persons'>;
