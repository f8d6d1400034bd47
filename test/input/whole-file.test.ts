import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { cutChunks } from '../../src/input/chunk-cutter.js';
import { uniqueNames } from '../../src/input/column-names.js';
import { detectLayout } from '../../src/input/header.js';
import { fileSource } from '../../src/input/input-source.js';
import { openSource, readHead } from '../../src/input/open-source.js';
import { recordOf } from '../../src/input/read-records.js';
import { splitChunk } from '../../src/input/split-chunk.js';
import { csvLine, TEMPLATE_COLUMNS } from './template.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doisoat-whole-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function readFile(content: Buffer) {
  const path = join(folder, 'doses.csv');
  writeFileSync(path, content);
  const found = detectLayout(await readHead(fileSource(path)));
  if (found.kind !== 'found') throw new Error(JSON.stringify(found));
  const { layout } = found;
  const rows = [];
  for await (const chunk of cutChunks(openSource(fileSource(path)), {
    delimiter: layout.delimiter,
    chunkBytes: 64,
  })) {
    for (const row of splitChunk(chunk.bytes, chunk.firstRecord, layout)) {
      rows.push({ record: row.record, kind: row.kind, ...recordOf(row.fields, layout) });
    }
  }
  return { layout, rows };
}

const LIST = `Họ và tên,Ngày sinh,Số CCCD,Ngày tiêm,Ghi chú
Nguyễn Thị Hoà,01/02/1990,001190000001,05/08/2021,"dị ứng, theo dõi"
Trần Văn "Tý",1985,,06/08/2021,

"Lê
Thị Ánh",03/04/1970,079170000002,,""
`;
const EXPECTED = [
  [2, 'Nguyễn Thị Hoà', '01/02/1990', '001190000001', '05/08/2021'],
  [3, 'Trần Văn "Tý"', '1985', '', '06/08/2021'],
  [5, 'Lê\nThị Ánh', '03/04/1970', '079170000002', ''],
];

describe('one list, stored in every way', () => {
  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(LIST)],
    ['with a mark', Buffer.from(`\ufeff${LIST}`)],
    ['UTF-16 LE', iconv.encode(LIST, 'utf-16le', { addBOM: true })],
    ['UTF-16 BE', iconv.encode(LIST, 'utf-16be', { addBOM: true })],
    ['gzip', gzipSync(LIST)],
    ['old Mac', Buffer.from(LIST.replaceAll('\n', '\r'))],
    ['Windows', Buffer.from(LIST.replaceAll('\n', '\r\n').replace('Lê\r\n', 'Lê\n'))],
    ['mixed line endings', Buffer.from(LIST.replace('chú\n', 'chú\r\n').replace('2021,\n', '2021,\r\r\n'))],
    ['no line ending at the end', Buffer.from(LIST.slice(0, -1))],
    ['spare commas', Buffer.from(LIST.replace(/("|2021,)\n/g, '$1,,\n').replace('"Lê,,', '"Lê'))],
  ])('%s', async (_, content) => {
    const { rows } = await readFile(content);
    expect(rows.map((row) => row.kind)).toEqual(['fields', 'fields', 'fields']);
    expect(
      rows.map(({ record, fields, doses }) => [
        record,
        fields.name,
        fields.birth_date,
        fields.personal_id,
        doses[0]?.dose_date,
      ]),
    ).toEqual(EXPECTED);
  });

  test('a header alone gives no rows', async () => {
    expect((await readFile(Buffer.from('Họ tên,CCCD'))).rows).toEqual([]);
  });
});

test('a wide row: identity once, four doses', async () => {
  const cells = TEMPLATE_COLUMNS.map((_, i) => `v${i}`);
  const text = [
    ...Array<string>(6).fill(''),
    csvLine(TEMPLATE_COLUMNS.map(([upper]) => upper)),
    csvLine(TEMPLATE_COLUMNS.map(([, lower]) => lower)),
    csvLine(cells),
    '',
  ].join('\r\n');
  const { rows } = await readFile(Buffer.from(text));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    record: 9,
    fields: { name: 'v1', personal_id: 'v7', commune_code: 'v14' },
  });
  expect(
    rows[0]?.doses.map((dose) => [dose.vaccine, dose.dose_date, dose.facility_code, dose.dose_number]),
  ).toEqual([
    ['v16', 'v17', 'v19', ''],
    ['v20', 'v21', 'v23', ''],
    ['v24', 'v25', 'v27', ''],
    ['v28', 'v29', 'v31', ''],
  ]);
});

test('column names are unique, whatever the header says', () => {
  const text = fc.constantFrom('', 'a', 'a (2)', 'b', 'column_1', 'column_2');
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text)), (pairs) => {
      const names = uniqueNames(
        pairs.map(([name]) => name),
        pairs.map(([, longer]) => longer),
      );
      expect(new Set(names).size).toBe(pairs.length);
      expect(names).not.toContain('');
    }),
  );
});
