import type { DeadlineReport } from '../../domain/deadline-report.js';
import { REPORT_FLAGS } from '../../domain/report-flags.js';
import type { Language } from '../../domain/run-facts.js';
import { type Html, html } from '../html.js';
import { provinceLabel, TOTAL_LABEL } from '../labels.js';
import { TOTAL_CODE } from '../summary.js';
import { headingCell, tableRegion } from '../table-region.js';
import { cell, count, day } from './figures.js';

/** What a reader must know before relying on a figure. */
export function renderFlags({ flags, minCell }: DeadlineReport, lang: Language): Html {
  const vi = lang === 'vi';
  if (flags.length === 0)
    return html`<p>${vi ? 'Không có số liệu nào bất thường.' : 'No figure looks wrong.'}</p>`;
  // Figures of flags are left out of a report for publication.
  const figure = (value: number | null) => (value === null && minCell === null ? '–' : count(value, lang));
  const rows = flags.map(({ code, province, date, found, compared }) => {
    const where = province === TOTAL_CODE ? TOTAL_LABEL[lang] : provinceLabel(province, lang);
    return html`<tr><th scope="row">${where}</th><td>${day(date)}</td><td>${REPORT_FLAGS[code][lang]}</td>${cell(figure(found))}${cell(figure(compared))}</tr>`;
  });
  return html`<p>${
    vi
      ? 'Kiểm tra các số liệu này với tỉnh trước khi dùng.'
      : 'Check these figures with the province before relying on them.'
  }</p>
${tableRegion({
  id: 'flags',
  caption: vi ? 'Số liệu bất thường' : 'Figures that look wrong',
  head: html`<tr>${headingCell({ label: vi ? 'Nơi' : 'Where' })}${headingCell({ label: vi ? 'Ngày' : 'Day' })}${headingCell({ label: vi ? 'Điều bất thường' : 'What' })}${headingCell({ label: vi ? 'Số liệu' : 'Figure', num: true })}${headingCell({ label: vi ? 'So với' : 'Compared with', num: true })}</tr>`,
  bodies: [rows],
})}`;
}
