import { closeSync, openSync, writeSync } from 'node:fs';

const FLUSH_AT = 1 << 18;

/** Writes records to a file as they come, holding at most about a quarter of a million characters. */
export class CsvFile {
  private readonly descriptor: number;
  private readonly lineEnd: string;
  private buffered = '';
  /** Records written so far, headers included. */
  records = 0;

  constructor(path: string, lineEnd = '\n') {
    this.descriptor = openSync(path, 'w');
    this.lineEnd = lineEnd;
  }

  /** Appends a record that is already quoted where needed. */
  line(text: string): void {
    this.buffered += text + this.lineEnd;
    this.records++;
    if (this.buffered.length > FLUSH_AT) this.flush();
  }

  raw(text: string): void {
    this.buffered += text;
  }

  close(): void {
    this.flush();
    closeSync(this.descriptor);
  }

  private flush(): void {
    const bytes = Buffer.from(this.buffered, 'utf8');
    let done = 0;
    while (done < bytes.length) done += writeSync(this.descriptor, bytes, done);
    this.buffered = '';
  }
}

const NEEDS_QUOTES = /[",\r\n]/;

/** One cell by RFC 4180. */
export function cell(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
