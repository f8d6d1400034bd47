import type { BalancedTable } from './balanced-table.js';
import type { FalseMatchEstimate } from './decoys.js';
import type { AdminUnits, LayoutKind } from './dose-record.js';
import type { EntryErrorCounts } from './entry-errors.js';
import type { NotComparedReason } from './not-compared.js';
import type { Bilingual } from './reasons.js';
import type { ReportFlag } from './report-flags.js';
import type { Language, RunThresholds } from './run-facts.js';

/**
 * Everything that the deadline report says, as plain data: all documents are rendered from it, and none adds a figure.
 * Days are ISO dates (`2022-05-05`). Shares are from 0 to 1.
 *
 * Null has one meaning in each place, told there. Where a figure is suppressed for publication (`minCell`), it is null;
 * where nobody gave a figure (`figures`), it is null and is printed as "chưa có số liệu".
 */
export interface DeadlineReport {
  /** The day that the report describes; runs of later days are left out. */
  readonly asOf: string;
  readonly deadline: string;
  /** Whole days from `asOf` to the deadline; 0 on the day itself, negative when it is over. */
  readonly daysLeft: number;
  /** The newest day of which there are data; at most `asOf`. */
  readonly newestDay: string;
  /** All 63 provinces by code: a missing one has `state: 'missing'` and no table. */
  readonly provinces: readonly ProvinceReport[];
  /** Rows whose province is unknown: their own line. Null: there are none in the newest runs. */
  readonly unknown: UnknownProvince | null;
  readonly total: TotalReport;
  /** Codes of the provinces that are missing, and of those that are stale, by code. */
  readonly missing: readonly string[];
  readonly stale: readonly string[];
  /** Provinces that will not, or may not, be done by the deadline: by how sure that is, then most persons left first. */
  readonly behind: readonly BehindProvince[];
  /** All flags of provinces and of the total, in the order of the provinces, the total last. */
  readonly flags: readonly ReportFlag[];
  readonly errors: ErrorReport;
  readonly trust: TrustReport;
  /** All runs that were given, in the order of the arguments. */
  readonly runs: readonly ReportRun[];
  /** What was checked before the report was written. A report that does not add up is not written. */
  readonly balance: {
    /** Sums of the tables that were compared with their parts: all agree. */
    readonly sumsChecked: number;
  };
  /** Least persons of a cell that is shown; null: nothing is suppressed. */
  readonly minCell: number | null;
  /** Cells of the tables that are suppressed, because they are small or would give a small one away. */
  readonly suppressedCells: number;
  /** A person may count in two provinces, and other notes on how to read the figures. */
  readonly notes: readonly Bilingual[];
}

/** `stale`: there is a newer day of which the province has no run, or its run is older than allowed. */
export type ProvinceState = 'current' | 'stale' | 'missing';

export interface ProvinceReport {
  /** Two digits. */
  readonly code: string;
  /** In Vietnamese: `Thành phố Hà Nội`, and short: `Hà Nội`. */
  readonly name: string;
  readonly shortName: string;
  readonly state: ProvinceState;
  /** Day of its newest run; null: missing. */
  readonly dataDay: string | null;
  /** Whole days from `dataDay` to `asOf`; null: missing. */
  readonly daysOld: number | null;
  /** Its newest run: index in `runs`; null: missing. */
  readonly run: number | null;
  /** Null: missing. */
  readonly table: BalancedTable | null;
  /** Null: missing, or suppressed (days and paces of a province would give small cells away). */
  readonly progress: Progress | null;
  /** Null: no population given for it, missing, or suppressed. */
  readonly coverage: Coverage | null;
  readonly figures: DispatchFigures;
  readonly officers: readonly FocalOfficer[];
}

export interface UnknownProvince {
  readonly dataDay: string;
  readonly run: number;
  readonly table: BalancedTable;
}

export interface TotalReport {
  /** Sum of the provinces that are not missing and of the unknown province. */
  readonly table: BalancedTable;
  readonly progress: Progress;
  /** Of the provinces that have both a population and data; null: none has. */
  readonly coverage: Coverage | null;
  /** Sums of what was given; null: given for no province. */
  readonly figures: DispatchFigures;
  /** For each figure, how many provinces gave it. */
  readonly figuresGiven: Readonly<Record<keyof DispatchFigures, number>>;
}

