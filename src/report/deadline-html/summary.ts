import { type BehindProvince, type DeadlineReport, PROGRESS_VERDICTS } from '../../domain/deadline-report.js';
import { ENTRY_ERRORS } from '../../domain/entry-errors.js';
import type { Language } from '../../domain/run-facts.js';
import { STATE_LABELS } from '../deadline-labels.js';
import { byWhen, fromWhen, tasksOf } from '../deadline-words.js';
import { type Html, html } from '../html.js';
import { provinceLabel } from '../labels.js';
import { formatDate, formatInteger, formatShare } from '../number-format.js';
import { kindsByCount } from './error-kinds.js';
import { count, percent, times } from './figures.js';

/** A first screen holds no more; the tables below have all. */
const PROVINCES_SHOWN = 7;
const KINDS_SHOWN = 6;

/** Who is behind, why, and what must be done: three short lists beside each other. */
export function renderSummary(report: DeadlineReport, lang: Language): Html {
  const vi = lang === 'vi';
  return html`<div class="three">
<section><h2>${vi ? 'Tỉnh nào chậm' : 'Who is behind'}</h2>
${behind(report, lang)}</section>
<section><h2>${vi ? 'Vì sao: sai sót chính' : 'Why: the main errors'}</h2>
${mainErrors(report, lang)}</section>
<section><h2>${vi ? `Việc phải làm ${fromWhen(report, lang)}` : `What to do ${fromWhen(report, lang)}`}</h2>
${tasks(report, lang)}</section>
</div>`;
}

function behind({ behind: list, provinces, deadline, minCell }: DeadlineReport, lang: Language): Html {
  const vi = lang === 'vi';
  if (list.length === 0) {
    const date = formatDate(deadline);
    return html`<p>${vi ? `Mọi tỉnh đều kịp hạn ${date} hoặc đã xong.` : `All provinces are done or in time for ${date}.`}</p>`;
  }
  const known = new Map(provinces.map((province) => [province.code, province]));
  const items = list
    .slice(0, PROVINCES_SHOWN)
    .map(
      (entry) =>
        html`<li><b>${known.get(entry.code)?.shortName ?? provinceLabel(entry.code, lang)}</b>: ${behindText(entry, lang)}</li>`,
    );
  const more = list.length - items.length;
  const rest = formatInteger(more, lang);
  const link =
    more > 0
      ? html`<p><a href="#progress-table">${vi ? `và ${rest} tỉnh khác: xem bảng tiến độ` : `and ${rest} more: see the table of progress`}</a></p>`
      : '';
  // Their order by persons left would tell figures that are not published.
  const then = minCell === null ? ['số đối tượng còn lại', 'persons left'] : ['mã tỉnh', 'code'];
  const order = vi
    ? `Xếp theo tình trạng (chưa có số liệu, trễ hạn, không tiến triển, chưa chắc kịp), rồi theo ${then[0]}`
    : `By state (no data, late, no progress, uncertain), then by ${then[1]}`;
  return html`<p class="soft">${order}</p><ol>${items}</ol>${link}`;
}

/** `trễ hạn, còn 900.000 đối tượng (đạt 90,0 %), phải nhanh gấp 1,9 lần`. */
function behindText({ why, left, share, timesFaster }: BehindProvince, lang: Language): string {
  const vi = lang === 'vi';
  if (why === 'missing') return STATE_LABELS.missing[lang];
  const parts: string[] = [PROGRESS_VERDICTS[why][lang]];
  if (left !== null) {
    const n = formatInteger(left, lang);
    const done = share === null ? '–' : percent(share, lang);
    parts.push(vi ? `còn ${n} đối tượng (đạt ${done})` : `${n} persons left (${done} done)`);
  }
  if (timesFaster !== null && timesFaster > 1)
    parts.push(
      vi
        ? `phải nhanh gấp ${times(timesFaster, lang)} lần hiện nay`
        : `must become ${times(timesFaster, lang)} times faster`,
    );
  return parts.join(', ');
}

function mainErrors({ errors }: DeadlineReport, lang: Language): Html {
  const vi = lang === 'vi';
  const { work, rows } = errors.total;
  const kinds = kindsByCount(errors.total).slice(0, KINDS_SHOWN);
  if (kinds.length === 0)
    return html`<p>${vi ? 'Không có hồ sơ nào phải xử lý.' : 'No record needs work.'}</p>`;
  const share = (part: number | null) =>
    part === null || work === null || work === 0 ? '' : ` (${formatShare(part, work, lang)})`;
  const items = kinds.map(
    ({ code, rows: number }) =>
      html`<li>${ENTRY_ERRORS[code][lang]}: <b>${count(number, lang)}</b>${share(number)}</li>`,
  );
  return html`<p class="soft">${
    work === null || rows === null
      ? vi
        ? 'Số hồ sơ'
        : 'Records'
      : vi
        ? `Số hồ sơ, trong ${count(work, lang)} hồ sơ phải xử lý và ${count(rows, lang)} hồ sơ đã gửi`
        : `Records, of ${count(work, lang)} that need work and ${count(rows, lang)} sent`
  }</p><ol>${items}</ol>`;
}

/** The work in the order in which it is done, and who does it. */
function tasks(report: DeadlineReport, lang: Language): Html {
  const { total, missing, stale, errors, minCell } = report;
  const vi = lang === 'vi';
  const items: Html[] = [];
  const names = (codes: readonly string[]) => {
    const shown = codes.slice(0, PROVINCES_SHOWN).map((code) => provinceLabel(code, lang));
    return shown.length < codes.length
      ? `${shown.join(', ')} (${vi ? 'và' : 'and'} ${codes.length - shown.length} ${vi ? 'tỉnh khác' : 'more'})`
      : shown.join(', ');
  };
  const { neededPerDay, left } = total.progress;
  if (neededPerDay !== null && left > 0) {
    const n = formatInteger(neededPerDay, lang);
    // For publication the table is without the pace of provinces.
    const where =
      minCell === null
        ? {
            vi: '; mức của từng tỉnh ở bảng tiến độ',
            en: '; the share of each province is in the table of progress',
          }
        : { vi: '', en: '' };
    items.push(
      html`<b>${vi ? `Cả nước phải hoàn thành ${n} đối tượng mỗi ngày` : `Do ${n} persons a day in the country`}</b>${where[lang]}.`,
    );
  }
  for (const { number, text } of tasksOf(errors.total))
    items.push(html`<b>${formatInteger(number, lang)}</b> ${text[lang]}.`);
  if (missing.length > 0)
    items.push(
      html`${vi ? 'Đôn đốc gửi số liệu' : 'Ask for data'}: ${names(missing)}${vi ? ' (chưa có)' : ' (none yet)'}.`,
    );
  if (stale.length > 0)
    items.push(
      html`${vi ? 'Đề nghị gửi số liệu mới' : 'Ask for new data'}: ${names(stale)}${vi ? ' (số liệu cũ)' : ' (out of date)'}.`,
    );
  if (items.length === 0) return html`<p>${vi ? 'Không còn việc gì.' : 'Nothing is left to do.'}</p>`;
  items.push(html`${vi ? 'Hoàn thành' : 'Finish'} ${byWhen(report, lang)}.`);
  return html`<ol>${items.map((item) => html`<li>${item}</li>`)}</ol>`;
}
