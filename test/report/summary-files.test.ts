import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { formatInteger } from '../../src/report/number-format.js';
import { renderReportHtml } from '../../src/report/report-html.js';
import { summarize } from '../../src/report/summarize.js';
import { renderSummaryColumnsPage, SUMMARY_COLUMNS } from '../../src/report/summary-columns.js';
import { renderSummaryCsv } from '../../src/report/summary-csv.js';
import { renderSummaryJson } from '../../src/report/summary-json.js';
import { arbitraryCells } from './arbitrary-cells.js';
import { cell, facts, HAND_CELLS } from './sample.js';

type Row = Record<string, string>;
const readCsv = (text: string) => parse(text, { columns: true }) as Row[];

describe('summary-by-province.csv', () => {
  const rows = readCsv(renderSummaryCsv(summarize(HAND_CELLS)));

  test('one row a province, the totals last', () => {
    expect(rows.map((row) => [row.province_code, row.persons_sent, row.doses_sent, row.rows])).toEqual([
      ['01', '5', '9', '5'],
      ['79', '8', '14', '13'],
      ['', '2', '2', '2'],
      ['total', '15', '25', '20'],
    ]);
  });

  test.each([
    ['persons_with_id', '12'],
    ['doses_with_id', '21'],
    ['persons_right', '6'],
    ['doses_wrong', '5'],
    ['doses_not_verified', '3'],
    ['persons_no_or_bad_id', '3'],
    ['persons_wrong_name', '2'],
    ['doses_wrong_birth_date', '2'],
    ['rows_verified', '13'],
    ['doses_verified_corrected', '5'],
    ['rows_needs_review_rival_too_close', '2'],
    ['persons_mismatch_id_not_in_registry', '3'],
    ['rows_rejected_wrong_field_count', '2'],
  ])('total of %s is %s', (key, value) => {
    expect(rows.at(-1)![key]).toBe(value);
  });

  test('keys are unique, in snake case, and begin as agreed', () => {
    const keys = SUMMARY_COLUMNS.map((column) => column.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !/^[a-z][a-z0-9_]*$/.test(key))).toEqual([]);
    expect(keys.slice(0, 5)).toEqual([
      'province_code',
      'province_name',
      'persons_sent',
      'doses_sent',
      'rows',
    ]);
  });

  test('a hostile province code is quoted, and only quoted', () => {
    const hostile = 'a,"b"\n<c>';
    const row = readCsv(renderSummaryCsv(summarize([cell({ province: hostile })])))[0]!;
    expect(row.province_code).toBe(hostile);
  });

  test('docs/summary-columns.md describes exactly these columns', () => {
    const page = new URL('../../docs/summary-columns.md', import.meta.url);
    if (process.env.UPDATE_DOCS) writeFileSync(page, renderSummaryColumnsPage());
    expect(readFileSync(page, 'utf8')).toBe(renderSummaryColumnsPage());
  });
});

describe('summary.json', () => {
  test('keys are those of schema version 1, null rather than missing', () => {
    const text = renderSummaryJson(summarize(HAND_CELLS), facts());
    expect(text.endsWith('}\n')).toBe(true);
    const document = JSON.parse(text);
    expect(Object.keys(document)).toEqual([
      'schema_version',
      'tool',
      'language',
      'deadline',
      'registry',
      'model_version',
      'thresholds',
      'verify_steps',
      'options',
      'inputs',
      'left_out',
      'estimated_false_matches',
      'not_compared',
      'balanced',
      'faults',
      'total',
      'provinces',
    ]);
    expect(document.schema_version).toBe(1);
    expect(document.options).toEqual({ provinces: null, limit: null });
    expect(document.balanced).toBe(true);
    expect(document.total.outcomes.verified).toEqual({ rows: 13, doses: 18, persons: 9 });
    expect(Object.keys(document.provinces[0])).toEqual(Object.keys(document.total));
  });

  test('faults are listed', () => {
    const document = JSON.parse(renderSummaryJson(summarize(HAND_CELLS), facts({ rowsOverLimit: 5 })));
    expect(document.balanced).toBe(false);
    expect(document.faults).toHaveLength(1);
  });
});

test('whatever the cells, figures balance and CSV, JSON and HTML say the same', () => {
  fc.assert(
    fc.property(arbitraryCells, (cells) => {
      const summary = summarize(cells);
      expect(summary.faults).toEqual([]);

      const rows = readCsv(renderSummaryCsv(summary));
      const total = rows.pop()!;
      for (const key of Object.keys(total)) {
        if (key.startsWith('province_')) continue;
        expect(rows.reduce((sum, row) => sum + Number(row[key]), 0)).toBe(Number(total[key]));
      }
      for (const row of [...rows, total]) {
        const sum = (...keys: string[]) => keys.reduce((all, key) => all + Number(row[key]), 0);
        for (const unit of ['persons', 'doses']) {
          const sent = Number(row[`${unit}_sent`]);
          const of = (...names: string[]) => sum(...names.map((name) => `${unit}_${name}`));
          expect(of('with_id', 'no_or_bad_id')).toBe(sent);
          expect(of('right', 'wrong', 'not_verified')).toBe(of('with_id'));
          expect(of('wrong_id', 'wrong_name', 'wrong_birth_date', 'wrong_other')).toBe(of('wrong'));
          expect(of('verified', 'mismatch', 'needs_review', 'rejected')).toBe(sent);
        }
      }

      const all = facts({ inputs: [{ ...facts().inputs[0]!, rows: summary.total.sent.rows }] });
      const document = JSON.parse(renderSummaryJson(summary, all));
      expect(document.balanced).toBe(true);
      expect(document.total.sent.persons).toBe(Number(total.persons_sent));
      expect(document.provinces.map((p: { sent: { rows: number } }) => String(p.sent.rows))).toEqual(
        rows.map((row) => row.rows),
      );

      const page = renderReportHtml(summary, all, 'vi');
      for (const [caption, key] of [
        ['caption-persons', 'persons'],
        ['caption-doses', 'doses'],
      ] as const) {
        expect(firstFigures(page, caption)).toEqual(
          [...rows, total].map((row) => formatInteger(Number(row[`${key}_sent`]), 'vi')),
        );
      }
    }),
    { numRuns: 60 },
  );
});

/** The first figure of each body and foot row of the table with this caption. */
function firstFigures(page: string, captionId: string): string[] {
  const from = page.indexOf(`<caption id="${captionId}"`);
  const table = page.slice(from, page.indexOf('</table>', from));
  return [...table.matchAll(/<th scope="row">[^<]*<\/th><td class="num">([^<]*)<\/td>/g)].map((m) => m[1]!);
}
