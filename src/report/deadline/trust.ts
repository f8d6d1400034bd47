import type { RunDisagreement, TrustReport } from '../../domain/deadline-report.js';
import type { DecoyCounts } from '../../domain/decoys.js';
import { NOT_COMPARED_REASONS } from '../../domain/not-compared.js';
import type { Bilingual } from '../../domain/reasons.js';
import { recordOf } from '../count.js';
import { estimateFalseMatches, sumDecoys } from '../false-matches.js';
import type { ReportedRun } from './reported-run.js';

/** A run in use, with the provinces whose newest run it is. */
export interface RunInUse {
  readonly index: number;
  readonly run: ReportedRun;
  readonly newestOf: readonly string[];
}

/**
 * How far the results can be relied on. The trials of the provinces are added up as a run adds them up, each province
 * from its newest run, so that the estimate and its interval are those of one run over the country.
 */
export function trustReport(newest: readonly RunInUse[], inUse: readonly RunInUse[]): TrustReport {
  const decoys = newest
    .flatMap(({ run, newestOf }) => run.decoys.filter(({ province }) => newestOf.includes(province)))
    .sort((a, b) => (a.province < b.province ? -1 : 1));
  const counts = sumDecoys(decoys);
  const tried = counts.rows.ownNumber + counts.rows.outsiders > 0;
  return {
    falseMatches: tried ? rounded(counts) : null,
    falseMatchesByProvince: decoys.map((own) => ({ province: own.province, ...rounded(own) })),
    calibration: calibrationOf(newest),
    notCompared: {
      records: sum(newest, ({ run }) => run.notCompared.records),
      recordsNotFollowed: sum(newest, ({ run }) => run.notCompared.recordsNotFollowed),
      byReason: recordOf(NOT_COMPARED_REASONS, (reason) => ({
        records: sum(newest, ({ run }) => run.notCompared.byReason[reason].records),
        persons: sum(newest, ({ run }) => run.notCompared.byReason[reason].persons),
      })),
    },
    dataQuality: newest.flatMap(({ index, run }) =>
      run.warnings.map((warning) => ({ run: index, ...warning })),
    ),
    differences: differencesOf(inUse),
  };
}

function sum(runs: readonly RunInUse[], value: (run: RunInUse) => number): number {
  return runs.reduce((total, run) => total + value(run), 0);
}

/** Two significant digits below ten: an estimate of a few rows in a million is not whole. */
function rounded(counts: DecoyCounts) {
  const { rows, low, high } = estimateFalseMatches(counts, 0).all;
  const round = (value: number) => (value >= 10 ? Math.round(value) : Number(value.toPrecision(2)));
  return { rows: round(rows), low: round(low), high: round(high) };
}

const DIFFERENCES: readonly [RunDisagreement['what'], (run: ReportedRun) => string][] = [
  ['tool_version', ({ toolVersion }) => toolVersion],
  ['model', ({ model }) => `${model.version} (${model.sha256.slice(0, 12)})`],
  ['registry', ({ registry }) => `${registry.id.slice(0, 12)} (${registry.persons})`],
  [
    'thresholds',
    ({ thresholds: { verifyProbability, reviewProbability, marginBits } }) =>
      `${verifyProbability} / ${reviewProbability} / ${marginBits}`,
  ],
  ['admin_units', ({ adminUnits }) => adminUnits],
];

/** What is not the same in all runs whose figures are in the report, the trend included. */
function differencesOf(inUse: readonly RunInUse[]): RunDisagreement[] {
  return DIFFERENCES.flatMap(([what, textOf]) => {
    const runsOf = new Map<string, number[]>();
    for (const { index, run } of inUse) {
      const value = textOf(run);
      runsOf.set(value, [...(runsOf.get(value) ?? []), index]);
    }
    if (runsOf.size < 2) return [];
    return [{ what, values: [...runsOf].map(([value, runs]) => ({ value, runs })) }];
  });
}

function calibrationOf(newest: readonly RunInUse[]): Bilingual[] {
  const models = [...new Set(newest.map(({ run }) => run.model.version))].sort().join(', ');
  return [
    {
      vi: `Xác suất được tính theo mô hình so khớp ${models}. Mô hình đi kèm chương trình được chỉnh trên dữ liệu giả lập; mô hình huấn luyện từ dữ liệu thật (doisoat train) phù hợp hơn.`,
      en: `Probabilities are those of the matching model ${models}. The model that ships is tuned on generated data; one trained on real data (doisoat train) fits better.`,
    },
    {
      vi: 'Số dòng xác minh nhầm người là ước tính từ các phép thử với những người chắc chắn không phải chủ hồ sơ; khi công bố kèm khoảng tin cậy 95\u00a0% và kiểm tra thêm một mẫu bằng giấy tờ.',
      en: 'The rows verified as a wrong person are estimated from trials with persons who cannot be right; publish them with their 95% interval, and check a sample against papers as well.',
    },
  ];
}
