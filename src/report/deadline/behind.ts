import type { BehindProvince, Progress, ProvinceReport } from '../../domain/deadline-report.js';

/** What is sure stands before what is not: those without figures, those that will not make it, those that may not. */
const RANKS: readonly BehindProvince['why'][] = [
  'missing',
  'overdue',
  'late',
  'no_progress',
  'uncertain',
  'cannot_be_told',
];

/** The provinces that are not done and not in time; within a rank those with most persons left first. */
export function behindProvinces(provinces: readonly ProvinceReport[]): BehindProvince[] {
  const behind = provinces.flatMap(({ code, progress }): BehindProvince[] => {
    if (progress === null) return [{ code, why: 'missing', left: null, share: null, timesFaster: null }];
    const { verdict, left, days } = progress;
    if (verdict === 'done' || verdict === 'on_time') return [];
    const share = days.at(-1)?.share ?? null;
    return [{ code, why: verdict, left, share, timesFaster: timesFasterOf(progress) }];
  });
  return behind.sort(
    (a, b) =>
      RANKS.indexOf(a.why) - RANKS.indexOf(b.why) ||
      (b.left ?? 0) - (a.left ?? 0) ||
      (a.code < b.code ? -1 : 1),
  );
}

/** What a day has to bring over what it brings now, two decimals; null: no days left, or no pace. */
export function timesFasterOf({ neededPerDay, pace }: Progress): number | null {
  return neededPerDay === null || pace === null ? null : Math.round((neededPerDay / pace.median) * 100) / 100;
}
