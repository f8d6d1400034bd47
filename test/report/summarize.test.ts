import { OFFICIAL_CLASSES, OUTCOMES } from '../../src/domain/outcome.js';
import type { SummaryCell } from '../../src/domain/summary-cell.js';
import { checkRun, checkSummary } from '../../src/report/balance.js';
import { officialSentence } from '../../src/report/sentences.js';
import { checkBalance, summarize, summarizeByProvince } from '../../src/report/summarize.js';
import { cell, facts, HAND_CELLS } from './sample.js';

const count = (rows: number, doses: number, persons: number) => ({ rows, doses, persons });

describe('a cube added up by hand', () => {
  const summary = summarize(HAND_CELLS);
  const [hanoi, saigon, unknown] = summary.provinces;

  test('provinces are sorted by code, the unknown one comes last', () => {
    expect(summary.provinces.map((p) => [p.code, p.name])).toEqual([
      ['01', 'Thành phố Hà Nội'],
      ['79', 'Thành phố Hồ Chí Minh'],
      ['', 'Không xác định'],
    ]);
  });

  test('Hà Nội', () => {
    expect(hanoi!.sent).toEqual(count(5, 9, 5));
    expect(hanoi!.withId).toEqual(count(5, 9, 5));
    expect(hanoi!.official).toEqual({
      right: count(1, 4, 1),
      wrong: count(1, 2, 1),
      not_verified: count(3, 3, 3),
      no_or_bad_id: count(0, 0, 0),
    });
    expect(hanoi!.wrongBy.birth_date).toEqual(count(1, 2, 1));
    expect(hanoi!.outcomes.verified).toEqual(count(2, 6, 2));
    expect(hanoi!.reasons.corrected).toEqual(count(1, 2, 1));
    expect(hanoi!.reasons.id_not_in_registry).toEqual(count(3, 3, 3));
    expect(hanoi!.officialByOutcome.not_verified.mismatch).toEqual(count(3, 3, 3));
  });

  test('Hồ Chí Minh and the unknown province', () => {
    expect(saigon!.sent).toEqual(count(13, 14, 8));
    expect(saigon!.withId).toEqual(count(11, 12, 7));
    expect(saigon!.official.no_or_bad_id).toEqual(count(2, 2, 1));
    expect(saigon!.outcomes.needs_review).toEqual(count(2, 2, 1));
    expect(unknown!.outcomes.rejected).toEqual(count(2, 2, 2));
  });

  test('totals', () => {
    const { total } = summary;
    expect(total.sent).toEqual(count(20, 25, 15));
    expect(total.withId).toEqual(count(16, 21, 12));
    expect(total.official.right).toEqual(count(9, 13, 6));
    expect(total.official.wrong).toEqual(count(4, 5, 3));
    expect(total.official.not_verified).toEqual(count(3, 3, 3));
    expect(total.official.no_or_bad_id).toEqual(count(4, 4, 3));
    expect(total.wrongBy).toEqual({
      id: count(0, 0, 0),
      name: count(3, 3, 2),
      birth_date: count(1, 2, 1),
      other: count(0, 0, 0),
    });
    expect(OUTCOMES.map((o) => total.outcomes[o].rows)).toEqual([13, 3, 2, 2]);
    expect(OUTCOMES.map((o) => total.outcomes[o].doses)).toEqual([18, 3, 2, 2]);
    expect(OUTCOMES.map((o) => total.outcomes[o].persons)).toEqual([9, 3, 1, 2]);
  });

  test('it balances, and so do its inputs', () => {
    expect(summary.faults).toEqual([]);
    expect(checkRun(summary, facts())).toEqual([]);
  });
});

test('the published figures of March 2022 come out as published', () => {
  const cells: SummaryCell[] = [
    cell({ rows: 51_493_286, doses: 51_493_286, persons: 51_493_286 }),
    cell({
      outcome: 'needs_review',
      reason: 'conflicting_fields',
      officialClass: 'wrong',
      wrongField: 'name',
      rows: 19_039_997,
      doses: 19_039_997,
      persons: 19_039_997,
    }),
    cell({
      outcome: 'mismatch',
      reason: 'id_not_in_registry',
      officialClass: 'not_verified',
      rows: 2_579_540,
      doses: 2_579_540,
      persons: 2_579_540,
    }),
    cell({
      outcome: 'mismatch',
      reason: 'nobody_found',
      officialClass: 'no_or_bad_id',
      rows: 3_513_000,
      doses: 3_513_000,
      persons: 3_513_000,
    }),
  ];
  const { total, faults } = summarize(cells);
  expect(faults).toEqual([]);
  expect([total.sent.persons, total.withId.persons]).toEqual([76_625_823, 73_112_823]);
  expect(OFFICIAL_CLASSES.map((c) => total.official[c].persons)).toEqual([
    51_493_286, 19_039_997, 2_579_540, 3_513_000,
  ]);
  expect(officialSentence(total, 'vi')).toBe(
    'Trong 76.625.823 đối tượng đã gửi, 73.112.823 có số định danh và 3.513.000 không có hoặc sai định dạng. ' +
      'Trong số có số định danh: đúng 51.493.286 (70,4\u00a0%), sai 19.039.997 (26,0\u00a0%), ' +
      'chưa xác thực 2.579.540 (3,5\u00a0%).',
  );
});

describe('checkBalance finds', () => {
  test.each([
    ['a negative count', { rows: -1, persons: -1 }, ['not_a_count', 'not_a_count']],
    ['a fraction', { doses: 0.5 }, ['not_a_count']],
    ['a number too large to be exact', { doses: 2 ** 53 }, ['not_a_count']],
    ['more persons than rows', { persons: 2 }, ['more_persons_than_rows']],
    ['a province that is none', { province: '03' }, ['unknown_province']],
    [
      'a reason of another outcome',
      { reason: 'nobody_found' },
      ['reason_of_other_outcome', 'reasons_and_outcome'],
    ],
    [
      'a wrong record without a field',
      { officialClass: 'wrong' },
      ['field_of_other_class', 'fields_and_wrong'],
    ],
    ['a field of a right record', { wrongField: 'name' }, ['field_of_other_class', 'fields_and_wrong']],
  ] as const)('%s', (_rule, given, codes) => {
    const found = checkBalance([cell(given)]).map((fault) => fault.code);
    expect([...new Set(found)].sort()).toEqual([...new Set(codes)].sort());
  });

  test('nothing in an empty cube', () => {
    expect(checkBalance([])).toEqual([]);
    expect(summarize([]).total.sent).toEqual(count(0, 0, 0));
  });

  test('a province that is missing from the provinces', () => {
    const provinces = summarizeByProvince(HAND_CELLS);
    const { total } = summarize(HAND_CELLS);
    const faults = checkSummary(provinces.slice(1), total);
    expect(faults[0]).toEqual({
      code: 'provinces_and_total',
      province: 'total',
      unit: 'rows',
      expected: 20,
      found: 15,
    });
  });

  test('a row that was read and is nowhere', () => {
    const summary = summarize(HAND_CELLS);
    expect(checkRun(summary, facts({ rowsOtherProvinces: 1 }))).toEqual([
      { code: 'inputs_and_rows', province: 'total', unit: 'rows', expected: 20, found: 21 },
    ]);
  });
});