/** Persons sent as a share of the inhabitants. */
export interface Coverage {
  readonly population: number;
  readonly persons: number;
  readonly share: number;
}

/** Work is done for a person when all the person's rows are verified, as sent or with corrections. */
export interface Progress {
  /** Oldest first. One entry a day of which there are data (of the province; in the total: of any). */
  readonly days: readonly DayFigures[];
  /** Persons sent that are not verified, on the newest day. */
  readonly left: number;
  /** Persons a day from tomorrow to the deadline, rounded up; null: the deadline is over, or today. */
  readonly neededPerDay: number | null;
  /** By how many persons a day what is left fell; null: cannot be told, or no progress (see `verdict`). */
  readonly pace: Pace | null;
  readonly projection: Projection | null;
  readonly verdict: ProgressVerdict;
}

export interface DayFigures {
  readonly day: string;
  /** Provinces with data on that day or before; 1 for a province. */
  readonly provinces: number;
  readonly sent: number;
  readonly verified: number;
  /** verified / sent; null: nothing sent. */
  readonly share: number | null;
}

/** Fall of what is left, persons a day, over the last days; can be negative when more was sent than verified. */
export interface Pace {
  /** Between how many pairs of days it was measured. */
  readonly steps: number;
  readonly slowest: number;
  readonly median: number;
  readonly fastest: number;
}

