import type { DoseField, FileLayout, RecordField } from '../domain/dose-record.js';
import type { LackCode } from '../domain/input-profile.js';

const PERSON: readonly (readonly [LackCode, readonly RecordField[]])[] = [
  ['personal_id', ['personal_id']],
  ['name', ['name']],
  ['birth_date', ['birth_date']],
  ['sex', ['sex']],
  [
    'place',
    ['province_name', 'province_code', 'district_name', 'district_code', 'commune_name', 'commune_code'],
  ],
];
const DOSE: readonly (readonly [LackCode, readonly DoseField[]])[] = [
  ['dose_date', ['dose_date']],
  ['facility', ['facility_code', 'facility_name', 'facility_province']],
];

/** What a file lacks and a run would use. */
export function lackingFields({ fields, doses }: FileLayout, isSnapshot: boolean): LackCode[] {
  const lacking = PERSON.filter(([, any]) => any.every((field) => fields[field] === undefined)).map(
    ([code]) => code,
  );
  if (isSnapshot) return lacking.filter((code) => code !== 'name');
  const inDoses = DOSE.filter(([, any]) =>
    doses.every((dose) => any.every((field) => dose[field] === undefined)),
  );
  return [...lacking, ...inDoses.map(([code]) => code)];
}
