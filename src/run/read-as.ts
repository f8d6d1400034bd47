import type {
  DayMonthOrder,
  DoseField,
  FileLayout,
  LayoutKind,
  RecordField,
  SexCoding,
} from '../domain/dose-record.js';
import type { ColumnMapping } from '../output/columns.js';

/** How a run read the columns of one input, by their names in the result files; part of the manifest. */
export interface ReadAs {
  readonly sex_coding: SexCoding;
  readonly birth_dates: DayMonthOrder;
  readonly dose_dates: DayMonthOrder;
  readonly columns: Readonly<Partial<Record<RecordField, string>>>;
  /** One entry a dose block. */
  readonly dose_columns: readonly Readonly<Partial<Record<DoseField, string>>>[];
}

type Positions<F extends string> = Readonly<Partial<Record<F, number>>>;
type Names<F extends string> = Readonly<Partial<Record<F, string>>>;

function mapValues<F extends string, A, B>(
  fields: Readonly<Partial<Record<F, A>>>,
  change: (value: A) => B,
): Partial<Record<F, B>> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, change(value as A)]),
  ) as Partial<Record<F, B>>;
}

/** Names the columns that an input's fields were read from. `columns`: the source columns of the result files. */
export function readAsOf(layout: FileLayout, columns: readonly string[], mapping: ColumnMapping): ReadAs {
  const nameOf = (position: number) => columns[mapping.positions.indexOf(position)] ?? '';
  const named = <F extends string>(fields: Positions<F>): Names<F> => mapValues(fields, nameOf);
  return {
    sex_coding: layout.sexCoding,
    birth_dates: layout.birthDateOrder ?? 'day-first',
    dose_dates: layout.doseDateOrder ?? 'day-first',
    columns: named(layout.fields),
    dose_columns: layout.doses.map(named),
  };
}

/** The layout of an input's rows in the result files, of which `header` is the whole header. */
export function layoutInResults(readAs: ReadAs, kind: LayoutKind, header: readonly string[]): FileLayout {
  const found = <F extends string>(names: Names<F>): Positions<F> =>
    mapValues(names, (name) => header.indexOf(name));
  return {
    kind,
    delimiter: ',',
    columns: header,
    fields: found(readAs.columns),
    doses: readAs.dose_columns.map(found),
    sexCoding: readAs.sex_coding,
    birthDateOrder: readAs.birth_dates,
    doseDateOrder: readAs.dose_dates,
    firstDataRow: 2,
  };
}
