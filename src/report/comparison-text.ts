import { OUTCOMES } from '../domain/outcome.js';
import type { Bilingual } from '../domain/reasons.js';
import {
  ROW_CHANGES,
  type RowChange,
  type RunComparison,
  type RunDifferences,
} from '../domain/run-comparison.js';
import type { Language } from '../domain/run-facts.js';
import { OUTCOME_LABELS } from './labels.js';
import { formatInteger, formatShare } from './number-format.js';
import { renderTextTable } from './text-table.js';

const CHANGE_LABELS: Readonly<Record<RowChange, Bilingual>> = {
  outcome: { vi: 'kết quả khác', en: 'another outcome' },
  reason: { vi: 'lý do khác', en: 'another reason' },
  person: {
    vi: 'người được xác định khác (hoặc không còn)',
    en: 'another person identified, or none any more',
  },
  corrections: { vi: 'nội dung cần sửa khác', en: 'other corrections' },
};

/** Two runs side by side for a terminal: a matrix of outcomes, what changed, and what went in differently. */
export function renderComparisonText(comparison: RunComparison, lang: Language): string {
  const vi = lang === 'vi';
  const { rowsInBoth, rowsChanged, changes } = comparison;
  const n = (value: number) => formatInteger(value, lang);
  const share = formatShare(rowsChanged, rowsInBoth, lang);
  const lines = [
    vi
      ? `${n(rowsChanged)} trong ${n(rowsInBoth)} dòng có ở cả hai lần chạy đã thay đổi (${share})`
      : `${n(rowsChanged)} of the ${n(rowsInBoth)} rows that are in both runs changed (${share})`,
  ];
  if (rowsInBoth === 0) {
    lines.push(
      vi
        ? 'Không so được dòng nào: các dòng được so theo tên tệp đầu vào, mà hai lần chạy không có tệp nào cùng tên.'
        : 'No row could be compared: rows are compared by the name of their input, and the runs have no input of the same name.',
    );
  }
  for (const change of ROW_CHANGES) {
    if (changes[change] > 0) lines.push(`  ${n(changes[change])}  ${CHANGE_LABELS[change][lang]}`);
  }
  lines.push('', ...matrixLines(comparison, lang), '');
  lines.push(vi ? 'Đầu vào khác nhau' : 'What went in differently');
  lines.push(...differenceTexts(comparison.differences, lang).map((text) => `  ${text}`));
  return `${lines.join('\n')}\n`;
}

function matrixLines({ matrix, onlyOld, onlyNew }: RunComparison, lang: Language): string[] {
  const vi = lang === 'vi';
  const n = (value: number) => formatInteger(value, lang);
  const rows = OUTCOMES.map((outcome) => [
    OUTCOME_LABELS[outcome][lang],
    ...OUTCOMES.map((after) => n(matrix[outcome][after])),
    n(onlyOld[outcome]),
  ]);
  rows.push([
    vi ? '(chỉ ở lần mới)' : '(only in new)',
    ...OUTCOMES.map((outcome) => n(onlyNew[outcome])),
    '',
  ]);
  return renderTextTable(
    [
      { title: vi ? 'Dòng: cũ ↓ mới →' : 'Rows: old ↓ new →', align: 'left' },
      ...OUTCOMES.map((outcome) => ({ title: OUTCOME_LABELS[outcome][lang], align: 'right' as const })),
      { title: vi ? '(chỉ ở lần cũ)' : '(only in old)', align: 'right' },
    ],
    rows,
  ).map((line) => `  ${line}`);
}

/** Which of inputs, settings, model, registry and program are not the same, one a line. */
function differenceTexts(differences: RunDifferences, lang: Language): string[] {
  const vi = lang === 'vi';
  const n = (value: number) => formatInteger(value, lang);
  const texts: string[] = [];
  const list = (names: readonly string[], label: Bilingual) => {
    if (names.length > 0) texts.push(`${label[lang]}: ${names.join(', ')}`);
  };
  list(differences.inputsOnlyOld, { vi: 'tệp chỉ có ở lần cũ', en: 'file only in the old run' });
  list(differences.inputsOnlyNew, { vi: 'tệp chỉ có ở lần mới', en: 'file only in the new run' });
  list(differences.inputsChanged, {
    vi: 'tệp cùng tên nhưng nội dung khác (vẫn so theo số dòng: nếu có dòng thêm vào hay bỏ bớt thì mọi dòng sau đó bị so với dòng khác)',
    en: 'file of the same name with other contents (compared by row number all the same: behind a row that was put in or left out, each row is compared with another)',
  });
  list(differences.inputsReadOtherwise, {
    vi: 'tệp được đọc theo cách khác (cột, ngày hoặc giới tính)',
    en: 'file read otherwise (columns, dates or sex)',
  });
  for (const setting of differences.settings) {
    texts.push(`${vi ? 'thiết lập' : 'setting'} ${setting.name}: ${setting.old} → ${setting.new}`);
  }
  const { model, registry, tool } = differences;
  if (model !== null) texts.push(`${vi ? 'mô hình' : 'model'}: ${model[0]} → ${model[1]}`);
  if (registry !== null) {
    const persons = `${n(registry[0])} → ${n(registry[1])}`;
    texts.push(vi ? `cơ sở dữ liệu dân cư: ${persons} người` : `registry: ${persons} persons`);
  }
  if (tool !== null) texts.push(`doisoat: ${tool[0]} → ${tool[1]}`);
  if (texts.length > 0) return texts;
  return [
    vi
      ? 'không có: cùng tệp, thiết lập, mô hình, cơ sở dữ liệu và phiên bản'
      : 'nothing: the same files, settings, model, registry and version',
  ];
}
