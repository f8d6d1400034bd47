import type { FileLayout, RecordField } from '../domain/dose-record.js';
import { fieldOfHeader } from '../input/header-field.js';
import type { RecordTexts } from '../input/read-records.js';
import { normalizeBirthDate, readDoseDate } from '../normalize/birth-date.js';
import { idStructure } from '../normalize/id-structure.js';
import { normalizeName } from '../normalize/name.js';
import { normalizePersonalId } from '../normalize/personal-id.js';
import { normalizePhone } from '../normalize/phone.js';
import { normalizeSex } from '../normalize/sex.js';

/** Below so many written values a column tells nothing. */
const LEAST_VALUES = 5;
/** At least this share of the written values must be what the field holds. */
const LEAST_SHARE = 0.7;
const LATEST = { year: 2100, month: 12, day: 31 };
const ORGANISATION = /\b(tram|benh vien|trung tam|phong kham|cong ty|ubnd|truong|vaccine|vac xin|covid)\b/;
/** A column with names has many different ones. */
const MANY_VALUES = 50;
const LEAST_DIFFERENT = 0.1;

type Looks = (value: string, layout: FileLayout) => boolean;

const isCode: Looks = (value) => /^\s*\d{1,5}(\.0)?\s*$/.test(value);
const isPlaceName: Looks = (value) => /\p{L}/u.test(value);

const LOOKS: Readonly<Partial<Record<RecordField, Looks>>> = {
  name: (value) => {
    const { folded } = normalizeName(value);
    return folded.length >= 2 && !/\d{3}/.test(value) && !ORGANISATION.test(folded.join(' '));
  },
  birth_date: (value, { birthDateOrder }) => {
    const read = normalizeBirthDate(value, LATEST, birthDateOrder);
    return read.kind === 'date'
      ? read.value.year < 2020
      : read.kind === 'invalid' && read.code === 'placeholder';
  },
  personal_id: (value) => {
    const id = normalizePersonalId(value);
    if (id.kind === 'citizen') return idStructure(id.digits).plausible;
    return id.kind === 'cmnd' || (id.kind === 'unusable' && id.code === 'scientific_notation');
  },
  sex: (value, { sexCoding }) =>
    normalizeSex(value, sexCoding) !== 'unknown' || /^\s*'?[0-2](\.0)?\s*$/.test(value),
  phone: (value) => normalizePhone(value) !== '',
  province_code: isCode,
  district_code: isCode,
  commune_code: isCode,
  province_name: isPlaceName,
  district_name: isPlaceName,
  commune_name: isPlaceName,
};

/**
 * What speaks against the columns of a file being what they are taken for, in words and without values: a header that
 * names something else, values that are not what the field holds. `headers`: one a column.
 */
export function columnDoubts(
  sample: readonly RecordTexts[],
  layout: FileLayout,
  headers: readonly string[],
): string[] {
  const fields = Object.entries(layout.fields) as [RecordField, number][];
  const doubts = fields.flatMap(([field, at]) => {
    const column = `column ${at + 1}`;
    const texts = [headerDoubt(field, headers[at] ?? '')];
    const values = sample.map((row) => row.fields[field]);
    texts.push(valueDoubt(field, values, (value) => LOOKS[field]?.(value, layout) ?? true));
    if (field === 'name') texts.push(sameDoubt(values));
    return texts.filter((text) => text !== '').map((text) => `${column} is read as ${field}, but ${text}`);
  });
  layout.doses.forEach((dose, i) => {
    if (dose.dose_date === undefined) return;
    const values = sample.map((row) => row.doses[i]?.dose_date ?? '');
    const isDate = (value: string) => readDoseDate(value, layout.doseDateOrder).kind === 'date';
    const text = valueDoubt('dose_date', values, isDate);
    if (text !== '') doubts.push(`column ${dose.dose_date + 1} is read as dose_date, but ${text}`);
  });
  return doubts;
}

function headerDoubt(field: RecordField, header: string): string {
  const says = fieldOfHeader(header);
  if (says === 'somebody_else' && !field.includes('_code') && !field.includes('_name'))
    return 'its header speaks of somebody else, or of the paper itself';
  if (says === null || says === 'somebody_else' || says === field) return '';
  return `its header is one of ${says}`;
}

function valueDoubt(field: string, values: readonly string[], isLike: (value: string) => boolean): string {
  const written = values.filter((value) => value.trim() !== '');
  if (written.length < LEAST_VALUES) return '';
  const like = written.filter(isLike).length;
  if (like >= written.length * LEAST_SHARE) return '';
  return `only ${like} of its first ${written.length} values look like a ${field}`;
}

function sameDoubt(values: readonly string[]): string {
  const written = values.filter((value) => value.trim() !== '');
  const different = new Set(written).size;
  if (written.length < MANY_VALUES || different >= written.length * LEAST_DIFFERENT) return '';
  return `its first ${written.length} values are only ${different} different ones`;
}
