import fc from 'fast-check';
import { encodeText, type StoredEncoding } from '../../scripts/inputs/encode-legacy.js';
import type { ByteEncoding } from '../../src/domain/text-encoding.js';
import { judgeEncoding } from '../../src/normalize/judge-encoding.js';
import { textOfBytes } from '../../src/normalize/legacy-bytes.js';
import { ACCENTED_LETTERS } from '../../src/normalize/letters.js';

const VIETNAMESE: readonly ByteEncoding[] = ['windows-1258', 'tcvn3', 'vni', 'viscii'];
const NAMES = [
  'Nguyễn Thị Hoà', 'Trần Văn Tỵ', 'Lê Hoàng Minh Quân', 'Phạm Thị Thu Hằng', 'Võ Đình Khôi', 'Đặng Thị Mỹ Duyên',
  'Huỳnh Ngọc Ẩn', 'Bùi Thị Xuyến', 'Đỗ Hữu Nghĩa', 'Lý Thường Kiệt', 'Dương Văn Được', 'Ngô Thị Ngợi', 'Phan Ỷ Lan',
  'Vũ Trọng Phụng', 'Hồ Xuân Hương', 'Tạ Quang Bửu', 'Cao Bá Quát', 'Âu Dương Lân', 'Ông Thị Út', 'Ưng Hoàng Phúc',
]; // biome-ignore format: a list

describe('every letter of every encoding, as the reference table has it', () => {
  const letters = ACCENTED_LETTERS.flatMap((letter) => [letter, letter.toUpperCase()]);
  test.each(VIETNAMESE)('%s', (encoding) => {
    for (const letter of letters) {
      const word = `b${letter}c`;
      expect(textOfBytes(encodeText(word, encoding), encoding)).toBe(word);
    }
  });

  test.each<[rule: string, stored: string, encoding: StoredEncoding, read: string]>([
    ['a font draws small letters as capitals', 'NGUYỄN THỊ ĐÀO', 'tcvn3-capital-font', 'NGUYỄN THỊ ĐÀO'],
    ['one capital and a small letter stay as they are', 'Lý Ổn', 'tcvn3', 'Lý Ổn'],
    ['capitals doubled: the letter and its small one with the tone', 'NGUYỄN ẤN', 'tcvn3', 'NGUYỄN ẤN'],
    [
      'one letter of ASCII: nobody can tell, and no name depends on it',
      'TỔ 5 ẤP 3',
      'tcvn3-capital-font',
      'Tổ 5 ẤP 3',
    ],
    ['two letters in a row with marks', 'ƯỚC MƯỜI', 'vni', 'ƯỚC MƯỜI'],
    ['composed', 'Nguyễn Thị Hường', 'windows-1258', 'Nguyễn Thị Hường'],
  ])('%s', (_, stored, encoding, read) => {
    const as = encoding === 'tcvn3-capital-font' ? 'tcvn3' : (encoding as ByteEncoding);
    expect(textOfBytes(encodeText(stored, encoding), as)).toBe(read);
    expect(read.normalize('NFC')).toBe(read);
  });

  test.each([...VIETNAMESE, 'windows-1252' as const])(
    'no byte is lost, and ASCII is ASCII: %s',
    (encoding) => {
      const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      // Twice in VISCII: it gives Õ two places.
      const characters = [...all].map((byte) => textOfBytes(Uint8Array.of(0x7c, byte), encoding));
      expect(characters.every((text) => text.length === 2)).toBe(true);
      const ascii = all.filter((byte) => byte >= 0x20 && byte < 0x7f);
      expect(textOfBytes(ascii, encoding)).toBe(String.fromCharCode(...ascii));
    },
  );
});

describe('the words say which encoding it is', () => {
  test.each<StoredEncoding>([...VIETNAMESE, 'tcvn3-capital-font'])('%s', (encoding) => {
    const text = NAMES.join('\n');
    const verdict = judgeEncoding(
      encodeText(encoding.endsWith('font') ? text.toUpperCase() : text, encoding),
    );
    expect(verdict).toMatchObject({ kind: 'decided', encoding: encoding.replace('-capital-font', '') });
  });

  test('undecided rather than wrong, however few the names', () => {
    const names = fc.array(fc.constantFrom(...NAMES), { minLength: 0, maxLength: 8 });
    const encodings = fc.constantFrom<StoredEncoding>(...VIETNAMESE, 'tcvn3-capital-font', 'windows-1252');
    fc.assert(
      fc.property(names, encodings, (lines, encoding) => {
        const verdict = judgeEncoding(encodeText(lines.join('\n'), encoding));
        return verdict.kind === 'open' || encoding.startsWith(verdict.encoding);
      }),
      { numRuns: 500 },
    );
  });

  test.each<[rule: string, bytes: Buffer]>([
    ['no word', Buffer.from('')],
    ['ASCII', Buffer.from('NGUYEN VAN AN')],
    ['one word', encodeText('Nguyễn', 'vni')],
    ['letters lost in Windows-1252', encodeText(NAMES.join('\n'), 'windows-1252')],
    ['French', Buffer.from('Hélène Çelik Noël Zoé André François Gérard Désirée Éloïse Benoît Irène', 'latin1')],
    ['half VNI, half TCVN3', Buffer.concat([encodeText(NAMES.join('\n'), 'vni'), encodeText(NAMES.join('\n'), 'tcvn3')])],
    ['a picture', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * i * 31 + i * 7) % 256))],
  ])('no guess: %s', (_, bytes) => {
    expect(judgeEncoding(bytes).kind).toBe('open');
  }); // biome-ignore format: a table
});
