import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { expandInputs, leftOutOf } from '../../src/input/expand-inputs.js';
import { fileSource } from '../../src/input/input-source.js';
import { openSource, PIECE_BYTES, readHead } from '../../src/input/open-source.js';

const TEXT = 'Họ và tên,Số CCCD\nNguyễn Thị Hoà,001090000001\n';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doisoat-input-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function read(path: string): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of openSource(fileSource(path))) {
    expect(piece.length).toBeLessThanOrEqual(PIECE_BYTES);
    expect(piece.length).toBeGreaterThan(0);
    all.push(piece);
  }
  return Buffer.concat(all);
}

const failureOf = (code: string) => ({ name: 'Failure', detail: { code, exitCode: 3 } });

describe('what can be read', () => {
  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 LE', iconv.encode(TEXT, 'utf-16le', { addBOM: true })],
    ['UTF-16 BE', iconv.encode(TEXT, 'utf-16be', { addBOM: true })],
    ['gzip', gzipSync(TEXT)],
    ['gzip of UTF-8 with a mark', gzipSync(`\ufeff${TEXT}`)],
    ['gzip of UTF-16', gzipSync(iconv.encode(TEXT, 'utf-16le', { addBOM: true }))],
    ['two gzip members', Buffer.concat([gzipSync(TEXT.slice(0, 10)), gzipSync(TEXT.slice(10))])],
    ['old Mac line endings', Buffer.from(TEXT.replaceAll('\n', '\r'))],
  ])('%s', async (_, content) => {
    expect((await read(file('a.csv', content))).toString()).toBe(TEXT);
  });

  test.each([
    ['Windows line endings stay', TEXT.replaceAll('\n', '\r\n')],
    ['a carriage return among line feeds stays', `a\r${TEXT}`],
    ['bytes that are not UTF-8 stay', Buffer.from([0x41, 0xfa, 0x0a])],
    ['one byte', 'a'],
  ])('%s', async (_, content) => {
    expect((await read(file('a.csv', content))).equals(Buffer.from(content))).toBe(true);
  });

  test.each(['plain', 'gzip', 'utf-16'])('several pieces: %s', async (kind) => {
    const text = TEXT.repeat(80_000);
    const bytes = Buffer.from(text);
    const content =
      kind === 'gzip'
        ? gzipSync(bytes)
        : kind === 'plain'
          ? bytes
          : iconv.encode(`\ufeff${text}`, 'utf-16le');
    expect((await read(file('a.csv', content))).equals(bytes)).toBe(true);
  });

  test.each([
    ['plain', Buffer.from(`\ufeff${TEXT}`)],
    ['gzip', gzipSync(TEXT.repeat(1000))],
  ])('the stored bytes are shown as they are on disk: %s', async (_, content) => {
    const stored: Buffer[] = [];
    const observer = { onStored: (bytes: Buffer) => stored.push(Buffer.from(bytes)) };
    for await (const _piece of openSource(fileSource(file('a.csv', content)), null, observer));
    expect(Buffer.concat(stored).equals(content)).toBe(true);
  });

  test.each([
    ['utf-8', Buffer.from(TEXT)],
    ['utf-16le', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
  ])('the encoding is told: %s', async (encoding, content) => {
    const told: string[] = [];
    for await (const _ of openSource(fileSource(file('a.csv', content)), null, {
      onEncoding: (found) => told.push(found),
    }));
    expect(told).toEqual([encoding]);
  });

  test('the head stops early, and leaves nothing open', async () => {
    const path = file('a.gz', gzipSync(TEXT.repeat(80_000)));
    expect((await readHead(fileSource(path), null, {}, 20)).toString()).toBe(
      Buffer.from(TEXT).subarray(0, 20).toString(),
    );
    expect((await readHead(fileSource(file('b.csv', 'ab')))).toString()).toBe('ab');
  });
});

