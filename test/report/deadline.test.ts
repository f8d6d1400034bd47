import type { DeadlineReport, DispatchFigures } from '../../src/domain/deadline-report.js';
import type { SummaryCell } from '../../src/domain/summary-cell.js';
import { composeReport, type DeadlineInput } from '../../src/report/deadline/compose.js';
import { addDays, daysBetween, isDay } from '../../src/report/deadline/days.js';
import { DEADLINE_COLUMNS, renderDeadlineCsv } from '../../src/report/deadline/deadline-csv.js';
import { renderDeadlineJson } from '../../src/report/deadline/deadline-json.js';
import { renderDeadlineText } from '../../src/report/deadline/deadline-text.js';
import type { FacilityTally } from '../../src/report/deadline/error-tally.js';
import { NOTHING_GIVEN } from '../../src/report/deadline/given-figures.js';
import type { ReportedRun } from '../../src/report/deadline/reported-run.js';
import { timelinesOf } from '../../src/report/deadline/timeline.js';
import { cell, facts } from './sample.js';

/** A run of a day with so many persons verified and for review in each province. */
function run(
  day: string,
  provinces: Readonly<Record<string, readonly [number, number]>>,
  more: Partial<ReportedRun> = {},
): ReportedRun {
  const cells = Object.entries(provinces).flatMap(([province, [verified, review]]): SummaryCell[] => [
    cell({ province, rows: verified * 2, doses: verified * 2, persons: verified }),
    cell({
      province,
      outcome: 'needs_review',
      reason: 'rival_too_close',
      officialClass: 'no_or_bad_id',
      rows: review,
      doses: review,
      persons: review,
    }),
  ]);
  const { registry, thresholds, inputs } = facts();
  return {
    name: `run-${day}`,
    day,
    dayFrom: 'folder_name',
    provinces: null,
    toolVersion: '0.1.0',
    model: { version: 'default-3', sha256: 'ab'.repeat(32) },
    registry,
    thresholds,
    adminUnits: '2022',
    language: 'vi',
    manifestSha256: 'cd'.repeat(32),
    rows: cells.reduce((sum, { rows }) => sum + rows, 0),
    inputs,
    cells,
    decoys: [],
    notCompared: {
      records: 0,
      recordsNotFollowed: 0,
      byReason: {
        other_value: { records: 0, persons: 0 },
        field_missing: { records: 0, persons: 0 },
        still_crowded: { records: 0, persons: 0 },
      },
    },
    warnings: [],
    ...more,
  };
}

function report(runs: readonly ReportedRun[], more: Partial<DeadlineInput> = {}): DeadlineReport {
  const asOf = more.asOf ?? '2022-04-28';
  return composeReport({
    runs,
    timelines: timelinesOf(runs, asOf),
    asOf,
    deadline: '2022-05-05',
    staleAfter: null,
    given: new Map(),
    facilities: [],
    mostFacilities: 10,
    notes: [],
    ...more,
  });
}

const province = (found: DeadlineReport, code: string) => found.provinces.find((one) => one.code === code)!;
const persons = (found: DeadlineReport, code: string) =>
  province(found, code).table?.sent.all.persons ?? null;

