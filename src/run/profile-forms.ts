import type { FileLayout } from '../domain/dose-record.js';
import type { PartialDate, ReadDate } from '../domain/identity.js';
import type { ColumnRole, FormCode, RemarkCode } from '../domain/input-profile.js';
import { normalizeBirthDate, readDoseDate } from '../normalize/birth-date.js';
import { idStructure } from '../normalize/id-structure.js';
import { normalizeName } from '../normalize/name.js';
import { normalizePersonalId } from '../normalize/personal-id.js';
import { normalizePhone } from '../normalize/phone.js';
import { normalizeSex } from '../normalize/sex.js';

/** The form of a written value, and what is to be said of it; null: nothing is known of such a column. */
export interface ValueForm {
  readonly form: FormCode;
  readonly remarks: readonly RemarkCode[];
}

const NOTHING: readonly RemarkCode[] = Object.freeze([]);
const DAY_MONTH_YEAR = /^'?(\d{1,2})\s?[-./ ]\s?(\d{1,2})\s?[-./ ]\s?(\d{4}|\d{2})$/;
const YEAR_MONTH_DAY = /^'?\d{4}[-./]\d{1,2}[-./]\d{1,2}$/;
const TIME = /[T ]\d{1,2}:\d{2}/;

/** The numbers of a date of two short numbers and a year, in their order; null: another form. */
export function shortNumbers(value: string): readonly [number, number] | null {
  if (value.length > 40) return null;
  const found = DAY_MONTH_YEAR.exec(value.trim().replace(/[T ]\d{1,2}:.*$/, ''));
  return found === null ? null : [Number(found[1]), Number(found[2])];
}

/** Looks at one written value of a column. `latest`: no birth date can be after it. */
export function formOf(
  value: string,
  role: ColumnRole,
  layout: FileLayout,
  latest: PartialDate,
): ValueForm | null {
  switch (role) {
    case 'birth_date':
      return dateForm(value, normalizeBirthDate(value, latest, layout.birthDateOrder));
    case 'dose_date':
      return dateForm(value, readDoseDate(value, layout.doseDateOrder));
    case 'personal_id':
      return idForm(value);
    case 'name':
      return nameForm(value);
    case 'sex':
      return sexForm(value, layout);
    case 'phone':
      return { form: normalizePhone(value) === '' ? 'not_mobile' : 'mobile', remarks: NOTHING };
    case 'text':
      return null;
  }
}

function dateForm(value: string, read: ReadDate): ValueForm {
  const numbers = shortNumbers(value);
  const remarks: RemarkCode[] = [];
  if (read.kind === 'invalid') remarks.push(read.code);
  if (read.kind === 'date') remarks.push(...read.repairs);
  if (numbers !== null && numbers[1] > 12 && numbers[0] <= 12) remarks.push('month_over_12');
  return { form: writtenForm(value.trim(), numbers !== null), remarks };
}

function writtenForm(text: string, isShortFirst: boolean): FormCode {
  if (TIME.test(text)) return 'with_time';
  if (isShortFirst) return /\d{4}$/.test(text) ? 'day_month_year' : 'two_digit_year';
  if (YEAR_MONTH_DAY.test(text)) return 'year_month_day';
  if (/^'?(19|20)\d{2}(\.0)?$/.test(text)) return 'year_only';
  if (/^\d{1,2}[-./]\d{4}$|^\d{4}[-./]\d{1,2}$/.test(text)) return 'month_year';
  if (/^\d{4,5}(\.\d+)?$/.test(text)) return 'serial';
  return 'other_date';
}

function idForm(value: string): ValueForm {
  const id = normalizePersonalId(value);
  const text = value.trim();
  switch (id.kind) {
    case 'missing':
      return { form: 'says_none', remarks: NOTHING };
    case 'passport':
      return { form: 'passport', remarks: NOTHING };
    case 'citizen':
    case 'cmnd': {
      const isImplausible = id.kind === 'citizen' && !idStructure(id.digits).plausible;
      const remarks: RemarkCode[] = isImplausible ? [...id.repairs, 'implausible_number'] : [...id.repairs];
      return { form: repairedIdForm(text, id.kind, id.repairs.includes('leading_zeros')), remarks };
    }
    case 'unusable':
      switch (id.code) {
        case 'phone_number':
          return { form: 'phone', remarks: NOTHING };
        case 'scientific_notation':
          return { form: 'scientific', remarks: NOTHING };
        case 'wrong_length':
          return { form: 'wrong_length', remarks: NOTHING };
        case 'not_a_number':
          return { form: 'letters', remarks: NOTHING };
      }
  }
}

function repairedIdForm(text: string, kind: 'citizen' | 'cmnd', zerosLost: boolean): FormCode {
  if (zerosLost) return 'zeros_lost';
  if (/^\d+$/.test(text)) return kind === 'citizen' ? 'digits_12' : 'digits_9';
  if (/[eE]\+?\d+$/.test(text)) return 'scientific';
  return /\p{L}/u.test(text) ? 'letters' : 'separators';
}

function nameForm(value: string): ValueForm {
  const name = normalizeName(value);
  const remarks: RemarkCode[] = [...name.repairs];
  if (name.tokens.length > 0 && !name.accented) remarks.push('no_accents');
  if (name.tokens.length === 1) remarks.push('one_word');
  return { form: caseOf(value), remarks };
}

function caseOf(value: string): FormCode {
  if (isCapitals(value)) return 'capitals';
  if (value === value.toLowerCase()) return 'lower_case';
  const isTitle = value
    .trim()
    .split(/\s+/)
    .every(
      (word) =>
        word.slice(0, 1) === word.slice(0, 1).toUpperCase() && word.slice(1) === word.slice(1).toLowerCase(),
    );
  return isTitle ? 'title_case' : 'mixed_case';
}

/** True for a text in capital letters that has some. */
export function isCapitals(value: string): boolean {
  return value === value.toUpperCase() && value !== value.toLowerCase();
}

function sexForm(value: string, { sexCoding }: FileLayout): ValueForm {
  const code = /^\s*'?0?([0-2])(?:\.0+)?\s*$/.exec(value)?.[1];
  if (code !== undefined) return { form: `code_${code as '0' | '1' | '2'}`, remarks: NOTHING };
  const form = normalizeSex(value, sexCoding) === 'unknown' ? 'unknown_text' : 'word';
  return { form, remarks: NOTHING };
}

const MOST_SHAPE = 40;

/**
 * The shape of a value, from which nobody can tell it: each digit is 9, each run of letters A, a or Aa by its case.
 * Signs of ASCII stay, others are a dot.
 */
export function shapeOf(value: string): string {
  const shape = value
    .slice(0, 200)
    .normalize('NFC')
    .replace(/\d/g, '9')
    .replace(/\p{N}/gu, '9')
    .replace(/[\p{L}\p{M}]+/gu, (word) => {
      if (word === word.toLowerCase()) return 'a';
      if (word === word.toUpperCase()) return 'A';
      return word.slice(1) === word.slice(1).toLowerCase() ? 'Aa' : 'aA';
    })
    .replace(/[^ -~]+/gu, '·');
  return shape.length > MOST_SHAPE ? `${shape.slice(0, MOST_SHAPE)}...` : shape;
}
