import type { FileLayout, SexCoding } from '../domain/dose-record.js';
import type { DecidedEncoding, TextEncoding } from '../domain/text-encoding.js';
import { type DetectedLayout, detectLayout } from '../input/header.js';
import { HEAD_BYTES } from '../input/header-rows.js';
import { type InputSource, sourceLabel } from '../input/input-source.js';
import { DOSE_HEADER_RULE, layoutFailure } from '../input/layout-failure.js';
import { mappingFailure } from '../input/mapping-failure.js';
import { readHead } from '../input/open-source.js';
import { type RecordTexts, recordOf } from '../input/read-records.js';
import { splitChunk } from '../input/split-chunk.js';
import { layoutAsStated } from '../input/stated-layout.js';
import type { WorkbookNotes } from '../input/workbook/notes.js';
import { type DayMonthEvidence, detectDayMonthOrder } from '../normalize/day-month-order.js';
import { proveSexCoding } from '../normalize/sex-coding.js';
import { decideEncoding, readingOf } from './decide-encoding.js';
import { fingerprintOf } from './input-file.js';
import { columnDoubts } from './mapping-doubts.js';
import { entryFor } from './mapping-file.js';
import type { InputMapping, MappingEntry } from './mapping-schema.js';
import { storedSize } from './stored-size.js';

/** A dose file whose header is understood. */
export interface ProbedInput {
  readonly source: InputSource;
  /** How messages name it. */
  readonly path: string;
  readonly encoding: DecidedEncoding;
  /** Stored bytes. */
  readonly bytes: number;
  /** Of the file before it was looked at, see `fingerprintOf`. */
  readonly fingerprint: string;
  readonly layout: FileLayout;
  /** The sex column holds numbers that nothing explains: they are read as unknown. */
  readonly sexUnproved: boolean;
  /** Columns whose dates are month first by their own values, with the evidence. */
  readonly monthFirst: readonly MonthFirstColumn[];
  /** What was found in a workbook; null: the input is none. */
  readonly workbook: WorkbookNotes | null;
  /** Numbers of the header's rows; none: there is no header. */
  readonly headerRows: readonly number[];
  /** Texts of the header, one a column. */
  readonly headers: readonly string[];
  /** What a mapping says of it; null: none does. */
  readonly mapping: MappedInput | null;
}

/** An input that is read as a mapping says. */
interface MappedInput {
  /** The pattern of the entry. */
  readonly pattern: string;
  /** What speaks against the entry, in words. */
  readonly doubts: readonly string[];
}

type FoundLayout = Extract<DetectedLayout, { kind: 'found' }>;

export interface MonthFirstColumn {
  readonly field: 'birth_date' | 'dose_date';
  readonly evidence: DayMonthEvidence;
}

/** What the user says of all files that a command reads; undefined: each file's own content decides. */
export interface StatedReading {
  readonly sexCoding?: SexCoding | undefined;
  readonly encoding?: TextEncoding | undefined;
  /** What is said of single files; it goes before what is said of all. */
  readonly mapping?: InputMapping | null | undefined;
}