describe('which run counts', () => {
  test('each province counts with its newest run; older runs are the trend', () => {
    const found = report([
      run('2022-04-27', { '01': [8, 2], '79': [5, 5] }),
      run('2022-04-28', { '79': [6, 4] }),
    ]);
    expect(persons(found, '79')).toBe(10);
    expect(found.total.table.sent.all).toEqual({ persons: 20, doses: 34 });
    expect(found.runs.map(({ use, newestOf }) => [use, newestOf])).toEqual([
      ['newest', ['01']],
      ['newest', ['', '79']],
    ]);
    expect(found.stale).toEqual(['01']);
    expect(found.missing).toHaveLength(61);
    expect(province(found, '02')).toMatchObject({ state: 'missing', table: null, progress: null, run: null });
  });

  test('of two runs of one day the later argument counts, and the other is named', () => {
    const alone = run('2022-04-28', { '79': [9, 1] }, { provinces: ['79'], dayFrom: 'setting' });
    const whole = run('2022-04-28', { '01': [1, 0], '79': [6, 6] });
    expect(persons(report([whole, alone]), '79')).toBe(10);
    expect(persons(report([alone, whole]), '79')).toBe(12);
    expect(report([whole, alone]).flags).toContainEqual({
      code: 'several_runs_one_day',
      province: '79',
      date: '2022-04-28',
      found: 12,
      compared: 10,
    });
    expect(report([alone, whole]).runs.map(({ use }) => use)).toEqual(['left_out', 'newest']);
  });

  test('a run of one province that holds none of its rows says that there are none', () => {
    const found = report([run('2022-04-27', { '79': [5, 5] }), run('2022-04-28', {}, { provinces: ['79'] })]);
    expect(persons(found, '79')).toBe(0);
    expect(province(found, '79').state).toBe('current');
  });

  test('runs after the day of the report are left out', () => {
    const runs = [run('2022-04-27', { '79': [5, 5] }), run('2022-04-28', { '79': [6, 4] })];
    const found = report(runs, { asOf: '2022-04-27' });
    expect(found.newestDay).toBe('2022-04-27');
    expect(found.runs.map(({ use }) => use)).toEqual(['newest', 'left_out']);
  });

  test('rows of an unknown province are a line of their own and in the total', () => {
    const found = report([run('2022-04-28', { '01': [8, 2], '': [0, 3] })]);
    expect(found.unknown?.table.sent.all).toEqual({ persons: 3, doses: 3 });
    expect(found.total.table.sent.all.persons).toBe(13);
    expect(found.total.progress.days[0]).toMatchObject({ provinces: 1, sent: 13 });
  });

  test('a newer run of all provinces without unknown rows leaves none of an older one', () => {
    const found = report([
      run('2022-04-27', { '01': [8, 2], '': [0, 3] }),
      run('2022-04-28', { '01': [8, 2] }),
    ]);
    expect(found.unknown).toBeNull();
  });

  test('with --stale-after a province is stale by its age alone', () => {
    const runs = [run('2022-04-26', { '01': [8, 2] }), run('2022-04-28', { '79': [6, 4] })];
    expect(report(runs, { staleAfter: 2 }).stale).toEqual([]);
    expect(report(runs, { staleAfter: 1 }).stale).toEqual(['01']);
  });
});

describe('progress', () => {
  const days = (...left: number[]) =>
    left.map((review, i) => run(addDays('2022-04-20', i), { '79': [1000 - review, review] }));

  test.each([
    ['fewer than three days: cannot be told', days(100, 90), 'cannot_be_told', null],
    ['what is left does not fall: no progress', days(100, 100, 100, 100), 'no_progress', null],
    ['more sent than verified: no progress', days(100, 120, 140), 'no_progress', null],
    ['steady and fast: in time', days(100, 80, 60, 40), 'on_time', '2022-04-25'],
    ['the slowest pace is too slow: uncertain', days(400, 399, 350, 300), 'uncertain', '2022-04-30'],
    ['too slow at the fastest pace: late', days(900, 890, 880, 870), 'late', '2022-07-19'],
    ['nothing left: done', days(10, 5, 0), 'done', null],
  ] as const)('%s', (_, runs, verdict, expected) => {
    const { progress } = province(report(runs, { asOf: runs.at(-1)!.day }), '79');
    expect(progress?.verdict).toBe(verdict);
    expect(progress?.projection?.expected ?? null).toBe(expected);
  });

  test('what must be done each day is what is left over the days left, rounded up', () => {
    const found = province(report(days(100, 80, 61), { asOf: '2022-04-28' }), '79').progress!;
    expect([found.left, found.neededPerDay]).toEqual([61, 9]);
    expect(found.pace).toEqual({ steps: 2, slowest: 19, median: 19.5, fastest: 20 });
  });

  test('after the deadline it is overdue', () => {
    const found = report(days(100, 80, 60), { asOf: '2022-05-06' });
    expect(found.daysLeft).toBe(-1);
    expect(province(found, '79').progress).toMatchObject({ verdict: 'overdue', neededPerDay: null });
  });

  test.each([
    ['on the day of the deadline', '2022-05-05', 'late'],
    ['after it', '2022-05-06', 'overdue'],
  ])('with one day of data and something left, %s: never unknown', (_, asOf, verdict) => {
    expect(province(report(days(100), { asOf }), '79').progress?.verdict).toBe(verdict);
  });

  test('a province that joins later is no loss of pace', () => {
    const [first, second, third] = days(100, 80, 60);
    const joined = run('2022-04-22', { '79': [940, 60], '01': [0, 5000] });
    expect(report([first!, second!, third!]).total.progress.pace).toEqual(
      report([first!, second!, joined]).total.progress.pace,
    );
  });

  test('a gap of two days counts half a day', () => {
    const runs = [
      run('2022-04-20', { '79': [900, 100] }),
      run('2022-04-22', { '79': [920, 80] }),
      run('2022-04-23', { '79': [930, 70] }),
    ];
    expect(province(report(runs), '79').progress?.pace).toMatchObject({ slowest: 10, fastest: 10 });
  });

  test('provinces behind: missing, late (most left first), no progress; done and in time are none', () => {
    const series = [0, 1, 2].map((i) =>
      run(addDays('2022-04-26', i), {
        '01': [100, 900 - i],
        '48': [100, 90],
        '79': [100, 90 - i],
        '92': [100, 20 - i * 10],
      }),
    );
    const behind = report(series).behind.filter(({ why }) => why !== 'missing');
    expect(behind.map(({ code, why, timesFaster }) => [code, why, timesFaster])).toEqual([
      ['01', 'late', 129],
      ['79', 'late', 13],
      ['48', 'no_progress', null],
    ]);
    expect(report(series).behind[0]).toMatchObject({ code: '02', why: 'missing' });
  });
});

