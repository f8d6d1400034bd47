import type { FileLayout, RecordField } from '../domain/dose-record.js';
import { Failure } from '../domain/failure.js';
import type { ColumnRole, InputProfile, ProfileReport, UnreadInput } from '../domain/input-profile.js';
import { cutChunks } from '../input/chunk-cutter.js';
import { expandInputs } from '../input/expand-inputs.js';
import { fileSource, type InputSource, sourceLabel } from '../input/input-source.js';
import { sourcesIn } from '../input/input-sources.js';
import { readHead } from '../input/open-source.js';
import { detectSnapshotLayout } from '../input/snapshot-header.js';
import type { SnapshotField } from '../input/snapshot-synonyms.js';
import { splitChunk } from '../input/split-chunk.js';
import { readingOf } from './decide-encoding.js';
import { openInput, sourceNames } from './input-file.js';
import { idleText, inputWarnings } from './input-warnings.js';
import { parseIsoDate } from './iso-date.js';
import { idleEntries } from './mapping-file.js';
import type { MappingEntry } from './mapping-schema.js';
import { type ProbedInput, probeInput, type StatedReading } from './probe-input.js';
import { lackingFields } from './profile-lacks.js';
import { type ColumnSetup, type NumbersSeen, RowTally } from './profile-rows.js';
import { createProgress, type ProgressScreen } from './progress.js';
import { SharedNumbers } from './shared-numbers.js';
import { letSignalsIn } from './signals.js';
import { mappingOf } from './write-mapping.js';

export interface ProfileOptions extends StatedReading {
  /** Files, folders or globs, as given. */
  readonly inputs: readonly string[];
  /** Rows to read of each input; null: all. */
  readonly rows: number | null;
  /** ISO date: no birth date can be after it. */
  readonly latestDate: string;
  readonly screen: ProgressScreen;
  /** Tells a person about something that does not stop the command. */
  readonly warn: (text: string) => void;
  readonly signal: AbortSignal;
}

/** A profile, and how the inputs would be named in a mapping. */
export interface ProfiledInputs {
  readonly report: ProfileReport;
  readonly mapping: readonly MappingEntry[];
}

/** An ID on so many rows with so many different names is no slip. */
const SHARED_ID = { rows: 5, names: 3 } as const;
/** Families share a phone; so many names are no family. */
const SHARED_PHONE = { rows: 15, names: 10 } as const;

/** Looks at inputs and reads them to say what is in them; an input that cannot be read is told, the others are read. */
export async function profileInputs(options: ProfileOptions): Promise<ProfiledInputs> {
  const unread: UnreadInput[] = [];
  const attempt = async <T>(name: string, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      const { code, what, expected, next } = cause.detail;
      unread.push({ name, code, what, expected, next });
      return null;
    }
  };
  const sources: InputSource[] = [];
  for (const path of expandInputs(options.inputs)) {
    const [name = path] = sourceNames([fileSource(path)]);
    sources.push(...((await attempt(name, async () => sourcesIn(path))) ?? []));
  }
  const names = sourceNames(sources);
  const numbers: NumbersSeen = { ids: new SharedNumbers(), phones: new SharedNumbers() };
  const inputs: InputProfile[] = [];
  const mapping: MappingEntry[] = [];
  for (const [i, source] of sources.entries()) {
    const name = names[i]!;
    const input = await attempt(name, () => probeInput(source, options));
    if (input === null) continue;
    const profile = await attempt(name, () => profileInput(input, name, numbers, options));
    if (profile === null) continue;
    inputs.push(profile);
    // A mapping is for doses: the snapshot is believed as it was delivered.
    if (profile.layout !== 'snapshot') mapping.push(mappingOf(input, name));
  }
  for (const name of idleEntries(options.mapping ?? null, sources.map(sourceLabel)))
    options.warn(idleText(name));
  const { ids, phones } = numbers;
  const shared = [
    ...ids.suspicions('shared_id', SHARED_ID.rows, SHARED_ID.names),
    ...phones.suspicions('shared_phone', SHARED_PHONE.rows, SHARED_PHONE.names),
  ];
  const report = {
    inputs,
    unread,
    shared,
    rowsWithSharedId: ids.rowsShared(),
    numbersLeftOut: ids.leftOut || phones.leftOut,
  };
  return { report, mapping };
}

