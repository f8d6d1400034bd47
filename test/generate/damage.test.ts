import { damageBirth } from '../../scripts/generate/damage-birth.js';
import { damageId } from '../../scripts/generate/damage-id.js';
import { civilDate, dayNumber } from '../../scripts/generate/dates.js';
import { decompose, misencode, stripAccents, swapTonePlacement } from '../../scripts/generate/letters.js';
import { Rng } from '../../scripts/generate/rng.js';

const rng = new Rng();
rng.seed(1, 2, 3);

describe('names', () => {
  test.each([
    ['TCVN3', 'Nguyễn Văn Tuấn', 0.1, 'NguyÔn V¨n TuÊn'],
    ['VNI', 'Bùi Văn Trúc', 0.4, 'Buøi Vaên Truùc'],
    ['UTF-8 read as cp1252', 'Lê Hà', 0.85, 'LÃª HÃ\u00a0'],
  ])('%s', (_rule, name, manner, expected) => {
    expect(misencode(name, manner, rng)).toBe(expected);
  });

  test('the Windows-1258 pattern is not NFC and composes to the name', () => {
    const name = 'Nguyễn Thị Phượng';
    expect(decompose(name, 0.1)).not.toBe(name);
    expect(decompose(name, 0.1).normalize('NFC')).toBe(name);
  });

  test.each([
    ['new style to old', 'Lê Thuỷ Hoà', 'Lê Thủy Hòa'],
    ['old style to new', 'Thúy', 'Thuý'],
    ['q keeps its u', 'Quý', 'Quý'],
    ['one style only with a final consonant', 'Hoàng', 'Hoàng'],
  ])('tone placement: %s', (_rule, name, expected) => {
    expect(swapTonePlacement(name)).toBe(expected);
  });

  test('accents are stripped, đ becomes d', () => {
    expect(stripAccents('Đỗ Thị Hường')).toBe('Do Thi Huong');
  });
});

describe('birth dates', () => {
  const born = { year: 1985, month: 3, day: 25 };
  test.each([
    ['a year typed into a date cell', 'birth_1905', '07/06/1905'],
    ['day and month exchanged', 'birth_swapped', '03/25/1985'],
    ['Excel serial', 'birth_serial', '31131'],
    ['two-digit year', 'birth_two_digit_year', '25/03/85'],
  ] as const)('%s', (_rule, kind, expected) => {
    expect(damageBirth(kind, born, rng, 0.1)).toBe(expected);
  });

  test('day numbers go both ways', () => {
    for (const days of [-25567, -1, 0, 59, 11016, 19000]) {
      const { year, month, day } = civilDate(days);
      expect(dayNumber(year, month, day)).toBe(days);
      expect(new Date(days * 86_400_000).toISOString().slice(0, 10)).toBe(
        `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      );
    }
  });
});

describe('IDs', () => {
  const sources = {
    card: '023456789',
    phone: '0901234567',
    relativeId: '',
    previousId: '001085000001',
    manner: 0.5,
  };
  test.each([
    ['stored as a number', 'id_lost_zeros', '1085123456', ['id_lost_zeros']],
    ['read as a decimal', 'id_decimal', '1085123456.0', ['id_lost_zeros', 'id_decimal']],
    ['shown in scientific notation', 'id_scientific', '1.0851E+9', ['id_scientific']],
    ['old card', 'id_cmnd', '023456789', ['id_cmnd']],
    ['no relative, no damage', 'id_relative', '001085123456', []],
  ] as const)('%s', (_rule, kind, expected, kinds) => {
    expect(damageId(kind, '001085123456', sources, rng)).toEqual({ text: expected, kinds: [...kinds] });
  });
});
