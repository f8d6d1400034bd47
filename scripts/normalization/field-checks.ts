import type { PartialDate } from '../../src/domain/identity.js';
import { normalizeBirthDate } from '../../src/normalize/birth-date.js';
import { normalizePersonalId } from '../../src/normalize/personal-id.js';
import { normalizePhone } from '../../src/normalize/phone.js';
import { normalizeSex } from '../../src/normalize/sex.js';
import { openPlaces } from '../../src/run/reference-data.js';
import { readTable } from '../generate/data-files.js';
import { dayNumber, EXCEL_1904_OFFSET, EXCEL_EPOCH, two } from '../generate/dates.js';
import { stripAccents } from '../generate/letters.js';
import { Rng } from '../generate/rng.js';
import { damageId } from './id-damages.js';
import { percent, table } from './table.js';

const LATEST: PartialDate = { year: 2022, month: 12, day: 31 };

/** Counts results by name and gives a Markdown table with one column a result. */
function shares(
  first: string,
  results: readonly string[],
  rows: readonly (readonly [kind: string, example: string, found: readonly string[]])[],
): string {
  return table(
    [first, 'example', ...results],
    rows.map(([kind, example, found]) => [
      kind,
      `\`${example}\``,
      ...results.map((result) => percent(found.filter((one) => one === result).length, found.length)),
    ]),
  );
}

function sameDate(a: PartialDate, b: PartialDate): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

type DateForm = readonly [kind: string, write: (date: PartialDate, rng: Rng) => string];

const slash = ({ year, month, day }: PartialDate) => `${two(day)}/${two(month)}/${year}`;
const serial = ({ year, month, day }: PartialDate) => dayNumber(year, month, day) - EXCEL_EPOCH;

