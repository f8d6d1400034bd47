import type { Bilingual } from './reasons.js';

/** The closed list of what a reader must know before relying on a figure of the deadline report. */
export const REPORT_FLAGS = {
  coverage_over_100: {
    vi: 'số đối tượng nhiều hơn dân số',
    en: 'more persons than inhabitants',
  },
  fewer_doses_than_persons: {
    vi: 'số mũi tiêm ít hơn số đối tượng',
    en: 'fewer doses than persons',
  },
  too_many_doses: {
    vi: 'trung bình hơn 5 mũi một đối tượng',
    en: 'more than 5 doses a person on average',
  },
  total_falls: {
    vi: 'số mũi tiêm đã gửi giảm so với lần trước',
    en: 'fewer doses sent than at the time before',
  },
  total_doubles: {
    vi: 'số đối tượng đã gửi tăng gấp đôi trở lên so với lần trước',
    en: 'at least twice as many persons sent as at the time before',
  },
  several_runs_one_day: {
    vi: 'có nhiều lần đối soát cùng ngày cho tỉnh này; lấy lần nêu sau cùng, số đối tượng của lần bị bỏ ghi ở cột bên',
    en: 'several runs of one day hold this province; the last one given counts, the persons of the one left out stand beside',
  },
  handled_over_received: {
    vi: 'số phản ánh đã xử lý nhiều hơn số đã tiếp nhận',
    en: 'more complaints handled than received',
  },
  signed_over_sent: {
    vi: 'số đối tượng đã ký số nhiều hơn số đối tượng đã gửi',
    en: 'more persons signed than sent',
  },
} as const satisfies Record<string, Bilingual>;

export type ReportFlagCode = keyof typeof REPORT_FLAGS;

/** One flag. The figures are null where there are none, or where they are suppressed for publication. */
export interface ReportFlag {
  readonly code: ReportFlagCode;
  /** Two digits; empty for the unknown province; `total`. */
  readonly province: string;
  /** ISO day that it concerns. */
  readonly date: string | null;
  /** The figure that looks wrong. */
  readonly found: number | null;
  /** What it was compared with: the population, the persons, the complaints received, the total of the time before. */
  readonly compared: number | null;
}
