import { type DeadlineReport, PROGRESS_VERDICTS } from '../../domain/deadline-report.js';
import type { Language } from '../../domain/run-facts.js';
import { timesFasterOf } from '../deadline/behind.js';
import { SUPPRESSED } from '../deadline-labels.js';
import { latestDay, paceText, UNDETERMINED } from '../deadline-words.js';
import { type Html, html } from '../html.js';
import { formatDate, formatInteger, formatShare } from '../number-format.js';
import { count, day, tableDone, times, totalDone } from './figures.js';

/** How far the work is, in plain words, and the key figures. */
export function renderLead(report: DeadlineReport, lang: Language): Html {
  return html`<p class="lead">${leadText(report, lang)}</p>
${suppressedText(report, lang)}
${keyFigures(report, lang)}`;
}

/** What the mark means, before the first one. */
function suppressedText({ minCell }: DeadlineReport, lang: Language): Html {
  if (minCell === null) return html``;
  const least = formatInteger(minCell, lang);
  return html`<p class="soft">${
    lang === 'vi'
      ? `Dấu ${SUPPRESSED}: không công bố, vì dưới ${least} đối tượng hoặc có thể làm lộ một số như vậy; không phải là 0.`
      : `${SUPPRESSED}: not published, as it is of fewer than ${least} persons or would give such a figure away; it is not 0.`
  }</p>`;
}

/** What a reader must know who reads nothing else. */
function leadText(report: DeadlineReport, lang: Language): string {
  const vi = lang === 'vi';
  const { sent, verified } = totalDone(report);
  const texts: string[] = [];
  if (sent === 0)
    return vi
      ? `Đến ngày ${formatDate(report.asOf)} chưa có hồ sơ nào.`
      : `No record had been sent by ${formatDate(report.asOf)}.`;
  const share = verified === null || sent === null ? SUPPRESSED : formatShare(verified, sent, lang);
  texts.push(
    vi
      ? `Đến ngày ${formatDate(report.newestDay)} đã xác minh được ${count(verified, lang)} trong ${count(sent, lang)} đối tượng đã gửi (${share}).`
      : `By ${formatDate(report.newestDay)}, ${count(verified, lang)} of the ${count(sent, lang)} persons sent were verified (${share}).`,
  );
  return [...texts, leftText(report, lang), projectionText(report, lang)]
    .filter((text) => text !== '')
    .join(' ');
}

function leftText({ total, daysLeft, deadline }: DeadlineReport, lang: Language): string {
  const vi = lang === 'vi';
  const { left, neededPerDay } = total.progress;
  const date = formatDate(deadline);
  if (left === 0)
    return vi ? `Không còn ai chưa xác minh; hạn là ${date}.` : `Nobody is left; the deadline is ${date}.`;
  const n = formatInteger(left, lang);
  if (daysLeft < 0)
    return vi
      ? `Đã quá hạn ${date} ${formatInteger(-daysLeft, lang)} ngày, còn ${n} đối tượng chưa xác minh.`
      : `The deadline ${date} passed ${formatInteger(-daysLeft, lang)} days ago, with ${n} persons left.`;
  if (neededPerDay === null)
    return vi
      ? `Hôm nay (${date}) là hạn cuối, còn ${n} đối tượng chưa xác minh.`
      : `Today (${date}) is the deadline, with ${n} persons left.`;
  const needed = formatInteger(neededPerDay, lang);
  return vi
    ? `Còn ${n} đối tượng và ${formatInteger(daysLeft, lang)} ngày đến hạn ${date}: phải hoàn thành ${needed} đối tượng mỗi ngày.`
    : `${n} persons and ${formatInteger(daysLeft, lang)} days are left until the deadline ${date}: ${needed} persons must be done every day.`;
}

function projectionText({ total, deadline }: DeadlineReport, lang: Language): string {
  const vi = lang === 'vi';
  const { pace: speed, projection, verdict } = total.progress;
  if (verdict === 'done') return '';
  if (verdict === 'no_progress')
    return vi ? 'Gần đây số còn lại không giảm.' : 'Lately, what is left has not fallen.';
  if (speed === null || projection === null)
    return vi
      ? 'Chưa đủ số liệu nhiều ngày để dự báo ngày xong.'
      : 'There are too few days of data to tell when it will be done.';
  const rate = paceText(speed.median, lang);
  const end = PROGRESS_VERDICTS[verdict][lang];
  const last = latestDay(projection, deadline);
  const latest = last === null ? UNDETERMINED[lang] : formatDate(last);
  if (projection.expected === null)
    return vi
      ? `Gần đây mỗi ngày xong ${rate} đối tượng, chưa thấy ngày xong: ${end}.`
      : `Lately ${rate} persons were done a day; no end is in sight: ${end}.`;
  return vi
    ? `Gần đây bình quân ${rate} đối tượng mỗi ngày; nếu giữ tốc độ này, dự kiến xong ngày ${day(projection.expected)} (sớm nhất ${day(projection.earliest)}, muộn nhất ${latest}): ${end}.`
    : `Lately ${rate} persons were done a day; at that pace the work ends on ${day(projection.expected)} (at the earliest ${day(projection.earliest)}, at the latest ${latest}): ${end}.`;
}

