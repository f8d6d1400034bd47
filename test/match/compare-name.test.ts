import fc from 'fast-check';
import type { NameLevel } from '../../src/domain/decision.js';
import { compareNames } from '../../src/match/compare-name.js';
import { isCloseWord } from '../../src/match/name-words.js';
import { normalizeName } from '../../src/normalize/name.js';

function levelOf(record: string, person: string): NameLevel {
  return compareNames(normalizeName(record), normalizeName(person));
}

/** rule, as the facility wrote it, as the registry has it, level */
const CASES: readonly (readonly [string, string, string, NameLevel])[] = [
  ['the same', 'Nguyễn Văn An', 'Nguyễn Văn An', 'exact'],
  ['capitals', 'NGUYỄN VĂN AN', 'Nguyễn Văn An', 'exact'],
  ['tone placement uỷ, ủy', 'Trần Thị Thuỷ', 'Trần Thị Thủy', 'exact'],
  ['tone placement oà, òa', 'Lê Hoà', 'Lê Hòa', 'exact'],
  ['tone placement uý, úy', 'Phạm Quý', 'Phạm Qúy', 'exact'],
  ['composed and decomposed', 'Nguyễn Thị Diễm'.normalize('NFD'), 'Nguyễn Thị Diễm', 'exact'],
  ['the same name without accents', 'Le An', 'Le An', 'exact'],
  ['glued words', 'NguyễnVăn An', 'Nguyễn Văn An', 'exact'],
  ['one word', 'Hương', 'Hương', 'exact'],

  ['accents missing', 'NGUYEN VAN DINH', 'Nguyễn Văn Đính', 'accents_missing'],
  ['đ as d', 'Dang Thi Dao', 'Đặng Thị Đào', 'accents_missing'],
  ['one word without accents', 'Huong', 'Hương', 'accents_missing'],
  ['glued and without accents', 'nguyenvanan', 'Nguyễn Văn An', 'accents_missing'],

  ['another tone: Đính, Đình', 'Nguyễn Văn Đính', 'Nguyễn Văn Đình', 'given_accent_differs'],
  ['hỏi and ngã', 'Đổ Thị Lan', 'Đỗ Thị Lan', 'accents_differ'],
  ['some accents missing', 'Nguyen Văn An', 'Nguyễn Văn An', 'accents_differ'],
  ['another vowel: Ân, An', 'Lê Thị Ân', 'Lê Thị An', 'given_accent_differs'],
  ['d and đ', 'Nguyễn Thị Dung', 'Nguyễn Thị Đung', 'given_accent_differs'],

  ['given name first', 'An Nguyễn Văn', 'Nguyễn Văn An', 'reordered'],
  ['all words backwards', 'Lan Thị Nguyễn', 'Nguyễn Thị Lan', 'reordered'],
  ['given name first, no accents', 'Lan Tran Thi', 'Trần Thị Lan', 'reordered'],

  ['a title that may be a name, in front', 'Út Nguyễn Văn An', 'Nguyễn Văn An', 'extra_word'],
  ['a word behind', 'Trần Thị Lan Em', 'Trần Thị Lan', 'close_given'],

  ['initials with dots', 'Ng. T. Lan', 'Nguyễn Thị Lan', 'abbreviated'],
  ['initials without spaces', 'N.T.Lan', 'Nguyễn Thị Lan', 'abbreviated'],
  ['only the middle name', 'Nguyễn T. Lan', 'Nguyễn Thị Lan', 'abbreviated'],
  ['an initial of another word', 'Ng. V. Lan', 'Nguyễn Thị Lan', 'partial'],
  ['the given name is never an initial', 'Nguyễn Thị L.', 'Nguyễn Thị Lan', 'different'],

  ['middle name dropped', 'Nguyễn An', 'Nguyễn Văn An', 'middle_dropped'],
  ['one of two middle names dropped', 'Nguyễn Thị Lan', 'Nguyễn Thị Ngọc Lan', 'middle_dropped'],
  ['middle name added', 'Nguyễn Thị Ngọc Lan', 'Nguyễn Thị Lan', 'middle_dropped'],
  ['middle name dropped, no accents', 'Nguyen Lan', 'Nguyễn Thị Lan', 'middle_dropped'],

  ['s and x in the middle', 'Lê Suân Hùng', 'Lê Xuân Hùng', 'close'],
  ['ch and tr in the middle', 'Lê Chung An', 'Lê Trung An', 'close'],
  ['final n and ng in the middle', 'Phạm Hoàn Nam', 'Phạm Hoàng Nam', 'close'],
  ['i and y in the surname', 'Lí Văn An', 'Lý Văn An', 'close'],
  ['a letter of the surname lost', 'Nguyễ Văn An', 'Nguyễn Văn An', 'close'],
  ['a close word and accents missing', 'TRAN SUAN HUNG', 'Trần Xuân Hùng', 'close'],

  ['given name, i and y', 'Nguyễn Thị Vi', 'Nguyễn Thị Vy', 'close_given'],
  ['given name, s and x', 'Trần Văn Sinh', 'Trần Văn Xinh', 'close_given'],
  ['given name, ch and tr', 'Lê Văn Chung', 'Lê Văn Trung', 'close_given'],
  ['given name, l and n', 'Phạm Thị Lụa', 'Phạm Thị Nụa', 'close_given'],
  ['given name, d and gi', 'Lê Thị Dang', 'Lê Thị Giang', 'close_given'],
  ['given name, final n and ng', 'Nguyễn Văn Thắn', 'Nguyễn Văn Thắng', 'close_given'],
  ['given name, final t and c', 'Nguyễn Văn Biết', 'Nguyễn Văn Biếc', 'close_given'],
  [
    'given name, two letters exchanged: no syllable, so no other name',
    'Nguyen Thi Hnog',
    'Nguyễn Thị Hồng',
    'close',
  ],
  ['given name mistyped into another name', 'Nguyễn Thị Hằng', 'Nguyễn Thị Hạnh', 'close_given'],
  ['given name of another language mistyped', 'Y Blôk', 'Y Blôc', 'close_given'],
  ['given name and accents missing', 'TRAN VAN SINH', 'Trần Văn Xinh', 'close_given'],

  ['another middle name', 'Nguyễn Thị Lan', 'Nguyễn Văn Lan', 'partial'],
  ['another surname', 'Trần Văn An', 'Nguyễn Văn An', 'partial'],
  ['only the given name', 'An', 'Nguyễn Văn An', 'partial'],
  ['two close words', 'Lê Văn Sinh', 'Lý Văn Xinh', 'two_slips'],
  ['a slip and an initial', 'Nguyễn T Hooa', 'Nguyễn Thị Hoa', 'two_slips'],
  ['a slip and a middle name dropped', 'Lê Chang', 'Lê Kiều Trang', 'two_slips'],
  ['given name first and a middle name dropped', 'Thư Đinh', 'Đinh Quỳnh Thư', 'two_slips'],
  ['c and qu', 'Huỳnh Cốc Thư', 'Huỳnh Quốc Thư', 'close'],
  ['three close words are too many', 'Lê Vưn Sinh', 'Lý Văn Xinh', 'different'],
  ['no word in common', 'Lý Sinh', 'Lê Xinh', 'different'],
  ['given name first, and taken for a form of address', 'Anh Đặng Vũ Tú', 'Đặng Vũ Tú Anh', 'reordered'],
  ['two forms of address', 'Cháu bé Nguyễn Đình Tùng', 'Nguyễn Đình Tùng', 'exact'],

  ['another given name', 'Nguyễn Văn An', 'Nguyễn Văn Hùng', 'different'],
  ['nothing in common', 'Trần Thị Lan', 'Phạm Quốc Tuấn', 'different'],
  ['one word, another', 'Hương', 'Liên', 'different'],
  ['one word is never close', 'Sinh', 'Xinh', 'different'],

  ['no name in the record', '', 'Nguyễn Văn An', 'missing'],
  ['a word for nothing', 'không rõ', 'Nguyễn Văn An', 'missing'],
  ['only digits', '0912345678', 'Nguyễn Văn An', 'missing'],

  ['Ê-đê, apostrophe forms', 'H’Hen Niê', "H'Hen Niê", 'exact'],
  ['Ê-đê, accents missing', 'Y Bhiang Nie', 'Y Bhiăng Niê', 'accents_missing'],
  ['Gia Rai, accents missing', 'Ro Cham Ngan', 'Rơ Châm Ngăn', 'accents_missing'],
  ['Khmer', 'Thach Sa Ray', 'Thạch Sa Rây', 'accents_missing'],
  ['Mông', 'Giàng A Páo', 'Giàng A Pao', 'given_accent_differs'],
  ['Ê-đê woman and man', "H'Thun Êban", 'Y Thun Êban', 'partial'],
  ['one-letter words are words', 'Y Thun Êban', 'Y Êban', 'middle_dropped'],
];

