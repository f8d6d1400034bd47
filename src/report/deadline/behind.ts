import type { BehindProvince, ProvinceReport } from '../../domain/deadline-report.js';

/** The furthest behind first; within one rank those that must speed up most, then those with most left. */
const RANKS: readonly BehindProvince['why'][] = ['missing', 'overdue', 'cannot_be_told', 'late', 'uncertain'];

/** The provinces that are not done and not in time. */
export function behindProvinces(provinces: readonly ProvinceReport[]): BehindProvince[] {
  const behind = provinces.flatMap(({ code, progress }): BehindProvince[] => {
    if (progress === null) return [{ code, why: 'missing', left: null, share: null, timesFaster: null }];
    const { verdict, left, days, neededPerDay, pace } = progress;
    if (verdict === 'done' || verdict === 'on_time') return [];
    const timesFaster =
      neededPerDay === null || pace === null ? null : Math.round((neededPerDay / pace.median) * 100) / 100;
    return [{ code, why: verdict, left, share: days.at(-1)?.share ?? null, timesFaster }];
  });
  return behind.sort(
    (a, b) =>
      RANKS.indexOf(a.why) - RANKS.indexOf(b.why) ||
      (b.timesFaster ?? 0) - (a.timesFaster ?? 0) ||
      (b.left ?? 0) - (a.left ?? 0) ||
      (a.code < b.code ? -1 : 1),
  );
}
