import type { DeadlineReport, ErrorLine, FacilityErrors } from '../../domain/deadline-report.js';
import { ENTRY_ERRORS } from '../../domain/entry-errors.js';
import type { Language } from '../../domain/run-facts.js';
import { SUPPRESSED, WORK_COLUMNS, WORK_LABELS } from '../deadline-labels.js';
import { type Html, html } from '../html.js';
import { provinceLabel, TOTAL_LABEL } from '../labels.js';
import { formatInteger, formatShare } from '../number-format.js';
import { headingCell, tableRegion } from '../table-region.js';
import { kindsByCount, mainKinds } from './error-kinds.js';
import { cell, count, percent } from './figures.js';
import { kindChart } from './kind-chart.js';
import { paretoChart } from './pareto-chart.js';

/** The page stays light; the other files of the report have all facilities. */
const FACILITIES_SHOWN = 50;
const PROVINCES_OF_A_KIND = 3;
const KINDS_OF_A_LINE = 3;

/** Who makes which errors: by kind, by province, and the facilities that account for most of the work. */
export function renderErrors(report: DeadlineReport, lang: Language): Html {
  const vi = lang === 'vi';
  const { total } = report.errors;
  const of =
    total.work === null || total.rows === null ? SUPPRESSED : formatShare(total.work, total.rows, lang);
  const all =
    total.work === null || total.rows === null
      ? ''
      : vi
        ? `${count(total.work, lang)} trong ${count(total.rows, lang)} hồ sơ (${of}) phải xử lý. `
        : `${count(total.work, lang)} of ${count(total.rows, lang)} records (${of}) need work. `;
  return html`<p>${all}${
    vi
      ? 'Một hồ sơ có thể có nhiều sai sót. Hồ sơ là một dòng của tệp gửi đến.'
      : 'A record may have several errors. A record is a row of the files sent.'
  }</p>
<h3>${vi ? 'Theo loại sai sót' : 'By kind'}</h3>
${kindChart(total, lang)}
${kindTable(report, lang)}
<h3>${vi ? 'Theo tỉnh' : 'By province'}</h3>
${provinceTable(report, lang)}
<h3>${vi ? 'Cơ sở phải xử lý nhiều nhất' : 'The facilities with most of the work'}</h3>
${facilities(report, lang)}`;
}

function kindTable({ errors }: DeadlineReport, lang: Language): Html {
  const vi = lang === 'vi';
  const { work } = errors.total;
  const rows = kindsByCount(errors.total).map(({ code, rows: number }) => {
    const share = number === null || work === null ? SUPPRESSED : formatShare(number, work, lang);
    const most = errors.provinces
      .flatMap((line) => {
        const own = line.kinds[code];
        return own === undefined || own === null || own === 0 ? [] : [{ code: line.code, own }];
      })
      .sort((a, b) => b.own - a.own)
      .slice(0, PROVINCES_OF_A_KIND)
      .map((line) => `${provinceLabel(line.code, lang)} ${formatInteger(line.own, lang)}`);
    return html`<tr><th scope="row">${ENTRY_ERRORS[code][lang]}</th>${cell(count(number, lang))}${cell(share, number)}<td>${most.length === 0 ? '–' : most.join('; ')}</td></tr>`;
  });
  if (rows.length === 0) return html``;
  const heads = [
    headingCell({ label: vi ? 'Sai sót' : 'Error', wide: true, col: 0 }),
    headingCell({ label: vi ? 'Hồ sơ' : 'Records', num: true, col: 1 }),
    headingCell({ label: vi ? '% hồ sơ phải xử lý' : '% of records that need work', num: true, col: 2 }),
    headingCell({ label: vi ? 'Nhiều nhất ở' : 'Most in' }),
  ];
  return tableRegion({
    id: 'kinds',
    caption: vi ? 'Sai sót theo loại' : 'Errors by kind',
    sort: true,
    head: html`<tr>${heads}</tr>`,
    bodies: [rows],
  });
}

function workHeads(from: number, lang: Language): Html[] {
  const vi = lang === 'vi';
  const labels = [
    vi ? 'Hồ sơ đã gửi' : 'Records sent',
    vi ? 'Phải xử lý' : 'Need work',
    vi ? '% phải xử lý' : '% that need work',
    ...WORK_COLUMNS.map((column) => WORK_LABELS[column][lang]),
  ];
  return labels.map((label, i) => headingCell({ label, num: true, col: from + i }));
}

