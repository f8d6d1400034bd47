import type { DayMonthOrder, LayoutKind, SexCoding } from './dose-record.js';
import type { InvalidDateCode } from './identity.js';
import type { RejectReason } from './reasons.js';
import type { RepairCode } from './repairs.js';
import type { DecidedEncoding } from './text-encoding.js';

/** The forms in which dates are written. */
export const DATE_FORMS = [
  'day_month_year',
  'year_month_day',
  'two_digit_year',
  'year_only',
  'month_year',
  'serial',
  'with_time',
  'other_date',
] as const;
/** The forms of an ID column. */
export const ID_FORMS = [
  'digits_12',
  'digits_9',
  'zeros_lost',
  'passport',
  'scientific',
  'phone',
  'letters',
  'wrong_length',
  'separators',
  'says_none',
] as const;
/** The forms of a name. */
export const NAME_FORMS = ['capitals', 'lower_case', 'title_case', 'mixed_case'] as const;
/** The forms of a sex column; `unknown_text`: neither a code nor a known word. */
export const SEX_FORMS = ['word', 'code_0', 'code_1', 'code_2', 'unknown_text'] as const;
/** The forms of a phone column. */
export const PHONE_FORMS = ['mobile', 'not_mobile'] as const;

export type FormCode =
  | (typeof DATE_FORMS)[number]
  | (typeof ID_FORMS)[number]
  | (typeof NAME_FORMS)[number]
  | (typeof SEX_FORMS)[number]
  | (typeof PHONE_FORMS)[number];

/** What was noticed of values beside their form. */
export type RemarkCode =
  | RepairCode
  | InvalidDateCode
  | 'no_accents'
  | 'month_over_12'
  | 'implausible_number'
  | 'one_word';

/** What a column is looked at as. */
export type ColumnRole = 'name' | 'birth_date' | 'dose_date' | 'personal_id' | 'sex' | 'phone' | 'text';

export interface Counted<K extends string = string> {
  readonly key: K;
  readonly count: number;
}

/** One column over all rows that were read. No value of a row is in it. */
export interface ColumnProfile {
  /** From 1. */
  readonly number: number;
  /** Its name in the result files. */
  readonly name: string;
  /** The field that it is read as; null: none, it is kept as it is. */
  readonly field: string | null;
  readonly role: ColumnRole;
  readonly values: number;
  readonly empty: number;
  /** Least and greatest number of characters of the written values; 0: none is written. */
  readonly shortest: number;
  readonly longest: number;
  /** Different values; null: more than MOST_DISTINCT. */
  readonly distinct: number | null;
  readonly forms: readonly Counted<FormCode>[];
  readonly remarks: readonly Counted<RemarkCode>[];
  /** The most frequent shapes (digits as 9, letters as A and a), of a sample of the rows. */
  readonly shapes: readonly Counted[];
}

/** Above so many different values of a column they are no longer counted. */
export const MOST_DISTINCT = 1000;

/** Rows that cannot be read, by code. */
export interface FaultProfile {
  readonly code: RejectReason;
  readonly rows: number;
  /** Numbers of the first rows. */
  readonly first: readonly number[];
}

/** What can be wrong with a whole group of rows. */
export const SUSPICIONS = [
  'days_up_to_12',
  'month_first',
  'no_accents',
  'capitals',
  'first_of_january',
  'shared_id',
  'shared_phone',
] as const;
export type SuspicionCode = (typeof SUSPICIONS)[number];

/** The rows that a suspicion is about. `unit`: name of the facility, ISO day; empty for the file. */
export interface Suspicion {
  readonly code: SuspicionCode;
  readonly scope: 'file' | 'facility' | 'day' | 'number';
  readonly unit: string;
  /** Rows that show the pattern, of the rows that could. */
  readonly rows: number;
  readonly of: number;
  /** The same in the rest of the file, for comparison; null: there is no rest. */
  readonly elsewhere: { readonly rows: number; readonly of: number } | null;
  /** Different names at least, of a number that is on several rows. */
  readonly names: number;
  /** Places of the first rows: `file:row`. */
  readonly first: readonly string[];
}

/** What a file can lack that a run would use. */
export type LackCode = 'personal_id' | 'name' | 'birth_date' | 'sex' | 'place' | 'dose_date' | 'facility';

/** What was understood of one input. */
export interface InputProfile {
  /** As results name it. */
  readonly name: string;
  readonly bytes: number;
  readonly layout: LayoutKind | 'snapshot';
  readonly encoding: DecidedEncoding;
  /** Null: a workbook. */
  readonly delimiter: string | null;
  readonly headerRows: readonly number[];
  readonly firstDataRow: number;
  readonly sexCoding: SexCoding;
  readonly sexUnproved: boolean;
  readonly birthDates: DayMonthOrder;
  readonly doseDates: DayMonthOrder;
  /** Of a workbook. */
  readonly sheet: string | null;
  readonly sheetsNotRead: readonly { readonly name: string; readonly why: string; readonly rows: number }[];
  /** Pattern of the entry of a mapping; null: none. */
  readonly mapping: string | null;
  /** Sentences in English that a run would print. */
  readonly warnings: readonly string[];
  /** Fields that the file lacks. */
  readonly lacking: readonly LackCode[];
  readonly rows: number;
  /** Rows were left out: only the first ones were read. */
  readonly isSample: boolean;
  readonly columns: readonly ColumnProfile[];
  readonly faults: readonly FaultProfile[];
  readonly suspicions: readonly Suspicion[];
  /** More facilities than are counted one by one. */
  readonly facilitiesLeftOut: boolean;
}

/** An input that cannot be read. */
export interface UnreadInput {
  readonly name: string;
  readonly code: string;
  readonly what: string;
  readonly expected: string;
  readonly next: string;
}

/** All inputs of one command. */
export interface ProfileReport {
  readonly inputs: readonly InputProfile[];
  readonly unread: readonly UnreadInput[];
  /** Numbers that are on rows with different names, over all inputs. */
  readonly shared: readonly Suspicion[];
  /** Rows with an ID that is on rows of different names. */
  readonly rowsWithSharedId: number;
  /** Too many different numbers to follow all: the counts of `shared` are lower bounds. */
  readonly numbersLeftOut: boolean;
}
