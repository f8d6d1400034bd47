import { ByteBuilder } from './byte-builder.js';
import { appendCell, type CellContext, type CellType, cellType } from './cell-value.js';
import { RowBuffer } from './row-buffer.js';
import { XmlFault } from './xml-fault.js';
import type { XmlHandler, XmlScanner } from './xml-scanner.js';
import { appendXmlText } from './xml-text.js';

/** Rows of a sheet, the limit of the format. */
const MAX_ROWS = 1_048_576;
const LOWER_R = 0x72;
const LOWER_S = 0x73;
const LOWER_T = 0x74;

export interface SheetListener {
  /** A row in which a cell holds something; the rows come in ascending order. The buffer is used again. */
  readonly row: (row: RowBuffer) => void;
  /** `A1:B2`: cells of which the first holds the value. Comes after all rows. */
  readonly merged?: (reference: string) => void;
  /** The sheet has a filter. */
  readonly filtered?: () => void;
}

/**
 * Follows the XML of a sheet and gives its rows. A row or a cell without a reference follows the one before it.
 * Throws XmlFault for rows or cells that are not in ascending order or beyond the limits of the format.
 */
export class SheetRows implements XmlHandler {
  readonly #context: CellContext;
  readonly #listener: SheetListener;
  readonly #row = new RowBuffer();
  readonly #stored = new ByteBuilder();
  #inData = false;
  #inRow = false;
  #inCell = false;
  #inValue = false;
  #phonetic = 0;
  #column = -1;
  #type: CellType = 'n';
  #style = 0;
  #isFormula = false;

  constructor(context: CellContext, listener: SheetListener) {
    this.#context = context;
    this.#listener = listener;
  }

  open(name: string, scanner: XmlScanner): void {
    switch (name) {
      case 'c':
        if (this.#inRow) this.#openCell(scanner);
        return;
      case 'v':
        this.#inValue = this.#inCell;
        return;
      case 't':
        this.#inValue = this.#inCell && this.#type === 'inlineStr' && this.#phonetic === 0;
        return;
      case 'f':
        this.#isFormula = true;
        return;
      case 'rPh':
        this.#phonetic++;
        return;
      case 'row':
        if (this.#inData) this.#openRow(scanner);
        return;
      case 'sheetData':
        this.#inData = true;
        return;
      case 'mergeCell':
        this.#listener.merged?.(scanner.attributes().get('ref') ?? '');
        return;
      case 'autoFilter':
        this.#listener.filtered?.();
        return;
      default:
    }
  }

  text(bytes: Buffer, from: number, to: number, isLiteral: boolean): void {
    if (!this.#inValue) return;
    const isText = this.#type === 'inlineStr' || this.#type === 'str';
    if (isLiteral) this.#stored.append(bytes, from, to);
    else appendXmlText(this.#stored, bytes, from, to, isText);
  }

  close(name: string): void {
    switch (name) {
      case 'c':
        if (this.#inCell) this.#closeCell();
        return;
      case 'v':
      case 't':
        this.#inValue = false;
        return;
      case 'rPh':
        this.#phonetic--;
        return;
      case 'row':
        if (!this.#inRow) return;
        this.#inRow = false;
        if (this.#row.width > 0 || this.#row.unvalued > 0) this.#listener.row(this.#row);
        return;
      case 'sheetData':
        this.#inData = false;
        return;
      default:
    }
  }

  #openRow(scanner: XmlScanner): void {
    const before = this.#row.number;
    let number = before + 1;
    let isHidden = false;
    while (scanner.nextAttribute()) {
      const length = scanner.nameTo - scanner.nameFrom;
      if (length === 1 && scanner.bytes[scanner.nameFrom] === LOWER_R)
        number = Number(scanner.attributeText());
      else if (
        length === 6 &&
        scanner.bytes.toString('latin1', scanner.nameFrom, scanner.nameTo) === 'hidden'
      ) {
        isHidden = /^(1|true)$/.test(scanner.attributeText());
      }
    }
    if (!(Number.isInteger(number) && number <= MAX_ROWS))
      throw new XmlFault('a row number that no sheet has');
    if (number <= before) throw new XmlFault(`row ${number} comes after row ${before}`);
    this.#row.begin(number, isHidden);
    this.#inRow = true;
    this.#column = -1;
  }

  #openCell(scanner: XmlScanner): void {
    this.#column++;
    this.#type = 'n';
    this.#style = 0;
    this.#isFormula = false;
    this.#stored.clear();
    this.#inCell = true;
    while (scanner.nextAttribute()) {
      if (scanner.nameTo - scanner.nameFrom !== 1) continue;
      const { bytes, valueFrom, valueTo } = scanner;
      const name = bytes[scanner.nameFrom];
      if (name === LOWER_R) this.#column = columnOf(bytes, valueFrom, valueTo);
      else if (name === LOWER_S) this.#style = numberOf(bytes, valueFrom, valueTo);
      else if (name === LOWER_T) {
        // The type of nearly every cell of text.
        const isShared = valueTo - valueFrom === 1 && bytes[valueFrom] === LOWER_S;
        this.#type = isShared ? 's' : cellType(bytes.toString('latin1', valueFrom, valueTo));
      }
    }
  }

  #closeCell(): void {
    this.#inCell = false;
    const row = this.#row;
    const stored = this.#stored;
    if (this.#isFormula && stored.length === 0 && this.#type !== 'str') row.unvalued++;
    if (stored.length === 0) return;
    if (this.#type === 'e') row.errors++;
    const start = row.fields.length;
    appendCell(row.fields, this.#type, this.#style, stored, this.#context);
    row.take(this.#column, start);
  }
}

/** The column of a reference such as `AB12`, from 0. */
function columnOf(bytes: Buffer, from: number, to: number): number {
  let column = 0;
  let at = from;
  for (; at < to; at++) {
    const letter = (bytes[at] as number) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  if (column === 0 || at - from > 3) throw new XmlFault('a cell without a column');
  return column - 1;
}

function numberOf(bytes: Buffer, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) number = number * 10 + (bytes[i] as number) - 0x30;
  return number;
}
