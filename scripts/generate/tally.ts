import { ERROR_KINDS, expectedClass } from './kinds.js';
import type { AsSentRecord } from './record.js';

export interface TallyReport {
  /** As-sent records: rows of the wide file. */
  readonly records: number;
  /** Rows of the long file. */
  readonly doses: number;
  /** Records of persons who are not in the snapshot, foreigners included. */
  readonly absentRecords: number;
  /** As-sent records, by the official class that their damage leads to (an estimate). */
  readonly expectedClasses: Readonly<Record<string, number>>;
  /** Per kind: as-sent records and doses that carry it; `none` is without any damage. */
  readonly errors: Readonly<Record<string, { readonly records: number; readonly doses: number }>>;
}

/** Counts what was written. */
export class Tally {
  private records = 0;
  private doses = 0;
  private absent = 0;
  private readonly classes: Record<string, number> = { right: 0, wrong: 0, not_verified: 0, no_or_bad_id: 0 };
  private readonly errors: Record<string, { records: number; doses: number }> = Object.fromEntries(
    [...ERROR_KINDS, 'none'].map((kind) => [kind, { records: 0, doses: 0 }]),
  );

  add(record: AsSentRecord): void {
    this.records++;
    this.doses += record.doses.length;
    if (!record.inRegistry) this.absent++;
    this.classes[expectedClass(record.kinds, record.inRegistry)]!++;
    for (const kind of record.kinds.length === 0 ? ['none'] : new Set<string>(record.kinds)) {
      const count = this.errors[kind]!;
      count.records++;
      count.doses += record.doses.length;
    }
  }

  report(): TallyReport {
    const { records, doses, errors } = this;
    return { records, doses, absentRecords: this.absent, expectedClasses: this.classes, errors };
  }
}
