import { parse } from 'csv-parse/sync';
import { listSheet, read } from './make-workbook.js';

/** Styles of the test: see FORMATS. */
const FORMATS = [
  'dd/mm/yyyy',
  '000000000000',
  '[$-42A]d\\ "tháng" m\\ yyyy',
  'h:mm',
  '"0"#########',
  '0.00E+00',
  '#,##0',
  'yyyy',
  '[Red]0.00;"-"0',
  '@',
];
const [DATE, PADDED, LONG_DATE, TIME, PHONE, SCIENTIFIC, THOUSANDS, YEAR, MONEY, TEXT] = FORMATS.map((_, i) => i + 1); // biome-ignore format: a table
const BUILT_IN_DATE = FORMATS.length + 1;
const STRINGS =
  '<si><t>Nguyễn Thị Hoà</t></si>' +
  '<si><r><rPr><b/></rPr><t>Lê </t></r><r><t xml:space="preserve">Văn </t></r><r><t>Bình</t></r></si>' +
  '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>' +
  '<si><t/></si>' +
  '<si><t>một_x000D_\nhai</t></si>' +
  '<si><t>_x005F_x000D_</t></si>' +
  '<si><t>A &amp; B &lt;C&gt; &#272;&#x1EA1;i &quot;x&quot;</t></si>' +
  '<si><t xml:space="preserve">  hai dấu cách  </t></si>' +
  '<si><t><![CDATA[a<b>&amp;]]></t></si>';

/** The text of a cell in a list. */
async function cell(xml: string, workbookPr = ''): Promise<string> {
  const rows = `<row r="2"><c t="inlineStr"><is><t>Lê Văn An</t></is></c>${xml}</row>`;
  const { csv } = await read(listSheet(rows, { strings: STRINGS, formats: FORMATS, workbookPr }));
  const records: string[][] = parse(csv, { relax_column_count: true });
  expect(records).toHaveLength(2);
  return records[1]?.[1] ?? '';
}

