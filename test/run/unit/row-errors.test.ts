import type { FileLayout } from '../../../src/domain/dose-record.js';
import { correctedErrors, unsettledErrors } from '../../../src/run/row-errors.js';

const layout: FileLayout = {
  kind: 'long',
  delimiter: ',',
  columns: ['name', 'birth', 'id'],
  fields: { name: 0, birth_date: 1, personal_id: 2 },
  doses: [{}],
  sexCoding: 'words',
  firstDataRow: 2,
};
const reading = { layout, latest: { year: 2022, month: 12, day: 31 } };

describe('errors told from the corrections of a verified row', () => {
  test.each([
    ['lost leading zeros', 'id', '1085000011', '001085000011', 'not_verified', ['id_leading_zeros']],
    ['no ID', 'id', '', '001085000011', 'no_or_bad_id', ['id_missing']],
    ['a spreadsheet shortened it', 'id', '1.0850E+09', '001085000011', 'no_or_bad_id', ['id_scientific']],
    ['a phone number', 'id', '0912345678', '001085000011', 'no_or_bad_id', ['id_phone']],
    ['the old card', 'id', '012345678', '001085000011', 'wrong', ['id_old_card']],
    ['one digit wrong', 'id', '001085000012', '001085000011', 'not_verified', ['id_one_digit']],
    ['another person’s', 'id', '079190000333', '001085000011', 'wrong', ['id_of_another']],
    ['nobody’s', 'id', '079190000333', '001085000011', 'not_verified', ['id_unknown']],
    ['dots in it', 'id', '001.085.000.011', '001085000011', 'no_or_bad_id', ['id_signs']],
    ['a passport', 'id', 'B1234567', '001085000011', 'not_verified', ['id_passport']],
    ['a digit too few', 'id', '00108500001', '001085000011', 'no_or_bad_id', ['id_wrong_length']],
    ['accents lost', 'name', 'TRAN QUOC BAO', 'Trần Quốc Bảo', 'wrong', ['name_no_accents']],
    ['a wrong accent', 'name', 'Trần Quốc Bạo', 'Trần Quốc Bảo', 'wrong', ['name_wrong_accents']],
    ['keystrokes left in', 'name', 'Nguyeenx Văn An', 'Nguyễn Văn An', 'wrong', ['name_encoding']],
    ['a form of address', 'name', 'Bà Trần Thị Ngọc', 'Trần Thị Ngọc', 'wrong', ['name_additions']],
    ['middle name dropped', 'name', 'Trần Ngọc', 'Trần Thị Ngọc', 'wrong', ['name_words']],
    ['misspelt', 'name', 'Trần Thị Ngọk', 'Trần Thị Ngọc', 'wrong', ['name_spelling']],
    ['another name', 'name', 'Lê Hoàng Phúc', 'Trần Thị Ngọc', 'wrong', ['name_other']],
    ['day and month exchanged', 'birth_date', '11/02/1990', '02/11/1990', 'wrong', ['birth_swapped']],
    ['year typed as a date', 'birth_date', '07/06/1905', '14/03/1985', 'wrong', ['birth_spreadsheet']],
    ['only the year', 'birth_date', '1985', '14/03/1985', 'wrong', ['birth_year_only']],
    ['01/01 in place of the day', 'birth_date', '01/01/1985', '14/03/1985', 'wrong', ['birth_placeholder']],
    ['two-digit year', 'birth_date', '14/03/85', '14/03/1985', 'wrong', ['birth_two_digit_year']],
    ['not in the calendar', 'birth_date', '31/02/1985', '14/03/1985', 'wrong', ['birth_impossible']],
    ['one part wrong', 'birth_date', '14/05/1985', '14/03/1985', 'wrong', ['birth_part']],
    ['another date', 'birth_date', '20/12/1962', '14/03/1985', 'wrong', ['birth_other']],
    ['none', 'birth_date', '', '14/03/1985', 'wrong', ['birth_missing']],
    ['the other sex', 'sex', 'Nam', 'Nữ', 'wrong', ['sex_wrong']],
    ['no sex', 'sex', '', 'Nữ', 'wrong', ['sex_missing']],
  ] as const)('%s (%s)', (_, field, from, to, officialClass, expected) => {
    expect([...correctedErrors({ [field]: [from, to] }, officialClass, reading)]).toEqual(expected);
  });

  test('a row can have several', () => {
    const corrections = {
      id: ['1085000011', '001085000011'],
      name: ['TRAN QUOC BAO', 'Trần Quốc Bảo'],
      birth_date: ['11/02/1990', '02/11/1990'],
    } as const;
    expect([...correctedErrors(corrections, 'not_verified', reading)]).toEqual([
      'id_leading_zeros',
      'name_no_accents',
      'birth_swapped',
    ]);
  });
});

describe('errors of a row whose person is not known', () => {
  test.each([
    [
      'the ID is another’s',
      ['Trần Quốc Bảo', '02/11/1990', '001085000011'],
      'id_belongs_to_another',
      ['id_of_another'],
    ],
    [
      'the ID is nobody’s',
      ['Trần Quốc Bảo', '02/11/1990', '001085000011'],
      'id_not_in_registry',
      ['id_unknown'],
    ],
    ['no ID and no birth date', ['Trần Quốc Bảo', '', ''], 'nobody_found', ['id_missing', 'birth_missing']],
    [
      'too close a rival: nothing to see',
      ['Trần Quốc Bảo', '02/11/1990', '001085000011'],
      'rival_too_close',
      [],
    ],
  ] as const)('%s', (_, fields, reason, expected) => {
    expect([...unsettledErrors(fields, reason, reading)]).toEqual(['person_not_told', ...expected]);
  });
});
