import type { DeadlineReport } from '../../domain/deadline-report.js';
import type { Language } from '../../domain/run-facts.js';
import { FIGURE_LABELS, FIGURES, NOT_GIVEN, NOT_GIVEN_OR_SUPPRESSED } from '../deadline-labels.js';
import { type Html, html } from '../html.js';
import { formatInteger } from '../number-format.js';
import { headingCell, tableRegion } from '../table-region.js';
import { cell } from './figures.js';

/** In a report for publication (`minCell`) a figure that was given may be left out as well. */
function textOf(value: number | null, minCell: number | null, lang: Language): string {
  if (value !== null) return formatInteger(value, lang);
  return (minCell === null ? NOT_GIVEN : NOT_GIVEN_OR_SUPPRESSED)[lang];
}

/** The further headings of the dispatches: what somebody gave, and that nobody did. */
export function renderDispatchFigures({ total, provinces, minCell }: DeadlineReport, lang: Language): Html {
  const vi = lang === 'vi';
  const rows = FIGURES.map(
    (name) =>
      html`<tr><th scope="row">${FIGURE_LABELS[name][lang]}</th>${cell(textOf(total.figures[name], minCell, lang))}${cell(formatInteger(total.figuresGiven[name], lang))}</tr>`,
  );
  const reporting = provinces.filter(({ figures }) => FIGURES.some((name) => figures[name] !== null));
  const own = reporting.map(
    ({ shortName, figures }) =>
      html`<tr><th scope="row">${shortName}</th>${FIGURES.map((name) => cell(textOf(figures[name], minCell, lang)))}</tr>`,
  );
  const byProvince =
    own.length === 0
      ? ''
      : tableRegion({
          id: 'figure-provinces',
          caption: vi ? 'Các mục khác theo tỉnh' : 'Further headings by province',
          hint: vi ? 'chỉ các tỉnh đã có số liệu' : 'only provinces that gave figures',
          sort: true,
          stick: true,
          head: html`<tr>${headingCell({ label: vi ? 'Tỉnh, thành phố' : 'Province', col: 0 })}${FIGURES.map((name, i) => headingCell({ label: FIGURE_LABELS[name][lang], num: true, col: i + 1 }))}</tr>`,
          bodies: [own],
        });
  return html`${tableRegion({
    id: 'figures',
    caption: vi ? 'Các mục khác của công văn' : 'Further headings of the dispatches',
    hint: vi ? 'tổng của các tỉnh đã có số liệu' : 'sums of the provinces that gave figures',
    head: html`<tr>${headingCell({ label: vi ? 'Mục' : 'Heading' })}${headingCell({ label: vi ? 'Số liệu' : 'Figure', num: true })}${headingCell({ label: vi ? 'Số tỉnh có số liệu' : 'Provinces that gave it', num: true })}</tr>`,
    bodies: [rows],
  })}
${byProvince}`;
}

/** Cán bộ đầu mối, by province. */
export function renderOfficers({ provinces, minCell }: DeadlineReport, lang: Language): Html {
  const vi = lang === 'vi';
  const text = (value: string) => html`<td><bdi>${value === '' ? '–' : value}</bdi></td>`;
  const rows = provinces.flatMap(({ shortName, officers }) =>
    officers.map(
      ({ name, unit, position, phone }) =>
        html`<tr><th scope="row">${shortName}</th>${text(name)}${text(unit)}${text(position)}<td class="nowrap"><bdi>${phone === '' ? '–' : phone}</bdi></td></tr>`,
    ),
  );
  if (rows.length === 0) {
    if (minCell !== null)
      return html`<p>${vi ? 'Bản công bố không có tên cán bộ đầu mối.' : 'A report for publication names no officers.'}</p>`;
    return html`<p>${vi ? 'Chưa có danh sách cán bộ đầu mối.' : 'No focal officers were given.'}</p>`;
  }
  const labels = vi
    ? ['Tỉnh, thành phố', 'Họ và tên', 'Đơn vị', 'Chức vụ', 'Điện thoại']
    : ['Province', 'Name', 'Unit', 'Position', 'Phone'];
  return tableRegion({
    id: 'officers',
    caption: vi ? 'Cán bộ đầu mối' : 'Focal officers',
    head: html`<tr>${labels.map((label) => headingCell({ label }))}</tr>`,
    bodies: [rows],
  });
}