test.each(CASES)('%s: %s / %s', (_, record, person, level) => {
  expect(levelOf(record, person)).toBe(level);
});

test('an abbreviation counts only on the side of the record', () => {
  expect(levelOf('Nguyễn Thị Lan', 'N T Lan')).toBe('partial');
});

/** rule, the two words */
const CLOSE_WORDS: readonly (readonly [string, string, string])[] = [
  ['i and y', 'vi', 'vy'],
  ['s and x', 'son', 'xon'],
  ['ch and tr', 'chung', 'trung'],
  ['l and n', 'lam', 'nam'],
  ['d and gi', 'dang', 'giang'],
  ['d and r', 'dung', 'rung'],
  ['v and gi', 'vang', 'giang'],
  ['n and ng', 'lan', 'lang'],
  ['n and nh', 'an', 'anh'],
  ['t and c', 'biet', 'biec'],
  ['ch and t', 'bich', 'bit'],
];

test.each(CLOSE_WORDS)('close words, %s: %s %s', (_, a, b) => {
  expect(isCloseWord(a, b)).toBe(true);
  expect(isCloseWord(b, a)).toBe(true);
});

test.each([
  ['two slips', 'thanh', 'thong'],
  ['a confused start and a confused end', 'chan', 'trang'],
  ['other words', 'lan', 'hung'],
])('words that are not close, %s: %s %s', (_, a, b) => {
  expect(isCloseWord(a, b)).toBe(false);
});

const WORDS = [
  'Nguyễn',
  'Trần',
  'Thị',
  'Văn',
  'Ngọc',
  'Lan',
  'Đính',
  'Đình',
  'Hoà',
  'Hòa',
  'An',
  "H'Hen",
  'Y',
];
const names = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 })
  .map((words) => normalizeName(words.join(' ')));

test('a name compared with itself is exact', () => {
  fc.assert(fc.property(names, (name) => compareNames(name, name) === 'exact'));
});

test('a name compared with itself without accents differs only in accents', () => {
  fc.assert(
    fc.property(names, (name) => {
      const level = compareNames(normalizeName(name.folded.join(' ')), name);
      return level === 'exact' || level === 'accents_missing';
    }),
  );
});

/** Levels that the two sides can exchange; an abbreviation or an extra word is the record's alone. */
test('both directions agree on what is exact', () => {
  fc.assert(
    fc.property(names, names, (a, b) => {
      expect(compareNames(a, b) === 'exact').toBe(compareNames(b, a) === 'exact');
    }),
  );
});
