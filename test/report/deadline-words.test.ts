import type { DeadlineReport } from '../../src/domain/deadline-report.js';
import type { Language } from '../../src/domain/run-facts.js';
import type { DocumentBlock } from '../../src/domain/text-document.js';
import { renderDeadlineHtml } from '../../src/report/deadline-html/page.js';
import { deadlineDocument } from '../../src/report/deadline-office/compose.js';
import { progressByProvince } from '../../src/report/deadline-office/table-progress.js';
import { byWhen, fromWhen, latestDay, paceText, tasksOf } from '../../src/report/deadline-words.js';
import { EXAMPLE_REPORT } from './deadline-report-example.js';

const at = (asOf: string, daysLeft: number): DeadlineReport => ({ ...EXAMPLE_REPORT, asOf, daysLeft });

function wordsOf(report: DeadlineReport, lang: Language): string {
  const texts = (block: DocumentBlock): readonly string[] =>
    block.kind === 'paragraph'
      ? [block.text]
      : block.kind === 'side_by_side'
        ? block.parts.flatMap(({ blocks }) => blocks.flatMap(texts))
        : [];
  return deadlineDocument(report, lang)
    .sections.flatMap(({ blocks }) => blocks.flatMap(texts))
    .join('\n');
}

test.each([
  ['before the deadline', '2022-04-28', 7, 'từ ngày mai', 'chậm nhất ngày 05/05/2022'],
  ['on its day', '2022-05-05', 0, 'hôm nay', 'trong hôm nay, ngày 05/05/2022'],
  [
    'after it, with the new deadline',
    '2022-05-06',
    -1,
    'ngay',
    'trong thời gian sớm nhất, chậm nhất ngày 01/06/2022 là hạn mới của Công văn 2262/BYT-CNTT',
  ],
  ['after both', '2022-06-02', -28, 'ngay', 'trong thời gian sớm nhất'],
] as const)('%s', (_, asOf, daysLeft, from, by) => {
  const report = at(asOf, daysLeft);
  expect([fromWhen(report, 'vi'), byWhen(report, 'vi')]).toEqual([from, by]);
});

test.each(['vi', 'en'] as const)('neither document knows 2262/BYT-CNTT before it was sent (%s)', (lang) => {
  for (const render of [renderDeadlineHtml, wordsOf]) {
    expect(render(at('2022-05-03', 2), lang)).not.toMatch(/2262|01\/06\/2022/);
    expect(render(at('2022-05-04', 1), lang)).toContain('2262');
  }
});

test.each([
  ['2022-11-04', '2022-11-04'],
  ['2022-11-05', null],
  ['2029-01-01', null],
  [null, null],
])('the latest day %s is told as %s', (latest, told) => {
  expect(latestDay({ expected: '2022-05-20', earliest: '2022-05-10', latest }, '2022-05-05')).toBe(told);
});

test('paces keep their decimal', () => {
  expect([19.5, 20, 600_000].map((value) => paceText(value, 'vi'))).toEqual(['19,5', '20', '600.000']);
});

test('work whose figure is suppressed or nothing is no sentence', () => {
  const line = { ...EXAMPLE_REPORT.errors.total, toCorrect: null, toReview: 0 };
  expect(tasksOf(line).map(({ number }) => number)).toEqual([line.toAsk, line.unreadable]);
});

test('who does the work is the same in the page and the letter', () => {
  const page = renderDeadlineHtml(EXAMPLE_REPORT, 'vi');
  for (const { text } of tasksOf(EXAMPLE_REPORT.errors.total)) {
    expect(page).toContain(text.vi);
    expect(wordsOf(EXAMPLE_REPORT, 'vi')).toContain(text.vi);
  }
});

test('the table of progress adds up, rows of an unknown province included', () => {
  const { rows, total } = progressByProvince(EXAMPLE_REPORT, 'vi');
  for (const column of [5, 6, 8]) {
    const sum = rows.reduce((all, row) => all + (typeof row[column] === 'number' ? row[column] : 0), 0);
    expect(sum).toBe(total?.[column]);
  }
});
