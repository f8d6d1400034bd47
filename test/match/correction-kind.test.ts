import type { IdentityField } from '../../src/domain/outcome.js';
import { correctionKind } from '../../src/match/correction-kind.js';
import { normalizeBirthDate } from '../../src/normalize/birth-date.js';
import { normalizeName } from '../../src/normalize/name.js';
import { normalizePersonalId } from '../../src/normalize/personal-id.js';

const LATEST = { year: 2022, month: 5, day: 5 };

function kindOf(field: IdentityField, from: string, to: string): string {
  const record = {
    name: normalizeName(field === 'name' ? from : 'Nguyễn Văn An'),
    birthDate: normalizeBirthDate(field === 'birth_date' ? from : '14/03/1985', LATEST),
    sex: 'unknown',
    personalId: normalizePersonalId(field === 'id' ? from : '079085000111'),
    residence: { province: 79, district: 0, commune: 0 },
  } as const;
  return correctionKind({ field, from, to }, record, normalizeName(field === 'name' ? to : ''));
}

test.each<[string, IdentityField, string, string, string]>([
  ['nothing written', 'id', '', '079085000111', 'id_missing'],
  ['said to be none', 'id', 'không có', '079085000111', 'id_missing'],
  ['leading zero lost', 'id', '79085000111', '079085000111', 'id_zeros_lost'],
  ['spaces', 'id', '079 085 000 111', '079085000111', 'id_bad_format'],
  ['a spreadsheet’s E', 'id', '7.9085E+10', '079085000111', 'id_bad_format'],
  ['a phone number', 'id', '0912345678', '079085000111', 'id_bad_format'],
  ['one digit wrong', 'id', '079085000112', '079085000111', 'id_wrong'],
  ['old card', 'id', '024123456', '079085000111', 'id_old_card'],
  ['passport', 'id', 'C1234567', '079085000111', 'id_passport'],
  ['no name', 'name', '', 'Nguyễn Văn An', 'name_missing'],
  ['no accents', 'name', 'NGUYEN VAN AN', 'Nguyễn Văn An', 'name_accents'],
  ['wrong accent', 'name', 'Nguyễn Văn Án', 'Nguyễn Văn An', 'name_accents'],
  ['keystrokes left in', 'name', 'Nguyeenx Văn An', 'Nguyễn Văn An', 'name_font'],
  ['title in front', 'name', 'Cháu Nguyễn Văn An', 'Nguyễn Văn An', 'name_extra'],
  ['note behind', 'name', 'Nguyễn Văn An (tiêm lần 2)', 'Nguyễn Văn An', 'name_extra'],
  ['given name first', 'name', 'An Nguyễn Văn', 'Nguyễn Văn An', 'name_order'],
  ['middle name dropped', 'name', 'Nguyễn An', 'Nguyễn Văn An', 'name_letters'],
  ['one letter wrong', 'name', 'Nguyễn Vắn Anh', 'Nguyễn Văn An', 'name_letters'],
  ['no birth date', 'birth_date', '', '14/03/1985', 'birth_missing'],
  ['year typed into a date cell', 'birth_date', '07/06/1905', '14/03/1985', 'birth_spreadsheet'],
  ['no such day', 'birth_date', '31/02/1985', '14/02/1985', 'birth_impossible'],
  ['unreadable', 'birth_date', 'abc', '14/02/1985', 'birth_impossible'],
  ['exchanged', 'birth_date', '04/08/1977', '08/04/1977', 'birth_swapped'],
  ['year only', 'birth_date', '1985', '14/03/1985', 'birth_incomplete'],
  ['placeholder of the day', 'birth_date', '01/01/1985', '14/03/1985', 'birth_incomplete'],
  ['placeholder of the date', 'birth_date', '01/01/1900', '14/03/1985', 'birth_incomplete'],
  ['another year', 'birth_date', '14/03/1986', '14/03/1985', 'birth_wrong'],
  ['no sex', 'sex', ' ', 'Nam', 'sex_missing'],
  ['other sex', 'sex', '1', 'Nam', 'sex_wrong'],
])('%s', (_, field, from, to, kind) => {
  expect(kindOf(field, from, to)).toBe(kind);
});
