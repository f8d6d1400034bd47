import type { DayMonthOrder, FileLayout, RecordField, SexCoding } from '../domain/dose-record.js';
import type { PartialDate, Place, RecordIdentity } from '../domain/identity.js';
import { isFooterText } from '../input/footer.js';
import { isHeaderRow } from '../input/header-row.js';
import { textAt } from '../input/read-records.js';
import type { IdentityAsSent } from '../match/differences.js';
import { normalizeBirthDate } from '../normalize/birth-date.js';
import { normalizeName } from '../normalize/name.js';
import { normalizePersonalId } from '../normalize/personal-id.js';
import type { PlaceResolver } from '../normalize/place.js';
import { normalizeSex } from '../normalize/sex.js';

/** The identity of a row: what was written, and what it means. */
export interface ReadIdentity {
  readonly asSent: IdentityAsSent;
  readonly identity: RecordIdentity;
}

function textOf(fields: readonly string[], layout: FileLayout, field: RecordField): string {
  return textAt(fields, layout.fields[field]);
}

/** The columns that an identity is read from; the places come last. */
export const IDENTITY_SOURCES: readonly RecordField[] = [
  'name',
  'birth_date',
  'sex',
  'personal_id',
  'province_code',
  'province_name',
  'district_code',
  'district_name',
  'commune_code',
  'commune_name',
];

export const PLACES_AT = 4;
export const PLACE_SOURCES = IDENTITY_SOURCES.slice(PLACES_AT);

/** Rows with the same text here have the same identity. */
export function identityText(fields: readonly string[], layout: FileLayout): string {
  let text = '';
  for (const field of IDENTITY_SOURCES) {
    const position = layout.fields[field];
    if (position !== undefined) text += fields[position];
    text += '\u0001';
  }
  return text;
}

/** What `identityText` joins, as fields again; null where a cell itself holds the character that separates them. */
export function identityFields(text: string): readonly string[] | null {
  const fields = text.split('\u0001');
  return fields.length === IDENTITY_SOURCES.length + 1 ? fields.slice(0, -1) : null;
}

/** The layout of `identityFields`. */
export function identityLayout(sexCoding: SexCoding, birthDateOrder: DayMonthOrder): FileLayout {
  return {
    kind: 'long',
    delimiter: ',',
    columns: IDENTITY_SOURCES,
    fields: Object.fromEntries(IDENTITY_SOURCES.map((field, position) => [field, position])),
    doses: [],
    sexCoding,
    birthDateOrder,
    firstDataRow: 1,
  };
}

/** True when the row names nobody: name and ID are empty, or say that there is none (`-`, `không rõ`). */
export function isNobody(fields: readonly string[], layout: FileLayout): boolean {
  const id = textOf(fields, layout, 'personal_id');
  const first = id.charCodeAt(0);
  // Nearly every row has digits here and needs no closer look.
  if (first >= 48 && first <= 57) return false;
  if (normalizePersonalId(id).kind !== 'missing') return false;
  return normalizeName(textOf(fields, layout, 'name')).tokens.length === 0;
}

/** True for a row of a list that is no record: a header among the data, a sum, a signature. */
export function isNoRecord(fields: readonly string[], layout: FileLayout): boolean {
  return isFooter(fields, layout) || isHeaderRow(fields, layout);
}

/** No ID, no birth date, and a cell that says so or a number in place of the name. */
function isFooter(fields: readonly string[], layout: FileLayout): boolean {
  if (textOf(fields, layout, 'personal_id').trim() !== '') return false;
  if (textOf(fields, layout, 'birth_date').trim() !== '') return false;
  return /^\s*\d[\d.,\s]*$/.test(textOf(fields, layout, 'name')) || fields.some(isFooterText);
}

/** Normalises the identity fields of a row. `latest`: no birth date can be after it. */
export function readIdentity(
  fields: readonly string[],
  layout: FileLayout,
  places: PlaceResolver,
  latest: PartialDate,
): ReadIdentity {
  const asSent: IdentityAsSent = {
    id: textOf(fields, layout, 'personal_id'),
    name: textOf(fields, layout, 'name'),
    birthDate: textOf(fields, layout, 'birth_date'),
    sex: textOf(fields, layout, 'sex'),
  };
  return {
    asSent,
    identity: {
      name: normalizeName(asSent.name),
      birthDate: normalizeBirthDate(asSent.birthDate, latest, layout.birthDateOrder),
      sex: normalizeSex(asSent.sex, layout.sexCoding),
      personalId: normalizePersonalId(asSent.id),
      residence: readResidence(fields, layout, places),
    },
  };
}

/** Where the person of a row lives. */
export function readResidence(fields: readonly string[], layout: FileLayout, places: PlaceResolver): Place {
  return places.resolve({
    provinceCode: textOf(fields, layout, 'province_code'),
    provinceName: textOf(fields, layout, 'province_name'),
    districtCode: textOf(fields, layout, 'district_code'),
    districtName: textOf(fields, layout, 'district_name'),
    communeCode: textOf(fields, layout, 'commune_code'),
    communeName: textOf(fields, layout, 'commune_name'),
  });
}