describe('implausible figures are flagged', () => {
  const flags = (found: DeadlineReport) => found.flags.map(({ code, province: where }) => `${code} ${where}`);
  const given = (code: string, figures: Partial<DispatchFigures>) =>
    new Map([[code, { ...NOTHING_GIVEN, figures: { ...NOTHING_GIVEN.figures, ...figures } }]]);
  const doses = (persons: number, count: number) =>
    run('2022-04-28', {}, { cells: [cell({ province: '79', rows: persons, doses: count, persons })] });

  test.each([
    [
      'more persons than inhabitants',
      report([run('2022-04-28', { '79': [8, 2] })], {
        given: new Map([['79', { ...NOTHING_GIVEN, population: 9 }]]),
      }),
      'coverage_over_100 79',
    ],
    [
      'more complaints handled than received',
      report([run('2022-04-28', { '79': [8, 2] })], {
        given: given('79', { complaintsReceived: 3, complaintsHandled: 4 }),
      }),
      'handled_over_received 79',
    ],
    [
      'more persons signed than sent',
      report([run('2022-04-28', { '79': [8, 2] })], { given: given('79', { personsSigned: 11 }) }),
      'signed_over_sent 79',
    ],
    ['fewer doses than persons', report([doses(10, 9)]), 'fewer_doses_than_persons 79'],
    ['more than five doses a person', report([doses(10, 51)]), 'too_many_doses 79'],
    [
      'a total that falls',
      report([run('2022-04-27', { '79': [9, 2] }), run('2022-04-28', { '79': [8, 2] })]),
      'total_falls 79',
    ],
    [
      'a total that doubles',
      report([run('2022-04-27', { '79': [90, 10] }), run('2022-04-28', { '79': [190, 10] })]),
      'total_doubles 79',
    ],
  ])('%s', (_, found, flag) => {
    expect(flags(found)).toContain(flag);
  });

  test('provinces without a population are one note, and no flag', () => {
    const found = report([run('2022-04-28', { '01': [8, 2] })], {
      given: new Map([['79', { ...NOTHING_GIVEN, population: 9 }]]),
    });
    expect(found.flags).toEqual([]);
    expect(found.notes.filter(({ vi }) => vi.startsWith('Dân số: có 1/63 tỉnh;'))).toHaveLength(1);
  });

  test('nothing to flag, no flag', () => {
    expect(report([run('2022-04-27', { '79': [8, 2] }), run('2022-04-28', { '79': [9, 2] })]).flags).toEqual(
      [],
    );
  });
});

