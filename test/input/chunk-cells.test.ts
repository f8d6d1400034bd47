import fc from 'fast-check';
import { CellRow, ChunkCells } from '../../src/input/chunk-cells.js';
import { type SplitRecord, splitChunk } from '../../src/input/split-chunk.js';

const WIDTH = 4;
const ID = 2;
/** The third column is asked for twice, and a column that the file does not have once. */
const WANTED = [1, ID, undefined, ID];

function splitWith(text: string | Buffer, withCells: boolean, delimiter = ','): SplitRecord[] {
  const bytes = Buffer.from(text);
  const layout = { delimiter, firstDataRow: 1, columns: ['a', 'b', 'c', 'd'] };
  const cells = withCells ? new ChunkCells(bytes, delimiter, WIDTH, WANTED, ID) : null;
  return splitChunk(bytes, 1, layout, undefined, cells);
}

/** Everything about a row that does not depend on how it was taken apart. */
function plainly(rows: readonly SplitRecord[]) {
  return rows.map((row) =>
    row.kind === 'broken'
      ? row
      : {
          kind: row.kind,
          record: row.record,
          start: row.start,
          end: row.end,
          plain: row.plain,
          fields: row.fields,
        },
  );
}

/** what the row shows, the row, whether its cells are found by their bytes */
const ROWS: readonly (readonly [string, string, boolean])[] = [
  ['plain cells', 'M1,Trần Thị Lan,079185001234,12/03/1985', true],
  ['an empty last cell', 'M1,Trần Thị Lan,079185001234,', true],
  ['a vaccine name with a comma in quotes', 'M1,"Vero Cell, Inactivated",079185001234,x', true],
  ['needless quotes: the row is not copied, but read', 'M1,"Lan",079185001234,x', true],
  ['an ID in quotes', 'M1,Lan,"079185001234",x', true],
  ['a quote inside a cell in quotes', 'M1,"Lan ""Bé""",079185001234,x', false],
  ['a bare quote', 'M1,Lan "Bé,079185001234,x', false],
  ['text behind a closing quote', 'M1,"Lan"x,079185001234,x', false],
  ['a line break in quotes', 'M1,"Lan\nBé",079185001234,x', false],
  ['a cell too many', 'M1,Lan,079185001234,x,y', false],
  ['a cell too few', 'M1,Lan,079185001234', false],
  ['no ID', 'M1,Lan,,x', false],
  ['an apostrophe before the ID', "M1,Lan,'079185001234,x", false],
  ['a header', 'Mã mũi tiêm,Họ và tên,CMND/CCCD/HC,Ngày sinh', false],
  ['a blank row', ',,,', false],
  ['a carriage return inside', 'M1,La\rn,079185001234,x', false],
];

test.each(ROWS)('%s', (_, row, isFound) => {
  const [found] = splitWith(`${row}\n`, true);
  expect(found instanceof CellRow).toBe(isFound);
  expect(plainly(splitWith(`${row}\n`, true))).toEqual(plainly(splitWith(`${row}\n`, false)));
});

test('the wanted cells of each row', () => {
  const rows = splitWith('M1,Lan,0791,x\nkhông rõ\nM2,"Bé, Lan",0792,y\r\n', true);
  expect(
    rows.map((row) => (row instanceof CellRow ? [0, 1, 2, 3].map((i) => row.text(i)) : row.kind)),
  ).toEqual([['Lan', '0791', '', '0791'], 'broken', ['Bé, Lan', '0792', '', '0792']]);
});

test.each([',', ';', '\t', '|'])('rows delimited by %j are the same with and without cells', (delimiter) => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      '079185001234',
      'Trần Thị Lan',
      '"a, b"',
      '"a""b"',
      '"x"',
      '"',
      'a"b',
      '\r',
      '"\n"',
      "'1",
      ' ',
      '\u00a0',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const row = fc.array(cell, { minLength: 3, maxLength: 5 }).map((cells) => cells.join(delimiter));
  const ends = fc.constantFrom('\n', '\r\n');
  fc.assert(
    fc.property(fc.array(fc.tuple(row, ends), { maxLength: 12 }), (rows) => {
      const text = rows.map(([one, end]) => one + end).join('');
      expect(plainly(splitWith(text, true, delimiter))).toEqual(plainly(splitWith(text, false, delimiter)));
    }),
    { numRuns: 500 },
  );
});

test('bytes that are not UTF-8 are left to the splitter', () => {
  const bytes = Buffer.concat([
    Buffer.from('M1,Lan,0791,x\nM2,'),
    Buffer.from([0xff]),
    Buffer.from(',0792,x\n'),
  ]);
  const rows = splitWith(bytes, true);
  expect(rows.map(({ kind }) => kind)).toEqual(['fields', 'broken']);
  expect(plainly(rows)).toEqual(plainly(splitWith(bytes, false)));
});

test('more rows than were expected find room', () => {
  const text = '1,2,3,4\n'.repeat(5000);
  const rows = splitWith(text, true);
  expect(rows).toHaveLength(5000);
  expect(rows.every((row) => row instanceof CellRow && row.text(0) === '2' && row.text(3) === '3')).toBe(
    true,
  );
});
