import type { IdentityField } from './outcome.js';
import type { WorkClass, WorkKind } from './work-kinds.js';

/** By what the rows that need work are put into lists: one list a facility, commune or province. */
export const GROUPINGS = ['facility', 'commune', 'province'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Kinds of files that lists are written as. */
export const LIST_FORMATS = ['xlsx', 'csv'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** One error of a row: one line of a list. */
export interface WorkLine {
  /** `record`: the row as a whole. */
  readonly field: IdentityField | 'record';
  readonly kind: WorkKind;
  /** As sent. */
  readonly present: string;
  /** What it should be; empty where that is not known, or is data of somebody who may not be the person of the row. */
  readonly proposed: string;
}

/** A record as it was sent, ready to print. */
export interface WorkRecord {
  readonly name: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly id: string;
  readonly phone: string;
  readonly address: string;
}

/** A source row that needs work; or several of them that say the same of one person and are worked on at once. */
export interface WorkItem {
  readonly workClass: WorkClass;
  readonly record: WorkRecord;
  readonly lines: readonly WorkLine[];
  /** What was found and what to do. */
  readonly sentence: string;
  /** Of each source row. */
  readonly rows: readonly WorkRow[];
}

/** Where an item comes from. */
export interface WorkRow {
  readonly file: string;
  /** Record number in the file. */
  readonly row: number;
  /** Number, date, vaccine and lot of the row's doses. */
  readonly doses: string;
  readonly facility: string;
}

/** How much work there is. */
export interface WorkCounts {
  /** Source rows. */
  readonly rows: number;
  /** Records to work on: rows that say the same count once. */
  readonly items: number;
  /** Errors. */
  readonly lines: number;
}

/** The counts of one list. */
export interface ListCounts {
  readonly byClass: Readonly<Record<WorkClass, WorkCounts>>;
  /** Records with an error of this kind. */
  readonly byKind: Readonly<Partial<Record<WorkKind, number>>>;
  /** Persons in the workbook for the platform's import. */
  readonly imports: number;
}

/** What a list is about. */
export interface ListTitle {
  /** Two digits; empty where no province is known. */
  readonly province: string;
  /** Code of the facility, commune or province; may be empty. */
  readonly code: string;
  /** Empty: the rows name none. */
  readonly name: string;
}
