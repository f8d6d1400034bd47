import type { DeadlineReport, ReportRun } from '../../domain/deadline-report.js';
import { NOT_COMPARED, NOT_COMPARED_REASONS } from '../../domain/not-compared.js';
import type { Language } from '../../domain/run-facts.js';
import { DIFFERENCE_LABELS } from '../deadline-labels.js';
import { formatEstimate } from '../false-match-table.js';
import { type Html, html } from '../html.js';
import { provinceLabel } from '../labels.js';
import { formatInteger } from '../number-format.js';
import { headingCell, tableRegion } from '../table-region.js';

/** How far the results can be relied on, before the runs and inputs themselves. */
export function renderTrust(report: DeadlineReport, lang: Language): Html {
  const vi = lang === 'vi';
  const { trust, runs } = report;
  const calibration = trust.calibration.map((text) => html`<li>${text[lang]}</li>`);
  return html`<h3>${vi ? 'Xác minh nhầm người' : 'Wrong persons verified'}</h3>
<p>${falseMatchText(report, lang)}</p>
${calibration.length === 0 ? '' : html`<ul>${calibration}</ul>`}
${falseMatchList(report, lang)}
<h3>${vi ? 'Chưa so được với mọi người' : 'Not compared with everybody'}</h3>
${notCompared(report, lang)}
<h3>${vi ? 'Lưu ý về dữ liệu đầu vào' : 'Cautions about the inputs'}</h3>
${warnings(report, lang)}
<h3>${vi ? 'Khác nhau giữa các lần đối soát' : 'What differs between the runs'}</h3>
${differences(trust.differences, runs, lang)}`;
}

function falseMatchText({ trust }: DeadlineReport, lang: Language): string {
  const vi = lang === 'vi';
  if (trust.falseMatches === null)
    return vi
      ? 'Chưa thử được nên chưa ước tính được số dòng xác minh nhầm người.'
      : 'Nothing could be tried, so wrong verifications cannot be estimated.';
  const estimate = formatEstimate(trust.falseMatches, lang);
  return vi
    ? `Ước tính số dòng xác minh nhầm người: ${estimate}, trong ngoặc là khoảng tin cậy 95\u00a0%.`
    : `Estimated rows verified as a wrong person: ${estimate}, the 95% interval in brackets.`;
}

function falseMatchList({ trust, minCell }: DeadlineReport, lang: Language): Html {
  const vi = lang === 'vi';
  const list = trust.falseMatchesByProvince;
  if (list.length === 0)
    return minCell === null
      ? html``
      : html`<p>${vi ? 'Không công bố ước tính theo tỉnh.' : 'Estimates by province are not published.'}</p>`;
  const items = list.map(
    (own) => html`<li>${provinceLabel(own.province, lang)}: <b>${formatEstimate(own, lang)}</b></li>`,
  );
  return html`<p>${vi ? 'Theo tỉnh:' : 'By province:'}</p><ul class="columns">${items}</ul>`;
}

function notCompared({ trust }: DeadlineReport, lang: Language): Html {
  const vi = lang === 'vi';
  const { records, recordsNotFollowed, byReason } = trust.notCompared;
  if (records === 0)
    return html`<p>${vi ? 'Hồ sơ nào cũng được so với mọi người có thể là chủ.' : 'Every record was compared with everybody who might be the person.'}</p>`;
  const [all, not] = [records, recordsNotFollowed].map((value) => formatInteger(value, lang));
  const items = NOT_COMPARED_REASONS.filter((reason) => byReason[reason].records > 0).map((reason) => {
    const { records: own, persons } = byReason[reason];
    const size = vi
      ? `${formatInteger(own, lang)} hồ sơ, ${formatInteger(persons, lang)} lượt người`
      : `${formatInteger(own, lang)} records, ${formatInteger(persons, lang)} persons added up`;
    return html`<li>${NOT_COMPARED[reason][lang]} (${size})</li>`;
  });
  return html`<p>${
    vi
      ? `${all} hồ sơ chưa được so với mọi người có thể là chủ; ${not} hồ sơ trong đó chỉ được xác minh bằng chính số định danh của mình. Lý do:`
      : `${all} records were not compared with everybody who might be the person; ${not} of them are verified only by their own ID. The reasons:`
  }</p><ul>${items}</ul>`;
}

function runName(runs: readonly ReportRun[], index: number): string {
  return runs[index]?.name ?? String(index + 1);
}

function warnings({ trust, runs }: DeadlineReport, lang: Language): Html {
  const items = trust.dataQuality.map(({ run, input, text }) => {
    const name = runName(runs, run);
    return html`<li><bdi>${input === '' ? name : `${name}: ${input}`}</bdi>: ${text[lang]}</li>`;
  });
  if (items.length === 0) return html`<p>${lang === 'vi' ? 'Không có lưu ý nào.' : 'There are none.'}</p>`;
  return html`<ul>${items}</ul>`;
}

/** More names say nothing new. */
const NAMES_SHOWN = 6;

function differences(
  list: DeadlineReport['trust']['differences'],
  runs: readonly ReportRun[],
  lang: Language,
): Html {
  const vi = lang === 'vi';
  if (list.length === 0)
    return html`<p>${
      vi
        ? 'Các lần đối soát dùng cùng phiên bản, mô hình, cơ sở dữ liệu dân cư và ngưỡng: so sánh được với nhau.'
        : 'All runs share version, model, registry and thresholds: they can be compared.'
    }</p>`;
  const rows = list.flatMap(({ what, values }) =>
    values.map(({ value, runs: indices }) => {
      const names = indices.slice(0, NAMES_SHOWN).map((index) => runName(runs, index));
      const more = indices.length - names.length;
      const rest = more > 0 ? ` ${vi ? `và ${more} lần khác` : `and ${more} more`}` : '';
      return html`<tr><th scope="row">${DIFFERENCE_LABELS[what][lang]}</th><td><bdi>${value}</bdi></td><td><bdi>${names.join(', ')}</bdi>${rest}</td></tr>`;
    }),
  );
  return tableRegion({
    id: 'differences',
    caption: vi ? 'Không giống nhau ở mọi lần đối soát' : 'Not the same in all runs',
    head: html`<tr>${headingCell({ label: vi ? 'Mục' : 'What' })}${headingCell({ label: vi ? 'Giá trị' : 'Value' })}${headingCell({ label: vi ? 'Lần đối soát' : 'Runs' })}</tr>`,
    bodies: [rows],
  });
}
