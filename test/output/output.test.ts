import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { Decision, RowVerdict } from '../../src/domain/decision.js';
import { OUTCOMES } from '../../src/domain/outcome.js';
import {
  type ColumnMapping,
  RAW_TEXT_COLUMN,
  RESULT_COLUMNS,
  unionColumns,
} from '../../src/output/columns.js';
import { csvField, csvRecord } from '../../src/output/csv.js';
import { outcomeHeader } from '../../src/output/files.js';
import { renderResult, renderSource } from '../../src/output/render-row.js';

/** Reads what was written with another program's eyes. */
function readBack(text: string): string[][] {
  return parse(text, { record_delimiter: '\n', relax_column_count: true });
}

const awkward = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ' ', 'ệ', "'", ';', '='), maxLength: 8 }),
);

describe('CSV', () => {
  test.each([
    ['plain', 'Trần Thị Lan', 'Trần Thị Lan'],
    ['empty', '', ''],
    ['a comma', 'Lan, mẹ Hoa', '"Lan, mẹ Hoa"'],
    ['a quote', 'Lan "Bé"', '"Lan ""Bé"""'],
    ['a line break', 'Lan\nHoa', '"Lan\nHoa"'],
    ['a carriage return', 'Lan\rHoa', '"Lan\rHoa"'],
    ['spaces at the ends stay', ' Lan ', ' Lan '],
    ['a phone is no formula', '+84912345678', '+84912345678'],
    ['what a spreadsheet takes for a formula stays as it is', '=1+1', '=1+1'],
  ])('a field, %s', (_, value, written) => {
    expect(csvField(value)).toBe(written);
  });

  test('any record can be read back with csv-parse', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(awkward, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
        (rows) => {
          expect(readBack(rows.map(csvRecord).join(''))).toEqual(rows);
        },
      ),
    );
  });
});