async function profileInput(
  input: ProbedInput,
  name: string,
  numbers: NumbersSeen,
  options: ProfileOptions,
): Promise<InputProfile> {
  const { encoding, layout, workbook, mapping } = input;
  const snapshot = await snapshotFields(input);
  const tally = new RowTally(
    name,
    layout,
    setupsOf(layout, snapshot),
    parseIsoDate(options.latestDate),
    numbers,
  );
  const isSample = await readRows(input, tally, options);
  return {
    name,
    bytes: input.bytes,
    layout: snapshot === null ? layout.kind : 'snapshot',
    encoding,
    delimiter: workbook === null ? layout.delimiter : null,
    headerRows: input.headerRows,
    firstDataRow: layout.firstDataRow,
    sexCoding: layout.sexCoding,
    sexUnproved: input.sexUnproved,
    birthDates: layout.birthDateOrder ?? 'day-first',
    doseDates: layout.doseDateOrder ?? 'day-first',
    sheet: workbook?.sheet ?? null,
    sheetsNotRead: workbook?.skipped ?? [],
    mapping: mapping?.pattern ?? null,
    warnings: inputWarnings(input).map((text) => text.replace(`${input.path}: `, '')),
    lacking: lackingFields(layout, snapshot !== null),
    rows: tally.rows,
    isSample,
    columns: tally.columns(),
    faults: tally.faults(),
    suspicions: tally.suspicions(),
    facilitiesLeftOut: tally.facilitiesLeftOut,
  };
}

/** True when rows were left out. */
async function readRows(
  { source, bytes, encoding, layout, workbook, fingerprint }: ProbedInput,
  tally: RowTally,
  { rows, screen, signal }: ProfileOptions,
): Promise<boolean> {
  const stream = openInput(source, { encoding: encoding.encoding, workbook, fingerprint });
  const progress = createProgress(screen, bytes);
  try {
    for await (const chunk of cutChunks(stream.pieces, { delimiter: layout.delimiter })) {
      signal.throwIfAborted();
      for (const row of splitChunk(chunk.bytes, chunk.firstRecord, layout)) {
        if (rows !== null && tally.rows >= rows) return true;
        tally.add(row);
      }
      progress.update(stream.bytesRead(), tally.rows);
      await letSignalsIn();
    }
  } finally {
    progress.end();
  }
  stream.checkUnchanged();
  return false;
}

type SnapshotFields = Readonly<Partial<Record<SnapshotField, number>>>;

/** The fields of a registry snapshot; null: the input has columns of doses, or is none. */
async function snapshotFields({
  source,
  encoding,
  layout,
  workbook,
  mapping,
}: ProbedInput): Promise<SnapshotFields | null> {
  if (mapping !== null || layout.doses.some((dose) => Object.keys(dose).length > 0)) return null;
  const head = await readHead(source, readingOf(encoding.encoding), { workbook });
  const detected = detectSnapshotLayout(head);
  return detected.kind === 'found' ? detected.layout.fields : null;
}

const ROLES: Readonly<Record<string, ColumnRole>> = {
  name: 'name',
  full_name: 'name',
  birth_date: 'birth_date',
  sex: 'sex',
  personal_id: 'personal_id',
  old_id: 'personal_id',
  phone: 'phone',
  dose_date: 'dose_date',
} satisfies Partial<Record<RecordField | SnapshotField | 'dose_date', ColumnRole>>;

function setupsOf(layout: FileLayout, snapshot: SnapshotFields | null): ColumnSetup[] {
  const fieldAt = new Map<number, string>();
  for (const [field, at] of Object.entries(snapshot ?? layout.fields)) fieldAt.set(at, field);
  const roleAt = new Map([...fieldAt].map(([at, field]) => [at, ROLES[field] ?? 'text'] as const));
  layout.doses.forEach((dose, i) => {
    for (const [field, at] of Object.entries(dose)) {
      fieldAt.set(at, layout.kind === 'wide' ? `dose ${i + 1}: ${field}` : field);
      roleAt.set(at, ROLES[field] ?? 'text');
    }
  });
  return layout.columns.map((name, i) => ({
    name,
    field: fieldAt.get(i) ?? null,
    role: roleAt.get(i) ?? 'text',
  }));
}
