import { SAMPLE_HEADER, sampleOutcome, sampleRow } from './sample-list.js';

/** Where a fault is put. */
export const FAULT_POSITIONS = ['first row', 'middle', 'last row'] as const;
export type FaultPosition = (typeof FAULT_POSITIONS)[number];

const ROWS = 12;
const AT: Readonly<Record<FaultPosition, number>> = { 'first row': 1, middle: 6, 'last row': ROWS };

/** A kind of fault in one place of the rows: what is written there, and what becomes of it. */
export interface RowFault {
  readonly kind: string;
  /** In place of row `number`. Bytes, as a fault may be no text. */
  readonly write: (number: number) => string | Buffer;
  /** What becomes of the records there: reason codes of rejected ones, `read` for a row, `blank` for a blank line. */
  readonly becomes: readonly string[];
  /** Line ending of the whole file. */
  readonly newline?: string;
  /** Positions that it does not make sense at. */
  readonly not?: readonly FaultPosition[];
}

const bytes = (text: string, latin1: string) => {
  const [before = '', after = ''] = text.split('*');
  return Buffer.concat([Buffer.from(before), Buffer.from(latin1, 'latin1'), Buffer.from(after)]);
};

/** Every kind, with the outcome that docs/input-faults.md states. */
export const ROW_FAULTS: readonly RowFault[] = [
  { kind: 'none', write: (n) => sampleRow(n), becomes: ['read'] },
  { kind: 'one delimiter too many', write: (n) => sampleRow(n).replace(',Nam,', ',,Nam,').replace(',Nữ,', ',,Nữ,'), becomes: ['wrong_field_count'] },
  { kind: 'one delimiter too few', write: (n) => sampleRow(n).replace(',10/07', '10/07'), becomes: ['wrong_field_count'] },
  { kind: 'empty cells behind the last', write: (n) => `${sampleRow(n)},,,`, becomes: ['wrong_field_count'] },
  { kind: 'a delimiter in a cell without quotes', write: (n) => sampleRow(n).replace('Astra', 'Astra, '), becomes: ['wrong_field_count'] },
  { kind: 'cut off in the middle', write: (n) => sampleRow(n).slice(0, 20), becomes: ['wrong_field_count'] },
  { kind: 'cut off in the last cell', write: (n) => sampleRow(n, 'ghi ch'), becomes: ['read'] },
  { kind: 'a quote inside a cell', write: (n) => sampleRow(n, 'tổ "5" ấp 3'), becomes: ['read'] },
  { kind: 'a quoted cell with delimiter and line break', write: (n) => sampleRow(n, '"tổ 5,\nấp 3"'), becomes: ['read'] },
  { kind: 'text behind a closing quote', write: (n) => sampleRow(n, '"tổ" 5'), becomes: ['broken_quotes'] },
  { kind: 'a quote never closed, in the first cell', write: (n) => `"${sampleRow(n)}`, becomes: ['broken_quotes'] },
  { kind: 'a quote never closed, in the last cell', write: (n) => sampleRow(n, '"tổ 5'), becomes: ['broken_quotes'] },
  {
    kind: 'two stray quotes a row apart',
    write: (n) => `${sampleRow(n, '"')}\n${sampleRow(n, '"')}`,
    becomes: ['broken_quotes'],
  },
  {
    kind: 'a line break in a cell without quotes',
    write: (n) => sampleRow(n).replace(' ', '\n'),
    becomes: ['wrong_field_count', 'wrong_field_count'],
  },
  { kind: 'a carriage return in place of a line break', write: (n) => `${sampleRow(n)}\r${sampleRow(n)}`, becomes: ['wrong_field_count'] },
  { kind: 'CRLF in this row only', write: (n) => `${sampleRow(n)}\r`, becomes: ['read'] },
  { kind: 'LF in this row only', newline: '\r\n', write: (n) => sampleRow(n), becomes: ['read'] },
  { kind: 'CR CR LF', write: (n) => `${sampleRow(n)}\r\r`, becomes: ['read'] },
  { kind: 'a NUL byte in a note', write: (n) => sampleRow(n, 'a\0b'), becomes: ['read'] },
  { kind: 'NUL bytes in place of a row', write: () => '\0'.repeat(60), becomes: ['wrong_field_count'] },
  { kind: 'a byte that is not UTF-8', write: (n) => bytes(sampleRow(n, '*'), '\xea'), becomes: ['invalid_encoding'] },
  { kind: 'a character cut in two', write: (n) => bytes(sampleRow(n, '*'), '\xe1\xbb'), becomes: ['invalid_encoding'] },
  { kind: 'a blank line', write: (n) => `\n${sampleRow(n)}`, becomes: ['blank', 'read'] },
  { kind: 'delimiters only', write: () => ',,,,,,,', becomes: ['empty_row'] },
  { kind: 'the header again', write: () => SAMPLE_HEADER, becomes: ['not_a_record'] },
  { kind: 'a sum', write: () => ',Tổng cộng: 12,,,,,,', becomes: ['not_a_record'] },
  { kind: 'a signature', write: () => 'Người lập biểu', becomes: ['not_a_record'] },
  {
    kind: 'a second table of another width',
    write: (n) => `Họ và tên,Số CCCD\n${sampleRow(n).split(',').slice(1, 3).join(',')}`,
    becomes: ['wrong_field_count', 'wrong_field_count'],
  },
  { kind: 'a cell of 200 kB', write: (n) => sampleRow(n, 'x'.repeat(200_000)), becomes: ['read'] },
  { kind: 'a quoted cell of 200 kB', write: (n) => sampleRow(n, `"${'x'.repeat(200_000)}"`), becomes: ['broken_quotes'] },
  { kind: 'a quoted cell of 60 lines', write: (n) => sampleRow(n, `"${'x\n'.repeat(60)}"`), becomes: ['broken_quotes', ...Array<string>(59).fill('wrong_field_count'), 'broken_quotes'] },
]; // biome-ignore format: a table

