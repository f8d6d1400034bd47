import { readFileSync } from 'node:fs';
import { PROGRESS_VERDICTS } from '../../src/domain/deadline-report.js';
import { ENTRY_ERRORS } from '../../src/domain/entry-errors.js';
import { REPORT_FLAGS } from '../../src/domain/report-flags.js';
import { FIGURE_COLUMNS } from '../../src/run/figure-columns.js';

const page = readFileSync('docs/deadline-report.md', 'utf8');

describe('docs/deadline-report.md has every', () => {
  test.each([
    [
      'kind of error',
      Object.entries(ENTRY_ERRORS).map(([code, { vi, en }]) => `| \`${code}\` | ${vi} | ${en} |`),
    ],
    ['flag', Object.entries(REPORT_FLAGS).map(([code, { vi, en }]) => `| \`${code}\` | ${vi} | ${en} |`)],
    ['verdict', Object.keys(PROGRESS_VERDICTS).map((code) => `| \`${code}\` | `)],
    [
      'column of figures',
      [...FIGURE_COLUMNS.values()].map(({ label, headers }) => `| ${label} | \`${headers[0]}\` |`),
    ],
  ])('%s', (_, lines) => {
    expect(lines.filter((line) => !page.includes(line))).toEqual([]);
  });
});
