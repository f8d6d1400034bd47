import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { escapeXml, HEADER, inlineRows, listSheet, makeWorkbook, read } from './make-workbook.js';

const HEAD_LINE = `${HEADER.join(',')}\n`;
const AN = '<c t="inlineStr"><is><t>Lê Văn An</t></is></c>';
const BINH = AN.replace('An', 'Bình');

describe('a row of the sheet is a record', () => {
  test.each<[rule: string, rows: string, csv: string]>([
    ['missing cells at the end are empty fields', `<row r="2">${AN}</row>`, 'Lê Văn An,,,\n'],
    ['rows that the sheet leaves out are blank lines', `<row r="5">${AN}</row>`, '\n\n\nLê Văn An,,,\n'],
    ['cells are placed by their reference', '<row r="2"><c r="C2"><v>1</v></c></row>', ',,1,\n'],
    ['cells without reference follow the one before', '<row><c r="B2"><v>1</v></c><c><v>2</v></c></row>', ',1,2,\n'],
    ['formatted but empty rows are blank lines', `<row r="2"><c r="A2" s="1"/></row><row r="3">${AN}</row>`, '\nLê Văn An,,,\n'],
    ['and nothing at the end', `<row r="2">${AN}</row><row r="3"><c r="A3" s="1"/></row><row r="1048576" ht="15"/>`, 'Lê Văn An,,,\n'],
    ['a text with a line break is one quoted field', `<row>${AN}<c/><c/><c t="inlineStr"><is><t>a\nb</t></is></c></row>`, 'Lê Văn An,,,"a\nb"\n'],
    ['a text of more line breaks than a field may have gets spaces', `<row>${AN}<c/><c/><c t="inlineStr"><is><t>x${'\ny'.repeat(51)}</t></is></c></row>`, `Lê Văn An,,,"x${' y'.repeat(51)}"\n`],
    ['a cell to the right of the header is not lost', `<row r="2">${AN}<c r="F2"><v>7</v></c></row><row>${BINH}</row>`, 'Lê Văn An,,,,,7\nLê Văn Bình,,,,,\n'],
    ['comments and prefixes do not matter', `<!-- x > y --><x:row r="2"><x:c t="inlineStr"><x:is><x:t>A</x:t></x:is></x:c></x:row>`, 'A,,,\n'],
    ['attributes in single quotes with > in them', `<row r='2' x='>'>${AN}</row>`, 'Lê Văn An,,,\n'],
  ])('%s', async (_, rows, csv) => {
    const columns = csv.includes(',,,,,') ? 6 : 4;
    const { csv: all } = await read(listSheet(rows));
    expect(all).toBe(HEAD_LINE.replace('\n', `${','.repeat(columns - 4)}\n`) + csv);
  }); // biome-ignore format: a table

  test('the numbers of records are those of the rows below eight rows of notes', async () => {
    const notes = ['DANH SÁCH ĐỐI TƯỢNG TIÊM', '', 'Lưu ý:\nhai dòng', '', '', '', '', ''].map((text) => [
      text,
    ]);
    const { csv, notes: found } = await read({
      sheets: [{ name: 'PL1', rows: inlineRows([...notes, HEADER, ['Lê Văn An', '5/3/1985']]) }],
    });
    const records: string[][] = parse(csv, { relax_column_count: true, skip_empty_lines: false });
    expect(records[9]).toEqual(['Lê Văn An', '5/3/1985', '', '']);
    expect(found).toMatchObject({ sheet: 'PL1', rows: 1, columns: 4, skipped: [] });
  });

  test.each([
    ['strict OOXML', { strict: true }],
    ['absolute names of parts', { absolute: true }],
    ['UTF-16', { utf16: true }],
    ['names of parts in another case', { shout: true }],
  ])(
    '%s',
    async (_, {
      utf16,
      shout,
      ...how
    }: { strict?: boolean; absolute?: boolean; utf16?: boolean; shout?: boolean }) => {
      const list = listSheet(`<row r="2">${AN}</row>`, how);
      const xml = `<worksheet><sheetData>${list.sheets[0]?.rows}</sheetData></worksheet>`;
      const parts = {
        ...(utf16 === true && {
          'xl/worksheets/sheet1.xml': Buffer.from(
            `\ufeff<?xml version="1.0" encoding="UTF-16"?>${xml}`,
            'utf16le',
          ),
        }),
        ...(shout === true && { 'xl/worksheets/sheet1.xml': null, 'XL/Worksheets/Sheet1.XML': xml }),
      };
      expect((await read({ ...list, parts })).csv).toBe(`${HEAD_LINE}Lê Văn An,,,\n`);
    },
  );
});

describe('what could surprise is counted', () => {
  test('hidden rows, a filter, merged cells, formulas without value, errors', async () => {
    const rows =
      `<row r="2" hidden="1">${AN}</row><row r="3" hidden="true">${BINH}<c><f>B2</f></c></row>` +
      `<row r="4">${BINH}<c t="e"><v>#N/A</v></c></row><row r="5" hidden="1"/>`;
    const after =
      '<autoFilter ref="A1:D5"/><mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A2:A4"/></mergeCells>';
    const { csv, notes } = await read(listSheet(rows, { after }));
    expect(csv.split('\n')).toHaveLength(5);
    expect(notes).toEqual({
      sheet: 'Danh sách', columns: 4, rows: 3, hiddenRows: 2, mergedRanges: 1, formulasWithoutValue: 1, errorCells: 1,
      isFiltered: true, is1904: false, skipped: [],
    }); // biome-ignore format: a table
  });
});

describe('for any table', () => {
  const text = fc.oneof(
    fc.constantFrom(
      '',
      'Nguyễn Thị Hoà',
      'a,b',
      'x"y',
      '"',
      'dòng\nhai',
      ' ',
      '_x000D_',
      '&amp;',
      '0912345678',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }).map((found) => found.replace(/[\p{C}]/gu, '')),
  );
  const tables = fc.array(fc.array(text, { minLength: 4, maxLength: 4 }), { maxLength: 12 });
  const escapeEscapes = (found: string) => found.replaceAll('_x', '_x005F_x');

  test('inline and shared strings give the same bytes, and a CSV reader gives the table back', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const rows = [HEADER, ...table];
        const escaped = rows.map((cells) => cells.map(escapeEscapes));
        const strings = escaped
          .flat()
          .map((found) => `<si><t>${escapeXml(found)}</t></si>`)
          .join('');
        const shared = rows.map(
          (cells, i) =>
            `<row r="${i + 1}">${cells.map((_, j) => `<c t="s"><v>${i * 4 + j}</v></c>`).join('')}</row>`,
        );
        const inline = await read({ sheets: [{ name: 'a', rows: inlineRows(escaped) }] });
        const again = await read({ sheets: [{ name: 'a', rows: shared.join('') }], strings });
        expect(again).toEqual(inline);
        const filled =
          rows.length - [...rows].reverse().findIndex((cells) => cells.some((found) => found !== ''));
        const lines = inline.csv.replace(/\n$/, '');
        const records: string[][] = parse(`${lines}\n`, {
          relax_column_count: true,
          skip_empty_lines: false,
        });
        expect(records).toHaveLength(filled);
        records.forEach((record, i) => {
          if (rows[i]?.some((found) => found !== '') === true) expect(record).toEqual(rows[i]);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('the same workbook gives the same bytes', async () => {
    const bytes = await makeWorkbook(listSheet(`<row r="2">${AN}</row>`));
    expect(await read(bytes)).toEqual(await read(bytes));
  });
});
