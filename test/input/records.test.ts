import fc from 'fast-check';
import { type Chunk, type CutOptions, cutChunks } from '../../src/input/chunk-cutter.js';
import {
  MAX_QUOTED_BYTES,
  MAX_QUOTED_LINES,
  MAX_RECORD_BYTES,
  RecordScanner,
} from '../../src/input/record-scanner.js';
import { type SplitLayout, type SplitRecord, splitChunk } from '../../src/input/split-chunk.js';
import { csvLine } from './template.js';

async function* pieces(bytes: Buffer, sizes: readonly number[] = []): AsyncGenerator<Buffer> {
  let from = 0;
  for (let i = 0; from < bytes.length; i++) {
    const size = sizes.length === 0 ? bytes.length : (sizes[i % sizes.length] as number);
    yield bytes.subarray(from, from + size);
    from += size;
  }
}

async function chunksOf(
  bytes: Buffer,
  options: Partial<CutOptions> = {},
  sizes: readonly number[] = [],
): Promise<Chunk[]> {
  const chunks: Chunk[] = [];
  for await (const chunk of cutChunks(pieces(bytes, sizes), { delimiter: ',', ...options }))
    chunks.push(chunk);
  return chunks;
}

const layout = (width: number, delimiter = ',', firstDataRow = 1): SplitLayout => ({
  delimiter,
  firstDataRow,
  columns: Array.from({ length: width }, (_, i) => `c${i}`),
});

const split = (text: string | Buffer, width: number, delimiter = ',', spareCells = 0): SplitRecord[] =>
  splitChunk(Buffer.from(text), 1, { ...layout(width, delimiter), spareCells });

/** Rows without their place in the chunk, which depends on the chunk size. */
const content = ({ start: _start, end: _end, ...rest }: SplitRecord) => rest;

async function rowsOf(bytes: Buffer, chunkBytes: number, sizes: readonly number[], width: number) {
  const chunks = await chunksOf(bytes, { chunkBytes }, sizes);
  expect(Buffer.concat(chunks.map((chunk) => chunk.bytes)).equals(bytes)).toBe(true);
  let record = 1;
  let offset = 0;
  for (const chunk of chunks) {
    expect([chunk.firstRecord, chunk.offset]).toEqual([record, offset]);
    record += chunk.records;
    offset += chunk.bytes.length;
    const scanner = new RecordScanner(chunk.bytes, ',', true);
    let records = 0;
    while (scanner.advance()) records++;
    expect(records).toBe(chunk.records);
  }
  return chunks.flatMap((chunk) => splitChunk(chunk.bytes, chunk.firstRecord, layout(width)).map(content));
}

/** Text rich in what breaks CSV readers. */
const hostile = fc
  .array(
    fc.constantFrom(
      '"',
      '""',
      ',',
      '\n',
      '\r\n',
      '\r',
      'a',
      'ễ',
      '",',
      ',"',
      '"\n',
      '\n"',
      ' ',
      '\0',
      'Nguyễn',
    ),
    {
      maxLength: 80,
    },
  )
  .map((parts) => Buffer.from(parts.join('')));

