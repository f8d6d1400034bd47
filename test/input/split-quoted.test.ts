import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { splitQuoted } from '../../src/input/split-quoted.js';
import { csvField } from '../../src/output/csv.js';

test.each([
  ['a comma inside quotes', 'M1,"Vero Cell, Inactivated",x', ['M1', 'Vero Cell, Inactivated', 'x'], true],
  ['doubled quotes', 'a,"Lan ""Bé""",b', ['a', 'Lan "Bé"', 'b'], true],
  ['quotes that are not needed', 'a,"Lan",b', ['a', 'Lan', 'b'], false],
  ['an empty quoted field', '"",b', ['', 'b'], false],
  ['first and last field quoted', '"a,b","c,d"', ['a,b', 'c,d'], true],
  ['a trailing empty field', '"a,b",', ['a,b', ''], true],
] as const)('%s', (_, text, fields, isCanonical) => {
  expect(splitQuoted(text, ',')).toEqual({ fields, isCanonical });
});

test.each([
  ['text behind a closing quote', '"a"b,c'],
  ['a quote inside a bare field', 'a"b,"c,d"'],
  ['a field that is not closed', '"a,b'],
  ['a line break', '"a\nb",c'],
])('left to csv-parse: %s', (_, text) => {
  expect(splitQuoted(text, ',')).toBeNull();
});

const field = fc.string({ unit: fc.constantFrom('a', 'ệ', '"', ',', ';', ' ', "'", '\r'), maxLength: 6 });

test('reads what csv-parse reads, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.array(field, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(',', ';'),
      (parts, delimiter) => {
        const text = parts.join(delimiter);
        const own = splitQuoted(text, delimiter);
        if (own === null || text === '') return;
        expect([own.fields]).toEqual(
          parse(text, { delimiter, record_delimiter: '\n', relax_column_count: true, relax_quotes: true }),
        );
      },
    ),
    { numRuns: 3000 },
  );
});

test('a canonical record written anew is the same bytes', () => {
  fc.assert(
    fc.property(
      fc.array(
        field.filter((text) => !text.includes('\r')),
        { minLength: 1, maxLength: 5 },
      ),
      (values) => {
        const text = values.map(csvField).join(',');
        expect(splitQuoted(text, ',')).toEqual({ fields: values, isCanonical: true });
      },
    ),
  );
});