/** Four figures: done, left, needed a day, and whether it will be in time. */
function keyFigures(report: DeadlineReport, lang: Language): Html {
  const vi = lang === 'vi';
  const { table, progress } = report.total;
  const { sent, verified } = totalDone(report);
  const { sent: sentDoses, verified: doses } = tableDone(table, 'doses');
  const share = (part: number | null, whole: number | null) =>
    part === null || whole === null ? SUPPRESSED : formatShare(part, whole, lang);
  const { neededPerDay, pace: speed, projection, verdict } = progress;
  const faster = timesFasterOf(progress);
  const corrected = table.sent.verified_corrected.persons;
  const card = (kind: string, name: string, figure: string, texts: readonly string[]) =>
    html`<li class="${kind}"><b>${name}</b><strong>${figure}</strong>${texts.map((text) => html`<span>${text}</span>`)}</li>`;
  const end = projection?.expected ?? null;
  const incomplete = report.missing.length + report.stale.length;
  return html`<ul class="cards">
${card('key-verified', vi ? 'Đã xác minh' : 'Verified', share(verified, sent), [
  vi
    ? `${count(verified, lang)}/${count(sent, lang)} đối tượng`
    : `${count(verified, lang)} of ${count(sent, lang)} persons`,
  vi
    ? `${count(doses, lang)}/${count(sentDoses, lang)} mũi tiêm (${share(doses, sentDoses)})`
    : `${count(doses, lang)} of ${count(sentDoses, lang)} doses (${share(doses, sentDoses)})`,
  ...(corrected === 0
    ? []
    : [
        vi
          ? `trong đó ${count(corrected, lang)} đối tượng còn phải sửa hồ sơ`
          : `of these, the records of ${count(corrected, lang)} persons still need corrections`,
      ]),
])}
${card('key-needs_review', vi ? 'Còn lại' : 'Left', formatInteger(progress.left, lang), [
  vi ? 'đối tượng chưa xác minh' : 'persons not verified',
])}
${card(
  'key-mismatch',
  vi ? 'Phải hoàn thành mỗi ngày' : 'To be done a day',
  neededPerDay === null ? '–' : formatInteger(neededPerDay, lang),
  [
    neededPerDay === null
      ? report.daysLeft === 0
        ? vi
          ? 'hôm nay là hạn cuối'
          : 'the deadline is today'
        : vi
          ? 'đã quá hạn'
          : 'the deadline is over'
      : vi
        ? 'đối tượng, đến hết hạn'
        : 'persons, until the deadline',
    speed === null
      ? vi
        ? 'tốc độ gần đây: chưa rõ'
        : 'recent pace: not known'
      : vi
        ? `gần đây mỗi ngày ${paceText(speed.median, lang)} (${paceText(speed.slowest, lang)} đến ${paceText(speed.fastest, lang)})`
        : `recently ${paceText(speed.median, lang)} a day (${paceText(speed.slowest, lang)} to ${paceText(speed.fastest, lang)})`,
    ...(faster === null || faster <= 1
      ? []
      : [
          vi
            ? `phải nhanh gấp ${times(faster, lang)} lần hiện nay`
            : `must become ${times(faster, lang)} times faster`,
        ]),
  ],
)}
${card(`verdict-${verdict}`, vi ? 'Dự kiến xong' : 'Expected end', end === null ? '–' : formatDate(end), [
  PROGRESS_VERDICTS[verdict][lang],
  vi ? `hạn ${formatDate(report.deadline)}` : `deadline ${formatDate(report.deadline)}`,
])}
${card(
  'key-rejected',
  vi ? 'Tỉnh thiếu số liệu' : 'Provinces without new data',
  formatInteger(incomplete, lang),
  [
    vi
      ? `${report.missing.length} tỉnh chưa có số liệu, ${report.stale.length} tỉnh số liệu cũ`
      : `${report.missing.length} without data, ${report.stale.length} with old data`,
  ],
)}
</ul>`;
}
