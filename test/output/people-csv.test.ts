import { peopleCsvRecord, withoutFormula } from '../../src/output/people-csv.js';

describe('what a spreadsheet could take for a formula', () => {
  test.each([
    ['a formula', '=HYPERLINK("x")', '\'=HYPERLINK("x")'],
    ['a phone number with its country', '+84912345678', "'+84912345678"],
    ['a minus', '-', "'-"],
    ['an old function', '@SUM(A1)', "'@SUM(A1)"],
    ['a tab in front', '\t=1', "'\t=1"],
    ['a carriage return in front', '\r=1', "'\r=1"],
    ['an ordinary text', 'Nguyễn Văn An', 'Nguyễn Văn An'],
    ['a sign further on', 'A=1', 'A=1'],
    ['nothing', '', ''],
  ])('%s', (_, text, safe) => {
    expect(withoutFormula(text)).toBe(safe);
  });

  test('is escaped before the field is quoted; numbers are left alone', () => {
    expect(peopleCsvRecord(['=A1,"x"', 7, '001185000011'])).toBe('"\'=A1,""x""",7,001185000011\r\n');
  });
});
