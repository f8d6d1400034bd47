import { normalizeName } from '../../src/normalize/name.js';

/** rule, as written, display */
const CASES: readonly (readonly [string, string, string])[] = [
  ['already clean', 'Nguyễn Văn An', 'Nguyễn Văn An'],
  ['all capitals', 'NGUYỄN THỊ THUỶ', 'Nguyễn Thị Thuỷ'],
  ['all small letters', 'trần thị lan', 'Trần Thị Lan'],
  ['bad title case', 'tRẦN thỊ LaN', 'Trần Thị Lan'],
  ['no accents stay so', 'NGUYEN VAN DINH', 'Nguyen Van Dinh'],
  ['several spaces and tabs', '  Nguyễn \t Văn   An ', 'Nguyễn Văn An'],
  ['no-break spaces', 'Nguyễn\u00a0Văn\u00a0An', 'Nguyễn Văn An'],
  ['NFD', 'Nguyễn Thị Diễm'.normalize('NFD'), 'Nguyễn Thị Diễm'],
  ['Windows-1258 pattern', 'Nguyê\u0303n Thi\u0323 Hươ\u0300ng', 'Nguyễn Thị Hường'],
  ['tone before circumflex', 'Nguye\u0303\u0302n An', 'Nguyễn An'],
  ['zero-width characters', 'Nguyễn\u200b Văn\ufeff An', 'Nguyễn Văn An'],
  ['soft hyphen that means nothing', 'Nguyễn Lan\u00ad Anh', 'Nguyễn Lan Anh'],
  ['full-width letters', 'Ｌê Ｖăn An', 'Lê Văn An'],
  ['look-alike U+00D0', 'Ðặng Thị Thu', 'Đặng Thị Thu'],
  ['look-alike U+0189', 'Ɖinh Văn Long', 'Đinh Văn Long'],
  ['Cyrillic look-alikes', 'Тrần Văn Аn', 'Trần Văn An'],
  ['VNI beside Unicode', 'Buøi Văn Truùc', 'Bùi Văn Trúc'],
  ['VNI throughout', 'Nguyeãn Thò Myõ Leä', 'Nguyễn Thị Mỹ Lệ'],
  ['VNI capitals', 'NGUYEÃN THÒ HOÀNG', 'Nguyễn Thị Hồng'],
  ['VNI Thị alone', 'Đào Thò Thư', 'Đào Thị Thư'],
  ['TCVN3', 'NguyÔn V¨n §øc', 'Nguyễn Văn Đức'],
  ['TCVN3 with words that are possible as they stand', 'Vò V¨n Dòng', 'Vũ Văn Dũng'],
  ['TCVN3 ư is the soft hyphen', 'Ph¹m Nh\u00ad Quúnh', 'Phạm Như Quỳnh'],
  ['TCVN3 small capitals font', 'TRÇN THÞ HåNG', 'Trần Thị Hồng'],
  ['VISCII', 'Nguy\u00adn Vån Phß½ng', 'Nguyễn Văn Phương'],
  ['VISCII Õ is the no-break space', 'V\u00a0 VÅN', 'Võ Văn'],
  ['Windows-1258 read as Windows-1252', 'NguyêÞn Vãn Ðýìc', 'Nguyễn Văn Đức'],
  ['UTF-8 read as Windows-1252', 'Nguyá»…n VÄƒn An', 'Nguyễn Văn An'],
  ['mis-read à holds a no-break space', 'HÃ\u00a0 Anh', 'Hà Anh'],
  ['mis-read and a byte lost', 'Nguyá»…n VÄƒn Há»\ufffdc', 'Nguyễn Văn Học'],
  ['Telex', 'Nguyeenx Thij Hoaf', 'Nguyễn Thị Hòa'],
  ['Telex in one word', 'Nguyễn Vawn An', 'Nguyễn Văn An'],
  ['VNI keys', 'Nguye6n4 Thi5 D9ie6m3', 'Nguyễn Thị Điểm'],
  ['title', 'Bà Nguyễn Thị Lan', 'Nguyễn Thị Lan'],
  ['title and note', 'Cháu Trần Văn Bé (mẹ Lan)', 'Trần Văn Bé'],
  ['Ông as a surname', 'Ông Cao Thắng', 'Ông Cao Thắng'],
  ['Anh as a given name in front', 'Anh Tuấn Nguyễn', 'Anh Tuấn Nguyễn'],
  ['Bé as a name', 'Nguyễn Thị Bé', 'Nguyễn Thị Bé'],
  ['phone in the name', 'Nguyễn Văn An - 0912345678', 'Nguyễn Văn An'],
  ['birth year in brackets', 'Nguyễn Văn An (1985)', 'Nguyễn Văn An'],
  ['birth year with a label', 'Nguyễn Văn An SN 1985', 'Nguyễn Văn An'],
  ['date in the name', 'Nguyễn Văn An 12/03/1985', 'Nguyễn Văn An'],
  ['Năm is a name', 'Nguyễn Văn Năm 1985', 'Nguyễn Văn Năm'],
  ['number of a namesake', 'Trần Thị Lan2', 'Trần Thị Lan'],
  ['tail behind a dash', 'Nguyễn Thị Lan - mẹ Hoa', 'Nguyễn Thị Lan'],
  ['glued at a capital', 'NguyễnVăn An', 'Nguyễn Văn An'],
  ['glued without accents', 'nguyenvanan', 'Nguyen Van An'],
  ['glued with accents', 'Đồngthị Lan', 'Đồng Thị Lan'],
  ['abbreviations are words', 'Ng. T. Lan', 'Ng T Lan'],
  ['abbreviations without spaces', 'N.V.An', 'N V An'],
  ['hyphens', 'Nguyễn-Văn-An', 'Nguyễn Văn An'],
  ['lost letter keeps the word', 'Nguy?n An', 'Nguyn An'],
  ['apostrophe forms', 'H’Hen Niê', "H'Hen Niê"],
  ['marker with a space', "H' Hen Niê", "H'Hen Niê"],
  ['no name', '  ', ''],
  ['a word for nothing', 'không rõ', ''],
  ['only punctuation', '-', ''],
];