/** The bytes of a list with the fault, and the outcome of every row as `readWhole` shows it. */
export function listWithFault(
  fault: RowFault,
  position: FaultPosition,
): { readonly content: Buffer; readonly expected: readonly string[] } {
  const newline = Buffer.from(fault.newline ?? '\n');
  const parts: Buffer[] = [Buffer.from(SAMPLE_HEADER), newline];
  const expected: string[] = [];
  let record = 2;
  for (let number = 1; number <= ROWS; number++) {
    if (number !== AT[position]) {
      parts.push(Buffer.from(sampleRow(number)), newline);
      expected.push(sampleOutcome(number, record++));
      continue;
    }
    parts.push(Buffer.from(fault.write(number)), fault.newline === undefined ? newline : Buffer.from('\n'));
    for (const outcome of fault.becomes) {
      if (outcome === 'read') expected.push(sampleOutcome(number, record));
      else if (outcome !== 'blank') expected.push(`${record} rejected ${outcome}`);
      record++;
    }
  }
  return { content: Buffer.concat(parts), expected };
}

const rows = (from = 1) =>
  Array.from({ length: ROWS + 1 - from }, (_, i) => `${sampleRow(from + i)}\n`).join('');
const allRead = (firstRecord: number) =>
  Array.from({ length: ROWS }, (_, i) => sampleOutcome(i + 1, firstRecord + i));
const rejected = (firstRecord: number, reason: string) =>
  Array.from({ length: ROWS }, (_, i) => `${firstRecord + i} rejected ${reason}`);

