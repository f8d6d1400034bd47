const NEEDS_QUOTES = /[",\r\n]/;

/**
 * One RFC 4180 field. Values are written as they are: what a spreadsheet might take for a formula is left alone in
 * machine files (a phone number `+84...` must survive); the manifest says so.
 */
export function csvField(value: string): string {
  return NEEDS_QUOTES.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** One RFC 4180 record with its line ending. */
export function csvRecord(values: readonly string[]): string {
  return `${values.map(csvField).join(',')}\n`;
}
