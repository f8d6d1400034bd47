import { COLUMN_SUM, ROW_SUMS, TABLE_COLUMNS, TABLE_ROWS } from '../../src/domain/balanced-table.js';
import { EXAMPLE_REPORT } from './deadline-report-example.js';

describe('the example of a deadline report', () => {
  const { provinces, unknown, total } = EXAMPLE_REPORT;
  const tables = [...provinces.map(({ table }) => table), unknown!.table].filter((table) => table !== null);

  test('adds up in every row, column and unit', () => {
    for (const table of [...tables, total.table])
      for (const unit of ['persons', 'doses'] as const) {
        for (const row of TABLE_ROWS)
          expect(COLUMN_SUM.parts.reduce((sum, part) => sum + table[row][part][unit]!, 0)).toBe(
            table[row].all[unit],
          );
        for (const { sum, parts } of ROW_SUMS)
          for (const column of TABLE_COLUMNS)
            expect(parts.reduce((all, part) => all + table[part][column][unit]!, 0)).toBe(
              table[sum][column][unit],
            );
      }
  });

  test('has 63 provinces, one missing, one stale, seven days', () => {
    expect(provinces).toHaveLength(63);
    expect(EXAMPLE_REPORT.missing).toEqual(['96']);
    expect(EXAMPLE_REPORT.stale).toEqual(['12']);
    expect(total.progress.days).toHaveLength(7);
    expect(tables.reduce((sum, table) => sum + table.sent.all.persons!, 0)).toBe(
      total.table.sent.all.persons,
    );
  });

  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(EXAMPLE_REPORT))).toEqual(EXAMPLE_REPORT);
  });
});
