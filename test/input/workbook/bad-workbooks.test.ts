import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { fileSource } from '../../../src/input/input-source.js';
import { openSource } from '../../../src/input/open-source.js';
import {
  HEADER,
  inlineRows,
  listSheet,
  makeWorkbook,
  read,
  type WorkbookXml,
  zipOf,
} from './make-workbook.js';

const ROW = '<row r="2"><c t="inlineStr"><is><t>Lê Văn An</t></is></c></row>';
const LIST = listSheet(ROW);
const sheetOf = (xml: string): WorkbookXml => ({ ...LIST, parts: { 'xl/worksheets/sheet1.xml': xml } });
const DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
const failureOf = (code: string, what = /./) => ({
  name: 'Failure',
  detail: { code, exitCode: 3, what: expect.stringMatching(what), next: expect.stringMatching(/./) },
});

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doisoat-workbook-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function open(bytes: Buffer, name = 'list.xlsx'): Promise<Buffer> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const pieces: Buffer[] = [];
  for await (const piece of openSource(fileSource(path))) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The beginning of a compound file (OLE) with a stream of this name. */
function compound(stream: string): Buffer {
  const bytes = Buffer.alloc(2048);
  bytes.write('d0cf11e0a1b11ae1', 'hex');
  bytes.write(stream, 1024, 'utf16le');
  return bytes;
}

describe('files that are no workbook that can be read', () => {
  test.each<[rule: string, bytes: () => Buffer | Promise<Buffer>, code: string]>([
    ['cut off', async () => (await makeWorkbook(LIST)).subarray(0, 900), 'workbook_truncated'],
    ['a few bytes', () => Buffer.from('PK\u0003\u0004'), 'workbook_truncated'],
    ['under a password', () => compound('EncryptedPackage'), 'workbook_encrypted'],
    ['.xls', () => compound('Workbook'), 'workbook_old_format'],
    ['.xlsb', () => makeWorkbook({ ...LIST, parts: { '_rels/.rels': '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>' } }), 'workbook_binary'],
    ['.ods', () => zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }), 'workbook_opendocument'],
    ['a zip archive of something else', () => zipOf({ 'a.txt': 'x' }), 'workbook_damaged'],
  ])('%s', async (_, bytes, code) => {
    await expect(open(await bytes())).rejects.toMatchObject(failureOf(code));
  }); // biome-ignore format: a table

  test('a zip archive under another name is not taken for a workbook', async () => {
    const zip = await zipOf({ 'a.csv': 'x' });
    await expect(open(zip, 'list.zip')).rejects.toMatchObject(failureOf('input_is_workbook'));
  });
});

describe('damaged parts are told with the name of the part', () => {
  test.each<[rule: string, workbook: WorkbookXml, what: RegExp]>([
    ['the part of a sheet is missing', { ...LIST, parts: { 'xl/worksheets/sheet1.xml': null } }, /sheet1\.xml is missing/],
    ['the part of the workbook is missing', { ...LIST, parts: { 'xl/workbook.xml': null } }, /workbook\.xml is missing/],
    ['a relation is missing', { ...LIST, parts: { 'xl/_rels/workbook.xml.rels': '<Relationships/>' } }, /a sheet has no part/],
    ['XML that stops', sheetOf('<worksheet><sheetData><row><c>'), /stops in the middle/],
    ['no XML', sheetOf('hello'), /stops in the middle/],
    ['nothing', sheetOf(''), /stops in the middle/],
    ['elements that cross', sheetOf('<worksheet><sheetData></worksheet></sheetData>'), /closes another element/],
    ['a document type is refused, entities are never expanded', sheetOf(`${DOCTYPE}<worksheet/>`), /document type/],
    ['an entity that nobody declared', listSheet('<row><c t="inlineStr"><is><t>&a;</t></is></c></row>'), /entity/],
    ['a bare ampersand', listSheet('<row><c t="inlineStr"><is><t>A & B</t></is></c></row>'), /bare/],
    ['a text that is not there', listSheet('<row r="2"><c t="s"><v>7</v></c></row>', { strings: '<si><t>a</t></si>' }), /not there/],
    ['no part of shared strings, though a cell needs it', listSheet('<row r="2"><c t="s"><v>0</v></c></row>'), /not there/],
    ['a type of cell that there is not', listSheet('<row><c t="q"><v>1</v></c></row>'), /type/],
    ['rows backwards', listSheet('<row r="9"/><row r="5"/>'), /row 5 comes after row 9/],
    ['a row beyond the last', listSheet('<row r="1048577"/>'), /row number/],
    ['cells backwards', listSheet('<row><c r="C2"><v>1</v></c><c r="B2"><v>1</v></c></row>'), /not in order/],
    ['a column beyond the last', listSheet('<row><c r="XFE2"><v>1</v></c></row>'), /beyond column XFD/],
    ['a cell without a column', listSheet('<row><c r="22"><v>1</v></c></row>'), /without a column/],
    ['a text longer than a cell holds', listSheet(`<row><c t="inlineStr"><is><t>${'x'.repeat(140_000)}</t></is></c></row>`), /longer than a cell/],
    ['a tag without end', sheetOf(`<worksheet ${'x'.repeat(3_000_000)}`), /without end/],
    ['elements without end', sheetOf('<a>'.repeat(5000)), /nested too deep/],
    ['another encoding', sheetOf('<?xml version="1.0" encoding="windows-1258"?><worksheet/>'), /encoding/],
  ])('%s', async (_, workbook, what) => {
    await expect(read(workbook)).rejects.toMatchObject(failureOf('workbook_damaged', what));
  }); // biome-ignore format: a table

  test('a byte that changed is found by the checksum or the zip format', async () => {
    const good = await makeWorkbook(LIST);
    const list = await read(good);
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = Buffer.from(good);
        bytes[at] = (bytes[at] as number) ^ change;
        const outcome = await read(bytes).catch((cause: { detail?: { exitCode: number } }) => cause);
        if ('csv' in outcome) expect(outcome).toEqual(list);
        else expect(outcome.detail?.exitCode).toBe(3);
      }),
      { numRuns: 300 },
    );
  });
});

describe('limits', () => {
  test('a zip bomb', async () => {
    const bomb = `<worksheet><sheetData>${`<!--${' '.repeat(1024 ** 2)}-->`.repeat(70)}</sheetData></worksheet>`;
    await expect(read(sheetOf(bomb))).rejects.toMatchObject(failureOf('workbook_too_large', /zip bomb/));
  });

  test('rows that are formatted and empty are none', async () => {
    const empty = Array.from({ length: 60_000 }, (_, i) => `<row r="${i + 3}" ht="15"><c r="A${i + 3}" s="1"/><c r="B${i + 3}" s="1"/></row>`);
    const { csv, notes } = await read(listSheet(ROW + empty.join('')));
    expect(notes.rows).toBe(1);
    expect(csv.split('\n')).toHaveLength(3);
  }); // biome-ignore format: readable

  test('a cell far to the right of the list', async () => {
    const list = listSheet('<row r="2"><c r="XFD2"><v>1</v></c></row>');
    await expect(read(list)).rejects.toMatchObject(failureOf('workbook_too_large', /column 16384/));
  });

  test('a file that is no workbook is not opened as one', async () => {
    const csv = `${HEADER.join(',')}\nPK\n`;
    expect((await open(Buffer.from(csv), 'list.csv')).toString()).toBe(csv);
    expect(inlineRows([['a']])).toContain('<row>');
  });
});