describe('what a cell holds and what is read', () => {
  test.each<[rule: string, xml: string, text: string]>([
    ['a shared string', '<c t="s"><v>0</v></c>', 'Nguyễn Thị Hoà'],
    ['rich text is joined', '<c t="s"><v>1</v></c>', 'Lê Văn Bình'],
    ['phonetic runs are left out', '<c t="s"><v>2</v></c>', '東京'],
    ['an empty shared string', '<c t="s"><v>3</v></c>', ''],
    ['_x000D_ and a line feed are one line break', '<c t="s"><v>4</v></c>', 'một\nhai'],
    ['an escaped escape is the text itself', '<c t="s"><v>5</v></c>', '_x000D_'],
    ['references of XML, decimal and hexadecimal', '<c t="s"><v>6</v></c>', 'A & B <C> Đại "x"'],
    ['spaces at both ends are kept', '<c t="s"><v>7</v></c>', '  hai dấu cách  '],
    ['CDATA is literal', '<c t="s"><v>8</v></c>', 'a<b>&amp;'],
    ['an inline string', '<c t="inlineStr"><is><t>Trần, "Bé"</t></is></c>', 'Trần, "Bé"'],
    ['an inline string with runs and phonetics', '<c t="inlineStr"><is><r><t>a</t></r><rPh><t>x</t></rPh><r><t>b</t></r></is></c>', 'ab'],
    ['a formula with its text', '<c t="str"><f>A1&amp;B1</f><v>Hà_x000A_Nội</v></c>', 'Hà\nNội'],
    ['a formula with its number', '<c><f>1+1</f><v>2</v></c>', '2'],
    ['a formula without value is empty', '<c><f>1+1</f></c>', ''],
    ['true', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['false', '<c t="b"><v>0</v></c>', 'FALSE'],
    ['an error is kept as it is shown', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['a 12-digit ID typed as a number has lost its zeros, no more', '<c><v>1090012345</v></c>', '1090012345'],
    ['an ID with an exponent is written out', '<c><v>7.9095012345E10</v></c>', '79095012345'],
    ['a large exponent', '<c><v>1.2345678901234599E+17</v></c>', '123456789012346000'],
    ['a whole number with a fraction of zeros', '<c><v>1985.0</v></c>', '1985'],
    ['digits are kept as they stand', '<c><v>001090012345</v></c>', '001090012345'],
    ['16 digits are kept', '<c><v>1234567890123456</v></c>', '1234567890123456'],
    ['no noise of binary fractions', '<c><v>0.30000000000000004</v></c>', '0.3'],
    ['a tiny number without exponent', '<c><v>1.5E-7</v></c>', '0.00000015'],
    ['a negative number', '<c><v>-12.50</v></c>', '-12.5'],
    ['zeros of the format are what a person sees', `<c s="${PADDED}"><v>1090012345</v></c>`, '001090012345'],
    ['a zero in front by the format', `<c s="${PHONE}"><v>912345678</v></c>`, '0912345678'],
    ['a scientific format does not touch the number', `<c s="${SCIENTIFIC}"><v>79095012345</v></c>`, '79095012345'],
    ['thousands are not separated', `<c s="${THOUSANDS}"><v>1234567</v></c>`, '1234567'],
    ['a colour and decimals are no date', `<c s="${MONEY}"><v>31048</v></c>`, '31048'],
    ['a number in a text format', `<c s="${TEXT}"><v>31048</v></c>`, '31048'],
    ['a number without date format stays a number', '<c><v>31048</v></c>', '31048'],
    ['a serial in a date format', `<c s="${DATE}"><v>31048</v></c>`, '01/01/1985'],
    ['a serial in the built-in date format', `<c s="${BUILT_IN_DATE}"><v>44263</v></c>`, '08/03/2021'],
    ['a date format with words and a language', `<c s="${LONG_DATE}"><v>44263</v></c>`, '08/03/2021'],
    ['a year that a date cell took for a serial', `<c s="${DATE}"><v>1985</v></c>`, '07/06/1905'],
    ['a date that shows only its year', `<c s="${YEAR}"><v>31048</v></c>`, '01/01/1985'],
    ['a date with a time', `<c s="${DATE}"><v>44263.5</v></c>`, '08/03/2021 12:00:00'],
    ['a time alone', `<c s="${TIME}"><v>0.75</v></c>`, '18:00:00'],
    ['the day before the day that never was', `<c s="${DATE}"><v>59</v></c>`, '28/02/1900'],
    ['the day that never was', `<c s="${DATE}"><v>60</v></c>`, '29/02/1900'],
    ['the day after it', `<c s="${DATE}"><v>61</v></c>`, '01/03/1900'],
    ['the first day', `<c s="${DATE}"><v>1</v></c>`, '01/01/1900'],
    ['no date before the first', `<c s="${DATE}"><v>-3</v></c>`, '-3'],
    ['zero is no date', `<c s="${DATE}"><v>0</v></c>`, '0'],
    ['no date after the last', `<c s="${DATE}"><v>99999999</v></c>`, '99999999'],
    ['a text in a date format stays', `<c s="${DATE}" t="inlineStr"><is><t>5/3/1985</t></is></c>`, '5/3/1985'],
    ['a date of ISO 8601', '<c t="d"><v>1985-03-05T00:00:00.000Z</v></c>', '05/03/1985'],
    ['a style that does not exist', '<c s="999"><v>31048</v></c>', '31048'],
    ['text where a number should be', '<c><v>a,"b"</v></c>', 'a,"b"'],
  ])('%s', async (_, xml, text) => expect(await cell(xml)).toBe(text)); // biome-ignore format: a table

  test.each<[rule: string, xml: string, text: string]>([
    ['serial 0 is 1 January 1904', `<c s="${DATE}"><v>0</v></c>`, '01/01/1904'],
    ['1,462 days less than in the other system', `<c s="${DATE}"><v>29586</v></c>`, '01/01/1985'],
    ['a number stays a number', '<c><v>29586</v></c>', '29586'],
  ])('dates counted from 1904: %s', async (_, xml, text) => {
    expect(await cell(xml, '<workbookPr date1904="1"/>')).toBe(text);
  });
});
