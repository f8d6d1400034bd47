import type { DoseField, FileLayout } from '../domain/dose-record.js';
import type { PartialDate } from '../domain/identity.js';
import type { CellRow } from '../input/chunk-cells.js';
import { textAt } from '../input/read-records.js';
import { readDoseDate } from '../normalize/birth-date.js';
import { provinceCodeOfName, provinceOfFacilityCode } from '../normalize/place.js';
import type { ReadMemory } from './read-memory.js';
import { FACILITY_AT } from './row-columns.js';

/** What the doses of a row tell: how many, when the last was given, and which province vaccinated. */
export interface ReadDoses {
  readonly count: number;
  readonly latest: PartialDate | null;
  /** Two digits; empty where no dose names a province. */
  readonly facilityProvince: string;
}

type DoseColumns = Readonly<Partial<Record<DoseField, number>>>;

function provinceOfDose(fields: readonly string[], dose: DoseColumns): string {
  // The name says it; the first two characters of a code are another province's for one facility in 500.
  return (
    provinceCodeOfName(textAt(fields, dose.facility_province)) ||
    provinceOfFacilityCode(textAt(fields, dose.facility_code))
  );
}

function isGiven(fields: readonly string[], dose: DoseColumns): boolean {
  for (const field of ['vaccine', 'dose_date', 'lot', 'facility_code', 'facility_name'] as const) {
    if (textAt(fields, dose[field]).trim() !== '') return true;
  }
  return false;
}

/** The facility that answers for a row, as the row writes it. */
export interface RowFacility {
  /** Two digits; empty where no dose names a province. */
  readonly province: string;
  readonly code: string;
  readonly name: string;
}

/** The facility of a row: that of the last dose that names one; the province is `readDoses`'s. */
export function facilityOf(fields: readonly string[], layout: FileLayout): RowFacility {
  let [province, code, name] = ['', '', ''];
  for (const dose of layout.doses) {
    if (layout.kind === 'wide' && !isGiven(fields, dose)) continue;
    province = provinceOfDose(fields, dose) || province;
    const [ownCode, ownName] = [textAt(fields, dose.facility_code), textAt(fields, dose.facility_name)];
    if (ownCode.trim() === '' && ownName.trim() === '') continue;
    code = ownCode.trim();
    name = ownName.trim();
  }
  return { province, code, name };
}

/** As places in a calendar, not as certainty: what is unknown comes before what is known. */
function isAfter(a: PartialDate, b: PartialDate): boolean {
  return (a.year - b.year || a.month - b.month || a.day - b.day) > 0;
}

/**
 * Reads the dose columns. A row of the long layout is one dose whatever it leaves out; a block of the wide layout
 * is a dose when anything is written in it. The province is the last dose's that names one.
 */
export function readDoses(fields: readonly string[], layout: FileLayout): ReadDoses {
  let count = 0;
  let latest: PartialDate | null = null;
  let facilityProvince = '';
  for (const dose of layout.doses) {
    if (layout.kind === 'wide' && !isGiven(fields, dose)) continue;
    count++;
    facilityProvince = provinceOfDose(fields, dose) || facilityProvince;
    const position = dose.dose_date;
    const date = position === undefined ? null : readDoseDate(fields[position] ?? '', layout.doseDateOrder);
    if (date?.kind === 'date' && (latest === null || isAfter(date.value, latest))) latest = date.value;
  }
  return { count: layout.kind === 'long' ? 1 : count, latest, facilityProvince };
}

/** The dose of a row of the long layout whose cells are known by their bytes; its date is read when it is asked for. */
export class LongDose implements ReadDoses {
  readonly count = 1;
  readonly facilityProvince: string;
  readonly #row: CellRow;
  readonly #layout: FileLayout;

  constructor(row: CellRow, layout: FileLayout, facilities: ReadMemory['facilities']) {
    this.#row = row;
    this.#layout = layout;
    this.facilityProvince = facilities.of(row.cells, row.at + FACILITY_AT, () =>
      provinceOfDose(row.fields, layout.doses[0]!),
    );
  }

  get latest(): PartialDate | null {
    return readDoses(this.#row.fields, this.#layout).latest;
  }
}