describe('the union of the columns', () => {
  test('one input is copied whole', () => {
    expect(unionColumns([['Họ và tên', 'CCCD']])).toEqual({
      columns: ['Họ và tên', 'CCCD'],
      mappings: [{ positions: [0, 1], isWhole: true }],
    });
  });

  test('several inputs: columns in the order of their first appearance', () => {
    expect(
      unionColumns([
        ['a', 'b'],
        ['c', 'b'],
        ['b', 'a', 'c'],
      ]),
    ).toEqual({
      columns: ['a', 'b', 'c'],
      mappings: [
        { positions: [0, 1, -1], isWhole: false },
        { positions: [-1, 1, 0], isWhole: false },
        { positions: [1, 0, 2], isWhole: false },
      ],
    });
  });

  test('the same columns in two inputs: both are whole', () => {
    const { mappings } = unionColumns([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(mappings.map(({ isWhole }) => isWhole)).toEqual([true, true]);
  });

  test('a column with the name of a result column is renamed', () => {
    const { columns } = unionColumns([['Họ tên', 'ds_reason', RAW_TEXT_COLUMN]]);
    expect(columns).toEqual(['Họ tên', 'ds_reason (source)', `${RAW_TEXT_COLUMN} (source)`]);
  });

  test('an output read for the third time loses no column', () => {
    const first = unionColumns([['Họ tên', ...RESULT_COLUMNS]]);
    const second = unionColumns([[...first.columns, ...RESULT_COLUMNS]]);
    expect(new Set(second.columns).size).toBe(1 + 2 * RESULT_COLUMNS.length);
    expect(second.columns).toContain('ds_reason (source) (source)');
  });

  test('no column of any input is lost or doubled', () => {
    const name = fc.constantFrom(
      'a',
      'b',
      'c',
      'ds_reason',
      'ds_reason (source)',
      'ds_outcome',
      RAW_TEXT_COLUMN,
    );
    const inputs = fc.array(fc.uniqueArray(name, { minLength: 1 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(inputs, (given) => {
        const { columns, mappings } = unionColumns(given);
        expect(new Set([...columns, ...RESULT_COLUMNS, RAW_TEXT_COLUMN]).size).toBe(
          columns.length + RESULT_COLUMNS.length + 1,
        );
        mappings.forEach(({ positions }, i) => {
          const used = positions.filter((position) => position >= 0).sort((a, b) => a - b);
          expect(used).toEqual(given[i]!.map((_, position) => position));
        });
      }),
    );
  });
});

const DECISIONS: Readonly<Record<string, Decision>> = {
  exact: {
    kind: 'verified',
    reason: 'exact',
    personId: '079185001234',
    probability: 0.9999999,
    margin: null,
    verifiedUpTo: 1,
    corrections: {},
  },
  corrected: {
    kind: 'verified',
    reason: 'corrected',
    personId: '079185001234',
    probability: 1,
    margin: 31.256,
    verifiedUpTo: 1,
    corrections: { name: ['TRAN, "LAN"', 'Trần Lan'] },
  },
  mismatch: { kind: 'mismatch', reason: 'id_belongs_to_another', probability: 0.0123456789 },
  'mismatch without anybody': { kind: 'mismatch', reason: 'nobody_found', probability: null },
  review: {
    kind: 'needs_review',
    reason: 'rival_too_close',
    probability: 0.5,
    margin: 0,
    verifiedUpTo: 0,
    candidates: [
      { personId: '079185001234', probability: 0.5, differences: { birth_date: ['1985', '12/03/1985'] } },
      { personId: '079185009876', probability: 0.4999999, differences: {} },
    ],
  },
  rejected: { kind: 'rejected', reason: 'wrong_field_count' },
};

function verdictOf(decision: Decision): RowVerdict {
  const explanation = 'Một câu, có dấu phẩy và “ngoặc”.';
  return { decision, officialClass: 'no_or_bad_id', wrongField: 'none', explanation };
}

/** A row as the pipeline puts it together: source columns, place, result columns. */
function renderRow(fields: readonly string[], mapping: ColumnMapping, verdict: RowVerdict): string {
  const rawText = verdict.decision.kind === 'rejected' ? 'a,b,"c\n' : '';
  return `${renderSource(fields, mapping)},${csvField('mũi, tiêm.csv')},17${renderResult(verdict, rawText)}`;
}

/** The row by column name, as another program reads it. */
function rendered(
  decision: Decision,
  source: readonly string[] = ['Lan "Bé"', ' 0912, '],
): Record<string, string> {
  const { columns, mappings } = unionColumns([['Họ tên', 'SĐT']]);
  const text = outcomeHeader(decision.kind, columns) + renderRow(source, mappings[0]!, verdictOf(decision));
  const [header, row, ...more] = readBack(text);
  expect(more).toEqual([]);
  expect(row).toHaveLength(header!.length);
  return Object.fromEntries(header!.map((name, i) => [name, row![i]!]));
}

describe('a row', () => {
  test.each(Object.keys(DECISIONS))(
    'has as many fields as its header, source and place verbatim: %s',
    (name) => {
      const decision = DECISIONS[name]!;
      expect(rendered(decision)).toMatchObject({
        'Họ tên': 'Lan "Bé"',
        SĐT: ' 0912, ',
        ds_source_file: 'mũi, tiêm.csv',
        ds_source_row: '17',
        ds_outcome: decision.kind,
        ds_reason: decision.reason,
        ds_official_class: 'no_or_bad_id',
        ds_explanation: 'Một câu, có dấu phẩy và “ngoặc”.',
      });
    },
  );

  test('only a verified row names a person', () => {
    for (const decision of Object.values(DECISIONS)) {
      expect(rendered(decision).ds_person_id).toBe(decision.kind === 'verified' ? '079185001234' : '');
    }
  });

  test('only a corrected row has corrections, only a review candidates', () => {
    for (const decision of Object.values(DECISIONS)) {
      const row = rendered(decision);
      expect(row.ds_corrections !== '').toBe(decision.reason === 'corrected');
      expect(row.ds_candidates !== '').toBe(decision.kind === 'needs_review');
    }
  });

  test('corrections and candidates are JSON', () => {
    expect(JSON.parse(rendered(DECISIONS.corrected!).ds_corrections!)).toEqual({
      name: ['TRAN, "LAN"', 'Trần Lan'],
    });
    expect(JSON.parse(rendered(DECISIONS.review!).ds_candidates!)).toEqual([
      { person_id: '079185001234', probability: 0.5, differences: { birth_date: ['1985', '12/03/1985'] } },
      { person_id: '079185009876', probability: 0.499999, differences: {} },
    ]);
  });

  test('a margin has two decimals and is empty without a rival', () => {
    expect(rendered(DECISIONS.corrected!).ds_margin).toBe('31.26');
    expect(rendered(DECISIONS.exact!).ds_margin).toBe('');
    expect(rendered(DECISIONS.review!).ds_margin).toBe('0.00');
  });

  test('the raw text of a broken row stands in the rejected file', () => {
    expect(rendered(DECISIONS.rejected!, ['a', ''])[RAW_TEXT_COLUMN]).toBe('a,b,"c\n');
  });

  test('a probability is printed as 1 only when it is 1', () => {
    const shown = (probability: number) =>
      rendered({ kind: 'mismatch', reason: 'nobody_found', probability }).ds_match_probability;
    expect(shown(1)).toBe('1.000000');
    expect(shown(1 - Number.EPSILON)).toBe('0.999999');
    expect(shown(0)).toBe('0.000000');
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (probability) => {
        const text = shown(probability)!;
        expect(text).toMatch(/^0\.\d{6}$/);
        expect(Number(text)).toBeLessThanOrEqual(probability);
      }),
    );
  });

  test('source columns come back verbatim, copied or quoted, where the output has them', () => {
    const fields = fc.array(awkward, { minLength: 3, maxLength: 3 });
    const { columns, mappings } = unionColumns([
      ['x', 'a'],
      ['a', 'b', 'c'],
    ]);
    fc.assert(
      fc.property(fields, (values) => {
        const [row] = readBack(renderRow(values, mappings[1]!, verdictOf(DECISIONS.exact!)));
        expect(row!.slice(0, columns.length)).toEqual(['', ...values]);
      }),
    );
    const moved = renderRow(['1', ' 2', 'ba'], mappings[1]!, verdictOf(DECISIONS.exact!));
    expect(moved.startsWith(',1, 2,ba,')).toBe(true);
  });
});

test('every outcome has the result columns behind the source columns; the rejected one its text as well', () => {
  for (const outcome of OUTCOMES) {
    const extra = outcome === 'rejected' ? [RAW_TEXT_COLUMN] : [];
    expect(readBack(outcomeHeader(outcome, ['Họ tên']))).toEqual([['Họ tên', ...RESULT_COLUMNS, ...extra]]);
  }
});
