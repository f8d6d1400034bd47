import type { ByteBuilder } from './byte-builder.js';
import { appendCsvField } from './csv-field.js';
import { type NumberFormat, PLAIN } from './number-format.js';
import { numberText } from './number-text.js';
import { isoCellDate, serialDate, serialTime } from './serial-date.js';
import type { SharedStrings } from './shared-strings.js';
import { XmlFault } from './xml-fault.js';

/** What a cell's stored value is read with. */
export interface CellContext {
  readonly strings: SharedStrings;
  /** By the number of the cell style. */
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
}

/** The type that a cell gives (`t`). */
export type CellType = 'n' | 's' | 'str' | 'inlineStr' | 'b' | 'e' | 'd';

/** @throws XmlFault for a type that the format does not have. */
export function cellType(text: string): CellType {
  switch (text) {
    case 'n':
    case 's':
    case 'str':
    case 'inlineStr':
    case 'b':
    case 'e':
    case 'd':
      return text;
    default:
      throw new XmlFault('a cell of a type that workbooks do not have');
  }
}

/** Appends a cell's value as a CSV field. `stored` is the text of the cell, references replaced. @throws XmlFault */
export function appendCell(
  target: ByteBuilder,
  type: CellType,
  style: number,
  stored: ByteBuilder,
  context: CellContext,
): void {
  if (stored.length === 0) return;
  switch (type) {
    case 's':
      context.strings.appendTo(target, indexOf(stored));
      return;
    case 'n': {
      const format = context.formats[style] ?? PLAIN;
      if (format.kind === 'plain' && isDigits(stored)) target.append(stored.bytes, 0, stored.length);
      else target.appendText(fieldSafe(formatted(stored.text(), format, context.is1904)));
      return;
    }
    case 'b':
      target.appendText(/^(1|true)$/.test(stored.text().trim()) ? 'TRUE' : 'FALSE');
      return;
    case 'd': {
      const date = isoCellDate(stored.text());
      if (date === null) appendCsvField(target, stored.bytes, 0, stored.length);
      else target.appendText(date);
      return;
    }
    default:
      appendCsvField(target, stored.bytes, 0, stored.length);
  }
}

function formatted(stored: string, format: NumberFormat, is1904: boolean): string {
  const text = numberText(stored);
  const value = Number(stored);
  if (!Number.isFinite(value)) return text;
  switch (format.kind) {
    case 'date':
      return serialDate(value, is1904) ?? text;
    case 'time':
      return serialTime(value) ?? serialDate(value, is1904) ?? text;
    case 'padded':
      return /^[0-9]+$/.test(text) ? format.prefix + text.padStart(format.digits, '0') : text;
    default:
      return text;
  }
}

/** A cell that claims to hold a number may hold anything. */
function fieldSafe(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""').replace(/[\r\n]+/g, ' ')}"` : text;
}

function isDigits({ bytes, length }: ByteBuilder): boolean {
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] as number;
    if (byte < 0x30 || byte > 0x39) return false;
  }
  return true;
}

function indexOf(stored: ByteBuilder): number {
  const { bytes, length } = stored;
  let index = 0;
  for (let i = 0; i < length; i++) {
    const digit = (bytes[i] as number) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return Number(stored.text());
    index = index * 10 + digit;
  }
  return index;
}
