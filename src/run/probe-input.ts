import type { FileLayout, SexCoding } from '../domain/dose-record.js';
import type { DecidedEncoding, TextEncoding } from '../domain/text-encoding.js';
import { type DetectedLayout, detectLayout } from '../input/header.js';
import { HEAD_BYTES } from '../input/header-rows.js';
import { type InputSource, sourceLabel } from '../input/input-source.js';
import { DOSE_HEADER_RULE, layoutFailure } from '../input/layout-failure.js';
import { readHead } from '../input/open-source.js';
import { type RecordTexts, recordOf } from '../input/read-records.js';
import { splitChunk } from '../input/split-chunk.js';
import type { WorkbookNotes } from '../input/workbook/notes.js';
import { type DayMonthEvidence, detectDayMonthOrder } from '../normalize/day-month-order.js';
import { proveSexCoding } from '../normalize/sex-coding.js';
import { decideEncoding, readingOf } from './decide-encoding.js';
import { fingerprintOf } from './input-file.js';
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
}

export interface MonthFirstColumn {
  readonly field: 'birth_date' | 'dose_date';
  readonly evidence: DayMonthEvidence;
}

/** What the user says of all files that a command reads; undefined: each file's own content decides. */
export interface StatedReading {
  readonly sexCoding?: SexCoding | undefined;
  readonly encoding?: TextEncoding | undefined;
}

/** Looks at the first bytes of a dose file. @throws Failure exit 3: unreadable, or a layout or encoding that is not known. */
export async function probeInput(source: InputSource, stated: StatedReading = {}): Promise<ProbedInput> {
  const fingerprint = fingerprintOf(source.path);
  const path = sourceLabel(source);
  const encoding = await decideEncoding(source, stated.encoding);
  let workbook: WorkbookNotes | null = null;
  const onWorkbook = (notes: WorkbookNotes) => {
    workbook = notes;
  };
  const head = await readHead(source, readingOf(encoding.encoding), { onWorkbook });
  const detected = detectLayout(head, { sexCoding: stated.sexCoding, complete: head.length < HEAD_BYTES });
  if (detected.kind !== 'found') throw layoutFailure(path, detected, DOSE_HEADER_RULE);
  const sample = splitChunk(head, 1, detected.layout)
    .filter((row) => row.kind === 'fields')
    .map((row) => recordOf(row.fields, detected.layout));
  const sexCoding = provedCoding(detected, sample);
  const birthDates = detectDayMonthOrder(sample.map(({ fields }) => fields.birth_date));
  const doseDates = detectDayMonthOrder(
    sample.flatMap(({ doses }) => doses.map(({ dose_date }) => dose_date)),
  );
  const monthFirst: MonthFirstColumn[] = [];
  if (birthDates.order === 'month-first') monthFirst.push({ field: 'birth_date', evidence: birthDates });
  if (doseDates.order === 'month-first') monthFirst.push({ field: 'dose_date', evidence: doseDates });
  return {
    source,
    path,
    encoding,
    bytes: await storedSize(source),
    fingerprint,
    layout: {
      ...detected.layout,
      sexCoding: sexCoding === 'unproved' ? 'words' : sexCoding,
      ...(birthDates.order === 'month-first' && { birthDateOrder: birthDates.order }),
      ...(doseDates.order === 'month-first' && { doseDateOrder: doseDates.order }),
    },
    sexUnproved: sexCoding === 'unproved',
    monthFirst,
    workbook,
  };
}

/** What the option, the header or the platform's own template says stands; digits alone are proved or unknown. */
function provedCoding(detected: Extract<DetectedLayout, { kind: 'found' }>, sample: readonly RecordTexts[]) {
  const { layout, sexCodingSource } = detected;
  if (sexCodingSource !== 'values' && sexCodingSource !== 'assumed') return layout.sexCoding;
  return proveSexCoding(
    sample.map(({ fields: { sex, name, personal_id } }) => ({ sex, name, personalId: personal_id })),
  );
}
