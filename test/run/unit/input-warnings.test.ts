import type { InputFact } from '../../../src/domain/run-facts.js';
import { readWarnings } from '../../../src/run/input-warnings.js';

const input = (name: string, rows: number, sha256: string): InputFact => ({
  name,
  rows,
  sha256,
  bytes: 100,
  layout: 'long',
  encoding: 'utf-8',
});

test.each<[string, InputFact[], string[]]>([
  ['different files', [input('a.csv', 3, 'a'), input('b.csv', 3, 'b')], []],
  [
    'the same content twice',
    [input('a.csv', 3, 'a'), input('b.csv', 3, 'a')],
    ['b.csv has the same content as a.csv: its rows count twice. Leave one of them out.'],
  ],
  [
    'a header alone',
    [input('a.csv', 0, 'a')],
    ['a.csv: no data row below the header. Is the export complete?'],
  ],
])('%s', (_, inputs, expected) => {
  expect(readWarnings(inputs)).toEqual(expected);
});