/** Looks at the first bytes of a dose file. @throws Failure exit 3: unreadable, or a layout or encoding that is not known. */
export async function probeInput(source: InputSource, stated: StatedReading = {}): Promise<ProbedInput> {
  const fingerprint = fingerprintOf(source.path);
  const path = sourceLabel(source);
  const entry = entryFor(stated.mapping, path);
  const sheet = entry?.sheet ?? null;
  const encoding = await decideEncoding(source, entry?.encoding ?? stated.encoding, sheet);
  let workbook: WorkbookNotes | null = null;
  const onWorkbook = (notes: WorkbookNotes) => {
    workbook = notes;
  };
  const head = await readHead(source, readingOf(encoding.encoding), { onWorkbook, sheet });
  const detected = layoutOf(head, path, entry, entry?.sex_coding ?? stated.sexCoding);
  const sample = splitChunk(head, 1, detected.layout)
    .filter((row) => row.kind === 'fields')
    .map((row) => recordOf(row.fields, detected.layout));
  const sexCoding = provedCoding(detected, sample);
  const birthDates = detectDayMonthOrder(sample.map(({ fields }) => fields.birth_date));
  const doseDates = detectDayMonthOrder(
    sample.flatMap(({ doses }) => doses.map(({ dose_date }) => dose_date)),
  );
  const birthDateOrder = entry?.birth_dates ?? birthDates.order;
  const doseDateOrder = entry?.dose_dates ?? doseDates.order;
  const monthFirst: MonthFirstColumn[] = [];
  if (birthDateOrder === 'month-first') monthFirst.push({ field: 'birth_date', evidence: birthDates });
  if (doseDateOrder === 'month-first') monthFirst.push({ field: 'dose_date', evidence: doseDates });
  const layout: FileLayout = {
    ...detected.layout,
    sexCoding: sexCoding === 'unproved' ? 'words' : sexCoding,
    ...(birthDateOrder === 'month-first' && { birthDateOrder }),
    ...(doseDateOrder === 'month-first' && { doseDateOrder }),
  };
  const { headerRows, headers } = detected;
  return {
    source,
    path,
    encoding,
    bytes: await storedSize(source),
    fingerprint,
    layout,
    sexUnproved: sexCoding === 'unproved',
    monthFirst,
    workbook,
    headerRows,
    headers,
    mapping:
      entry === null
        ? null
        : {
            pattern: entry.name,
            doubts: mappingDoubts(entry, sample, layout, headers, birthDates, doseDates),
          },
  };
}

/** @throws Failure exit 3: no usable header, or not as the entry of a mapping says. */
function layoutOf(
  head: Buffer,
  path: string,
  entry: MappingEntry | null,
  sexCoding: SexCoding | undefined,
): FoundLayout {
  const options = { sexCoding, complete: head.length < HEAD_BYTES };
  if (entry?.columns === undefined || entry.header_rows === undefined) {
    const detected = detectLayout(head, options);
    if (detected.kind !== 'found') throw layoutFailure(path, detected, DOSE_HEADER_RULE);
    return detected;
  }
  const { layout: kind = 'long', delimiter, header_rows, first_data_row, columns, doses = [] } = entry;
  const stated = {
    kind,
    delimiter,
    headerRows: header_rows,
    firstDataRow: first_data_row,
    fields: columns,
    doses,
  };
  const read = layoutAsStated(head, stated, options);
  if (read.kind === 'unfit') throw mappingFailure(path, entry.name, read.faults);
  return read;
}

/** A mapping is believed, but what the values say against it is said aloud. */
function mappingDoubts(
  entry: MappingEntry,
  sample: readonly RecordTexts[],
  layout: FileLayout,
  headers: readonly string[],
  birthDates: DayMonthEvidence,
  doseDates: DayMonthEvidence,
): string[] {
  const doubts = columnDoubts(sample, layout, headers);
  const isAgainst = (order: string | undefined, found: string) =>
    order !== undefined && found !== 'unknown' && order !== found;
  if (isAgainst(entry.birth_dates, birthDates.order))
    doubts.push(`birth dates are read ${entry.birth_dates}, but the values say ${birthDates.order}`);
  if (isAgainst(entry.dose_dates, doseDates.order))
    doubts.push(`dose dates are read ${entry.dose_dates}, but the values say ${doseDates.order}`);
  const proved = proveSexCoding(sample.map(sexSample));
  if (
    entry.sex_coding !== undefined &&
    proved !== 'words' &&
    proved !== 'unproved' &&
    proved !== entry.sex_coding
  )
    doubts.push(`sex is read in the coding ${entry.sex_coding}, but IDs and names say ${proved}`);
  return doubts;
}

function sexSample({ fields: { sex, name, personal_id } }: RecordTexts) {
  return { sex, name, personalId: personal_id };
}

/** What the option, the header or the platform's own template says stands; digits alone are proved or unknown. */
function provedCoding(detected: FoundLayout, sample: readonly RecordTexts[]) {
  const { layout, sexCodingSource } = detected;
  if (sexCodingSource !== 'values' && sexCodingSource !== 'assumed') return layout.sexCoding;
  return proveSexCoding(sample.map(sexSample));
}