describe('errors by facility', () => {
  const facility = (code: string, toCorrect: number, kinds: FacilityTally['kinds'] = {}): FacilityTally => ({
    province: code.slice(0, 2),
    code,
    name: `Trạm Y tế ${code}`,
    rows: { asSent: 10, toCorrect, toAsk: 1, toReview: 0, unreadable: 0 },
    kinds,
  });

  test('the few that account for most of the work, most work first, and sums that add up', () => {
    const facilities = [
      facility('01A', 9),
      facility('79B', 79, { birth_swapped: 60, name_no_accents: 5 }),
      facility('01C', 3, { birth_swapped: 1 }),
    ];
    const { errors } = report([run('2022-04-28', { '79': [8, 2] })], { facilities });
    expect(errors.total).toMatchObject({ rows: 124, work: 94, toCorrect: 91, toAsk: 3 });
    expect(errors.total.kinds).toEqual({ name_no_accents: 5, birth_swapped: 61 });
    expect(errors.provinces.map(({ code, work }) => [code, work])).toEqual([
      ['01', 14],
      ['79', 80],
    ]);
    expect(errors.facilities.map(({ code }) => code)).toEqual(['79B']);
    expect(errors.facilities[0]!.cumulativeShare).toBeCloseTo(80 / 94);
    expect(errors.facilitiesInAll).toBe(3);
  });
});

describe('trust', () => {
  test('versions, models and registries that differ are named with their runs', () => {
    const found = report([
      run('2022-04-27', { '01': [8, 2] }),
      run(
        '2022-04-28',
        { '79': [8, 2] },
        { toolVersion: '0.2.0', registry: { id: 'ff'.repeat(32), persons: 5 } },
      ),
    ]);
    expect(found.trust.differences.map(({ what }) => what)).toEqual(['tool_version', 'registry']);
    expect(found.trust.differences[0]!.values).toEqual([
      { value: '0.1.0', runs: [0] },
      { value: '0.2.0', runs: [1] },
    ]);
  });

  test('without trials the false matches are not estimated', () => {
    expect(report([run('2022-04-28', { '79': [8, 2] })]).trust.falseMatches).toBeNull();
  });
});

describe('files', () => {
  const found = report([run('2022-04-28', { '79': [8, 2], '': [0, 1] })]);

  test('summary.csv has all provinces, the unknown one and the totals; a missing province has empty cells', () => {
    const lines = renderDeadlineCsv(found).trimEnd().split('\n');
    expect(lines).toHaveLength(1 + 63 + 1 + 1);
    expect(lines[0]!.split(',')).toEqual(DEADLINE_COLUMNS.map(({ key }) => key));
    expect(lines.find((line) => line.startsWith('79,'))).toMatch(
      /^79,Thành phố Hồ Chí Minh,current,2022-04-28,0,10,18,/,
    );
    expect(lines.find((line) => line.startsWith('02,'))).toMatch(/^02,Tỉnh Hà Giang,missing,,,,,/);
    expect(lines.at(-1)).toMatch(/^total,Tổng cộng,,2022-04-28,,11,19,/);
  });

  test('summary.json has stable keys in snake_case', () => {
    const json = JSON.parse(renderDeadlineJson(found)) as Record<string, unknown>;
    expect(Object.keys(json)).toEqual([
      'schema_version',
      'as_of',
      'deadline',
      'days_left',
      'newest_day',
      'provinces',
      'unknown',
      'total',
      'missing',
      'stale',
      'behind',
      'flags',
      'errors',
      'trust',
      'runs',
      'balance',
      'min_cell',
      'suppressed_cells',
      'notes',
    ]);
    expect(JSON.stringify(json)).not.toMatch(/"[a-z]+[A-Z][A-Za-z]*":/);
  });

  test.each(['vi', 'en'] as const)('the closing words (%s) name who is missing', (language) => {
    expect(renderDeadlineText(found, 'bao-cao', language)).toMatch(
      language === 'vi' ? /Chưa có dữ liệu \(62\)/ : /No data \(62\)/,
    );
  });
});

describe('days', () => {
  test.each([
    ['2022-02-28', 1, '2022-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2022-12-31', 1, '2023-01-01'],
    ['2022-04-28', 7, '2022-05-05'],
    ['1999-12-31', 3650, '2009-12-28'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
    expect(daysBetween(to, from)).toBe(-days);
    expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBe(days);
  });

  test.each(['2022-02-29', '2022-13-01', '2022-4-1', '20220401', ''])('%s is no day', (text) => {
    expect(isDay(text)).toBe(false);
  });
});
