import {
  canonicalTone,
  isFullSyllable,
  isPossibleSyllable,
  parseSyllable,
} from '../../src/normalize/syllable.js';

test.each([
  ['nguyễn', { onset: 'ng', rime: 'uyên', tone: 4 }],
  ['quốc', { onset: 'qu', rime: 'ôc', tone: 2 }],
  ['giếng', { onset: 'gi', rime: 'êng', tone: 2 }],
  ['gìn', { onset: 'g', rime: 'in', tone: 1 }],
  ['ý', { onset: '', rime: 'y', tone: 2 }],
  ['đặng', { onset: 'đ', rime: 'ăng', tone: 5 }],
  ['thạch', { onset: 'th', rime: 'ach', tone: 5 }],
] as const)('takes %s apart', (word, parts) => expect(parseSyllable(word)).toEqual(parts));

test.each([
  ['a vowel pair that does not exist', 'nguyeãn'],
  ['two tones', 'hòá'],
  ['a coda that does not exist', 'mohamad'],
  ['an onset that does not exist', 'ksor'],
  ['c before a front vowel', 'cên'],
  ['k before a back vowel', 'kương'],
  ['a stop with huyền', 'quồc'],
  ['a digit', 'lan2'],
  ['nothing', ''],
])('%s is no syllable: %s', (_, word) => expect(parseSyllable(word)).toBeNull());

test.each([
  ['accents lost', 'nguyen', true],
  ['accents lost, stop coda', 'phuc', true],
  ['half accented', 'phươc', true],
  ['foreign', 'mohamad', false],
  ['marker', 'k', false],
])('may stand as it is, %s: %s', (_, word, possible) => expect(isPossibleSyllable(word)).toBe(possible));

test('a full syllable with a stop carries its tone', () => {
  expect(isFullSyllable('phúc')).toBe(true);
  expect(isFullSyllable('phuc')).toBe(false);
});

test.each([
  ['thuỷ', 'thủy'],
  ['thủy', 'thủy'],
  ['hoà', 'hòa'],
  ['khoẻ', 'khỏe'],
  ['hoàng', 'hoàng'],
  ['quý', 'quý'],
  ['qúy', 'quý'],
  ['gía', 'giá'],
  ['cuả', 'của'],
  ['nguỹên', 'nguyễn'],
  ['thuở', 'thuở'],
  ['khuỷu', 'khuỷu'],
  ['ngoài', 'ngoài'],
  ['mùa', 'mùa'],
  ['phượng', 'phượng'],
  ['ksơr', 'ksơr'],
])('canonical place of the tone: %s is %s', (word, canonical) => expect(canonicalTone(word)).toBe(canonical));
