import { MAX_RECORD_BYTES } from '../record-scanner.js';
import { ByteBuilder } from './byte-builder.js';
import type { CellContext } from './cell-value.js';
import type { NumberFormat } from './number-format.js';
import { xmlPieces, xmlStep } from './read-xml.js';
import type { RowBuffer } from './row-buffer.js';
import { readSharedStrings, StringTable } from './shared-strings.js';
import { type SheetListener, SheetRows } from './sheet-rows.js';
import { readCellFormats } from './styles.js';
import { tooLargeFailure } from './workbook-failures.js';
import { readWorkbookIndex, type SheetEntry, type WorkbookIndex } from './workbook-index.js';
import { XmlScanner } from './xml-scanner.js';
import { type WorkbookSource, ZipParts } from './zip-parts.js';

const PIECE_BYTES = 256 * 1024;
const LINE_FEED = 0x0a;

/** A workbook that is open for reading; `close` it. */
export class Workbook {
  readonly path: string;
  readonly sheets: readonly SheetEntry[];
  readonly #parts: ZipParts;
  readonly #context: CellContext;
  readonly #counting: CellContext;

  private constructor(
    path: string,
    parts: ZipParts,
    { sheets, is1904 }: WorkbookIndex,
    strings: StringTable,
    formats: readonly NumberFormat[],
  ) {
    this.path = path;
    this.sheets = sheets;
    this.#parts = parts;
    this.#context = { strings, formats, is1904 };
    this.#counting = { ...this.#context, strings: strings.presence() };
  }

  /** `path` is what failures name. @throws Failure exit 3: not a workbook that can be read. */
  static async open(source: WorkbookSource, path: string): Promise<Workbook> {
    const parts = await ZipParts.open(source, path);
    try {
      const index = await readWorkbookIndex(parts, path);
      const { sharedStrings, styles } = index;
      const formats = styles === null ? [] : await readCellFormats(parts, path, styles);
      const strings =
        sharedStrings === null ? new StringTable() : await readSharedStrings(parts, path, sharedStrings);
      return new Workbook(path, parts, index, strings, formats);
    } catch (cause) {
      parts.close();
      throw cause;
    }
  }

  get is1904(): boolean {
    return this.#context.is1904;
  }

  close(): void {
    this.#parts.close();
  }

  /**
   * Reads the rows of a sheet for counting: their texts are not those of the cells, but empty where those are. Each step
   * is a piece of the sheet's XML, after which one may stop. @throws Failure exit 3
   */
  count(sheet: SheetEntry, listener: SheetListener): AsyncGenerator<void> {
    return this.#read(sheet, listener, this.#counting);
  }

  async *#read({ part }: SheetEntry, listener: SheetListener, context: CellContext): AsyncGenerator<void> {
    const scanner = new XmlScanner(new SheetRows(context, listener));
    for await (const piece of xmlPieces(this.#parts, this.path, part)) {
      xmlStep(this.path, part, () => scanner.push(piece));
      yield;
    }
    xmlStep(this.path, part, () => scanner.end());
  }

  /**
   * A sheet as canonical CSV (UTF-8, comma, `\n`, RFC 4180): one record for each row of the sheet, a blank line for an
   * empty one, at least `columns` fields each; empty rows at the end are left out. @throws Failure exit 3
   */
  async *csv(sheet: SheetEntry, columns: number): AsyncGenerator<Buffer> {
    const out = new ByteBuilder();
    let rows = 0;
    const row = (found: RowBuffer) => {
      if (found.width === 0) return;
      const empty = found.number - rows - 1;
      out.reserve(empty);
      out.bytes.fill(LINE_FEED, out.length, out.length + empty);
      out.length += empty;
      const start = out.length;
      found.appendRecord(out, columns);
      if (out.length - start >= MAX_RECORD_BYTES) {
        throw tooLargeFailure(this.path, `row ${found.number} of sheet "${sheet.name}" is larger than 8 MiB`);
      }
      rows = found.number;
    };
    for await (const _ of this.#read(sheet, { row }, this.#context)) {
      if (out.length >= PIECE_BYTES) yield taken(out);
    }
    if (out.length > 0) yield taken(out);
  }
}

/** A copy of the bytes, which the reader may keep. */
function taken(out: ByteBuilder): Buffer {
  const piece = Buffer.allocUnsafeSlow(out.length);
  out.bytes.copy(piece, 0, 0, out.length);
  out.clear();
  return piece;
}
