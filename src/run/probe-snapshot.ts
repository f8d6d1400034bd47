import type { SexCoding } from '../domain/dose-record.js';
import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import type { DecidedEncoding } from '../domain/text-encoding.js';
import { HEAD_BYTES } from '../input/header-rows.js';
import { inputFailure } from '../input/input-failures.js';
import { type InputSource, sourceLabel } from '../input/input-source.js';
import { layoutFailure, SNAPSHOT_HEADER_RULE } from '../input/layout-failure.js';
import { readHead } from '../input/open-source.js';
import { textAt } from '../input/read-records.js';
import { detectSnapshotLayout, type SnapshotLayout } from '../input/snapshot-header.js';
import type { SnapshotField } from '../input/snapshot-synonyms.js';
import { splitChunk } from '../input/split-chunk.js';
import type { WorkbookNotes } from '../input/workbook/notes.js';
import { splitSheetPath } from '../input/workbook/sheet-path.js';
import { severalListsFailure } from '../input/workbook/workbook-failures.js';
import { detectDayMonthOrder } from '../normalize/day-month-order.js';
import { proveSexCoding } from '../normalize/sex-coding.js';
import type { SnapshotTexts } from '../registry/snapshot-person.js';
import { decideEncoding, readingOf } from './decide-encoding.js';
import type { StatedReading } from './probe-input.js';
import { storedSize } from './stored-size.js';

/** A snapshot file whose header is understood and whose sex column can be read. */
export interface ProbedSnapshot {
  readonly source: InputSource;
  /** How messages name it. */
  readonly path: string;
  readonly encoding: DecidedEncoding;
  readonly bytes: number;
  readonly layout: SnapshotLayout;
  readonly sexCoding: SexCoding;
}

/** The texts of a snapshot row by name. */
export function textsOf(fields: readonly string[], layout: SnapshotLayout): SnapshotTexts {
  const text = (field: SnapshotField) => textAt(fields, layout.fields[field]);
  return {
    personalId: text('personal_id'),
    cmnd: text('old_id'),
    fullName: text('full_name'),
    familyName: text('family_name'),
    middleName: text('middle_name'),
    givenName: text('given_name'),
    sex: text('sex'),
    birthDate: text('birth_date'),
    deathDate: text('death_date'),
    provinceCode: text('province_code'),
    provinceName: text('province_name'),
    districtCode: text('district_code'),
    districtName: text('district_name'),
    communeCode: text('commune_code'),
    communeName: text('commune_name'),
  };
}

/**
 * Looks at the first bytes of a snapshot file.
 * @throws Failure exit 3: unreadable, a list of doses, an unknown layout, or a numeric sex column that nothing explains.
 */
export async function probeSnapshot(
  source: InputSource,
  stated: StatedReading = {},
): Promise<ProbedSnapshot> {
  const path = sourceLabel(source);
  const encoding = await decideEncoding(source, stated.encoding);
  const onWorkbook = (notes: WorkbookNotes) => refuseUnread(source.path, notes);
  const head = await readHead(source, readingOf(encoding.encoding), { onWorkbook });
  const detected = detectSnapshotLayout(head, { complete: head.length < HEAD_BYTES });
  if (detected.kind === 'dose_list') {
    throw inputFailure(
      'snapshot_is_dose_list',
      `${path} has columns of vaccines or dose dates: it is a list of doses, not a registry snapshot`,
      'a snapshot of the population registry',
      'Give the snapshot with --snapshot, and the list of doses to `doisoat run --doses`.',
    );
  }
  if (detected.kind !== 'found') throw layoutFailure(path, detected, SNAPSHOT_HEADER_RULE);
  const { layout } = detected;
  const sample = sampleOf(head, layout);
  refuseMonthFirst(path, sample);
  const sexCoding = stated.sexCoding ?? provedCoding(path, sample);
  return { source, path, encoding, bytes: await storedSize(source), layout, sexCoding };
}

function sampleOf(head: Buffer, layout: SnapshotLayout): SnapshotTexts[] {
  return splitChunk(head, 1, layout)
    .filter((row) => row.kind === 'fields')
    .map((row) => textsOf(row.fields, layout));
}

/** Share of the telling birth dates above which month/day/year is no slip of a single row. */
const MONTH_FIRST_SHARE = 0.05;

/** Day and month that are exchanged in the registry itself would correct right records into wrong ones. */
function refuseMonthFirst(path: string, sample: readonly SnapshotTexts[]): void {
  const { dayFirst, monthFirst } = detectDayMonthOrder(sample.map(({ birthDate }) => birthDate));
  if (monthFirst <= (dayFirst + monthFirst) * MONTH_FIRST_SHARE) return;
  throw inputFailure(
    'snapshot_month_first',
    `${path}: ${monthFirst} of the first birth dates can only be month/day/year, so that the others may be too`,
    'birth dates as yyyy-mm-dd, dd/mm/yyyy or yyyy',
    'Take the snapshot as it was delivered; a spreadsheet with American settings may have changed its dates.',
  );
}

/** A list of doses may leave a sheet out with a warning; a registry that lacks persons would make rows mismatches. */
function refuseUnread(path: string, { sheet, skipped }: WorkbookNotes): void {
  const { sheet: asked } = splitSheetPath(path);
  const unread = skipped.filter(({ rows }) => rows > 0).map(({ name }) => name);
  if (asked === null && unread.length > 0) throw severalListsFailure(path, [sheet, ...unread]);
}

function provedCoding(path: string, sample: readonly SnapshotTexts[]): SexCoding {
  const samples = sample.map((texts) => {
    const name = texts.fullName || `${texts.familyName} ${texts.middleName} ${texts.givenName}`;
    return { sex: texts.sex, name, personalId: texts.personalId };
  });
  const proved = proveSexCoding(samples);
  if (proved !== 'unproved') return proved;
  throw new Failure({
    code: 'sex_coding_unproved',
    exitCode: EXIT.inputUnusable,
    what: `${path}: the sex column holds numbers, and neither IDs nor names tell which number means which sex.`,
    expected: '--sex-coding registry (0 unknown, 1 nam, 2 nữ) or --sex-coding platform (0 nam, 1 nữ)',
    next: 'Ask who made the snapshot, and state the coding with --sex-coding.',
  });
}
