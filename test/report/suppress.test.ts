import fc from 'fast-check';
import { TABLE_COLUMNS, TABLE_ROWS } from '../../src/domain/balanced-table.js';
import type { DeadlineReport } from '../../src/domain/deadline-report.js';
import type { SummaryCell } from '../../src/domain/summary-cell.js';
import { renderDeadlineCsv } from '../../src/report/deadline/deadline-csv.js';
import { publishable } from '../../src/report/deadline/publishable.js';
import { determined, FigureSystem } from '../../src/report/deadline/suppress.js';
import { checkTables, tableOf } from '../../src/report/deadline/table.js';
import { EXAMPLE_REPORT } from './deadline-report-example.js';
import { cell } from './sample.js';

/** A table with sums: `rows` x `columns` figures, a sum for each and one for all. */
function protectTable(values: readonly (readonly number[])[], min: number) {
  const system = new FigureSystem();
  const width = values[0]!.length;
  const sum = (figures: readonly number[]) => figures.reduce((all, one) => all + one, 0);
  const whole = [...values.map((row) => [...row, sum(row)])];
  whole.push(whole[0]!.map((_, i) => sum(whole.map((row) => row[i]!))));
  const id = (row: number, column: number) => `${row} ${column}`;
  whole.forEach((row, r) => {
    row.forEach((value, c) => {
      system.add(id(r, c), value, value > 0 && value < min);
    });
  });
  const ids = (count: number, of: (i: number) => string) => Array.from({ length: count }, (_, i) => of(i));
  const ties: [string, string[]][] = [
    ...whole.map((_, r): [string, string[]] => [id(r, width), ids(width, (c) => id(r, c))]),
    ...whole[0]!.map((_, c): [string, string[]] => [
      id(values.length, c),
      ids(values.length, (r) => id(r, c)),
    ]),
  ];
  for (const [total, parts] of ties) system.tie(total, parts);
  system.protect();
  const names = whole.flatMap((row, r) => row.map((_, c) => id(r, c)));
  return { system, whole, ties, names };
}

