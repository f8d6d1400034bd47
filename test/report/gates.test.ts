import { exceededGates, gateText } from '../../src/report/gates.js';
import { summarize } from '../../src/report/summarize.js';
import { cell, facts } from './sample.js';

const gates = { maxRejectedShare: 0.01, maxReviewShare: 0.1 };
const rejected = (reason: 'wrong_field_count' | 'empty_row' | 'not_a_record', rows: number) =>
  cell({ outcome: 'rejected', reason, officialClass: 'no_or_bad_id', rows, doses: rows, persons: rows });
const review = (rows: number) =>
  cell({ outcome: 'needs_review', reason: 'rival_too_close', rows, doses: rows, persons: rows });
const verified = (rows: number) => cell({ rows, doses: rows, persons: rows });
const text = (cells: Parameters<typeof summarize>[0], lang: 'vi' | 'en', given = {}) =>
  gateText(exceededGates(summarize(cells), facts(given), gates), lang).replaceAll('\u00a0', ' ');

describe('quality gates', () => {
  test.each([
    ['nothing exceeded', [verified(99), rejected('wrong_field_count', 1)], ''],
    [
      'rejected rows: share and limit in per cent, with counts',
      [verified(21), rejected('wrong_field_count', 3)],
      'Lưu ý: 3 trong 24 dòng (12,5 %) bị loại, quá ngưỡng 1 %. Kết quả vẫn dùng được; mã thoát là 1.\n',
    ],
    [
      'both gates',
      [verified(5), rejected('wrong_field_count', 1), review(2)],
      'Lưu ý: 1 trong 8 dòng (12,5 %) bị loại, quá ngưỡng 1 %; 2 trong 8 dòng (25 %) cần xem lại, quá ngưỡng 10 %. Kết quả vẫn dùng được; mã thoát là 1.\n',
    ],
    [
      'rows without a record do not count',
      [verified(5), rejected('empty_row', 9), rejected('not_a_record', 1)],
      '',
    ],
    [
      'nor do they dilute a share',
      [verified(1), rejected('empty_row', 98), rejected('wrong_field_count', 1)],
      'Lưu ý: 1 trong 2 dòng (50 %) bị loại, quá ngưỡng 1 %. Kết quả vẫn dùng được; mã thoát là 1.\n',
    ],
    ['no rows at all', [], ''],
  ])('%s', (_, cells, expected) => {
    expect(text(cells, 'vi')).toBe(expected);
  });

  test('in English', () => {
    expect(text([verified(7), rejected('wrong_field_count', 1)], 'en')).toBe(
      'Note: 1 of 8 rows (12.5%) are rejected, over the limit of 1%. The results can be used all the same; the exit code is 1.\n',
    );
  });

  test('no row in the provinces asked for', () => {
    const given = { options: { provinces: ['15'], limit: null }, rowsOtherProvinces: 20 };
    expect(text([], 'vi', given)).toBe(
      'Lưu ý: không có dòng nào thuộc tỉnh 15 (Yên Bái), cả 20 dòng thuộc tỉnh khác hoặc không rõ tỉnh; kiểm tra mã ở --province. Mã thoát là 1.\n',
    );
    expect(text([], 'en', given)).toMatch(/^Note: no row belongs to 15 \(Yên Bái\).*exit code is 1/);
    expect(text([verified(1)], 'vi', given)).toBe('');
  });
});
