import type { SummaryCell } from '../../src/domain/summary-cell.js';
import { renderReportHtml } from '../../src/report/report-html.js';
import { renderRunText } from '../../src/report/run-text.js';
import { nextSteps } from '../../src/report/sentences.js';
import { summarize } from '../../src/report/summarize.js';
import { renderSummaryJson } from '../../src/report/summary-json.js';
import { renderTextTable } from '../../src/report/text-table.js';
import { cell, facts, HAND_CELLS } from './sample.js';

test('the closing words of a run, in Vietnamese', () => {
  const text = renderRunText(summarize(HAND_CELLS), facts({ blankLines: 3 }), 'ket-qua', 'vi');
  expect(text.replaceAll('\u00a0', ' ')).toBe(`Kết quả đối soát

  Kết quả      Dòng  Đối tượng  Mũi tiêm   % dòng
  -----------  ----  ---------  --------  -------
  Đã xác minh    13          9        18   65,0 %
  Không khớp      3          3         3   15,0 %
  Cần xem lại     2          1         2   10,0 %
  Bị loại         2          2         2   10,0 %
  Tổng cộng      20         15        25  100,0 %

Lý do thường gặp nhất
  4  Đã xác định đúng một người; hồ sơ cần sửa các trường nêu ở cột ds_corrections.
  3  Số định danh không có trong cơ sở dữ liệu dân cư, và không tìm được người nào chắc chắn là người trong hồ sơ.
  2  Có từ hai người gần khớp trở lên, và người khớp nhất chưa đủ xa người thứ hai để tự xác minh.
  2  Dòng có số cột khác với dòng tiêu đề, thường do thừa hoặc thiếu dấu phẩy.

Việc cần làm tiếp theo
  1. needs-review.csv (2 dòng, 1 đối tượng): xem căn cước để chọn đúng người trong những người nêu ở mỗi dòng; không đúng ai thì liên hệ lại người được tiêm.
  2. mismatch.csv (3 dòng, 3 đối tượng): trạm y tế xã phối hợp với cơ sở tiêm liên hệ lại người được tiêm, xem giấy tờ gốc và sửa hồ sơ.
  3. verified.csv (4 dòng, 3 đối tượng): cơ sở tiêm sửa các hồ sơ có lý do corrected theo cột ds_corrections.
  4. rejected.csv (2 dòng, 2 đối tượng): sửa các dòng này trong tệp nguồn rồi chạy lại.
  5. verified.csv (13 dòng, 9 đối tượng): ký số các hồ sơ đã xác minh; hồ sơ phải sửa thì sửa trước.
  6. Hoàn thành chậm nhất ngày 05/05/2022.

3 dòng trống trong tệp nguồn được bỏ qua.

Báo cáo: ket-qua/report.html
Tệp kết quả: ket-qua/ (verified.csv, mismatch.csv, needs-review.csv, rejected.csv, summary-by-province.csv, summary.json, reuse.bin, manifest.json)
`);
});

test('English, singular, a folder with a slash, a fault', () => {
  const text = renderRunText(summarize([cell({})]), facts(), 'out/', 'en');
  expect(text).toContain('verified.csv (1 row, 1 person): sign');
  expect(text).toContain('Report: out/report.html');
  expect(text).toContain('The figures do not add up: Total');
  expect(text).not.toContain('Most frequent reasons');
});

test('empty rows are rejected but nobody is asked to mend them', () => {
  const empty = cell({ outcome: 'rejected', reason: 'empty_row', officialClass: 'no_or_bad_id' });
  expect(renderRunText(summarize([empty]), facts(), 'out', 'vi')).not.toContain('sửa các dòng này');
});