describe('suppression', () => {
  test('a small figure takes the smallest of its column with it, and both one more of their rows', () => {
    const { system, whole } = protectTable(
      [
        [3, 50, 20],
        [40, 60, 70],
        [80, 90, 30],
      ],
      10,
    );
    const shown = whole.map((row, r) => row.map((value, c) => (system.isHidden(`${r} ${c}`) ? null : value)));
    expect(shown).toEqual([
      [null, null, 20, 73],
      [null, null, 70, 170],
      [80, 90, 30, 200],
      [123, 200, 120, 443],
    ]);
  });

  test('nothing small, nothing hidden; zeros are shown', () => {
    const { system, names } = protectTable(
      [
        [0, 50],
        [40, 60],
      ],
      10,
    );
    expect(names.filter((name) => system.isHidden(name))).toEqual([]);
  });

  test.each([
    ['one unknown in a sum', [[0, 1, 2]], [false, true, false], [1]],
    ['two unknowns in one sum', [[0, 1, 2]], [false, true, true], []],
    [
      'two sums over the same unknowns and one more',
      [
        [0, 1, 2],
        [3, 1, 2, 4],
      ],
      [false, true, true, false, true],
      [4],
    ],
    [
      'a chain of sums',
      [
        [0, 1, 2],
        [3, 2, 4],
        [5, 4],
      ],
      [false, true, true, false, true, false],
      [1, 2, 4],
    ],
  ] as const)('what can be computed back: %s', (_, equations, hidden, expected) => {
    expect(determined(equations, hidden).sort()).toEqual(expected);
  });

  test('no small figure is shown or can be computed back, whatever the table', () => {
    const table = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.integer({ min: 0, max: 25 }), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(table, (values) => {
        const { system, whole, ties, names } = protectTable(values, 6);
        const number = new Map(names.map((name, i) => [name, i]));
        const equations = ties.map(([sum, parts]) => [sum, ...parts].map((name) => number.get(name)!));
        const known = determined(
          equations,
          names.map((name) => system.isHidden(name)),
        );
        const small = whole.flat().map((value) => value > 0 && value < 6);
        expect(names.filter((name, i) => small[i] && !system.isHidden(name))).toEqual([]);
        expect(known.filter((i) => small[i])).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/** The example with tables of these cells for two provinces, and their total. */
function withCells(cells: Readonly<Record<string, readonly SummaryCell[]>>): DeadlineReport {
  const tables = Object.fromEntries(Object.entries(cells).map(([code, own]) => [code, tableOf(own)]));
  const total = tableOf(Object.values(cells).flat());
  checkTables(Object.values(tables), total);
  return {
    ...EXAMPLE_REPORT,
    provinces: EXAMPLE_REPORT.provinces.map((province) => ({
      ...province,
      table: tables[province.code] ?? null,
    })),
    unknown: null,
    total: { ...EXAMPLE_REPORT.total, table: total },
  };
}

describe('a report for publication', () => {
  const many = (province: string) => [
    cell({ province, rows: 500, doses: 500, persons: 300 }),
    cell({
      province,
      reason: 'corrected',
      officialClass: 'wrong',
      wrongField: 'name',
      rows: 90,
      doses: 90,
      persons: 60,
    }),
  ];
  const few = cell({
    province: '79',
    outcome: 'mismatch',
    reason: 'id_not_in_registry',
    officialClass: 'not_verified',
    rows: 6,
    doses: 6,
    persons: 3,
  });
  const report = withCells({ '01': many('01'), '48': many('48'), '79': [...many('79'), few] });
  const published = publishable(report, 10);

  test('no figure of fewer persons is left in any table', () => {
    for (const { table } of [...published.provinces, published.total])
      for (const row of TABLE_ROWS)
        for (const column of TABLE_COLUMNS) {
          const amount = table?.[row][column];
          const left = amount?.persons ?? 0;
          expect(left === 0 || left >= 10).toBe(true);
        }
    const { table } = published.provinces.find(({ code }) => code === '79')!;
    expect(table?.not_verified.mismatch).toEqual({ persons: null, doses: null });
    expect(table?.sent.mismatch).toEqual({ persons: null, doses: null });
    expect(table?.sent.all).toEqual({ persons: 363, doses: 596 });
  });

  test('days and paces of provinces, figures of flags, and officers are left out; a note says so', () => {
    expect(
      published.provinces.every(({ progress, officers }) => progress === null && officers.length === 0),
    ).toBe(true);
    expect(published.flags.every(({ found, compared }) => found === null && compared === null)).toBe(true);
    expect(published.behind.every(({ left, share }) => left === null && share === null)).toBe(true);
    expect(published.notes.at(-1)!.vi).toMatch(/Bản công bố: ô dưới 10 đối tượng được che/);
    expect(published.minCell).toBe(10);
    expect(published.suppressedCells).toBeGreaterThan(0);
  });

  test.each<[string, readonly (readonly [number, number])[], readonly number[]]>([
    [
      'enough between all days',
      [
        [100, 50],
        [120, 60],
        [140, 90],
      ],
      [100, 120, 140],
    ],
    [
      'a day with one person more than the next shown',
      [
        [100, 50],
        [139, 79],
        [140, 90],
      ],
      [100, 140],
    ],
    [
      'nothing changed',
      [
        [140, 90],
        [140, 90],
      ],
      [140, 140],
    ],
    [
      'one person verified',
      [
        [140, 89],
        [140, 90],
      ],
      [140],
    ],
    [
      'as many sent as verified, but for one',
      [
        [110, 60],
        [140, 91],
      ],
      [140],
    ],
  ])('days between which single persons could be told are left out: %s', (_, days, expected) => {
    const figures = days.map(([sent, verified], i) => ({
      day: `2022-04-2${i}`,
      provinces: 3,
      sent,
      verified,
      share: verified / sent,
    }));
    const progress = { ...report.total.progress, days: figures };
    const shown = publishable({ ...report, total: { ...report.total, progress } }, 10).total.progress.days;
    expect(shown.map(({ sent }) => sent)).toEqual(expected);
  });

  test('summary.csv marks suppressed figures with *', () => {
    const line = renderDeadlineCsv(published)
      .split('\n')
      .find((text) => text.startsWith('79,'))!;
    expect(line.split(',')).toContain('*');
  });

  test('rows of errors are suppressed with the cells that they repeat', () => {
    const rows = { rows: 596, work: 96, toCorrect: 90, toAsk: 6, toReview: 0, unreadable: 0 };
    const line = { ...rows, kinds: { name_no_accents: 90, person_not_told: 6 } };
    const errors = { ...report.errors, total: line, provinces: [{ code: '79', ...line }], facilities: [] };
    const { errors: hidden } = publishable({ ...report, errors }, 10);
    expect(hidden.provinces[0]).toMatchObject({ toAsk: null, kinds: { person_not_told: null } });
  });
});
