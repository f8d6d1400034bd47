import type { Language } from '../domain/run-facts.js';
import type { CellRange, HeadRow, SheetLayout, StyledCell } from '../domain/sheet.js';
import { WORK_CLASSES, WORK_KIND_CODES, WORK_KINDS } from '../domain/work-kinds.js';
import type { ListCounts, ListTitle, WorkCounts } from '../domain/worklist.js';
import { formatDate, formatInteger } from './number-format.js';
import type { ListStyle } from './worklist-sheets.js';
import {
  CLASS_MEANINGS,
  CLASS_STEPS,
  listLabel,
  provinceFolderLabel,
  SHEET_NAMES,
} from './worklist-words.js';

const WIDTHS = [56, 12, 16, 84];

/** The counts of all classes of a list together. */
export function totalOf({ byClass }: ListCounts): WorkCounts {
  return WORK_CLASSES.reduce(
    (sum, workClass) => ({
      rows: sum.rows + byClass[workClass].rows,
      items: sum.items + byClass[workClass].items,
      lines: sum.lines + byClass[workClass].lines,
    }),
    { rows: 0, items: 0, lines: 0 },
  );
}

/** The first sheet of a list: how much there is of what, and what to do first. `deadline`: ISO date. */
export function summarySheet(
  title: ListTitle,
  counts: ListCounts,
  deadline: string,
  { by, lang }: ListStyle,
): SheetLayout {
  const vi = lang === 'vi';
  const rows: HeadRow[] = [];
  const merges: CellRange[] = [];
  const n = (value: number) => formatInteger(value, lang);
  const wide = (value: string, style: StyledCell['style'], height?: number) => {
    merges.push({ top: rows.length, left: 0, bottom: rows.length, right: WIDTHS.length - 1 });
    rows.push({ cells: [{ value, style }], ...(height === undefined ? {} : { height }) });
  };
  const table = (values: readonly (string | number)[], style: StyledCell['style']) =>
    rows.push({ cells: values.map((value) => ({ value, style })) });
  const blank = () => rows.push({ cells: [] });
  const label = listLabel(title, by, lang);
  const total = totalOf(counts);

  wide(vi ? 'Hồ sơ tiêm chủng COVID-19 cần xử lý' : 'COVID-19 vaccination records to work on', 'title', 24);
  wide(label, 'title', 22);
  if (by !== 'province' && title.province !== '') wide(provinceFolderLabel(title.province, lang), 'strong');
  wide(
    vi
      ? `${n(total.items)} hồ sơ, ${n(total.lines)} chỗ cần xử lý (${n(total.rows)} dòng của tệp nguồn). Hoàn thành chậm nhất ngày ${formatDate(deadline)}.`
      : `${n(total.items)} records, ${n(total.lines)} points to work on (${n(total.rows)} rows of the source files). Finish by ${formatDate(deadline)} (day/month/year).`,
    'plain',
    18,
  );
  blank();
  wide(
    vi
      ? 'Làm gì trước: theo thứ tự các trang, từ trên xuống'
      : 'What to do first: sheet by sheet, from the top',
    'strong',
    18,
  );
  table(
    vi ? ['Trang', 'Hồ sơ', 'Chỗ cần xử lý', 'Làm gì'] : ['Sheet', 'Records', 'Points', 'What to do'],
    'header',
  );
  for (const workClass of WORK_CLASSES) {
    const { items, lines } = counts.byClass[workClass];
    if (items === 0) continue;
    const what = `${CLASS_MEANINGS[workClass][lang]} ${CLASS_STEPS[workClass][lang]}`;
    table([SHEET_NAMES[workClass][lang], n(items), n(lines), what], 'wrap');
  }
  blank();
  for (const note of notes(counts, lang)) wide(note, 'plain', note.length > 140 ? 33 : 18);
  blank();
  table(vi ? ['Lỗi', 'Hồ sơ'] : ['Error', 'Records'], 'header');
  for (const [kind, records] of kindsByCount(counts)) table([WORK_KINDS[kind][lang], n(records)], 'wrap');
  return {
    name: vi ? 'Tóm tắt' : 'Summary',
    columns: WIDTHS.map((width) => ({ width, style: 'plain' })),
    head: rows,
    merges,
    freezeColumns: null,
    filter: false,
    choices: [],
    dataRows: 0,
    repeatHead: false,
    printColumns: null,
    landscape: true,
    footer: label,
  };
}

/** Most frequent first. */
function kindsByCount({ byKind }: ListCounts) {
  return WORK_KIND_CODES.map((kind) => [kind, byKind[kind] ?? 0] as const)
    .filter(([, records]) => records > 0)
    .sort(([, a], [, b]) => b - a);
}

function notes({ imports, byClass }: ListCounts, lang: Language): string[] {
  const vi = lang === 'vi';
  const texts = [
    vi
      ? 'Ở mỗi trang: chọn “Kết quả xác minh” trong danh sách thả xuống, ghi giá trị đúng, người xử lý và ngày vào các cột màu vàng. Một người có nhiều mũi tiêm ghi giống nhau chỉ có một mục.'
      : 'On each sheet: choose the result from the list, and write right value, name and date into the yellow columns. A person whose doses have the same data is one entry.',
  ];
  if (imports > 0) {
    texts.push(
      vi
        ? `${formatInteger(imports, lang)} người thiếu số định danh hoặc số sai định dạng có sẵn trong tệp “nhập lại” cạnh tệp này, theo mẫu của nền tảng: công an xác nhận xong mới nhập.`
        : `${formatInteger(imports, lang)} persons without an ID, or with one in a wrong format, are in the “import” file beside this one, in the platform’s layout: import it after the police have confirmed.`,
    );
  }
  if (byClass.ask.items + byClass.review.items > 0) {
    texts.push(
      vi
        ? 'Danh sách không nêu dữ liệu của người khác: trang 2 và 3 chỉ có dữ liệu do chính hồ sơ ghi, nên không có đề xuất.'
        : 'The list tells nothing of other persons: sheets 2 and 3 hold only what the record itself says, so they propose nothing.',
    );
  }
  texts.push(
    vi
      ? 'Cơ sở dữ liệu dân cư cũng có thể sai: khi giấy tờ gốc khác với đề xuất, không sửa theo đề xuất mà chuyển công an cấp xã đối chiếu.'
      : 'The population registry can be wrong too: where the original papers say otherwise, do not follow the proposal but ask the commune police.',
    vi
      ? 'Tệp có dữ liệu cá nhân: chỉ gửi cho người được giao xử lý.'
      : 'This file holds personal data: give it only to those who do the work.',
  );
  return texts;
}
