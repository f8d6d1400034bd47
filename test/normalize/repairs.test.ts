import { REPAIRS, type RepairCode } from '../../src/domain/repairs.js';
import { normalizeBirthDate } from '../../src/normalize/birth-date.js';
import { normalizeName } from '../../src/normalize/name.js';
import { normalizePersonalId } from '../../src/normalize/personal-id.js';

const LATEST = { year: 2022, month: 12, day: 31 };

function ofName(raw: string): readonly RepairCode[] {
  return normalizeName(raw).repairs;
}

function ofBirthDate(raw: string): readonly RepairCode[] {
  const read = normalizeBirthDate(raw, LATEST);
  return read.kind === 'date' ? read.repairs : [];
}

function ofId(raw: string): readonly RepairCode[] {
  const read = normalizePersonalId(raw);
  return 'repairs' in read ? read.repairs : [];
}

/** Each code with a value that brings it about, alone where it can be alone. */
const CASES: Readonly<Record<RepairCode, readonly [(raw: string) => readonly RepairCode[], string]>> = {
  unicode_form: [ofName, 'Nguyễn An'.normalize('NFD')],
  invisible_characters: [ofName, 'Nguyễn\u200b An'],
  lookalike_letter: [ofName, 'Ðặng An'],
  legacy_encoding: [ofName, 'NguyÔn V¨n An'],
  mojibake: [ofName, 'Nguyá»…n An'],
  keystrokes: [ofName, 'Nguyeenx An'],
  letter_lost: [ofName, 'Nguy?n Văn An'],
  undecoded: [ofName, 'Nguyễn Văn Tö'],
  title_removed: [ofName, 'Bà Nguyễn Thị Lan'],
  note_removed: [ofName, 'Nguyễn An (con)'],
  glued_words_split: [ofName, 'NguyễnVăn An'],
  excel_serial: [ofBirthDate, '31119'],
  year_typed_as_date: [ofBirthDate, '07/06/1905'],
  two_digit_year: [ofBirthDate, '12/03/85'],
  placeholder_day: [ofBirthDate, '01/01/1985'],
  impossible_day: [ofBirthDate, '31/02/1985'],
  day_month_swapped: [ofBirthDate, '12/25/1985'],
  time_removed: [ofBirthDate, '12/03/1985 00:00:00'],
  leading_zeros: [ofId, '79085000123'],
  separators_removed: [ofId, '079 085 000123'],
  decimal_removed: [ofId, '079085000123.0'],
  letters_for_digits: [ofId, 'O79085000123'],
};

test.each(Object.entries(CASES))('%s', (code, [read, raw]) => {
  expect(read(raw)).toEqual([code]);
});

test('every code has its case', () => expect(Object.keys(CASES).sort()).toEqual(Object.keys(REPAIRS).sort()));

test.each([
  ['Tr?n Thị Lan', ['letter_lost']],
  ['Trần Thị Lan ?', []],
  ['Ai đó?', []],
  ['Loïc Dupont', []],
])('%s: damage that nobody can repair is counted, a mark behind the name is not', (raw, repairs) => {
  expect(ofName(raw)).toEqual(repairs);
});

test.each([
  ['Lee Văn Trung', 'Lê Văn Trung'],
  ['Vux Thị Hạnh', 'Vũ Thị Hạnh'],
  ['Lee Gia Hân', 'Lee Gia Hân'],
  ['Lee Min Ho', 'Lee Min Ho'],
  ['Nguyễn Thị Max', 'Nguyễn Thị Max'],
  ['K’ Tieens Dũng', "K' Tiến Dũng"],
])('a weak key sign counts among Vietnamese words only: %s', (raw, name) => {
  expect(normalizeName(raw).display).toBe(name);
});
