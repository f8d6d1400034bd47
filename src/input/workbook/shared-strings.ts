import { ByteBuilder } from './byte-builder.js';
import { appendCsvField } from './csv-field.js';
import { readXml } from './read-xml.js';
import { tooLargeFailure } from './workbook-failures.js';
import { XmlFault } from './xml-fault.js';
import type { XmlHandler } from './xml-scanner.js';
import { appendXmlText } from './xml-text.js';
import { MAX_PART_BYTES, type ZipParts } from './zip-parts.js';

const PAGE_BYTES = 4 * 1024 * 1024;
/** Beyond this the strings would not fit the memory of an ordinary PC. */
const MAX_STRING_BYTES = 1024 ** 3;

/** Where a cell's text is looked up. */
export interface SharedStrings {
  /** Appends a text as a CSV field by its number. @throws XmlFault when there is none. */
  readonly appendTo: (target: ByteBuilder, index: number) => void;
}

/**
 * The shared strings of a workbook as CSV fields, by number: bytes in pages of 4 MiB and two numbers a string, never
 * JavaScript strings, because a list of 500,000 persons has millions of them. They are quoted once, here, and copied.
 */
export class StringTable implements SharedStrings {
  readonly #pages: Buffer[] = [];
  #used = PAGE_BYTES;
  #starts = new Uint32Array(1024);
  #ends = new Uint32Array(1024);
  #count = 0;

  /** Bytes held. */
  get size(): number {
    return this.#pages.length * PAGE_BYTES;
  }

  add(bytes: Buffer, length: number): void {
    if (this.#used + length > PAGE_BYTES) {
      this.#pages.push(Buffer.allocUnsafeSlow(PAGE_BYTES));
      this.#used = 0;
    }
    if (this.#count === this.#starts.length) {
      this.#starts = doubled(this.#starts);
      this.#ends = doubled(this.#ends);
    }
    const page = this.#pages.length - 1;
    bytes.copy(this.#pages[page] as Buffer, this.#used, 0, length);
    this.#starts[this.#count] = page * PAGE_BYTES + this.#used;
    this.#used += length;
    this.#ends[this.#count++] = page * PAGE_BYTES + this.#used;
  }

  appendTo(target: ByteBuilder, index: number): void {
    this.#check(index);
    const start = this.#starts[index] as number;
    const length = (this.#ends[index] as number) - start;
    if (length === 0) return;
    const page = this.#pages[Math.floor(start / PAGE_BYTES)] as Buffer;
    target.append(page, start % PAGE_BYTES, (start % PAGE_BYTES) + length);
  }

  /** Gives one byte for a text that is not empty: for counting, at less cost. */
  presence(): SharedStrings {
    return {
      appendTo: (target, index) => {
        this.#check(index);
        if (this.#starts[index] !== this.#ends[index]) target.appendByte(0x78);
      },
    };
  }

  #check(index: number): void {
    if (!(index >= 0 && index < this.#count)) throw new XmlFault('a cell refers to a text that is not there');
  }
}

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

/**
 * Reads the shared strings; runs of rich text are joined, phonetic runs (`rPh`) left out.
 * @throws Failure exit 3: damaged, malformed, more than 1 GiB.
 */
export async function readSharedStrings(parts: ZipParts, path: string, part: string): Promise<StringTable> {
  const table = new StringTable();
  await readXml(parts, path, part, stringHandler(table, path), MAX_PART_BYTES);
  return table;
}

function stringHandler(table: StringTable, path: string): XmlHandler {
  const text = new ByteBuilder();
  const field = new ByteBuilder();
  let inString = false;
  let inText = false;
  let phonetic = 0;
  return {
    open(name) {
      if (name === 'si') {
        inString = true;
        text.clear();
      } else if (name === 't') inText = inString && phonetic === 0;
      else if (name === 'rPh') phonetic++;
    },
    text(bytes, from, to, isLiteral) {
      if (!inText) return;
      if (isLiteral) text.append(bytes, from, to);
      else appendXmlText(text, bytes, from, to, true);
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'si') {
        inString = false;
        field.clear();
        appendCsvField(field, text.bytes, 0, text.length);
        table.add(field.bytes, field.length);
        if (table.size > MAX_STRING_BYTES) {
          throw tooLargeFailure(path, 'its texts are larger than 1 GiB');
        }
      }
    },
  };
}