/** Faults at the head of a file, or of the whole: the code of the failure, or the outcome of every row. */
export const FILE_FAULTS: readonly {
  readonly kind: string;
  readonly content: () => string | Buffer;
  readonly becomes: string | readonly string[];
}[] = [
  { kind: 'empty', content: () => '', becomes: 'input_empty' },
  { kind: 'line breaks only', content: () => '\n\r\n\n', becomes: 'unknown_layout' },
  { kind: 'NUL bytes only', content: () => Buffer.alloc(5000), becomes: 'unknown_layout' },
  { kind: 'a header only', content: () => `${SAMPLE_HEADER}\n`, becomes: [] },
  { kind: 'a header without line ending', content: () => SAMPLE_HEADER, becomes: [] },
  { kind: 'no header', content: () => rows(), becomes: 'unknown_layout' },
  { kind: 'three lines above the header', content: () => `SỞ Y TẾ\nDANH SÁCH TIÊM\n\n${SAMPLE_HEADER}\n${rows()}`, becomes: allRead(5) },
  { kind: 'a title with delimiters above the header', content: () => `,,Danh sách,,,,,\n${SAMPLE_HEADER}\n${rows()}`, becomes: allRead(3) },
  { kind: 'the line sep= of Excel', content: () => `sep=;\n${`${SAMPLE_HEADER}\n${rows()}`.replaceAll(',', ';')}`, becomes: allRead(3) },
  { kind: 'numbered columns below the header', content: () => `${SAMPLE_HEADER}\n1,2,3,4,5,6,7,8\n${rows()}`, becomes: allRead(3) },
  { kind: 'a header below row 41', content: () => `${'x\n'.repeat(60)}${SAMPLE_HEADER}\n${rows()}`, becomes: 'unknown_layout' },
  { kind: 'a delimiter too many in the header', content: () => `${SAMPLE_HEADER.replace(',Giới', ',,Giới')}\n${rows()}`, becomes: rejected(2, 'wrong_field_count') },
  { kind: 'a delimiter too few in the header', content: () => `${SAMPLE_HEADER.replace('tiêm,Tên', 'tiêmTên')}\n${rows().replaceAll(',\n', ',x\n')}`, becomes: rejected(2, 'wrong_field_count') },
  { kind: 'spare cells behind every row', content: () => `${SAMPLE_HEADER}\n${rows().replaceAll(',\n', ',,,\n')}`, becomes: allRead(2) },
  { kind: 'a quote never closed in the header', content: () => `"${SAMPLE_HEADER}\n${rows()}`, becomes: 'unknown_layout' },
  { kind: 'a quote never closed in a title', content: () => `"Danh sách\n${SAMPLE_HEADER}\n${rows()}`, becomes: allRead(3) },
  { kind: 'a carriage return alone behind the header', content: () => `${SAMPLE_HEADER}\r${rows()}`, becomes: 'mixed_line_endings' },
  { kind: 'a carriage return alone behind every row', content: () => `${SAMPLE_HEADER}\n${rows()}`.replaceAll('\n', '\r'), becomes: allRead(2) },
  { kind: 'two columns of one name', content: () => `${SAMPLE_HEADER.replace('Ghi chú', 'Họ và tên')}\n${rows()}`, becomes: 'duplicate_columns' },
  { kind: 'no line ending at the end', content: () => `${SAMPLE_HEADER}\n${rows()}`.trimEnd(), becomes: allRead(2) },
  { kind: 'NUL bytes behind the last row', content: () => `${SAMPLE_HEADER}\n${rows()}${'\0'.repeat(4096)}`, becomes: [...allRead(2), `${ROWS + 2} rejected wrong_field_count`] },
  { kind: 'Ctrl-Z behind the last row', content: () => `${SAMPLE_HEADER}\n${rows()}\u001a`, becomes: [...allRead(2), `${ROWS + 2} rejected wrong_field_count`] },
  { kind: 'a page of a website', content: () => '<!DOCTYPE html><html><body>Đăng nhập</body></html>', becomes: 'unknown_layout' },
  { kind: 'JSON', content: () => '[{"name": "Nguyễn Văn An"}]\n', becomes: 'unknown_layout' },
  { kind: 'a PDF', content: () => Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n', 'latin1'), becomes: 'encoding_unclear' },
  { kind: 'an old workbook', content: () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), becomes: 'input_is_workbook' },
]; // biome-ignore format: a table
