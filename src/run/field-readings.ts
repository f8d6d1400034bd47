import type { FileLayout, RecordField } from '../domain/dose-record.js';
import type { FieldReading } from '../domain/explanation.js';
import type { PersonalId, ReadDate, Sex } from '../domain/identity.js';
import { formatDate } from '../match/differences.js';
import type { PlaceWords } from './place-words.js';
import type { ReadIdentity } from './read-identity.js';

const PLACE_COLUMNS: readonly RecordField[] = [
  'commune_name',
  'commune_code',
  'district_name',
  'district_code',
  'province_name',
  'province_code',
];

/** What each field of a row says, and what it was understood to mean. */
export function readingsOf(
  fields: readonly string[],
  layout: FileLayout,
  { asSent, identity }: ReadIdentity,
  placeWords: PlaceWords,
): FieldReading[] {
  const { name, birthDate, sex, personalId, residence } = identity;
  const place = PLACE_COLUMNS.map((field) => fields[layout.fields[field] ?? -1] ?? '')
    .filter((text) => text.trim() !== '')
    .join(', ');
  const plain = { alternatives: [], repairs: [], remark: null };
  return [
    { ...plain, field: 'name', sent: asSent.name, understood: name.display, repairs: name.repairs },
    { ...plain, field: 'birth_date', sent: asSent.birthDate, ...dateReading(birthDate) },
    { ...plain, field: 'id', sent: asSent.id, ...idReading(personalId) },
    { ...plain, field: 'sex', sent: asSent.sex, understood: sexText(sex) },
    { ...plain, field: 'place', sent: place, understood: placeWords(residence) },
  ];
}

/** `male`, `female` or empty: the renderers have the words. */
export function sexText(sex: Sex): string {
  return sex === 'unknown' ? '' : sex;
}

/** The usable number of an ID field, or empty. */
export function idText(id: PersonalId): string {
  switch (id.kind) {
    case 'citizen':
    case 'cmnd':
      return id.digits;
    case 'passport':
      return id.value;
    case 'missing':
    case 'unusable':
      return '';
  }
}

export function birthDateText(date: ReadDate): string {
  return date.kind === 'date' ? formatDate(date.value) : '';
}

function dateReading(
  date: ReadDate,
): Pick<FieldReading, 'understood' | 'alternatives' | 'repairs' | 'remark'> {
  const understood = birthDateText(date);
  switch (date.kind) {
    case 'missing':
      return { understood, alternatives: [], repairs: [], remark: null };
    case 'invalid':
      return { understood, alternatives: [], repairs: [], remark: date.code };
    case 'date':
      return {
        understood,
        alternatives: date.alternatives.map(formatDate),
        repairs: date.repairs,
        remark: null,
      };
  }
}

function idReading(id: PersonalId): Pick<FieldReading, 'understood' | 'repairs' | 'remark'> {
  const understood = idText(id);
  switch (id.kind) {
    case 'citizen':
      return { understood, repairs: id.repairs, remark: null };
    case 'cmnd':
      return { understood, repairs: id.repairs, remark: 'cmnd' };
    case 'passport':
      return { understood, repairs: [], remark: 'passport' };
    case 'unusable':
      return { understood, repairs: [], remark: id.code };
    case 'missing':
      return { understood, repairs: [], remark: null };
  }
}
