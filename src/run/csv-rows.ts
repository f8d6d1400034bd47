import { createReadStream } from 'node:fs';
import { type Options, parse } from 'csv-parse';

/** The records of a CSV file as arrays, read as they are asked for. Errors of file and format reach the reader. */
export function csvRows(path: string, options: Options): AsyncIterable<string[]> {
  const parser = parse(options);
  // `pipe` alone does not pass an error of the file on, and the process would end with it.
  const file = createReadStream(path).on('error', (cause) => parser.destroy(cause));
  return file.pipe(parser) as AsyncIterable<string[]>;
}
