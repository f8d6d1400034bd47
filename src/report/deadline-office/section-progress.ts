import { type BehindProvince, type DeadlineReport, PROGRESS_VERDICTS } from '../../domain/deadline-report.js';
import type { Bilingual } from '../../domain/reasons.js';
import type { Language } from '../../domain/run-facts.js';
import type { DocumentBlock } from '../../domain/text-document.js';
import { timesFasterOf } from '../deadline/behind.js';
import { fromWhen, latestDay, paceText, UNDETERMINED } from '../deadline-words.js';
import { provinceLabel } from '../labels.js';
import { formatDate, formatDecimal, formatInteger, formatShare } from '../number-format.js';
import { body, bodyTable, heading, subheading, tableTitle } from './blocks.js';
import { NO_DATA, NONE, plural, sentence } from './words.js';

/** Provinces of the table in the text; the appendix has them all. */
const MOST_BEHIND = 15;
/** Days of the table in the text; the workbook has them all. */
const MOST_DAYS = 14;

const MISSING: Bilingual = { vi: 'chưa có số liệu', en: 'no data' };

/** Why a province is behind, in a few words. */
export function whyBehind(why: BehindProvince['why'], lang: Language): string {
  return (why === 'missing' ? MISSING : PROGRESS_VERDICTS[why])[lang];
}

/** II. What is left, what a day has to bring, and who is behind. */
export function progressSection(report: DeadlineReport, lang: Language): readonly DocumentBlock[] {
  const vi = lang === 'vi';
  const { days } = report.total.progress;
  const shown = days.slice(-MOST_DAYS);
  return [
    heading(vi ? 'II. TIẾN ĐỘ SO VỚI THỜI HẠN' : 'II. PROGRESS TO THE DEADLINE'),
    subheading(vi ? '1. Khối lượng còn lại và dự báo' : '1. What is left, and the outlook'),
    body(`${timeLeft(report, lang)} ${workLeft(report, lang)}`),
    body(outlook(report, lang)),
    tableTitle(
      vi
        ? `Bảng 3. Tiến độ theo ngày${days.length > shown.length ? ` (${shown.length} ngày gần nhất)` : ''}`
        : `Table 3. Progress by day${days.length > shown.length ? ` (last ${shown.length} days)` : ''}`,
    ),
    bodyTable(
      vi
        ? [
            ['Ngày', 28, 'center'],
            ['Số tỉnh có số liệu', 30, 'right'],
            ['Đối tượng đã gửi', 36, 'right'],
            ['Đối tượng đã xác minh', 40, 'right'],
            ['Tỷ lệ', 25, 'right'],
          ]
        : [
            ['Day', 28, 'center'],
            ['Provinces with data', 30, 'right'],
            ['Persons sent', 36, 'right'],
            ['Persons verified', 40, 'right'],
            ['Share', 25, 'right'],
          ],
      shown.map(({ day, provinces, sent, verified }) => [
        formatDate(day),
        formatInteger(provinces, lang),
        formatInteger(sent, lang),
        formatInteger(verified, lang),
        formatShare(verified, sent, lang),
      ]),
    ),
    subheading(vi ? '2. Địa phương chậm tiến độ' : '2. Provinces behind'),
    ...behind(report, lang),
  ];
}

/** How long there is until the deadline. */
function timeLeft({ deadline, daysLeft }: DeadlineReport, lang: Language): string {
  const day = formatDate(deadline);
  if (lang === 'vi') {
    if (daysLeft > 0) return `Thời hạn hoàn thành là ngày ${day}, còn ${daysLeft} ngày.`;
    return daysLeft === 0
      ? `Hôm nay, ngày ${day}, là thời hạn hoàn thành.`
      : `Thời hạn hoàn thành là ngày ${day}, đã quá ${-daysLeft} ngày.`;
  }
  if (daysLeft > 0) return `The deadline is ${day}, in ${daysLeft} ${plural(daysLeft, 'day', 'days')}.`;
  return daysLeft === 0
    ? `The deadline is today, ${day}.`
    : `The deadline was ${day}, ${-daysLeft} ${plural(-daysLeft, 'day', 'days')} ago.`;
}

function workLeft(report: DeadlineReport, lang: Language): string {
  const { total } = report;
  const { left, neededPerDay } = total.progress;
  const vi = lang === 'vi';
  if (left === 0) return vi ? 'Tất cả đối tượng đã được xác minh.' : 'All persons are verified.';
  const what = vi
    ? `Cả nước còn ${formatInteger(left, lang)} đối tượng chưa được xác minh.`
    : `${formatInteger(left, lang)} persons are not verified yet.`;
  if (neededPerDay === null) return what;
  const needed = formatInteger(neededPerDay, lang);
  return vi
    ? `${what} Để đúng thời hạn, ${fromWhen(report, lang)} phải hoàn thành ${needed} đối tượng mỗi ngày.`
    : `${what} To be done in time, ${needed} persons a day must be verified ${fromWhen(report, lang)} on.`;
}

