import {
  formatBytes,
  formatDate,
  formatDecimal,
  formatInteger,
  formatShare,
} from '../../src/report/number-format.js';

describe('formatInteger', () => {
  test.each([
    [0, 'vi', '0'],
    [999, 'vi', '999'],
    [1000, 'vi', '1.000'],
    [76_625_823, 'vi', '76.625.823'],
    [-1234, 'vi', '-1.234'],
    [1_234_567, 'en', '1,234,567'],
  ] as const)('%d in %s is %s', (value, lang, expected) => {
    expect(formatInteger(value, lang)).toBe(expected);
  });
});

describe('formatShare', () => {
  test.each([
    ['the published share of right records', 51_493_286, 73_112_823, 'vi', '70,4\u00a0%'],
    ['English has a point and no space', 19_039_997, 73_112_823, 'en', '26.0%'],
    ['all', 5, 5, 'vi', '100,0\u00a0%'],
    ['none', 0, 5, 'vi', '0,0\u00a0%'],
    ['a few are never none', 1, 1_000_000, 'vi', '<0,1\u00a0%'],
    ['nearly all are never all', 999_999, 1_000_000, 'en', '>99.9%'],
    ['of nothing', 0, 0, 'vi', '–'],
  ] as const)('%s', (_rule, part, whole, lang, expected) => {
    expect(formatShare(part, whole, lang)).toBe(expected);
  });
});

test.each([
  [0.999, 4, 'vi', '0,999'],
  [12.5, 1, 'en', '12.5'],
  [1024, 0, 'vi', '1.024'],
  [3, 2, 'en', '3'],
] as const)('formatDecimal(%d, %d, %s) is %s', (value, places, lang, expected) => {
  expect(formatDecimal(value, places, lang)).toBe(expected);
});

test.each([
  ['2022-05-05', '05/05/2022'],
  ['2022-06-01', '01/06/2022'],
])('formatDate(%s) is %s', (iso, expected) => {
  expect(formatDate(iso)).toBe(expected);
});

test.each([
  [0, '0\u00a0byte'],
  [999, '999\u00a0byte'],
  [1_234_567, '1,2\u00a0MB'],
  [8e12, '8\u00a0TB'],
])('formatBytes(%d) is %s', (bytes, expected) => {
  expect(formatBytes(bytes, 'vi')).toBe(expected);
});
