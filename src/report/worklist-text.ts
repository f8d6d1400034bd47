import type { Language } from '../domain/run-facts.js';
import { WORK_CLASSES } from '../domain/work-kinds.js';
import type { Grouping } from '../domain/worklist.js';
import { TOTAL_LABEL } from './labels.js';
import { formatInteger } from './number-format.js';
import { renderTextTable } from './text-table.js';
import { byMostWork, type IndexEntry } from './worklist-index.js';
import { totalOf } from './worklist-summary.js';
import { listLabel, SHEET_NAMES } from './worklist-words.js';

/** Lists that the screen shows; the index has all. */
const MOST_SHOWN = 5;

/** What was written, for a terminal, with a trailing newline. `out` is shown as the user wrote it. */
export function renderWorklistText(
  lists: readonly IndexEntry[],
  out: string,
  by: Grouping,
  lang: Language,
): string {
  const vi = lang === 'vi';
  const n = (value: number) => formatInteger(value, lang);
  if (lists.length === 0) {
    return vi ? `Không có dòng nào cần xử lý: ${out}/\n` : `No row needs work: ${out}/\n`;
  }
  const numbers = (counts: readonly IndexEntry[]) => {
    const totals = counts.map((entry) => totalOf(entry.counts));
    const items = totals.reduce((sum, total) => sum + total.items, 0);
    const points = totals.reduce((sum, total) => sum + total.lines, 0);
    const classes = WORK_CLASSES.map((workClass) =>
      counts.reduce((sum, entry) => sum + entry.counts.byClass[workClass].items, 0),
    );
    return [items, points, ...classes].map(n);
  };
  const right = (title: string) => ({ title, align: 'right' as const });
  const columns = [
    { title: vi ? 'Danh sách' : 'List', align: 'left' as const },
    right(vi ? 'Hồ sơ' : 'Records'),
    right(vi ? 'Chỗ cần xử lý' : 'Points'),
    ...WORK_CLASSES.map((workClass) => right(SHEET_NAMES[workClass][lang])),
  ];
  const most = [...lists].sort(byMostWork).slice(0, MOST_SHOWN);
  const rows = most.map((entry) => [listLabel(entry.title, by, lang), ...numbers([entry])]);
  if (lists.length > most.length) rows.push([`... (${n(lists.length)})`]);
  rows.push([TOTAL_LABEL[lang], ...numbers(lists)]);
  const lead = vi ? 'Nhiều việc nhất' : 'Most work';
  return [
    lead,
    '',
    ...renderTextTable(columns, rows).map((line) => `  ${line}`),
    '',
    vi
      ? `Đã ghi ${n(lists.length)} danh sách vào ${out}/`
      : `${n(lists.length)} ${lists.length === 1 ? 'list' : 'lists'} in ${out}/`,
    '',
  ].join('\n');
}

/** The same for programs. */
export function renderWorklistJson(lists: readonly IndexEntry[]): string {
  const entries = [...lists].sort(byMostWork).map(({ title, counts, file, importFile }) => ({
    province: title.province,
    code: title.code,
    name: title.name,
    records: totalOf(counts).items,
    points: totalOf(counts).lines,
    by_class: counts.byClass,
    imports: counts.imports,
    file,
    import_file: importFile,
  }));
  return `${JSON.stringify({ lists: entries }, null, 2)}\n`;
}
