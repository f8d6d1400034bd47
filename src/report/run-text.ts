import { OUTCOMES } from '../domain/outcome.js';
import { OUTCOME_FILES } from '../domain/output-files.js';
import type { Language, RunFacts } from '../domain/run-facts.js';
import { checkRun } from './balance.js';
import type { Count } from './count.js';
import { falseMatchSentence } from './false-match-table.js';
import { OUTCOME_LABELS, TOTAL_LABEL } from './labels.js';
import { formatInteger, formatShare } from './number-format.js';
import { reasonsOf } from './report-outcomes.js';
import { faultSentence, leftOutSentences, nextSteps, reasonTexts } from './sentences.js';
import type { Summary } from './summary.js';
import { renderTextTable } from './text-table.js';

const REASONS_SHOWN = 5;

/**
 * The closing words of a run, for a terminal: outcomes, the most frequent reasons, what to do next, where the files
 * are. Plain text with a trailing newline. `outDir` is shown as the user wrote it;
 * null: nothing was written.
 */
export function renderRunText(
  summary: Summary,
  facts: RunFacts,
  outDir: string | null,
  lang: Language,
): string {
  const vi = lang === 'vi';
  const lines = [vi ? 'Kết quả đối soát' : 'Results', '', ...outcomeTable(summary, lang)];
  const reasons = reasonLines(summary, lang);
  if (reasons.length > 0) {
    lines.push('', vi ? 'Lý do thường gặp nhất' : 'Most frequent reasons', ...reasons);
  }
  const steps = nextSteps(summary.total, facts, lang);
  if (steps.length > 0) {
    lines.push('', vi ? 'Việc cần làm tiếp theo' : 'What to do next');
    steps.forEach((step, i) => {
      lines.push(`  ${i + 1}. ${step}`);
    });
  }
  const falseMatches = falseMatchSentence(facts.decoys, lang);
  if (falseMatches !== '') lines.push('', falseMatches);
  const leftOut = leftOutSentences(facts, lang);
  if (leftOut.length > 0) lines.push('', ...leftOut);
  for (const fault of checkRun(summary, facts)) {
    lines.push(`${vi ? 'Số liệu không khớp' : 'The figures do not add up'}: ${faultSentence(fault, lang)}`);
  }
  if (outDir !== null) lines.push(...fileLines(outDir, lang));
  return `${lines.join('\n')}\n`;
}

function fileLines(outDir: string, lang: Language): string[] {
  const vi = lang === 'vi';
  const folder = outDir.endsWith('/') || outDir.endsWith('\\') ? outDir : `${outDir}/`;
  const others = ['summary-by-province.csv', 'summary.json', 'reuse.bin', 'manifest.json'];
  const files = [...OUTCOMES.map((outcome) => OUTCOME_FILES[outcome]), ...others].join(', ');
  return [
    '',
    `${vi ? 'Báo cáo' : 'Report'}: ${folder}report.html`,
    `${vi ? 'Tệp kết quả' : 'Files'}: ${folder} (${files})`,
  ];
}

function outcomeTable(summary: Summary, lang: Language): string[] {
  const { total } = summary;
  const vi = lang === 'vi';
  const row = (label: string, count: Count) => [
    label,
    formatInteger(count.rows, lang),
    formatInteger(count.persons, lang),
    formatInteger(count.doses, lang),
    formatShare(count.rows, total.sent.rows, lang),
  ];
  const rows = OUTCOMES.map((outcome) => row(OUTCOME_LABELS[outcome][lang], total.outcomes[outcome]));
  return renderTextTable(
    [
      { title: vi ? 'Kết quả' : 'Outcome', align: 'left' },
      { title: vi ? 'Dòng' : 'Rows', align: 'right' },
      { title: vi ? 'Đối tượng' : 'Persons', align: 'right' },
      { title: vi ? 'Mũi tiêm' : 'Doses', align: 'right' },
      { title: vi ? '% dòng' : '% of rows', align: 'right' },
    ],
    [...rows, row(TOTAL_LABEL[lang], total.sent)],
  ).map((line) => `  ${line}`);
}

/** The reasons with most rows among the rows that still need work. */
function reasonLines(summary: Summary, lang: Language): string[] {
  const { total } = summary;
  const codes = (['mismatch', 'needs_review', 'rejected'] as const).flatMap((outcome) =>
    reasonsOf(total, outcome),
  );
  if (total.reasons.corrected.rows > 0) codes.push('corrected');
  const rows = codes
    .map((code) => ({ code, rows: total.reasons[code].rows }))
    .sort((a, b) => b.rows - a.rows)
    .slice(0, REASONS_SHOWN);
  const width = Math.max(...rows.map((row) => formatInteger(row.rows, lang).length));
  return rows.map(
    (row) => `  ${formatInteger(row.rows, lang).padStart(width)}  ${reasonTexts(row.code, lang).text}`,
  );
}
