import type { DoseField, FileLayout, RecordField } from '../domain/dose-record.js';

/** The mapped fields of one row by name; a column that the file does not have reads as ''. */
export interface RecordTexts {
  readonly fields: Readonly<Record<RecordField, string>>;
  /** One entry a dose block of the layout, in the order of the doses. */
  readonly doses: readonly Readonly<Record<DoseField, string>>[];
}

/** The text at a mapped column, verbatim; a column that the file does not have reads as ''. */
export function textAt(fields: readonly string[], position: number | undefined): string {
  return position === undefined ? '' : (fields[position] ?? '');
}

/** Gives the field texts of a row by name, verbatim. */
export function recordOf(fields: readonly string[], layout: FileLayout): RecordTexts {
  const at = (position: number | undefined): string => textAt(fields, position);
  const f = layout.fields;
  return {
    fields: {
      name: at(f.name),
      birth_date: at(f.birth_date),
      sex: at(f.sex),
      personal_id: at(f.personal_id),
      phone: at(f.phone),
      insurance_card: at(f.insurance_card),
      province_name: at(f.province_name),
      province_code: at(f.province_code),
      district_name: at(f.district_name),
      district_code: at(f.district_code),
      commune_name: at(f.commune_name),
      commune_code: at(f.commune_code),
    },
    doses: layout.doses.map((dose) => ({
      dose_number: at(dose.dose_number),
      vaccine: at(dose.vaccine),
      dose_date: at(dose.dose_date),
      lot: at(dose.lot),
      facility_code: at(dose.facility_code),
      facility_name: at(dose.facility_name),
      facility_province: at(dose.facility_province),
    })),
  };
}
