import fc from 'fast-check';
import { safeFileName, UniqueNames } from '../../src/output/file-name.js';

describe('a name that every system takes', () => {
  test.each([
    ['a code and a name stay as they are', '01D17 TYT Phường Ô Chợ Dừa', '01D17 TYT Phường Ô Chợ Dừa'],
    ['separators are no folders', 'TYT xã A/B\\C', 'TYT xã A B C'],
    ['what Windows forbids', 'TYT <Tân: "Phú"> | 2*?', 'TYT Tân Phú 2'],
    ['a name above the folder', '../../etc', 'etc'],
    ['dots and spaces at the ends', '  Bệnh viện K . . ', 'Bệnh viện K'],
    ['a reserved name', 'CON', '_CON'],
    ['a reserved name with an ending', 'aux.TYT', '_aux.TYT'],
    ['a reserved name with a number', 'Lpt1', '_Lpt1'],
    ['a word that begins like a reserved one', 'Conti', 'Conti'],
    ['letters in one form (NFC)', 'Tra\u0323m y te\u0302\u0301', 'Trạm y tế'],
    ['line breaks and invisible signs', 'TYT\u202e\r\nPhú\u200b Mỹ', 'TYT Phú Mỹ'],
    ['nothing left', ' ??? ', '_'],
    ['nothing at all', '', '_'],
  ])('%s', (_, text, name) => {
    expect(safeFileName(text)).toBe(name);
  });

  test('is short, and cut between letters', () => {
    const name = safeFileName('Ấ'.repeat(300));
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
    expect(name).toMatch(/^Ấ+$/);
  });

  test('for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const name = safeFileName(text);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{C}]/u);
        expect(name).not.toMatch(/^[\s.]|[\s.]$/u);
        expect(name.length).toBeGreaterThan(0);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(181);
        expect(name).toBe(name.normalize('NFC'));
      }),
    );
  });
});

test('no name is given twice, whatever its case', () => {
  const names = new UniqueNames();
  const given = ['TYT A', 'tyt a', 'TYT A', 'TYT A (2)', 'TYT B'].map((name) => names.unique(name));
  expect(given).toEqual(['TYT A', 'tyt a (2)', 'TYT A (3)', 'TYT A (2) (2)', 'TYT B']);
});