const DATE_FORMS: readonly DateForm[] = [
  ['dd/mm/yyyy', slash],
  ['d/m/yyyy', ({ year, month, day }) => `${day}/${month}/${year}`],
  ['dd-mm-yyyy', (date) => slash(date).replaceAll('/', '-')],
  ['dd.mm.yyyy', (date) => slash(date).replaceAll('/', '.')],
  ['yyyy-mm-dd', ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`],
  ['yyyymmdd', ({ year, month, day }) => `${year}${two(month)}${two(day)}`],
  ['ddmmyyyy', (date) => slash(date).replaceAll('/', '')],
  ['time appended', (date) => `${slash(date)} 00:00:00`],
  ['ISO with time', ({ year, month, day }) => `${year}-${two(month)}-${two(day)}T00:00:00`],
  ['two-digit year', ({ year, month, day }) => `${two(day)}/${two(month)}/${two(year % 100)}`],
  [
    'month name',
    ({ year, month, day }) =>
      `${day}-${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1]}-${year}`,
  ],
  ['Excel serial, 1900 system', (date) => String(serial(date))],
  ['Excel serial, 1904 system', (date) => String(serial(date) - EXCEL_1904_OFFSET)],
  ['mm/dd/yyyy', ({ year, month, day }) => `${two(month)}/${two(day)}/${year}`],
  ['letters for digits', (date) => slash(date).replaceAll('0', 'O').replaceAll('1', 'l')],
  ['year only', ({ year }) => String(year)],
  ['Năm yyyy', ({ year }) => `Năm ${year}`],
  ['mm/yyyy', ({ year, month }) => `${two(month)}/${year}`],
  ['year typed into a date cell', ({ year }, _rng) => yearInDateCell(year)],
  [
    '31/02 and the like',
    ({ year }, rng) => `${rng.pick(['30/02', '31/02', '31/04', '32/05', '15/13'])}/${year}`,
  ],
  ['placeholder 01/01/1911', () => '01/01/1911'],
];

/** Excel shows the year as the day of that number, in 1905. */
function yearInDateCell(year: number): string {
  const date = new Date(Date.UTC(1899, 11, 30 + year));
  return slash({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
}

function judgeDate(text: string, date: PartialDate): string {
  const read = normalizeBirthDate(text, LATEST);
  if (read.kind !== 'date') return 'no date';
  if (sameDate(read.value, date)) return 'exact';
  if (read.value.year === date.year && read.value.day === 0) return 'year (and month)';
  return read.alternatives.some((other) => sameDate(other, date)) ? 'second reading' : 'wrong';
}

export function dateCheck(count: number, seed: number): string {
  const rows = DATE_FORMS.map(([kind, write]) => {
    const rng = new Rng();
    rng.seed(seed, 4, 0);
    let example = '';
    const found = Array.from({ length: count }, () => {
      const date = { year: rng.between(1925, 2016), month: rng.between(1, 12), day: rng.between(1, 28) };
      example = write(date, rng);
      return judgeDate(example, date);
    });
    return [kind, example, found] as const;
  });
  return shares('birth date', ['exact', 'year (and month)', 'second reading', 'no date', 'wrong'], rows);
}

export function idCheck(count: number, seed: number): string {
  const rows = damageId.map(({ kind, write }) => {
    const rng = new Rng();
    rng.seed(seed, 5, 0);
    let example = '';
    const found = Array.from({ length: count }, () => {
      const citizen = `${rng.pick(['001', '038', '079', '096'])}${rng.pick(['0', '1'])}${two(rng.between(25, 99))}${String(rng.below(1e6)).padStart(6, '0')}`;
      const { text, meant } = write(citizen, rng);
      example = text;
      const read = normalizePersonalId(text);
      if (read.kind === 'unusable') return `unusable: ${read.code}`;
      if (read.kind === 'missing') return 'missing';
      const value = read.kind === 'passport' ? read.value : read.digits;
      return value === meant ? 'right' : 'another number';
    });
    return [kind, example, found] as const;
  });
  const results = [
    'right',
    'unusable: scientific_notation',
    'unusable: phone_number',
    'unusable: wrong_length',
    'unusable: not_a_number',
    'another number',
  ];
  return shares('personal ID', results, rows);
}

const SEXES: readonly (readonly [text: string, meant: string, coding: 'platform' | 'registry' | 'words'])[] =
  [
    ['Nam', 'male', 'words'],
    ['NỮ', 'female', 'words'],
    ['Nữ', 'female', 'words'],
    ['nu', 'female', 'words'],
    ['Nử', 'female', 'words'],
    ['N÷', 'female', 'words'],
    ['Nöõ', 'female', 'words'],
    ['Nuwx', 'female', 'words'],
    ['Ná»¯', 'female', 'words'],
    ['F', 'female', 'words'],
    ['0', 'male', 'platform'],
    ['1', 'female', 'platform'],
    ['0', 'unknown', 'registry'],
    ['1', 'male', 'registry'],
    ['2', 'female', 'registry'],
    ['1', 'unknown', 'words'],
    ['?', 'unknown', 'words'],
  ];

export function sexCheck(): string {
  const rows = SEXES.map(([text, meant, coding]) => {
    const read = normalizeSex(coding === 'words' ? text.normalize('NFD') : text, coding);
    return [text, coding, read, read === meant ? 'right' : 'wrong'];
  });
  return table(['sex column', 'coding of the file', 'read as', ''], rows);
}

const PHONE_FORMS: readonly (readonly [kind: string, write: (phone: string) => string])[] = [
  ['as it is', (phone) => phone],
  ['+84', (phone) => `+84${phone.slice(1)}`],
  ['84', (phone) => `84${phone.slice(1)}`],
  ['0084', (phone) => `0084${phone.slice(1)}`],
  ['lost zero', (phone) => phone.slice(1)],
  ['lost zero, .0', (phone) => `${phone.slice(1)}.0`],
  ['spaces', (phone) => `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`],
  ['dots', (phone) => `${phone.slice(0, 4)}.${phone.slice(4, 7)}.${phone.slice(7)}`],
  ['two numbers', (phone) => `${phone} / 0911111111`],
];

export function phoneCheck(count: number, seed: number): string {
  const rows = PHONE_FORMS.map(([kind, write]) => {
    const rng = new Rng();
    rng.seed(seed, 6, 0);
    let example = '';
    const found = Array.from({ length: count }, () => {
      const phone = `0${rng.pick(['3', '5', '7', '8', '9'])}${String(rng.below(1e8)).padStart(8, '0')}`;
      example = write(phone);
      const read = normalizePhone(example);
      return read === phone ? 'right' : read === '' ? 'none' : 'wrong';
    });
    return [kind, example, found] as const;
  });
  return shares('phone', ['right', 'none', 'wrong'], rows);
}

interface PlaceTexts {
  provinceName: string;
  provinceCode: string;
  districtName: string;
  districtCode: string;
  communeName: string;
  communeCode: string;
}

const short = (name: string) =>
  name
    .replace(/^Thành phố /, 'TP. ')
    .replace(/^Thị trấn /, 'TT. ')
    .replace(/^Phường /, 'P. ')
    .replace(/^Quận /, 'Q. ')
    .replace(/^Huyện /, 'H. ')
    .replace(/^(?:Xã|Tỉnh) /, '');
const noCodes = { provinceCode: '', districtCode: '', communeCode: '' };
const eachName = (texts: PlaceTexts, change: (name: string) => string) => ({
  ...texts,
  ...noCodes,
  provinceName: change(texts.provinceName),
  districtName: change(texts.districtName),
  communeName: change(texts.communeName),
});

const PLACE_FORMS: readonly (readonly [kind: string, change: (texts: PlaceTexts) => PlaceTexts])[] = [
  ['codes and names', (texts) => texts],
  [
    'codes without zeros',
    (texts) => ({
      ...texts,
      provinceCode: String(Number(texts.provinceCode)),
      districtCode: String(Number(texts.districtCode)),
      communeCode: String(Number(texts.communeCode)),
    }),
  ],
  ['names alone', (texts) => eachName(texts, (name) => name)],
  ['names, capitals', (texts) => eachName(texts, (name) => name.toUpperCase())],
  ['names, no accents', (texts) => eachName(texts, stripAccents)],
  ['names, short types', (texts) => eachName(texts, short)],
  ['names, NFD', (texts) => eachName(texts, (name) => name.normalize('NFD'))],
  ['names, no district', (texts) => ({ ...eachName(texts, (name) => name), districtName: '' })],
  ['commune code alone', (texts) => ({ ...eachName(texts, () => ''), communeCode: texts.communeCode })],
];

export function placeCheck(): string {
  const places = openPlaces('2022');
  const communes = readTable('communes-2022.csv', 'src/domain/data').filter((row) => Number(row[5]) > 0);
  const rows = PLACE_FORMS.map(([kind, change]) => {
    let example = '';
    const found = communes.map(
      ([
        provinceName = '',
        provinceCode = '',
        districtName = '',
        districtCode = '',
        communeName = '',
        communeCode = '',
      ]) => {
        const texts = change({
          provinceName,
          provinceCode,
          districtName,
          districtCode,
          communeName,
          communeCode,
        });
        example = [texts.communeName || texts.communeCode, texts.districtName, texts.provinceName]
          .filter((text) => text !== '')
          .join(', ');
        const { province, district, commune } = places.resolve(texts);
        if (commune === Number(communeCode)) return 'commune';
        if (commune !== 0) return 'wrong';
        if (district !== 0) return district === Number(districtCode) ? 'district only' : 'wrong';
        if (province !== 0) return province === Number(provinceCode) ? 'province only' : 'wrong';
        return 'unknown';
      },
    );
    return [kind, example, found] as const;
  });
  return shares('place', ['commune', 'district only', 'province only', 'unknown', 'wrong'], rows);
}
