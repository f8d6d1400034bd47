import type { DeadlineReport, ErrorLine, Projection } from '../domain/deadline-report.js';
import type { Bilingual } from '../domain/reasons.js';
import type { Language } from '../domain/run-facts.js';
import { addDays } from './deadline/days.js';
import { ASK_AGAIN } from './labels.js';
import { formatDate, formatDecimal } from './number-format.js';

/** Công văn 2262/BYT-CNTT: from its own day on a report may name it, and the deadline that it set. */
const SECOND_DISPATCH = { day: '2022-05-04', deadline: '2022-06-01' } as const;

/** True from the day on which Công văn 2262/BYT-CNTT was sent. */
export function knowsSecondDispatch({ asOf }: Pick<DeadlineReport, 'asOf'>): boolean {
  return asOf >= SECOND_DISPATCH.day;
}

/** `chậm nhất ngày 05/05/2022`; on that day `trong hôm nay`, after it as soon as possible, with the new deadline if there is one. */
export function byWhen({ asOf, deadline, daysLeft }: DeadlineReport, lang: Language): string {
  const vi = lang === 'vi';
  const date = formatDate(deadline);
  if (daysLeft > 0) return vi ? `chậm nhất ngày ${date}` : `by ${date}`;
  if (daysLeft === 0) return vi ? `trong hôm nay, ngày ${date}` : `today, ${date}`;
  const soon = vi ? 'trong thời gian sớm nhất' : 'as soon as possible';
  const { deadline: later } = SECOND_DISPATCH;
  if (!knowsSecondDispatch({ asOf }) || deadline >= later || asOf > later) return soon;
  return vi
    ? `${soon}, chậm nhất ngày ${formatDate(later)} là hạn mới của Công văn 2262/BYT-CNTT`
    : `${soon}, and by ${formatDate(later)}, the new deadline of Dispatch 2262/BYT-CNTT`;
}

/** From when on the work is to be done: `từ ngày mai`, on the day of the deadline `hôm nay`, then at once. */
export function fromWhen({ daysLeft }: DeadlineReport, lang: Language): string {
  if (daysLeft > 0) return lang === 'vi' ? 'từ ngày mai' : 'from tomorrow';
  if (daysLeft === 0) return lang === 'vi' ? 'hôm nay' : 'today';
  return lang === 'vi' ? 'ngay' : 'at once';
}

/** Persons a day, always with the decimal that the projection is computed with. */
export function paceText(value: number, lang: Language): string {
  return formatDecimal(value, 1, lang);
}

/** Why the classes as sent and what became of the records cross. */
export const CLASS_NOTES: readonly Bilingual[] = [
  {
    vi: 'Đúng là số định danh của chính người đó và bốn trường khớp như đã gửi. Vẫn phải sửa khi số đó là số CMND cũ: phải ghi số định danh 12 số.',
    en: 'Right: the ID is the person’s own, and the four fields agree as sent. It still needs a correction where that ID is the old card number: the twelve digits have to be entered.',
  },
  {
    vi: 'Chưa xác thực là không tìm thấy số định danh như đã gửi. Vẫn có thể xác minh được khi họ tên, ngày sinh và các thông tin khác chỉ ra đúng một người; khi đó phải sửa số định danh.',
    en: 'Not verified: the ID as sent was not found. The record can still be verified where name, birth date and the other data point to exactly one person; the ID has to be corrected then.',
  },
];

/** Why the needs of a day of the provinces are more than that of the country. */
export const NEEDED_NOTE: Bilingual = {
  vi: 'Số cần mỗi ngày của từng tỉnh được làm tròn lên, nên cộng các tỉnh lại có thể nhiều hơn số của cả nước.',
  en: 'What a province needs a day is rounded up, so that the provinces can add up to more than the country.',
};

/** So many days after the deadline a projected day says nothing any more. */
const FAR = 183;

/** The day at the slowest pace; null: never, or so late that it says nothing. */
export function latestDay({ latest }: Projection, deadline: string): string | null {
  return latest === null || latest > addDays(deadline, FAR) ? null : latest;
}

/** Where a day cannot be told. */
export const UNDETERMINED: Bilingual = { vi: 'chưa xác định', en: 'not foreseeable' };

/** Who does which work, in the words that follow a number of records. The order is that of the work. */
export const WORK_TASKS: Readonly<Record<'toCorrect' | 'toAsk' | 'toReview' | 'unreadable', Bilingual>> = {
  toCorrect: {
    vi: 'hồ sơ đã biết người: cơ sở tiêm sửa theo danh sách rồi ký số',
    en: 'records whose person is known: the facilities correct them by their lists, then sign',
  },
  toAsk: {
    vi: `hồ sơ không khớp với ai: ${ASK_AGAIN.vi}`,
    en: `records that fit nobody: ${ASK_AGAIN.en}`,
  },
  toReview: {
    vi: 'hồ sơ cần xem lại: trạm y tế xã phối hợp với công an cấp xã đối chiếu giấy tờ, chọn đúng người',
    en: 'records for review: the commune stations and the commune police compare the papers and choose the right person',
  },
  unreadable: {
    vi: 'dòng không đọc được: nơi lập tệp sửa trong tệp nguồn rồi gửi lại',
    en: 'unreadable rows: whoever made the files mends them in the source files and sends them again',
  },
} satisfies Partial<Record<keyof ErrorLine, Bilingual>>;

/** The tasks that have records. A sentence with a suppressed figure says nothing and is left out. */
export function tasksOf(total: ErrorLine): readonly { readonly number: number; readonly text: Bilingual }[] {
  return (Object.keys(WORK_TASKS) as (keyof typeof WORK_TASKS)[]).flatMap((kind) => {
    const number = total[kind];
    return number === null || number === 0 ? [] : [{ number, text: WORK_TASKS[kind] }];
  });
}
