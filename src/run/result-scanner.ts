import { RESULT_COLUMNS } from '../output/columns.js';

const QUOTE = 0x22;
const COMMA = 0x2c;
const LINE_FEED = 0x0a;

/**
 * Steps over the records of a result file's bytes (RFC 4180, as `output/` writes them) and notes where the result
 * columns lie, without making a text of anything else: comparing runs reads every byte of two of them.
 */
export class ResultScanner {
  readonly #bytes: Buffer;
  readonly #firstResult: number;
  readonly #starts = new Int32Array(RESULT_COLUMNS.length);
  readonly #ends = new Int32Array(RESULT_COLUMNS.length);
  #next = 0;

  /** `bytes`: whole records. `firstResult`: position of the column `ds_source_file`. */
  constructor(bytes: Buffer, firstResult: number) {
    this.#bytes = bytes;
    this.#firstResult = firstResult;
  }

  /** Goes to the next record; false after the last. */
  advance(): boolean {
    const bytes = this.#bytes;
    const { length } = bytes;
    let at = this.#next;
    if (at >= length) return false;
    for (let field = -this.#firstResult; ; field++) {
      const start = at;
      if (bytes[at] === QUOTE) at = this.#afterQuotes(at + 1);
      while (at < length && bytes[at] !== COMMA && bytes[at] !== LINE_FEED) at++;
      if (field >= 0 && field < RESULT_COLUMNS.length) {
        this.#starts[field] = start;
        this.#ends[field] = at;
      }
      if (at >= length || bytes[at] === LINE_FEED) break;
      at++;
    }
    this.#next = at + 1;
    return true;
  }

  /** The text of a result column of the current record, by its number in RESULT_COLUMNS. */
  text(column: number): string {
    const text = this.#bytes.toString('utf8', this.#starts[column], this.#ends[column]);
    return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
  }

  /** Position behind the quote that closes a field whose content begins at `from`. */
  #afterQuotes(from: number): number {
    const bytes = this.#bytes;
    for (let at = from; ; ) {
      const quote = bytes.indexOf(QUOTE, at);
      if (quote === -1) return bytes.length;
      if (bytes[quote + 1] !== QUOTE) return quote + 1;
      at = quote + 2;
    }
  }
}
