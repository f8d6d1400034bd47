import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cutChunks } from '../../src/input/chunk-cutter.js';
import { fileSource } from '../../src/input/input-source.js';
import { openSource } from '../../src/input/open-source.js';
import { splitChunk } from '../../src/input/split-chunk.js';

// The cases of csv-spectrum (github.com/max-mapper/csv-spectrum, a collection of CSV files to check parsers with), built
// anew: the same difficulty each, other words.

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doisoat-spectrum-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const JSON_CELL = '{"loại": "Point", "toạ độ": [105.85, 21.02]}';
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

const CASES: [name: string, file: string | Buffer, header: string[], rows: string[][]][] = [
  ['simple', 'a,b,c\n1,2,3\n', ['a', 'b', 'c'], [['1', '2', '3']]],
  ['simple_crlf', 'a,b,c\r\n1,2,3\r\n', ['a', 'b', 'c'], [['1', '2', '3']]],
  ['comma_in_quotes', 'họ,tên,phố\nLê,An,"5, phố Huế"\n', ['họ', 'tên', 'phố'], [['Lê', 'An', '5, phố Huế']]],
  ['empty', 'a,b,c\n1,"",""\n2,3,4\n', ['a', 'b', 'c'], [['1', '', ''], ['2', '3', '4']]],
  ['empty_crlf', 'a,b,c\r\n1,"",""\r\n2,3,4\r\n', ['a', 'b', 'c'], [['1', '', ''], ['2', '3', '4']]],
  ['escaped_quotes', 'a,b\n1,"nói ""có"" rồi"\n3,4\n', ['a', 'b'], [['1', 'nói "có" rồi'], ['3', '4']]],
  ['json', `khóa,giá trị\n1,${quoted(JSON_CELL)}\n`, ['khóa', 'giá trị'], [['1', JSON_CELL]]],
  ['newlines', 'a,b,c\n1,2,3\n"Một lần\nnữa",5,6\n7,8,9\n', ['a', 'b', 'c'], [['1', '2', '3'], ['Một lần\nnữa', '5', '6'], ['7', '8', '9']]],
  ['newlines_crlf', 'a,b,c\r\n1,2,3\r\n"Một lần\r\nnữa",5,6\r\n7,8,9\r\n', ['a', 'b', 'c'], [['1', '2', '3'], ['Một lần\r\nnữa', '5', '6'], ['7', '8', '9']]],
  ['newlines_cr', 'a,b,c\r1,2,3\r7,8,9\r', ['a', 'b', 'c'], [['1', '2', '3'], ['7', '8', '9']]],
  ['quotes_and_newlines', 'a,b\n1,"ha\n""ha""\nha"\n3,4\n', ['a', 'b'], [['1', 'ha\n"ha"\nha'], ['3', '4']]],
  ['utf8', 'a,b,c\n1,2,3\n4,5,ʤ\n', ['a', 'b', 'c'], [['1', '2', '3'], ['4', '5', 'ʤ']]],
  ['location_coordinates', 'nơi,kinh độ\nđiểm tiêm,"105,8542° Đ, 21° 1\' 42"" B"\n', ['nơi', 'kinh độ'], [['điểm tiêm', '105,8542° Đ, 21° 1\' 42" B']]],
]; // biome-ignore format: a table

test.each(CASES)('%s', async (name, file, header, rows) => {
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, file);
  const found: (readonly string[])[] = [];
  const layout = { delimiter: ',', columns: header, firstDataRow: 1 };
  for await (const chunk of cutChunks(openSource(fileSource(path)), { delimiter: ',', chunkBytes: 8 })) {
    for (const row of splitChunk(chunk.bytes, chunk.firstRecord, layout)) {
      expect(row.kind).toBe('fields');
      found.push(row.fields);
    }
  }
  expect(found).toEqual([header, ...rows]);
});
