import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { normalizeName } from '../../src/normalize/name.js';

type Row = Readonly<Record<string, string>>;

function read(name: string): string {
  return readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');
}
const ROWS: readonly Row[] = parse(read('reference-encodings.csv'), {
  columns: true,
  bom: true,
  quote: null,
});
const WORDS = [
  ...new Set(
    `${read('surnames.txt')}\n${read('middle-and-given-names.txt')}`
      .normalize('NFC')
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== ''),
  ),
];
/** Syllables for letters that no frequent name holds. */
const RARE =
  'sẵn bẽn xẻ mẫn sẫm khèn thể hiển chỉnh tỉnh sỏi đỏ sở nở bổ cổ ngỡ dỡ bợ kỵ mỵ tẹo bẩy cẩn bẳng cặn lẳng hở ghẹ chẽn hẻo bé kén có kỷ tỷ'.split(
    ' ',
  );

const windows1252 = new TextDecoder('windows-1252');
const bytes = (text: string) => windows1252.decode(Buffer.from(text, 'hex'));
const codePoints = (text: string) =>
  String.fromCodePoint(...text.split(' ').map((code) => Number.parseInt(code, 16)));
const escapes = (text: string) =>
  text.replace(/\\x(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Columns of the table, how a cell is read, and letters that their code cannot tell from another. */
const COLUMNS: readonly (readonly [column: string, decode: (cell: string) => string, ambiguous: string])[] = [
  ['nfd', codePoints, ''],
  // ỹ has the code of ì: Mì is a syllable as well.
  ['vni_windows_as_cp1252', String, 'ỹỸ'],
  ['tcvn3_abc_as_cp1252', String, ''],
  ['tcvn3_in_H_font(.VnTimeH)_as_cp1252', String, ''],
  // Õ is a no-break space: at the end of a word it is gone.
  ['viscii_byte_hex', bytes, 'Õ'],
  ['cp1258_bytes_hex', bytes, ''],
  ['cp1258_unicode_sequence', codePoints, ''],
  ['viqr', String, ''],
  ['telex_keys', String, ''],
  ['vni_keys', String, ''],
  // The last byte is U+FFFD: several letters share what is left (Hỏa, Họa; BÁCH, BÍCH).
  ['mojibake_utf8_read_as_cp1252', String, 'ỏọÁÍÝỐ'],
  ['mojibake_utf8_read_as_latin1_escaped', escapes, ''],
];

function carriers(letter: string): string[] {
  const own = WORDS.filter((word) => word.includes(letter)).slice(0, 5);
  return own.length > 0 ? own : RARE.filter((word) => word.includes(letter));
}

function titleCase(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

test('the table holds all 134 letters', () => expect(ROWS).toHaveLength(134));

test('every letter has a syllable', () => {
  expect(ROWS.filter(({ char = '' }) => carriers(char.toLowerCase()).length === 0)).toEqual([]);
});

describe.each(COLUMNS)('%s', (column, decode, ambiguous) => {
  const codes = new Map(ROWS.map((row) => [row.char, decode(row[column] ?? '')]));
  const encode = (text: string) => [...text].map((letter) => codes.get(letter) ?? letter).join('');

  test.each(ROWS.map(({ char = '' }) => char).filter((char) => !ambiguous.includes(char)))('%s', (char) => {
    const small = char === char.toLowerCase();
    for (const word of carriers(char.toLowerCase())) {
      for (const front of ['Nguyễn Văn', 'Trần Thị']) {
        const name = `${front} ${titleCase(word)}`;
        const written = small ? `${front} ${word}` : name.toUpperCase();
        expect(normalizeName(encode(written)).tokens).toEqual(normalizeName(name).tokens);
      }
    }
  });

  test('an ambiguous letter damages no other word', () => {
    const words = [...ambiguous].flatMap((char) =>
      carriers(char.toLowerCase()).map((word) => [char, word] as const),
    );
    for (const [char, word] of words) {
      const name = `Nguyễn Văn ${titleCase(word)}`;
      const written = char === char.toLowerCase() ? `Nguyễn Văn ${word}` : name.toUpperCase();
      const found = normalizeName(encode(written)).tokens;
      expect(found.slice(0, 2)).toEqual(['nguyễn', 'văn']);
      expect(found).toHaveLength(3);
    }
  });
});

test.each([
  ['VNI ë alone is ỷ', 'Nguyeãn Vaên Kë', 'Nguyễn Văn Kỷ'],
  ['VNI aë is ặ', 'Nguyeãn Thò Haëng', 'Nguyễn Thị Hặng'],
  ['real VNI yû', 'Nguyeãn Vaên Kyû', 'Nguyễn Văn Kỷ'],
  ['VNI ì is ỹ where only ỹ makes a syllable', 'Traàn Vaên Huình', 'Trần Văn Huỹnh'],
  ['VNI ì stays where it makes one', 'Traàn Vaên Thìn', 'Trần Văn Thìn'],
  ['VIQR tones alone, frequent words', 'Pha.m Thi. Ha`', 'Phạm Thị Hà'],
  ['a dot of an abbreviation is none', 'Tr. V. Lan', 'Tr V Lan'],
  ['dots between words are none', 'le.thi.lan', 'Le Thi Lan'],
  ['brackets are notes', 'Trần Thị Hoa(Lan)', 'Trần Thị Hoa'],
  ['an upper-case syllable with a cp1258 mark is not cut', 'LÊ ÐiÌnh An', 'Lê Đình An'],
  ['Ð proves Windows-1258', 'Mai Ðãng Vinh', 'Mai Đăng Vinh'],
])('%s: %s', (_, written, name) => expect(normalizeName(written).display).toBe(name));