/** The day on which nothing is left, if the pace stays. Null: never at that pace (or in more than ten years). */
export interface Projection {
  readonly expected: string | null;
  /** At the fastest and at the slowest pace that was seen. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

/**
 * `done`: nothing is left. `on_time`: even at the slowest pace. `uncertain`: the deadline lies between the earliest and
 * the latest day. `late`: not even at the fastest pace. `overdue`: the deadline is over and something is left.
 * `late` too: on the day of the deadline something is left, and no pace is known. `no_progress`: in three days of data or
 * more, what is left does not fall (a median pace of 0 or less). `cannot_be_told`: fewer than three days of data.
 */
export const PROGRESS_VERDICTS = {
  done: { vi: 'đã xong', en: 'done' },
  on_time: { vi: 'kịp hạn', en: 'in time' },
  uncertain: { vi: 'chưa chắc kịp', en: 'uncertain' },
  late: { vi: 'trễ hạn', en: 'late' },
  overdue: { vi: 'đã quá hạn', en: 'overdue' },
  no_progress: { vi: 'không tiến triển', en: 'no progress' },
  cannot_be_told: { vi: 'chưa thể dự báo', en: 'cannot be told' },
} as const satisfies Record<string, Bilingual>;
export type ProgressVerdict = keyof typeof PROGRESS_VERDICTS;

export interface BehindProvince {
  readonly code: string;
  readonly why: 'missing' | Exclude<ProgressVerdict, 'done' | 'on_time'>;
  /** Null: missing, or suppressed. */
  readonly left: number | null;
  /** verified / sent; null as above. */
  readonly share: number | null;
  /** How many times faster than now it must become; null: missing, no pace, no days left, or suppressed. */
  readonly timesFaster: number | null;
}

/**
 * Further headings of the dispatches; null: not given ("chưa có số liệu"), or suppressed for publication (`minCell`; a
 * note says so).
 */
export interface DispatchFigures {
  readonly complaintsReceived: number | null;
  readonly complaintsHandled: number | null;
  /** Persons whose records are digitally signed (ký số). */
  readonly personsSigned: number | null;
  /** Vaccine passports issued (hộ chiếu vắc xin). */
  readonly passportsIssued: number | null;
}

/** Cán bộ đầu mối. Texts as given; empty where not given. Not in a report for publication (`minCell`). */
export interface FocalOfficer {
  readonly name: string;
  readonly unit: string;
  readonly position: string;
  readonly phone: string;
}

/** Who makes which errors, in rows (hồ sơ) of the newest runs. */
export interface ErrorReport {
  readonly total: ErrorLine;
  /** Provinces with data, by code; the unknown province last, with an empty code. */
  readonly provinces: readonly (ErrorLine & { readonly code: string })[];
  /** The facilities that account for most of the work, most work first. Ready for letters to their heads. */
  readonly facilities: readonly FacilityErrors[];
  /** Of how many facilities they are the first. */
  readonly facilitiesInAll: number;
  /** `facilities` covers at least this share of the work, or is cut at the number that was asked for. */
  readonly paretoShare: number;
}

/** Null: suppressed for publication. */
export interface ErrorLine {
  readonly rows: number | null;
  /** Rows that need work: all that are not verified as sent. Rows that never were a record are in neither. */
  readonly work: number | null;
  /** Work by what is to be done; adds up to `work`. */
  readonly toCorrect: number | null;
  readonly toAsk: number | null;
  readonly toReview: number | null;
  readonly unreadable: number | null;
  readonly kinds: EntryErrorCounts;
}

export interface FacilityErrors extends ErrorLine {
  /** As in the rows; empty: the row has none. Rows without either are one line of their province. */
  readonly code: string;
  readonly name: string;
  /** Province code; empty: unknown. */
  readonly province: string;
  /** Share of the work of all facilities that this one and those before it account for; null: suppressed. */
  readonly cumulativeShare: number | null;
}

/** How far the results can be relied on. */
export interface TrustReport {
  /** Rows estimated to be verified as a wrong person, with a 95 % interval; null: nothing could be tried. */
  readonly falseMatches: FalseMatchEstimate | null;
  /** By province code (empty: unknown), newest runs; empty when suppressed for publication. */
  readonly falseMatchesByProvince: readonly (FalseMatchEstimate & { readonly province: string })[];
  /** What the probabilities rest on. */
  readonly calibration: readonly Bilingual[];
  /** Records that were not compared with everybody, added up over the runs in use. */
  readonly notCompared: {
    readonly records: number;
    readonly recordsNotFollowed: number;
    readonly byReason: Readonly<
      Record<NotComparedReason, { readonly records: number; readonly persons: number }>
    >;
  };
  /** What the inputs make one cautious about. */
  readonly dataQuality: readonly InputWarning[];
  /** What is not the same in all runs in use; empty: they can be compared. */
  readonly differences: readonly RunDisagreement[];
}

export interface InputWarning {
  /** Index in `runs`. */
  readonly run: number;
  /** Name of the input; empty: the run as a whole. */
  readonly input: string;
  readonly text: Bilingual;
}

export interface RunDisagreement {
  readonly what: 'tool_version' | 'model' | 'registry' | 'thresholds' | 'admin_units';
  /** Each value that occurs, with the runs (indices) that have it. */
  readonly values: readonly { readonly value: string; readonly runs: readonly number[] }[];
}

export interface ReportRun {
  /** Name of its folder, without the path. */
  readonly name: string;
  readonly day: string;
  readonly dayFrom: 'setting' | 'folder_name';
  /** `newest`: the newest run of some province. `trend`: older. `left_out`: later than `asOf`, or superseded. */
  readonly use: 'newest' | 'trend' | 'left_out';
  /** Codes of the provinces whose newest run it is; empty text: the unknown province. */
  readonly newestOf: readonly string[];
  /** Codes it was restricted to; null: all. */
  readonly provinces: readonly string[] | null;
  readonly toolVersion: string;
  readonly model: { readonly version: string; readonly sha256: string };
  readonly registry: { readonly id: string; readonly persons: number };
  readonly thresholds: RunThresholds;
  readonly adminUnits: AdminUnits;
  readonly language: Language;
  /** Of its manifest.json; identifies the run with all its files. */
  readonly manifestSha256: string;
  /** Null: suppressed for publication, because a province whose figures are suppressed is in it; `inputs` is empty then. */
  readonly rows: number | null;
  readonly inputs: readonly ReportInput[];
}

export interface ReportInput {
  readonly name: string;
  readonly bytes: number;
  readonly rows: number;
  readonly sha256: string;
  readonly layout: LayoutKind;
  readonly encoding: string;
}
