import type { Language } from '../domain/run-facts.js';
import type { Count, Unit } from './count.js';
import { type Html, html } from './html.js';
import {
  CLASS_LABELS,
  COUNTED_FIELDS,
  FIELD_LABELS,
  OUTCOME_LABELS,
  provinceLabel,
  TOTAL_LABEL,
} from './labels.js';
import { formatInteger, formatShare } from './number-format.js';
import type { ProvinceSummary, Summary } from './summary.js';
import { tableRegion } from './table-region.js';

/** One column of figures. `first` starts a group of columns. */
interface Column {
  readonly label: string;
  readonly first?: boolean;
  readonly cell: (summary: ProvinceSummary) => string;
}

const GROUPS = {
  asSent: { vi: 'Hồ sơ khi gửi đi', en: 'The records as sent' },
  afterRun: { vi: 'Sau khi đối soát', en: 'After this run' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
  withId: { vi: 'Có số định danh', en: 'With ID' },
  corrected: { vi: 'trong đó phải sửa', en: 'of these to correct' },
  province: { vi: 'Tỉnh, thành phố', en: 'Province' },
  persons: { vi: 'Đối tượng', en: 'Persons' },
  doses: { vi: 'Mũi tiêm', en: 'Doses' },
  personsShare: { vi: '% đối tượng đã xác minh', en: '% of persons verified' },
  dosesShare: { vi: '% mũi tiêm đã xác minh', en: '% of doses verified' },
} as const;

/** Part one of the report's tables: official classes beside what the run did, in persons or in doses. */
export function renderOfficialTable(summary: Summary, unit: 'persons' | 'doses', lang: Language): Html {
  const figure = (label: string, count: (s: ProvinceSummary) => Count, first = false): Column => ({
    label,
    first,
    cell: (s) => formatInteger(count(s)[unit], lang),
  });
  const asSent = [
    figure(GROUPS.withId[lang], (s) => s.withId, true),
    figure(CLASS_LABELS.right[lang], (s) => s.official.right),
    figure(CLASS_LABELS.wrong[lang], (s) => s.official.wrong),
    figure(CLASS_LABELS.not_verified[lang], (s) => s.official.not_verified),
    figure(CLASS_LABELS.no_or_bad_id[lang], (s) => s.official.no_or_bad_id),
  ];
  const afterRun: Column[] = [
    figure(OUTCOME_LABELS.verified[lang], (s) => s.outcomes.verified, true),
    figure(GROUPS.corrected[lang], (s) => s.reasons.corrected),
    figure(OUTCOME_LABELS.needs_review[lang], (s) => s.outcomes.needs_review),
    figure(OUTCOME_LABELS.mismatch[lang], (s) => s.outcomes.mismatch),
    figure(OUTCOME_LABELS.rejected[lang], (s) => s.outcomes.rejected),
    {
      label: GROUPS[`${unit}Share`][lang],
      cell: (s) => formatShare(s.outcomes.verified[unit], s.sent[unit], lang),
    },
  ];
  const caption = `${GROUPS[unit][lang]} ${lang === 'vi' ? 'theo tỉnh' : 'by province'}`;
  const hint =
    lang === 'vi'
      ? 'đã gửi = có số định danh + không có hoặc sai định dạng = đã xác minh + cần xem lại + không khớp + bị loại'
      : 'sent = with ID + no or wrongly formatted ID = verified + needs review + mismatch + rejected';
  const head = html`<tr><th scope="col" rowspan="2">${GROUPS.province[lang]}</th><th scope="col" rowspan="2" class="num">${GROUPS.sent[lang]}</th><th scope="colgroup" colspan="${asSent.length}">${GROUPS.asSent[lang]}</th><th scope="colgroup" colspan="${afterRun.length}">${GROUPS.afterRun[lang]}</th></tr>`;
  const columns = [figure(GROUPS.sent[lang], (s) => s.sent), ...asSent, ...afterRun];
  return provinceTable({ id: unit, caption, hint, head, headed: columns.slice(1), columns, summary, lang });
}

/** Wrong records by the first field that differs, in persons and doses. */
export function renderWrongTable(summary: Summary, lang: Language): Html {
  const columnsOf = (unit: Unit): Column[] => [
    {
      label: CLASS_LABELS.wrong[lang],
      first: true,
      cell: (s) => formatInteger(s.official.wrong[unit], lang),
    },
    ...COUNTED_FIELDS.map((field) => ({
      label: FIELD_LABELS[field][lang],
      cell: (s: ProvinceSummary) => formatInteger(s.wrongBy[field][unit], lang),
    })),
  ];
  const columns = [...columnsOf('persons'), ...columnsOf('doses')];
  const span = columns.length / 2;
  const caption =
    lang === 'vi' ? 'Hồ sơ sai, theo trường sai đầu tiên' : 'Wrong records by the first wrong field';
  const hint =
    lang === 'vi'
      ? 'sai = số định danh + họ và tên + ngày sinh + trường khác'
      : 'wrong = ID number + full name + birth date + other field';
  const head = html`<tr><th scope="col" rowspan="2">${GROUPS.province[lang]}</th><th scope="colgroup" colspan="${span}">${GROUPS.persons[lang]}</th><th scope="colgroup" colspan="${span}">${GROUPS.doses[lang]}</th></tr>`;
  return provinceTable({ id: 'wrong', caption, hint, head, headed: columns, columns, summary, lang });
}

interface ProvinceTable {
  readonly id: string;
  readonly caption: string;
  readonly hint: string;
  /** The first header row; the second is made of `headed`. */
  readonly head: Html;
  readonly headed: readonly Column[];
  readonly columns: readonly Column[];
  readonly summary: Summary;
  readonly lang: Language;
}

function provinceTable(table: ProvinceTable): Html {
  const { summary, columns, lang } = table;
  const classOf = (column: Column) => (column.first ? 'num first' : 'num');
  const cells = (s: ProvinceSummary) =>
    columns.map((column) => html`<td class="${classOf(column)}">${column.cell(s)}</td>`);
  const headed = table.headed.map(
    (column) => html`<th scope="col" class="${classOf(column)}">${column.label}</th>`,
  );
  const body = summary.provinces.map(
    (s) => html`<tr><th scope="row">${provinceLabel(s.code, lang)}</th>${cells(s)}</tr>`,
  );
  return tableRegion({
    id: table.id,
    caption: table.caption,
    hint: table.hint,
    stick: true,
    head: html`${table.head}
<tr>${headed}</tr>`,
    bodies: [body],
    foot: html`<tr><th scope="row">${TOTAL_LABEL[lang]}</th>${cells(summary.total)}</tr>`,
  });
}
