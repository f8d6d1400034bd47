import { ZipFile } from 'yazl';
import type { WorkbookNotes } from '../../../src/input/workbook/notes.js';
import { readWorkbook } from '../../../src/input/workbook/read-workbook.js';

const TRANSITIONAL = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A workbook by its XML, so that tests can say what no writer writes. */
export interface WorkbookXml {
  readonly sheets: readonly {
    readonly name: string;
    /** What stands in `sheetData`. */
    readonly rows: string;
    readonly state?: 'hidden' | 'veryHidden';
    /** What follows `sheetData`. */
    readonly after?: string;
  }[];
  /** The `si` elements; absent: no part of shared strings. */
  readonly strings?: string;
  /** Codes of custom number formats; style N+1 has the Nth, style 0 none. */
  readonly formats?: readonly string[];
  readonly workbookPr?: string;
  readonly strict?: boolean;
  readonly absolute?: boolean;
  /** Parts in place of those made from the above; null: left out. */
  readonly parts?: Readonly<Record<string, string | Buffer | null>>;
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (found) => `&#${found.charCodeAt(0)};`);
}

/** `sheetData` of a table, all cells as inline strings. */
export function inlineRows(table: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    text === '' ? '<c/>' : `<c t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
  return table.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('');
}

export function makeWorkbook(workbook: WorkbookXml): Promise<Buffer> {
  const { main, relations } = workbook.strict === true ? STRICT : TRANSITIONAL;
  const root = workbook.absolute === true ? '/xl/' : '';
  const types = (name: string, id: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${name}" Target="${target}"/>`;
  const rels = (inside: string) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;
  const { sheets, strings, formats } = workbook;
  const parts: Record<string, string | Buffer | null> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': rels(
      types('officeDocument', 'rId1', workbook.absolute === true ? '/xl/workbook.xml' : 'xl/workbook.xml'),
    ),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${main}" xmlns:r="${relations}">${workbook.workbookPr ?? ''}<sheets>${sheets
      .map(
        ({ name, state }, i) =>
          `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="s${i}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(
      sheets.map((_, i) => types('worksheet', `s${i}`, `${root}worksheets/sheet${i + 1}.xml`)).join('') +
        types('sharedStrings', 'strings', `${root}sharedStrings.xml`) +
        types('styles', 'styles', `${root}styles.xml`),
    ),
    ...(strings !== undefined && { 'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${main}">${strings}</sst>` }),
    ...(formats !== undefined && {
      'xl/styles.xml': `${HEAD}<styleSheet xmlns="${main}"><numFmts>${formats
        .map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${escapeXml(code)}"/>`)
        .join(
          '',
        )}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
        .map((_, i) => `<xf numFmtId="${200 + i}"/>`)
        .join('')}<xf numFmtId="14"/></cellXfs></styleSheet>`,
    }),
    ...Object.fromEntries(
      sheets.map(({ rows, after }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `${HEAD}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after ?? ''}</worksheet>`,
      ]),
    ),
    ...workbook.parts,
  };
  return zipOf(parts);
}

/** A zip archive of the parts; the same parts give the same bytes. */
export async function zipOf(parts: Readonly<Record<string, string | Buffer | null>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) {
    if (content !== null)
      zip.addBuffer(Buffer.from(content as string), name, { mtime: new Date(1980, 0, 1) });
  }
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

export interface Read {
  readonly csv: string;
  readonly notes: WorkbookNotes;
}

/** Reads a workbook in memory. */
export async function read(source: Buffer | WorkbookXml, sheet: string | null = null): Promise<Read> {
  const bytes = Buffer.isBuffer(source) ? source : await makeWorkbook(source);
  const pieces: Buffer[] = [];
  let notes: WorkbookNotes | null = null;
  const onNotes = (found: WorkbookNotes) => {
    notes = found;
  };
  for await (const piece of readWorkbook(bytes, { path: 'list.xlsx', sheet, onNotes })) pieces.push(piece);
  if (notes === null) throw new Error('no notes');
  return { csv: Buffer.concat(pieces).toString(), notes };
}

/** A sheet with a header and rows, given as XML. */
export const HEADER = ['Họ và tên', 'Ngày sinh', 'Số CCCD', 'Ghi chú'];
export function listSheet(rows: string, more: Partial<WorkbookXml> & { after?: string } = {}): WorkbookXml {
  const { after, ...workbook } = more;
  return {
    sheets: [{ name: 'Danh sách', rows: inlineRows([HEADER]) + rows, ...(after !== undefined && { after }) }],
    ...workbook,
  };
}