function outlook({ total, deadline }: DeadlineReport, lang: Language): string {
  const { pace, projection, verdict } = total.progress;
  const vi = lang === 'vi';
  const parts: string[] = [];
  if (pace !== null) {
    const [slowest, median, fastest] = [pace.slowest, pace.median, pace.fastest].map((a) =>
      paceText(a, lang),
    );
    parts.push(
      vi
        ? `Qua ${pace.steps + 1} ngày có số liệu gần nhất, số còn lại mỗi ngày giảm ${median} đối tượng theo trung vị, chậm nhất ${slowest}, nhanh nhất ${fastest}.`
        : `Over the last ${pace.steps + 1} days with data, what is left fell by ${median} persons a day: the median; slowest ${slowest}, fastest ${fastest}.`,
    );
    const faster = timesFasterOf(total.progress);
    if (faster !== null && faster > 1) {
      const times = formatDecimal(faster, 1, lang);
      parts.push(
        vi
          ? `Để kịp thời hạn, cả nước phải nhanh gấp ${times} lần hiện nay.`
          : `To be in time, the country must become ${times} times faster.`,
      );
    }
  }
  if (projection !== null) {
    const never = UNDETERMINED[lang];
    const [expected, earliest, latest] = [
      projection.expected,
      projection.earliest,
      latestDay(projection, deadline),
    ].map((day) => (day === null ? null : formatDate(day)));
    if (expected === null) {
      parts.push(
        vi ? 'Với tốc độ này thì không thể hoàn thành.' : 'At this pace the work will not come to an end.',
      );
    } else {
      parts.push(
        vi
          ? `Nếu giữ tốc độ này, dự kiến hoàn thành ngày ${expected}, sớm nhất ${earliest ?? never}, muộn nhất ${latest ?? never}.`
          : `If this pace stays, the work will be done on ${expected}; earliest ${earliest ?? never}, latest ${latest ?? never}.`,
      );
    }
  }
  const text = PROGRESS_VERDICTS[verdict][lang];
  parts.push(vi ? `Đánh giá chung: ${text}.` : `In all: ${text}.`);
  return parts.join(' ');
}

function behind({ behind: all }: DeadlineReport, lang: Language): DocumentBlock[] {
  const vi = lang === 'vi';
  if (all.length === 0)
    return [
      body(
        vi
          ? 'Không có địa phương nào chậm tiến độ hoặc có nguy cơ không kịp thời hạn.'
          : 'No province is behind or may miss the deadline.',
      ),
    ];
  const shown = all.slice(0, MOST_BEHIND);
  const more =
    all.length > shown.length
      ? vi
        ? ` Bảng 4 nêu ${shown.length} địa phương chậm nhất; đầy đủ tại Phụ lục IV.`
        : ` Table 4 names the ${shown.length} furthest behind; Appendix IV has them all.`
      : '';
  return [
    body(
      (vi
        ? `Có ${all.length} địa phương chưa có số liệu, chậm tiến độ hoặc chưa chắc kịp thời hạn.`
        : `${all.length} ${plural(all.length, 'province has', 'provinces have')} no data, or ${plural(all.length, 'is', 'are')} behind, or may miss the deadline.`) +
        more,
    ),
    tableTitle(vi ? 'Bảng 4. Địa phương chậm tiến độ' : 'Table 4. Provinces behind'),
    bodyTable(
      vi
        ? [
            ['Tỉnh, thành phố', 45, 'left'],
            ['Tình trạng', 35, 'left'],
            ['Đối tượng còn lại', 27, 'right'],
            ['Tỷ lệ đã xác minh', 26, 'right'],
            ['Phải nhanh hơn hiện nay (lần)', 29, 'right'],
          ]
        : [
            ['Province', 45, 'left'],
            ['State', 35, 'left'],
            ['Persons left', 27, 'right'],
            ['Share verified', 26, 'right'],
            ['Times faster than now', 29, 'right'],
          ],
      shown.map(({ code, why, left, share, timesFaster }) => {
        const blank = why === 'missing' ? NO_DATA : NONE;
        return [
          provinceLabel(code, lang),
          sentence(whyBehind(why, lang)),
          left === null ? blank : formatInteger(left, lang),
          share === null ? blank : formatShare(share, 1, lang),
          timesFaster === null ? blank : formatDecimal(timesFaster, 1, lang),
        ];
      }),
    ),
  ];
}
