import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type ZipEntry, zipFile } from '../../scripts/inputs/zip-file.js';
import { crc32 } from '../../src/domain/crc32.js';
import { expandInputs } from '../../src/input/expand-inputs.js';
import { sourceLabel } from '../../src/input/input-source.js';
import { sourcesIn } from '../../src/input/input-sources.js';
import { openSource } from '../../src/input/open-source.js';

const TEXT = 'Họ và tên,Số CCCD\nNguyễn Thị Hoà,001090000001\n';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doisoat-zip-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function archive(content: Buffer | readonly ZipEntry[], name = 'a.zip'): string {
  const path = join(folder, name);
  writeFileSync(path, Buffer.isBuffer(content) ? content : zipFile(content as readonly ZipEntry[]));
  return path;
}

/** Label below the folder and text of every source of the paths. */
async function readAll(...paths: string[]): Promise<[string, string][]> {
  const all: [string, string][] = [];
  const sources = await Promise.all(expandInputs(paths).map(sourcesIn));
  for (const source of sources.flat()) {
    const pieces: Buffer[] = [];
    for await (const piece of openSource(source)) pieces.push(piece);
    all.push([sourceLabel(source).slice(folder.length + 1), Buffer.concat(pieces).toString()]);
  }
  return all;
}

const failure = (code: string, what: RegExp) => ({
  name: 'Failure',
  message: expect.stringMatching(what) as string,
  detail: { code, exitCode: 3 },
});

describe('each data file in an archive is an input of its own', () => {
  test.each<[rule: string, entries: ZipEntry[], labels: string[]]>([
    ['members in byte order of their names', [{ name: 'b.csv', content: TEXT }, { name: 'a.tsv', content: TEXT }], ['a.tsv', 'b.csv']],
    ['stored, not deflated', [{ name: 'a.csv', content: TEXT, method: 0 }], ['a.csv']],
    ['in folders', [{ name: 'tỉnh/79/a.csv', content: TEXT }, { name: 'a.csv', content: TEXT }], ['a.csv', 'tỉnh/79/a.csv']],
    ['compressed once more', [{ name: 'a.csv.gz', content: gzipSync(TEXT) }], ['a.csv.gz']],
    ['UTF-16 in an archive', [{ name: 'a.txt', content: Buffer.from(`\ufeff${TEXT}`, 'utf16le') }], ['a.txt']],
    [
      'folders, resource forks, hidden files, lock files and other kinds are left out',
      [
        { name: 'x/', content: '' },
        { name: '__MACOSX/._a.csv', content: 'x' },
        { name: '.hidden.csv', content: 'x' },
        { name: 'x/.y/a.csv', content: 'x' },
        { name: '~$a.csv', content: 'x' },
        { name: 'đọc.docx', content: 'x' },
        { name: 'a.csv', content: TEXT },
      ],
      ['a.csv'],
    ],
    ['a name that climbs out of the folder is a label', [{ name: '../../etc/a.csv', content: TEXT }], ['etc/a.csv']],
    ['an absolute name', [{ name: '/etc/a.csv', content: TEXT }], ['etc/a.csv']],
    ['a Windows name', [{ name: 'C:\\dữ liệu\\a.csv', content: TEXT }], ['dữ liệu/a.csv']],
    ['a line break in a name', [{ name: 'a\n.csv', content: TEXT }], ['a_.csv']],
    ['UTF-8 names that do not say so, as macOS packs them', [{ name: 'Huế.csv', content: TEXT, flags: 0 }], ['Huế.csv']],
    ['names in CP437', [{ name: Buffer.from('H\x93.csv', 'latin1'), content: TEXT, flags: 0 }], ['Hô.csv']],
    ['a locked file that is not read anyway', [{ name: 'a.csv', content: TEXT }, { name: 'x.pdf', content: 'x', flags: 1 }], ['a.csv']],
  ])('%s', async (_, entries, labels) => {
    expect(await readAll(archive(entries))).toEqual(labels.map((label) => [`a.zip/${label}`, TEXT]));
  }); // biome-ignore format: a table

  test('an archive among other files of a folder, whatever its name', async () => {
    archive([{ name: 'a.csv', content: TEXT }], 'z.csv');
    writeFileSync(join(folder, 'b.csv'), TEXT);
    expect(await readAll(folder)).toEqual([
      ['b.csv', TEXT],
      ['z.csv/a.csv', TEXT],
    ]);
  });

  test('an archive with a comment', async () => {
    expect(await readAll(archive(zipFile([{ name: 'a.csv', content: TEXT }], 'ghi chu')))).toHaveLength(1);
  });

  test('a large member, in pieces', async () => {
    const text = TEXT.repeat(60_000);
    expect(await readAll(archive([{ name: 'a.csv', content: text }]))).toEqual([['a.zip/a.csv', text]]);
  });
});

