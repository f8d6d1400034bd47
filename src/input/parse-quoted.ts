import { parse } from 'csv-parse/sync';

/**
 * Parses the texts of records that hold quoted fields, all in one call because a call costs far more than a record.
 * Only when that gives another number of records are they parsed one by one. Undefined: not readable.
 */
export function parseQuoted(records: readonly string[], delimiter: string): (string[] | undefined)[] {
  const together = tryParse(records.join('\n'), delimiter);
  if (together?.length === records.length) return together;
  return records.map((record) => {
    const alone = tryParse(record, delimiter);
    return alone?.length === 1 ? alone[0] : undefined;
  });
}

function tryParse(text: string, delimiter: string): string[][] | undefined {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      // A quote inside an unquoted field is an ordinary character.
      relax_quotes: true,
    });
  } catch {
    return undefined;
  }
}
