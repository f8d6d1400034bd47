import type { DeadlineReport } from '../../domain/deadline-report.js';
import { PROGRESS_VERDICTS } from '../../domain/deadline-report.js';
import type { Language } from '../../domain/run-facts.js';
import { provinceLabel } from '../labels.js';
import { formatDate, formatInteger, formatShare } from '../number-format.js';

/** Names on one line; more say nothing new, the files have them all. */
const NAMES_SHOWN = 10;

/** The closing words of the command, for a terminal. */
export function renderDeadlineText(report: DeadlineReport, out: string, lang: Language): string {
  const vi = lang === 'vi';
  const { total, missing, stale, behind, flags, trust } = report;
  const n = (value: number | null) => (value === null ? '*' : formatInteger(value, lang));
  const { sent } = total.table;
  const { left, neededPerDay, verdict, projection } = total.progress;
  const names = (codes: readonly string[]) => {
    const shown = codes.slice(0, NAMES_SHOWN).map((code) => provinceLabel(code, lang));
    const more = codes.length - shown.length;
    return shown.join(', ') + (more > 0 ? (vi ? ` và ${more} tỉnh khác` : ` and ${more} more`) : '');
  };
  const provinces = report.provinces.length - missing.length;
  const verified = total.progress.days.at(-1)?.verified ?? 0;
  const share = formatShare(verified, verified + left, lang);
  const lines = vi
    ? [
        `Báo cáo đến ${formatDate(report.asOf)}, thời hạn ${formatDate(report.deadline)}: ${out}`,
        `  ${n(sent.all.persons)} đối tượng, ${n(sent.all.doses)} mũi tiêm của ${provinces}/63 tỉnh; đã xác minh ${share}`,
        `  còn ${n(left)} đối tượng${neededPerDay === null ? '' : `, cần ${n(neededPerDay)} mỗi ngày`}; dự báo: ${PROGRESS_VERDICTS[verdict].vi}${projection?.expected ? ` (${formatDate(projection.expected)})` : ''}`,
      ]
    : [
        `Report as of ${formatDate(report.asOf)}, deadline ${formatDate(report.deadline)} (day/month/year): ${out}`,
        `  ${n(sent.all.persons)} persons, ${n(sent.all.doses)} doses of ${provinces} of 63 provinces; ${share} of persons verified`,
        `  ${n(left)} persons left${neededPerDay === null ? '' : `, ${n(neededPerDay)} a day needed`}; projection: ${PROGRESS_VERDICTS[verdict].en}${projection?.expected ? ` (${formatDate(projection.expected)})` : ''}`,
      ];
  const add = (codes: readonly string[], label: string) => {
    if (codes.length > 0) lines.push(`  ${label}: ${names(codes)}`);
  };
  add(missing, vi ? `Chưa có dữ liệu (${missing.length})` : `No data (${missing.length})`);
  add(stale, vi ? `Dữ liệu cũ (${stale.length})` : `Old data (${stale.length})`);
  const late = behind.filter(({ why }) => why !== 'missing').map(({ code }) => code);
  add(late, vi ? `Có thể trễ hạn (${late.length})` : `May be late (${late.length})`);
  if (flags.length > 0)
    lines.push(
      vi
        ? `  ${flags.length} số liệu bất thường (xem summary.json: flags)`
        : `  ${flags.length} implausible figures (summary.json: flags)`,
    );
  for (const { what, values } of trust.differences)
    lines.push(
      vi
        ? `  Lưu ý: các lần đối soát khác nhau về ${what}: ${values.map(({ value }) => value).join('; ')}`
        : `  Note: the runs differ in ${what}: ${values.map(({ value }) => value).join('; ')}`,
    );
  return `${lines.join('\n')}\n`;
}