describe('persons not compared', () => {
  const notCompared = {
    records: 1203,
    recordsNotFollowed: 3,
    byReason: {
      other_value: { records: 1200, persons: 480_000 },
      field_missing: { records: 0, persons: 0 },
      still_crowded: { records: 3, persons: 900 },
    },
    byRule: [
      { rule: 'name_birth_year', reason: 'other_value', records: 1200, persons: 480_000 },
      { rule: 'name_birth_year', reason: 'still_crowded', records: 3, persons: 900 },
    ],
  } as const;

  test('each reason that occurs has a sentence with records and persons', () => {
    const text = renderRunText(summarize(HAND_CELLS), facts({ notCompared }), 'out', 'vi');
    expect(text).toContain(
      '1.200 hồ sơ chưa được so với mọi người có thể là chủ (trung bình 400 người mỗi hồ sơ)',
    );
    expect(text).toContain(
      '3 hồ sơ chưa được so với mọi người có thể là chủ (trung bình 300 người mỗi hồ sơ)',
    );
    expect(text).not.toContain('không có trường để thu hẹp');
    const english = renderRunText(summarize(HAND_CELLS), facts({ notCompared }), 'out', 'en');
    expect(english).toContain('1,200 records were not compared with everybody who might be the person');
  });

  test('the page has a table by blocking rule, and none where everybody was compared', () => {
    const page = renderReportHtml(summarize(HAND_CELLS), facts({ notCompared }), 'en');
    expect(page).toContain('<code>name_birth_year</code>');
    expect(page).toContain('<td class="num">480,000</td>');
    expect(renderReportHtml(summarize(HAND_CELLS), facts(), 'en')).not.toContain('Persons not compared');
  });

  test('summary.json has the figures by reason and by rule', () => {
    const document = JSON.parse(renderSummaryJson(summarize(HAND_CELLS), facts({ notCompared })));
    expect(document.not_compared).toEqual({
      records: 1203,
      records_with_crowded_keys: 3,
      by_reason: notCompared.byReason,
      by_rule: notCompared.byRule,
    });
  });
});

describe('steps', () => {
  const steps = (cells: Parameters<typeof summarize>[0], lang: 'vi' | 'en', given = {}) =>
    nextSteps(summarize(cells).total, facts(given), lang);
  const rejected = (reason: SummaryCell['reason'], rows: number) =>
    cell({ outcome: 'rejected', reason, officialClass: 'no_or_bad_id', rows, doses: rows, persons: rows });

  test('passports are a step of their own', () => {
    const mismatch = (reason: 'nobody_found' | 'passport_not_in_registry', rows: number) =>
      cell({ outcome: 'mismatch', reason, officialClass: 'no_or_bad_id', rows, doses: rows, persons: rows });
    const both = [mismatch('nobody_found', 2), mismatch('passport_not_in_registry', 3)];
    expect(steps(both, 'en').slice(0, 2)).toEqual([
      expect.stringMatching(
        /^mismatch\.csv \(2 rows, 2 persons\): the commune stations and the facilities contact/,
      ),
      expect.stringMatching(
        /^mismatch\.csv \(3 rows, 3 persons\): reason passport_not_in_registry: .*passport/,
      ),
    ]);
    expect(steps(both.slice(1), 'vi').join()).not.toContain('liên hệ lại người được tiêm, xem giấy tờ gốc');
  });

  test.each([
    [
      'empty_row',
      'rejected.csv (2 of 3 rows; the others are empty): mend',
      '2 trong 3 dòng; các dòng còn lại trống',
    ],
    ['not_a_record', 'rejected.csv (2 of 3 rows; the others are no records): mend', 'không phải hồ sơ'],
  ] as const)('rows to mend beside rows with the reason %s', (reason, en, vi) => {
    const cells = [rejected('wrong_field_count', 2), rejected(reason, 1)];
    expect(steps(cells, 'en')[0]).toContain(en);
    expect(steps(cells, 'vi')[0]).toContain(vi);
  });

  test('a file in another encoding is saved anew, its rows are not mended one by one', () => {
    const cells = [rejected('invalid_encoding', 9), rejected('wrong_field_count', 1)];
    expect(steps(cells, 'vi', { inputsNotUtf8: ['a.csv'] }).slice(0, 2)).toEqual([
      'rejected.csv (9 dòng, 9 đối tượng): tệp a.csv không phải UTF-8: mở bằng Excel, lưu lại ở dạng CSV UTF-8 rồi chạy lại.',
      'rejected.csv (1 dòng, 1 đối tượng): sửa các dòng này trong tệp nguồn rồi chạy lại.',
    ]);
    expect(steps(cells, 'vi')[0]).toContain('rejected.csv (10 dòng');
  });
});

test('a dry run names no files', () => {
  const text = renderRunText(summarize(HAND_CELLS), facts(), null, 'vi');
  expect(text).not.toMatch(/report\.html|Tệp kết quả/);
});

test('a table is aligned by letters, not by code units', () => {
  const columns = [
    { title: 'Tỉnh', align: 'left' },
    { title: 'Dòng', align: 'right' },
  ] as const;
  const decomposed = 'Hồ'.normalize('NFD');
  expect(
    renderTextTable(columns, [
      [decomposed, '1'],
      ['Huế', '10'],
    ]),
  ).toEqual(['Tỉnh  Dòng', '----  ----', 'Hồ       1', 'Huế     10']);
});