function workCells(line: ErrorLine, lang: Language): Html {
  const { rows, work } = line;
  const share = rows === null || work === null ? SUPPRESSED : formatShare(work, rows, lang);
  const key = rows === null || work === null || rows === 0 ? null : work / rows;
  return html`${cell(count(rows, lang))}${cell(count(work, lang))}${cell(share, key)}${WORK_COLUMNS.map((column) => cell(count(line[column], lang)))}`;
}

function provinceTable({ errors }: DeadlineReport, lang: Language): Html {
  const vi = lang === 'vi';
  const row = (label: string, line: ErrorLine) =>
    html`<tr><th scope="row">${label}</th>${workCells(line, lang)}<td class="wide">${mainKinds(line, KINDS_OF_A_LINE, lang)}</td></tr>`;
  const line = (own: DeadlineReport['errors']['provinces'][number]) =>
    row(provinceLabel(own.code, lang), own);
  const kinds = headingCell({ label: vi ? 'Sai sót nhiều nhất' : 'Most frequent errors', wide: true });
  return tableRegion({
    id: 'error-provinces',
    caption: vi ? 'Hồ sơ phải xử lý theo tỉnh' : 'Records that need work by province',
    hint: vi
      ? 'phải xử lý = phải sửa + phải hỏi lại + phải xem lại + không đọc được'
      : 'need work = to correct + to ask again + to review + unreadable',
    stick: true,
    sort: true,
    head: html`<tr>${headingCell({ label: vi ? 'Tỉnh, thành phố' : 'Province', col: 0 })}${workHeads(1, lang)}${kinds}</tr>`,
    bodies: [
      errors.provinces.filter(({ code }) => code !== '').map(line),
      errors.provinces.filter(({ code }) => code === '').map(line),
    ],
    foot: row(TOTAL_LABEL[lang], errors.total),
  });
}

function facilityName({ name, code }: FacilityErrors, lang: Language): string {
  if (name !== '') return name;
  if (code !== '') return code;
  return lang === 'vi' ? 'không ghi cơ sở tiêm' : 'no facility given';
}

function facilities({ errors }: DeadlineReport, lang: Language): Html {
  const vi = lang === 'vi';
  const { facilities: all, facilitiesInAll, paretoShare } = errors;
  const last = all.at(-1);
  if (last === undefined)
    return html`<p>${vi ? 'Không cơ sở nào phải xử lý hồ sơ.' : 'No facility has work.'}</p>`;
  const [n, of] = [all.length, facilitiesInAll].map((value) => formatInteger(value, lang));
  const done = percent(last.cumulativeShare, lang);
  const aim = formatShare(paretoShare, 1, lang);
  const shown = all.slice(0, FACILITIES_SHOWN);
  const more =
    shown.length < all.length
      ? vi
        ? ` Bảng dưới có ${shown.length} cơ sở đầu.`
        : ` The table has the first ${shown.length}.`
      : '';
  const rows = shown.map(
    (facility, i) =>
      html`<tr><td class="num">${i + 1}</td><th scope="row"><bdi>${facilityName(facility, lang)}</bdi></th><td><bdi>${facility.code === '' ? '–' : facility.code}</bdi></td><td>${provinceLabel(facility.province, lang)}</td>${workCells(facility, lang)}${cell(percent(facility.cumulativeShare, lang), facility.cumulativeShare)}<td class="wide">${mainKinds(facility, KINDS_OF_A_LINE, lang)}</td></tr>`,
  );
  const heads = [
    headingCell({ label: vi ? 'Thứ tự' : 'Rank', num: true, col: 0 }),
    headingCell({ label: vi ? 'Cơ sở tiêm' : 'Facility', wide: true, col: 1 }),
    headingCell({ label: vi ? 'Mã' : 'Code', col: 2 }),
    headingCell({ label: vi ? 'Tỉnh' : 'Province', col: 3 }),
    ...workHeads(4, lang),
    headingCell({ label: vi ? 'Cộng dồn' : 'Cumulative', num: true, col: 11 }),
    headingCell({ label: vi ? 'Sai sót nhiều nhất' : 'Most frequent errors', wide: true }),
  ];
  return html`<p>${
    vi
      ? `${n} trong ${of} cơ sở chiếm ${done} số hồ sơ phải xử lý (danh sách dừng khi đạt ${aim} hoặc đủ số cơ sở đã định).${more}`
      : `${n} of ${of} facilities account for ${done} of the records that need work (the list ends at ${aim}, or at the number that was asked for).${more}`
  }</p>
${paretoChart(all, lang)}
${tableRegion({
  id: 'facilities',
  caption: vi
    ? 'Cơ sở tiêm có nhiều hồ sơ phải xử lý nhất'
    : 'The facilities with most records that need work',
  sort: true,
  head: html`<tr>${heads}</tr>`,
  bodies: [rows],
})}`;
}
