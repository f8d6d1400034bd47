import { z } from 'zod';
import { DOSE_FIELDS, RECORD_FIELDS } from '../domain/dose-record.js';
import { TEXT_ENCODINGS } from '../domain/text-encoding.js';
import { DELIMITERS } from '../input/header-rows.js';

export const MAPPING_FORMAT = 'doisoat-mapping';
export const MAPPING_FORMAT_VERSION = 1;

/** Header and first data row must be among the rows that are looked at before a file is read. */
const LAST_ROW = 400;
const MAX_DOSES = 4;

const ROW_TEXT = `expected a row number from 1 to ${LAST_ROW}`;
const row = z.number({ error: ROW_TEXT }).int(ROW_TEXT).min(1, ROW_TEXT).max(LAST_ROW, ROW_TEXT);
const COLUMN_TEXT = 'expected the text of a header, or the number of a column from 1';
const column = z.union(
  [
    z.string().trim().min(1).max(500),
    z.number().int(COLUMN_TEXT).min(1, COLUMN_TEXT).max(10_000, COLUMN_TEXT),
  ],
  {
    error: COLUMN_TEXT,
  },
);
const order = z.enum(['day-first', 'month-first'], { error: 'expected "day-first" or "month-first"' });

function columnsOf<F extends string>(fields: readonly F[]) {
  const entries = fields.map((field) => [field, column.optional()]);
  return z.strictObject(Object.fromEntries(entries) as Record<F, z.ZodOptional<typeof column>>);
}

/** How the inputs of one name, or one pattern of names, are to be read. */
const ENTRY = z
  .strictObject({
    name: z.string().min(1).max(500),
    encoding: z.enum(TEXT_ENCODINGS, { error: `expected one of ${TEXT_ENCODINGS.join(', ')}` }).optional(),
    sheet: z.string().min(1).max(100).optional(),
    layout: z.enum(['long', 'wide'], { error: 'expected "long" or "wide"' }).optional(),
    delimiter: z
      .enum(DELIMITERS, {
        error: `expected one of ${DELIMITERS.map((text) => JSON.stringify(text)).join(' ')}`,
      })
      .optional(),
    header_rows: z.array(row).max(2, 'expected at most two rows').optional(),
    first_data_row: row.optional(),
    columns: columnsOf(RECORD_FIELDS).optional(),
    doses: z.array(columnsOf(DOSE_FIELDS)).max(MAX_DOSES, `expected at most ${MAX_DOSES} doses`).optional(),
    sex_coding: z
      .enum(['platform', 'registry', 'words'], { error: 'expected "platform", "registry" or "words"' })
      .optional(),
    birth_dates: order.optional(),
    dose_dates: order.optional(),
  })
  .superRefine((entry, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const { columns, header_rows: rows, doses = [] } = entry;
    if (columns === undefined || rows === undefined) {
      const parts = ['layout', 'delimiter', 'header_rows', 'first_data_row', 'columns', 'doses'] as const;
      const lone = parts.filter((part) => entry[part] !== undefined);
      for (const part of lone) fault(part, 'goes together with header_rows and columns only');
      return;
    }
    if (columns.personal_id === undefined && (columns.name === undefined || columns.birth_date === undefined))
      fault('columns', 'expected personal_id, or name and birth_date');
    const [upper = 0, lower = upper + 1] = rows;
    if (lower !== upper + 1) fault('header_rows', 'expected two rows that follow each other');
    const { first_data_row: first = LAST_ROW } = entry;
    if (first <= (rows.at(-1) ?? 0)) fault('first_data_row', 'expected a row below the header');
    if (rows.length === 0) {
      const texts = [columns, ...doses].flatMap((fields) => Object.values(fields)).filter(isText);
      if (texts.length > 0) fault('columns', 'expected column numbers, as there is no header row');
    }
    if (entry.layout !== 'wide' && doses.length > 1) fault('doses', 'expected one in the long layout');
  });

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** The one declaration of a mapping file. */
export const MAPPING_SCHEMA = z.strictObject({
  format: z.literal(MAPPING_FORMAT, { error: `expected "${MAPPING_FORMAT}"` }),
  format_version: z.literal(MAPPING_FORMAT_VERSION, {
    error: `expected ${MAPPING_FORMAT_VERSION}, the only version known`,
  }),
  files: z.array(ENTRY).min(1, 'expected at least one entry').max(10_000),
});

/** A mapping file as it was read. */
export type InputMapping = z.output<typeof MAPPING_SCHEMA>;
export type MappingEntry = InputMapping['files'][number];
