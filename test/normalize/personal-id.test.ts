import fc from 'fast-check';
import { PROVINCES } from '../../src/domain/provinces.js';
import { idStructure } from '../../src/normalize/id-structure.js';
import { normalizePersonalId } from '../../src/normalize/personal-id.js';

function read(raw: string): string {
  const id = normalizePersonalId(raw);
  switch (id.kind) {
    case 'missing':
      return 'missing none';
    case 'passport':
      return `passport ${id.asSent} ${id.value}`;
    case 'unusable':
      return `unusable ${id.code} ${id.knownPrefix}`.trimEnd();
    default:
      return [id.kind, id.asSent, id.digits, ...id.repairs].join(' ');
  }
}

test.each([
  ['12 digits', '079095001234', 'citizen right 079095001234'],
  ['spaces around', ' 079095001234 ', 'citizen right 079095001234'],
  ['one zero lost', '79095001234', 'citizen wrong 079095001234 leading_zeros'],
  ['two zeros lost', '1095001234', 'citizen wrong 001095001234 leading_zeros'],
  ['11 digits of no province', '99095001234', 'unusable wrong_length 99095001234'],
  ['10 digits of no province', '3095001234', 'unusable wrong_length 3095001234'],
  ['10 digits, born after 2029', '1250001234', 'unusable wrong_length 1250001234'],
  ['11 digits with a zero in front are truncated', '07909500123', 'unusable wrong_length 07909500123'],
  ['CMND', '023456789', 'cmnd right 023456789'],
  ['CMND without its zero', '23456789', 'cmnd right 023456789 leading_zeros'],
  ['apostrophe of a spreadsheet', "'079095001234", 'citizen wrong 079095001234 separators_removed'],
  ['decimal', '79095001234.0', 'citizen wrong 079095001234 decimal_removed leading_zeros'],
  ['spaces inside', '079 095 001 234', 'citizen wrong 079095001234 separators_removed'],
  ['dots inside', '079.095.001.234', 'citizen wrong 079095001234 separators_removed'],
  ['dashes inside', '079-095-001-234', 'citizen wrong 079095001234 separators_removed'],
  ['thousands', '79,095,001,234', 'citizen wrong 079095001234 separators_removed leading_zeros'],
  ['full-width digits', '０７９０９５００１２３４', 'citizen wrong 079095001234 separators_removed'],
  ['O for 0', 'O79O95001234', 'citizen wrong 079095001234 letters_for_digits'],
  ['l and I for 1', '07909500l234', 'citizen wrong 079095001234 letters_for_digits'],
  ['O for 0 in a CMND', 'O23456789', 'cmnd wrong 023456789 letters_for_digits'],
  ['scientific, digits gone', '7.9095E+10', 'unusable scientific_notation 07909'],
  ['scientific, two zeros', '1.09500E+09', 'unusable scientific_notation 0010950'],
  ['scientific with a comma', '7,9095E+10', 'unusable scientific_notation 07909'],
  [
    'scientific, all digits there',
    '7.9095001234E+10',
    'citizen wrong 079095001234 separators_removed leading_zeros',
  ],
  ['phone', '0912345678', 'unusable phone_number'],
  ['phone with country code', '+84912345678', 'unusable phone_number'],
  ['phone with 84', '84912345678', 'unusable phone_number'],
  ['phone of before 2018', '01681234567', 'unusable phone_number'],
  ['passport', 'B1234567', 'passport right B1234567'],
  ['passport in small letters', 'b1234567', 'passport right B1234567'],
  ['Chinese passport', 'EA1234567', 'passport right EA1234567'],
  ['Korean passport', 'M123A4567', 'passport right M123A4567'],
  ['13 digits', '0790950012345', 'unusable wrong_length 079095001234'],
  ['few digits', '12', 'unusable wrong_length 12'],
  ['text', 'cháu bé', 'unusable not_a_number'],
  ['words that say there is none', 'không có', 'missing none'],
  ['the same without accents', 'Khong co CCCD', 'missing none'],
  ['only dashes', '---', 'missing none'],
  ['letters for many digits', 'OO1O53O1524O', 'citizen wrong 001053015240 letters_for_digits'],
  ['empty', '', 'missing none'],
  ['spaces', '  \u00a0', 'missing none'],
])('%s: %s', (_, raw, expected) => expect(read(raw)).toBe(expected));

test.each([
  [
    'man of Hồ Chí Minh City born 1995',
    '079095001234',
    { provinceCode: '79', sex: 'male', birthYear: 1995, plausible: true },
  ],
  [
    'woman of Hà Nội born 2004',
    '001304001234',
    { provinceCode: '01', sex: 'female', birthYear: 2004, plausible: true },
  ],
  ['born abroad', '101095001234', { provinceCode: '', sex: 'male', birthYear: 1995, plausible: true }],
  [
    'province 003 does not exist',
    '003095001234',
    { provinceCode: '', sex: 'male', birthYear: 1995, plausible: false },
  ],
  ['the future', '079250001234', { provinceCode: '79', sex: 'male', birthYear: 2050, plausible: false }],
  ['too short', '07909500123', { provinceCode: '', sex: 'unknown', birthYear: 0, plausible: false }],
] as const)('structure, %s', (_, digits, expected) => expect(idStructure(digits)).toEqual(expected));

test('a number of any province that lost its zeros is restored', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PROVINCES.map((province) => province.code)),
      fc.constantFrom('0', '1'),
      fc.integer({ min: 0, max: 99_999_999 }),
      (province, sex, rest) => {
        const digits = `0${province}${sex}${String(rest).padStart(8, '0')}`;
        expect(normalizePersonalId(String(Number(digits)))).toMatchObject({ kind: 'citizen', digits });
      },
    ),
  );
});

test('any text gives a value of the right shape', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: fc.constantFrom(..."0123456789.,-+' EeOlABC"), maxLength: 20 }),
  );
  fc.assert(
    fc.property(text, (raw) => {
      const id = normalizePersonalId(raw);
      if (id.kind === 'citizen') expect(id.digits).toMatch(/^[0-9]{12}$/);
      if (id.kind === 'cmnd') expect(id.digits).toMatch(/^[0-9]{9}$/);
      const sent = /^([0-9]{8}|[0-9]{9}|[0-9]{12})$/.test(raw.trim());
      if (sent) expect(id.asSent).toBe('right');
    }),
    { numRuns: 5000 },
  );
});