describe('an archive is taken whole or not at all', () => {
  const good: ZipEntry = { name: 'a.csv', content: TEXT };
  const zeros = Buffer.alloc(80 * 1024 * 1024);
  test.each<[rule: string, content: () => Buffer | ZipEntry[], code: string, what: RegExp]>([
    ['locked with a password', () => [good, { ...good, name: 'b.csv', flags: 0x801 }], 'input_zip_encrypted', /"b\.csv" is locked/],
    ['strong encryption', () => [{ ...good, flags: 0x841 }], 'input_zip_damaged', /damaged/],
    ['an archive in it', () => [good, { ...good, name: 'x/b.ZIP' }], 'input_zip_nested', /"x\/b\.ZIP" is itself/],
    ['an old workbook in it', () => [good, { ...good, name: 'b.xls' }], 'input_zip_nested', /"b\.xls"/],
    ['another compression', () => [{ ...good, method: 9 }], 'input_zip_method', /method 9/],
    ['two entries of one name', () => [good, good], 'input_zip_same_name', /two entries/],
    ['two entries of one label', () => [good, { ...good, name: '../a.csv' }], 'input_zip_same_name', /two entries/],
    ['nothing to read', () => [{ ...good, name: 'a.pdf' }], 'input_zip_no_data', /holds no \.csv/],
    ['no entry', () => [], 'input_zip_no_data', /holds no \.csv/],
    ['a file of zeros made to fill a disk', () => [{ ...good, content: zeros }], 'input_zip_limit', /unpacks to 83886080 bytes/],
    ['too many entries', () => Array.from({ length: 2001 }, (_, i) => ({ ...good, name: `${i}.csv`, content: '' })), 'input_zip_limit', /2001 entries/],
    ['more than the whole country', () => [{ ...good, method: 0, bytes: 0xfffffffe }], 'input_zip_damaged', /damaged/],
    ['cut off', () => zipFile([good]).subarray(0, -10), 'input_zip_damaged', /damaged or incomplete/],
    ['only its first bytes', () => Buffer.from('PK\x03\x04 and so on'), 'input_zip_damaged', /damaged or incomplete/],
    ['a wrong checksum', () => [{ ...good, crc: 1 }], 'input_zip_damaged', /a\.zip\/a\.csv: the compressed data/],
    ['more bytes than it states', () => [{ ...good, bytes: 10 }], 'input_zip_damaged', /a\.zip\/a\.csv/],
    ['fewer bytes than it states', () => [{ ...good, bytes: 1000 }], 'input_zip_damaged', /a\.zip\/a\.csv/],
    ['an office document of another kind', () => [{ name: '[Content_Types].xml', content: 'x' }, good], 'workbook_damaged', /is damaged/],
  ])('%s', async (_, content, code, what) => {
    await expect(readAll(archive(content()))).rejects.toMatchObject(failure(code, what));
  }); // biome-ignore format: a table

  test('every byte that may be damaged: read as it was, or a failure', async () => {
    const whole = zipFile([{ name: 'a.csv', content: TEXT }]);
    for (let at = 0; at < whole.length; at++) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] as number) ^ 0x55;
      const read = await readAll(archive(bytes)).catch((cause: unknown) => cause);
      if (Array.isArray(read)) {
        // Nothing but the name and times, which decide nothing, may differ. Without PK it is no archive.
        expect(at < 4 || (read as [string, string][]).every(([, text]) => text === TEXT)).toBe(true);
      } else expect(read).toMatchObject({ name: 'Failure', detail: { exitCode: 3 } });
    }
  });

  test('a folder is no archive, a missing file has its own words', async () => {
    mkdirSync(join(folder, 'x'));
    await expect(readAll(join(folder, 'none.zip'))).rejects.toMatchObject(failure('input_missing', /none/));
  });
});

test('the checksum is that of the standard, in pieces too', () => {
  expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
  expect(crc32(Buffer.from('6789'), crc32(Buffer.from('12345')))).toBe(0xcbf43926);
});
