import type { InputWarning, ReportRun } from '../../domain/deadline-report.js';
import type { DecoyCounts } from '../../domain/decoys.js';
import type { NotComparedReason } from '../../domain/not-compared.js';
import type { SummaryCell } from '../../domain/summary-cell.js';

/** What the report takes from one run folder. */
export interface ReportedRun extends Omit<ReportRun, 'use' | 'newestOf'> {
  readonly cells: readonly SummaryCell[];
  readonly decoys: readonly DecoyCounts[];
  readonly notCompared: {
    readonly records: number;
    readonly recordsNotFollowed: number;
    readonly byReason: Readonly<
      Record<NotComparedReason, { readonly records: number; readonly persons: number }>
    >;
  };
  readonly warnings: readonly Omit<InputWarning, 'run'>[];
}