describe('chunks', () => {
  test('neither chunk size nor pieces change the records', async () => {
    await fc.assert(
      fc.asyncProperty(
        hostile,
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
        async (bytes, chunkBytes, sizes) => {
          expect(await rowsOf(bytes, chunkBytes, sizes, 3)).toEqual(await rowsOf(bytes, 1_000_000, [], 3));
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('nor do they around the limits of a quoted field', async () => {
    const long = fc
      .array(
        fc.constantFrom(
          '"',
          '",',
          ',"',
          '\n',
          'a,b\n',
          'x'.repeat(MAX_QUOTED_BYTES / 2 - 1),
          'y\n'.repeat(25),
        ),
        {
          maxLength: 14,
        },
      )
      .map((parts) => Buffer.from(parts.join('')));
    await fc.assert(
      fc.asyncProperty(
        long,
        fc.constantFrom(1, 100, 70_000),
        fc.integer({ min: 1000, max: 90_000 }),
        async (bytes, chunk, size) => {
          expect(await rowsOf(bytes, chunk, [size], 3)).toEqual(await rowsOf(bytes, 10_000_000, [], 3));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('the pieces do not change the chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        hostile,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        async (bytes, sizes) => {
          expect(await chunksOf(bytes, { chunkBytes: 20 }, sizes)).toEqual(
            await chunksOf(bytes, { chunkBytes: 20 }),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('every chunk is at most chunkBytes unless one record is longer', async () => {
    const bytes = Buffer.from(`${'abc,def\n'.repeat(100)}${'x'.repeat(200)}\nlast`);
    for (const { bytes: chunk, records } of await chunksOf(bytes, { chunkBytes: 64 })) {
      expect(chunk.length <= 64 || records === 1).toBe(true);
    }
  });

  test('goes on from the place that a chunk gave', async () => {
    const bytes = Buffer.from('h,h\n"a\nb",c\n\nd,e\nf,g\n'.repeat(20));
    const all = await chunksOf(bytes, { chunkBytes: 30 });
    const at = all[3] as Chunk;
    const from = { offset: at.offset, record: at.firstRecord };
    expect(await chunksOf(bytes, { chunkBytes: 30, from }, [7])).toEqual(all.slice(3));
  });

  test('a chunk owns its memory', async () => {
    for (const { bytes } of await chunksOf(Buffer.from('a\nb\nc\n'), { chunkBytes: 2 })) {
      expect(bytes.buffer.byteLength).toBe(bytes.length);
    }
  });

  test('reads no further than asked', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) {
        given++;
        yield Buffer.from('a,b\n'.repeat(256));
      }
    }
    for await (const chunk of cutChunks(endless(), { delimiter: ',', chunkBytes: 4096 })) {
      expect(chunk.records).toBe(1024);
      break;
    }
    expect(given).toBeLessThan(7);
  });

  test('no bytes, no chunks', async () => {
    expect(await chunksOf(Buffer.alloc(0))).toEqual([]);
  });

  test.each([
    ['without quotes', 'x'],
    ['with an unclosed quote', '"'],
  ])('a line longer than the limit becomes broken records, nothing dropped: %s', async (_, opening) => {
    const long = Buffer.concat([
      Buffer.from(`a,b\n${opening}`),
      Buffer.alloc(3 * MAX_RECORD_BYTES + 1000, 'ễ,'),
      Buffer.from('\nc,d\n'),
    ]);
    const chunks = await chunksOf(long, {}, [1024 * 1024]);
    expect(Buffer.concat(chunks.map((chunk) => chunk.bytes)).equals(long)).toBe(true);
    const rows = chunks.flatMap((chunk) => splitChunk(chunk.bytes, chunk.firstRecord, layout(2)));
    expect(rows.map((row) => row.kind)).toEqual(['fields', 'broken', 'broken', 'broken', 'fields']);
    expect(rows.map((row) => row.record)).toEqual([1, 2, 3, 4, 5]);
    const places = (list: readonly Chunk[]) =>
      list.map(({ bytes, ...rest }) => ({ ...rest, bytes: bytes.length }));
    expect(places(await chunksOf(long, {}, [3_333_333]))).toEqual(places(chunks));
  });
});

describe('rows', () => {
  const field = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom('', '"', '""', 'a"b', ' "x"', 'x\ny', 'a,b', 'Nguyễn Thị', "H'Hen", '\r', ' '),
  );

  test.each([',', ';', '\t', '|'])(
    'what is joined by the rules of RFC 4180 is split again verbatim: %j',
    (delimiter) => {
      fc.assert(
        fc.property(fc.array(fc.array(field, { minLength: 3, maxLength: 3 }), { maxLength: 12 }), (table) => {
          const rows = table.filter((cells) => cells.some((cell) => cell.trim() !== ''));
          const text = rows.map((cells) => `${csvLine(cells, delimiter)}\r\n`).join('');
          const read = split(text, 3, delimiter);
          expect(read.map((row) => row.kind)).toEqual(rows.map(() => 'fields'));
          expect(read.map((row) => row.fields)).toEqual(rows);
        }),
        { numRuns: 1500 },
      );
    },
  );

  test('plain rows can be copied as they are', () => {
    fc.assert(
      fc.property(hostile, (bytes) => {
        for (const row of splitChunk(bytes, 1, layout(3))) {
          if (row.kind !== 'fields' || !row.plain) continue;
          expect(bytes.toString('utf8', row.start, row.end)).toBe(csvLine(row.fields));
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('every byte belongs to a row, a blank line or a line ending', () => {
    fc.assert(
      fc.property(hostile, (bytes) => {
        const rest = Buffer.from(bytes);
        for (const row of splitChunk(bytes, 1, layout(3))) rest.fill(0x0a, row.start, row.end);
        expect(rest.toString('latin1')).toMatch(/^[\r\n]*$/);
      }),
      { numRuns: 1500 },
    );
  });

  test.each<[string, string, number, unknown[]]>([
    ['values are not trimmed', ' a , b\n', 2, [[' a ', ' b']]],
    [
      'CRLF',
      'a,b\r\nc,d\r\n',
      2,
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'mixed line endings',
      'a,b\r\nc,d\ne,f\r\r\n',
      2,
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    ],
    [
      'no line ending at the end',
      'a,b\nc,d',
      2,
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['carriage return at the very end', 'a,"b"\r', 2, [['a', 'b']]],
    ['NUL bytes are kept', 'a\0,b\n', 2, [['a\0', 'b']]],
    [
      'line break in quotes',
      '"a\nb",c\nd,e\n',
      2,
      [
        ['a\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    ['doubled quotes', '"a ""x"" b",""""\n', 2, [['a "x" b', '"']]],
    [
      'stray quote in an unquoted field is a character',
      'a"b,5" c\nd,e\n',
      2,
      [
        ['a"b', '5" c'],
        ['d', 'e'],
      ],
    ],
    [
      'stray quotes around quoted fields',
      'a"b,"c\nd",e"f\n"g",,h"\n',
      3,
      [
        ['a"b', 'c\nd', 'e"f'],
        ['g', '', 'h"'],
      ],
    ],
    ['space before a quote: a character', 'a, "b"\n', 2, [['a', ' "b"']]],
    ['an empty surplus field: a delimiter too many', 'a,b,\n', 2, ['wrong_field_count']],
    ['blank lines are no rows', '\na,b\n\r\n\n', 2, [['a', 'b']]],
    ['fewer fields', 'a\n', 2, ['wrong_field_count']],
    ['more fields', 'a,b,c\n', 2, ['wrong_field_count']],
    ['missing delimiters', 'a b c\nd,e,f\n', 3, ['wrong_field_count', ['d', 'e', 'f']]],
    ['delimiters only', ',\n,,,\n"",\n , \n', 2, ['empty_row', 'empty_row', 'empty_row', 'empty_row']],
    ['unclosed quote costs one line', 'a,"b\nc,d\ne,f\n', 2, ['broken_quotes', ['c', 'd'], ['e', 'f']]],
    [
      'unclosed quote before quoted rows',
      '"a,b\n"c",d\n"e",f\n',
      2,
      ['broken_quotes', ['c', 'd'], ['e', 'f']],
    ],
    ['unclosed quote in the last line', 'a,b\nc,"d', 2, [['a', 'b'], 'broken_quotes']],
    ['text after the closing quote', '"a"b,c\nd,e\n', 2, ['broken_quotes', ['d', 'e']]],
    ['quotes inside quotes not doubled', '"ông "Ba" Lê",x\nd,e\n', 2, ['broken_quotes', ['d', 'e']]],
    ['another delimiter than the header', 'a;b\n', 2, ['wrong_field_count']],
  ])('%s', (_, text, width, expected) => {
    expect(split(text, width).map((row) => (row.kind === 'fields' ? row.fields : row.code))).toEqual(
      expected,
    );
  });

  test('a cell that holds a whole row is not taken for a cell', () => {
    const rows = split('1,A,B,C,D,"\n2,E,F,G,H,"\n3,"x, y\nz",I,J,K,L\n', 6);
    expect(rows.map((row) => (row.kind === 'broken' ? [row.code, row.text] : row.kind))).toEqual([
      ['broken_quotes', '1,A,B,C,D,"\n2,E,F,G,H,"'],
      'fields',
    ]);
  });

  test('an unclosed quote far from the next one costs one line', () => {
    const lines = Array.from({ length: 5000 }, (_, i) => `${i},x`);
    const rows = split(`"open,x\n${lines.join('\n')}\ny,"z"\n`, 2);
    expect(rows).toHaveLength(5002);
    expect(rows.filter((row) => row.kind === 'broken')).toHaveLength(1);
  });

  test(`a quoted field may hold ${MAX_QUOTED_LINES} line breaks, not more`, () => {
    const cell = (breaks: number) => `"${'x\n'.repeat(breaks)}",b\n`;
    expect(split(cell(MAX_QUOTED_LINES), 2).map((row) => row.kind)).toEqual(['fields']);
    expect(split(cell(MAX_QUOTED_LINES + 1), 2)[0]).toMatchObject({ code: 'broken_quotes', text: '"x' });
  });

  test('a broken row keeps its number, its text and as many fields as there are columns', () => {
    const rows = splitChunk(Buffer.from('a,b,c,d\n\n"x,y\n'), 11, layout(3));
    expect(rows).toEqual([
      {
        kind: 'broken',
        record: 11,
        start: 0,
        end: 7,
        code: 'wrong_field_count',
        fields: ['a', 'b', 'c'],
        text: 'a,b,c,d',
      },
      {
        kind: 'broken',
        record: 13,
        start: 9,
        end: 13,
        code: 'broken_quotes',
        fields: ['"x', 'y', ''],
        text: '"x,y',
      },
    ]);
  });

  test('bytes that are not UTF-8 break their own row only', () => {
    const bytes = Buffer.concat([
      Buffer.from('Nguyễn,1\n'),
      Buffer.from([0x4e, 0x67, 0xfa, 0xe1, 0xbb, 0x2c, 0xe1, 0xbb, 0x85, 0x0a]),
      Buffer.from('Lê,2\n'),
    ]);
    expect(split(bytes, 2).map(content)).toEqual([
      { kind: 'fields', record: 1, plain: true, fields: ['Nguyễn', '1'] },
      {
        kind: 'broken',
        record: 2,
        code: 'invalid_encoding',
        fields: ['Ng\\xFA\\xE1\\xBB', 'ễ'],
        text: 'Ng\\xFA\\xE1\\xBB,ễ',
      },
      { kind: 'fields', record: 3, plain: true, fields: ['Lê', '2'] },
    ]);
  });

  test('rows before the first data row are numbered, not given', () => {
    const rows = splitChunk(Buffer.from('note\n"h\n1",h2\na,b\n'), 1, layout(2, ',', 3));
    expect(rows.map((row) => [row.record, row.fields])).toEqual([[3, ['a', 'b']]]);
  });

  test.each<[rule: string, text: string, expected: unknown]>([
    ['as many as all rows have', 'a,b,,\n', ['a', 'b']],
    ['fewer', 'a,b,\n', ['a', 'b']],
    ['none', 'a,b\n', ['a', 'b']],
    ['quoted', 'a,"b","",\n', ['a', 'b']],
    ['more: a delimiter too many', 'a,b,,,\n', 'wrong_field_count'],
    ['not empty', 'a,b,,c\n', 'wrong_field_count'],
  ])('spare cells behind every row of a file are dropped: %s', (_, text, expected) => {
    const [row] = split(text, 2, ',', 2);
    expect(row?.kind === 'fields' ? row.fields : row?.code).toEqual(expected);
    expect(row?.kind === 'fields' && row.plain).toBe(text === 'a,b\n');
  });

  test.each<[rule: string, text: string, width: number, code: string]>([
    ['a note below another, in a narrow file', 'A,1,"\nB,02/02/1991,"\n', 3, 'broken_quotes'],
    ['an ID gives the second row away', 'A,"\nB,001190000001"\n', 2, 'broken_quotes'],
    ['an address of as many commas is none', 'A,1,"Tổ 5\nấp 3, xã An, huyện B"\n', 3, 'fields'],
  ])('two stray quotes a row apart: %s', (_, text, width, code) => {
    const [row] = split(text, width);
    expect(row?.kind === 'fields' ? row.kind : row?.code).toBe(code);
  });

  test.each([
    ['plain', 'a,b\n', ',', true],
    ['quote', 'a,b"\n', ',', false],
    ['carriage return inside', 'a\rx,b\n', ',', false],
    ['carriage return of the line ending', 'a,b\r\n', ',', true],
    ['another delimiter', 'a;b\n', ';', false],
  ])('copied verbatim or not: %s', (_, text, delimiter, plain) => {
    expect(split(text, 2, delimiter)).toMatchObject([{ kind: 'fields', plain }]);
  });
});
