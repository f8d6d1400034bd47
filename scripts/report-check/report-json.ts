import type { progressOf } from './expected.js';

export type TableJson = Record<string, Record<string, Record<string, number>>>;
export type ProgressJson = ReturnType<typeof progressOf>;

interface Province {
  readonly code: string;
  readonly state: string;
  readonly data_day: string | null;
  readonly run: number | null;
  readonly table: TableJson | null;
  readonly progress: ProgressJson | null;
}

/** The parts of summary.json that are recomputed. */
export interface ReportJson {
  readonly as_of: string;
  readonly deadline: string;
  readonly newest_day: string;
  readonly provinces: readonly Province[];
  readonly unknown: { readonly data_day: string; readonly run: number; readonly table: TableJson } | null;
  readonly total: { readonly table: TableJson; readonly progress: ProgressJson };
  readonly missing: readonly string[];
  readonly stale: readonly string[];
  readonly errors: {
    readonly total: ErrorJson;
    readonly provinces: readonly (ErrorJson & { readonly code: string })[];
    readonly facilities: readonly (ErrorJson & {
      code: string;
      name: string;
      province: string;
      cumulative_share: number;
    })[];
    readonly facilities_in_all: number;
  };
}

export interface ErrorJson {
  readonly rows: number;
  readonly work: number;
  readonly to_correct: number;
  readonly to_ask: number;
  readonly to_review: number;
  readonly unreadable: number;
  readonly kinds: Readonly<Record<string, number>>;
}