test.each(CASES)('%s: %s', (_, raw, display) => {
  const name = normalizeName(raw);
  expect(name.display).toBe(display);
  expect(name.tokens).toHaveLength(name.folded.length);
});

/** Correct names that look odd: ethnic minorities, foreigners, names that are also a damaged word. */
const UNHARMED = [
  'Y Thun Êban',
  'Y Bhiăng Mlô Duôn Du',
  "H'Linh Mlô",
  'Siu Blơ',
  "Rơ Châm H'Ngan",
  'Ksor Phước',
  'Nay Rơ Mah',
  "K'Brêu",
  'Ka Sum',
  "Ka' Nhổi",
  "K' Văn Tuấn",
  'Cil Păng Ting',
  'A Phiên',
  'Y Vêng',
  'Thạch Sa Rây',
  'Neáng Kanh',
  'Chau Sóc Kim',
  'Giàng A Páo',
  'Moong Văn Nghệ',
  'Voòng A Sáng',
  'Kră Jăn',
  'Ayŭn Bkrông',
  'Loïc Dupont',
  'Noor Mohamad',
  'Lee Min Ho',
  'Hans Müller',
  'Max Weber',
  'José Núñez',
  'Maria Anna',
  'Nguyễn Hoàng Lan',
  'Trần Max Hùng',
  'Lã Thị Õ',
  'Bế Văn Đàn',
];

test.each(['Ông', 'Cô', 'Chú', 'Ong', 'Ba'])('%s is a surname as well and stays', (word) => {
  expect(normalizeName(`${word} Nguyễn Văn An`)).toMatchObject({
    display: `${word} Nguyễn Văn An`,
    repairs: [],
  });
});

test.each(['#N/A', '#REF!', ' #NAME? ', '#VALUE!', '#DIV/0!'])(
  '%s is an error of a spreadsheet, not a name',
  (raw) => {
    expect(normalizeName(raw).tokens).toEqual([]);
  },
);

test.each(UNHARMED)('stays as it is: %s', (raw) => {
  expect(normalizeName(raw)).toMatchObject({ display: raw, repairs: [] });
});

/** as written, the repairs reported */
const REPAIRS: readonly (readonly [string, readonly string[]])[] = [
  ['Nguyễn An', []],
  ['Nguyễn An'.normalize('NFD'), ['unicode_form']],
  ['Nguyễn\u200b An', ['invisible_characters']],
  ['Ðặng An', ['lookalike_letter']],
  ['NguyÔn V¨n An', ['legacy_encoding']],
  ['Nguyá»…n An', ['mojibake']],
  ['Nguyeenx An', ['keystrokes']],
  ['Bà Nguyễn Thị Lan', ['title_removed']],
  ['Nguyễn An (con)', ['note_removed']],
  ['NguyễnVăn An', ['glued_words_split']],
  ['Nguy?n Văn An', ['letter_lost']],
  ['Nguyễn V\ufffdn An', ['letter_lost']],
  ['Nguyễn Văn Tö', ['undecoded']],
  ['Nguye^~n Va(n An', ['legacy_encoding']],
];

test.each(REPAIRS)('reports what it repaired: %s', (raw, repairs) => {
  expect(normalizeName(raw).repairs).toEqual(repairs);
});

test('tone placement makes no difference to the words', () => {
  expect(normalizeName("Cil K'Thuỷ").tokens).toEqual(normalizeName("Cil K'Thủy").tokens);
  expect(normalizeName('Hoà Thuỷ Khoẻ Quý').tokens).toEqual(normalizeName('Hòa Thủy Khỏe Qúy').tokens);
});

test('says whether accents were written', () => {
  expect(normalizeName('Tran Lan Anh').accented).toBe(false);
  expect(normalizeName('Trần Lan Anh').accented).toBe(true);
  expect(normalizeName('Đoan').accented).toBe(true);
});
