/** Fields of a dose export that the program reads. Every other column is carried through untouched. */
export const RECORD_FIELDS = [
  'name',
  'birth_date',
  'sex',
  'personal_id',
  'phone',
  'insurance_card',
  'province_name',
  'province_code',
  'district_name',
  'district_code',
  'commune_name',
  'commune_code',
] as const;
export type RecordField = (typeof RECORD_FIELDS)[number];

/** Fields of one dose; the wide layout repeats them in four blocks. */
export const DOSE_FIELDS = [
  'dose_number',
  'vaccine',
  'dose_date',
  'lot',
  'facility_code',
  'facility_name',
  'facility_province',
] as const;
export type DoseField = (typeof DOSE_FIELDS)[number];

/** `long`: one dose a row. `wide`: one person a row, dose blocks side by side. */
export type LayoutKind = 'long' | 'wide';

/** How a file's sex column is coded. `platform`: 0 nam, 1 nữ. `registry`: 0 unknown, 1 nam, 2 nữ. `words`: Nam/Nữ. */
export type SexCoding = 'platform' | 'registry' | 'words';

/** The administrative units that files name: those of 2022 (63 provinces), or of the merger of July 2025 (34). */
export type AdminUnits = '2022' | '2025';

/** The order in which a column writes its dates. A single row never tells; the sample of a file may. */
export type DayMonthOrder = 'day-first' | 'month-first';

/** Where to find each field in a row of one file: column positions from 0. */
export interface FileLayout {
  readonly kind: LayoutKind;
  readonly delimiter: string;
  /** Output names of all source columns, in file order, unique. */
  readonly columns: readonly string[];
  readonly fields: Readonly<Partial<Record<RecordField, number>>>;
  /** One block for the long layout, one to four for the wide one. */
  readonly doses: readonly Readonly<Partial<Record<DoseField, number>>>[];
  readonly sexCoding: SexCoding;
  /** Where the file's own values prove another order than day first. */
  readonly birthDateOrder?: DayMonthOrder;
  readonly doseDateOrder?: DayMonthOrder;
  /** Empty cells that its rows usually have behind the last column; more are a fault of the row. Absent: none. */
  readonly spareCells?: number;
  /** Record number, from 1 and headers included, of the first data row. */
  readonly firstDataRow: number;
}
