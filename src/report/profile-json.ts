import type {
  ColumnProfile,
  Counted,
  InputProfile,
  ProfileReport,
  Suspicion,
} from '../domain/input-profile.js';
import type { Language } from '../domain/run-facts.js';
import { SUSPICION_TEXTS } from './profile-words.js';

/** Raised whenever a key is renamed, removed or changes its meaning. */
const PROFILE_SCHEMA_VERSION = 1;

/** The profile as JSON: snake_case keys, two spaces, null rather than a missing key, trailing newline. */
export function renderProfileJson(report: ProfileReport, lang: Language): string {
  const document = {
    schema_version: PROFILE_SCHEMA_VERSION,
    inputs: report.inputs.map((input) => inputObject(input, lang)),
    unread: report.unread,
    shared_numbers: report.shared.map((one) => suspicionObject(one, lang)),
    rows_with_shared_id: report.rowsWithSharedId,
    shared_numbers_are_lower_bounds: report.numbersLeftOut,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function inputObject(input: InputProfile, lang: Language) {
  const { reason, encoding, evidence } = input.encoding;
  return {
    name: input.name,
    bytes: input.bytes,
    rows: input.rows,
    only_first_rows: input.isSample,
    layout: input.layout,
    encoding,
    encoding_decided_by: reason,
    encoding_evidence:
      evidence === null
        ? null
        : {
            words: evidence.words,
            explained: evidence.explained,
            next: evidence.next,
            next_explained: evidence.nextExplained,
          },
    delimiter: input.delimiter,
    sheet: input.sheet,
    sheets_not_read: input.sheetsNotRead,
    header_rows: input.headerRows,
    first_data_row: input.firstDataRow,
    sex_coding: input.sexUnproved ? null : input.sexCoding,
    birth_dates: input.birthDates,
    dose_dates: input.doseDates,
    mapping: input.mapping,
    lacking: input.lacking,
    warnings: input.warnings,
    columns: input.columns.map(columnObject),
    faults: input.faults.map(({ code, rows, first }) => ({ code, rows, first_rows: first })),
    suspicions: input.suspicions.map((one) => suspicionObject(one, lang)),
    facilities_left_out: input.facilitiesLeftOut,
  };
}

function columnObject(column: ColumnProfile) {
  return {
    number: column.number,
    name: column.name,
    field: column.field,
    values: column.values,
    empty: column.empty,
    distinct: column.distinct,
    shortest: column.shortest,
    longest: column.longest,
    forms: counts(column.forms),
    remarks: counts(column.remarks),
    shapes: counts(column.shapes),
  };
}

function counts(list: readonly Counted[]): Record<string, number> {
  return Object.fromEntries(list.map(({ key, count }) => [key, count]));
}

function suspicionObject(one: Suspicion, lang: Language) {
  return {
    code: one.code,
    scope: one.scope,
    unit: one.unit === '' ? null : one.unit,
    rows: one.rows,
    of: one.of,
    elsewhere: one.elsewhere,
    different_names_at_least: one.scope === 'number' ? one.names : null,
    first_rows: one.first,
    what: SUSPICION_TEXTS[one.code].what[lang],
    next: SUSPICION_TEXTS[one.code].next[lang],
  };
}
