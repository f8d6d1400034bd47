import type { FileLayout, SexCoding } from '../domain/dose-record.js';
import type { Place } from '../domain/identity.js';
import type { Language } from '../domain/run-facts.js';
import type { WorkRecord } from '../domain/worklist.js';
import { foldHeader } from '../input/fold-header.js';
import { textAt } from '../input/read-records.js';
import { normalizeSex } from '../normalize/sex.js';
import type { PlaceWords } from './place-words.js';

const SEX_WORDS = {
  male: { vi: 'nam', en: 'male' },
  female: { vi: 'nữ', en: 'female' },
} as const;

/** Columns of the platform's template that the matching does not read, by their folded headers. */
const FURTHER_COLUMNS = {
  priorityGroup: 'ma nhom doi tuong uu tien',
  employer: 'don vi cong tac',
  addressDetail: 'dia chi chi tiet',
} as const;
export type FurtherColumn = keyof typeof FURTHER_COLUMNS;
export type FurtherColumns = Readonly<Partial<Record<FurtherColumn, number>>>;

/** Finds these columns in a header; of a joined header (`Nơi ở / Địa chỉ chi tiết`) the last part counts. */
export function furtherColumns(header: readonly string[]): FurtherColumns {
  const folded = header.map((name) => foldHeader(name.split(' / ').at(-1) ?? ''));
  const found: Partial<Record<FurtherColumn, number>> = {};
  for (const [column, text] of Object.entries(FURTHER_COLUMNS)) {
    const position = folded.indexOf(text);
    if (position >= 0) found[column as FurtherColumn] = position;
  }
  return found;
}

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** A sex as sent; a number with what it means: `1 (nữ)`. */
export function sexAsSent(text: string, coding: SexCoding, lang: Language): string {
  const sex = /^\D*$/.test(text) ? 'unknown' : normalizeSex(text, coding);
  return sex === 'unknown' ? oneLine(text) : `${oneLine(text)} (${SEX_WORDS[sex][lang]})`;
}

/** The record as it was sent, for a person to read. */
export function workRecordOf(
  fields: readonly string[],
  layout: FileLayout,
  further: FurtherColumns,
  residence: Place,
  words: PlaceWords,
  lang: Language,
): WorkRecord {
  const at = (position: number | undefined) => oneLine(textAt(fields, position));
  const { name, birth_date, sex, personal_id, phone, commune_name, district_name, province_name } =
    layout.fields;
  const units = [commune_name, district_name, province_name].map(at).filter((text) => text !== '');
  const place = units.length > 0 ? units.join(', ') : words(residence);
  return {
    name: at(name),
    birthDate: at(birth_date),
    sex: sexAsSent(textAt(fields, sex), layout.sexCoding, lang),
    id: at(personal_id),
    phone: at(phone),
    address: [at(further.addressDetail), place].filter((text) => text !== '').join(', '),
  };
}

/** The name that people use: `COVID-19 Vaccine (Vero Cell), Inactivated (Sinopharm)` is `Vero Cell`. */
function shortVaccine(text: string): string {
  const name = text.replace(/^COVID-19 Vaccine /i, '');
  return /^\(([^)]+)\)/.exec(name)?.[1] ?? name.replace(/ \(.*$/, '');
}

/** `2: 07/08/2021 AstraZeneca, lô ABW20760`, one line a dose. */
export function dosesAsSent(fields: readonly string[], layout: FileLayout, lang: Language): string {
  const vi = lang === 'vi';
  const lines: string[] = [];
  for (const [i, dose] of layout.doses.entries()) {
    const at = (position: number | undefined) => oneLine(textAt(fields, position));
    const lot = at(dose.lot);
    const what = [at(dose.dose_date), shortVaccine(at(dose.vaccine))].filter((part) => part !== '').join(' ');
    const parts = [what, lot === '' ? '' : `${vi ? 'lô' : 'lot'} ${lot}`];
    const text = parts.filter((part) => part !== '').join(', ');
    if (text === '') continue;
    const number = layout.kind === 'wide' ? String(i + 1) : at(dose.dose_number);
    lines.push(number === '' ? text : `${number}: ${text}`);
  }
  return lines.join('\n');
}