describe('what cannot be read', () => {
  test.each<[string, Buffer | string, string]>([
    ['empty', '', 'input_empty'],
    ['only a UTF-8 mark', '\ufeff', 'input_empty'],
    ['only a UTF-16 mark', Buffer.from([0xff, 0xfe]), 'input_empty'],
    ['empty gzip', gzipSync(''), 'input_empty'],
    ['workbook', Buffer.from('PK\x03\x04rest'), 'input_is_workbook'],
    ['workbook in gzip', gzipSync('PK\x03\x04rest'), 'input_is_workbook'],
    ['old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'input_is_workbook'],
    ['truncated gzip', gzipSync(TEXT.repeat(1000)).subarray(0, 60), 'input_gzip_truncated'],
    ['truncated gzip header', gzipSync(TEXT).subarray(0, 5), 'input_gzip_truncated'],
    ['damaged gzip', Buffer.concat([gzipSync(TEXT).subarray(0, -8), Buffer.alloc(8)]), 'input_gzip_damaged'],
  ])('%s', async (_, content, code) => {
    const path = file('a.csv', content);
    await expect(read(path)).rejects.toMatchObject(failureOf(code));
  });

  test('missing', async () => {
    await expect(read(join(folder, 'none.csv'))).rejects.toMatchObject(failureOf('input_missing'));
    await expect(read(join(file('a.csv', 'x'), 'none.csv'))).rejects.toMatchObject(
      failureOf('input_missing'),
    );
  });

  test('folder', async () => {
    await expect(read(folder)).rejects.toMatchObject(failureOf('input_is_directory'));
  });
});

describe('expandInputs', () => {
  const names = (paths: string[]) => expandInputs(paths).map((path) => path.slice(folder.length + 1));

  beforeEach(() => {
    for (const name of [
      'b.csv',
      'a.CSV',
      'Z.tsv',
      'é.txt',
      'c.csv.gz',
      'l.xlsx',
      'm.XLSM',
      'note.md',
      '.hidden.csv',
      '~$lock.csv',
      'registry.db.remarks.csv',
    ])
      file(name, 'x');
    mkdirSync(join(folder, 'sub.csv'));
    file('sub.csv/inner.csv', 'x');
  });

  test.each<[string, string[], string[]]>([
    [
      'a folder: its data files in byte order',
      ['.'],
      ['Z.tsv', 'a.CSV', 'b.csv', 'c.csv.gz', 'l.xlsx', 'm.XLSM', 'é.txt'],
    ],
    ['a pattern', ['b*.csv'], ['b.csv']],
    ['a list of remarks is taken when it is named', ['registry*.csv'], ['registry.db.remarks.csv']],
    [
      'a pattern with one letter',
      ['?.*'],
      ['Z.tsv', 'a.CSV', 'b.csv', 'c.csv.gz', 'l.xlsx', 'm.XLSM', 'é.txt'],
    ],
    ['files in the order given', ['b.csv', 'a.CSV'], ['b.csv', 'a.CSV']],
    ['named twice, taken once', ['b.csv', 'b*.csv', './b.csv'], ['b.csv']],
    ['a named file of any kind', ['note.md'], ['note.md']],
    ['sheets of a workbook, each an input', ['l.xlsx#a', 'l.xlsx#b'], ['l.xlsx#a', 'l.xlsx#b']],
  ])('%s', (_, asked, expected) => {
    expect(names(asked.map((path) => join(folder, path)))).toEqual(expected);
  });

  test.each([
    ['no.csv', 'input_missing'],
    ['*.xml', 'input_no_match'],
    ['none/*.csv', 'input_missing'],
  ])('%s gives no file', (path, code) => {
    let thrown: unknown;
    try {
      expandInputs([join(folder, path)]);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject(failureOf(code));
  });

  test('a workbook and one of its sheets could be the same rows', () => {
    const asked = ['l.xlsx', 'l.xlsx#a'].map((path) => join(folder, path));
    expect(() => expandInputs(asked)).toThrow(/could count twice/);
  });

  test('what a folder holds beside its data files is told', () => {
    expect(leftOutOf([folder, join(folder, 'note.md')]).map((path) => path.slice(folder.length + 1))).toEqual(
      ['note.md', 'sub.csv/'],
    );
  });

  test('a folder without data files', () => {
    mkdirSync(join(folder, 'empty'));
    expect(() => expandInputs([join(folder, 'empty')])).toThrow(/holds no \.csv/);
  });
});
